import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { issueApiKey, readApiKeyFile } from '#callers';
import { ensureControlToken } from './control-token.js';
import { ensureDevelopmentCaller } from './development-caller.js';
import { LocalServer, respondWithJson } from '../../../../test/support/local-server.js';

let folder: string;
let apiKeysFile: string;
let tokenFile: string;
let reports: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koodrive-secret-file-'));
  apiKeysFile = join(folder, 'api-keys.json');
  tokenFile = join(folder, 'sandbox-control-token');
  reports = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(reports.push(String(text))));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const readMode = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

describe('S35: the stored control token', () => {
  it('stays the same while only the user of the process has access to it', async () => {
    const token = await ensureControlToken(apiKeysFile);
    expect(await ensureControlToken(apiKeysFile)).toBe(token);
    expect([await readMode(tokenFile), reports, await readdir(folder)]).toEqual([0o600, [], ['sandbox-control-token']]);
  });

  it.each(['644', '640', '620', '601'])('is replaced, with the reason, where its mode is %s', async (mode) => {
    const token = await ensureControlToken(apiKeysFile);
    await chmod(tokenFile, Number.parseInt(mode, 8));
    const newToken = await ensureControlToken(apiKeysFile);
    expect(newToken).not.toBe(token);
    expect([(await readFile(tokenFile, 'utf8')).trim(), await readMode(tokenFile)]).toEqual([newToken, 0o600]);
    expect(reports).toEqual([`${tokenFile} is accessible to other users: a new secret replaces it\n`]);
  });

  it('is neither read from nor written to the file that a link points to', async () => {
    const other = join(folder, 'other');
    const text = 'A'.repeat(43);
    await writeFile(other, text, { mode: 0o600 });
    await symlink(other, tokenFile);
    expect(await ensureControlToken(apiKeysFile)).not.toBe(text);
    expect([await readFile(other, 'utf8'), await readMode(tokenFile)]).toEqual([text, 0o600]);
    expect(reports).toEqual([`${tokenFile} is no readable file: a new secret replaces it\n`]);
  });
});

describe('S35: the stored API key of development', () => {
  it('is revoked and replaced where others have access to it', async () => {
    const sandbox = await LocalServer.start((response) =>
      respondWithJson(response, { users: [{ userId: '1', name: 'Mei' }] }),
    );
    try {
      await issueApiKey(apiKeysFile, { owner: 'other', scopes: ['*'] });
      const ensureKey = async () =>
        (await ensureDevelopmentCaller(apiKeysFile, { url: sandbox.origin, controlToken: 'token' })).key;
      const key = await ensureKey();
      expect(await ensureKey()).toBe(key);
      await chmod(join(folder, 'development-key'), 0o644);
      expect(await ensureKey()).not.toBe(key);
      const records = await readApiKeyFile(apiKeysFile);
      expect(records.map(({ id, revokedAt }) => [key.includes(id), revokedAt !== undefined])).toEqual([
        [false, false],
        [true, true],
        [false, false],
      ]);
    } finally {
      await sandbox.close();
    }
  });
});
