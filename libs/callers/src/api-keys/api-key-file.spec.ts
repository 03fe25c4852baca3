import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueApiKey, revokeApiKey } from './issue-api-key.js';
import { updateApiKeyFile, readApiKeyFile } from './api-key-file.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
  file = join(folder, 'keys.json');
});
afterEach(() => rm(folder, { recursive: true }));

/** The id of a process that has ended. */
async function findEndedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
}

const newKey = { owner: 'Reports', scopes: ['files:read'] } as const;

describe('Writing the file of API keys', () => {
  it('creates a file that only its owner can read, and its folder', async () => {
    file = join(folder, 'deep', 'er', 'keys.json');
    await issueApiKey(file, newKey);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'deep'))).mode & 0o777).toBe(0o700);
  });

  it('stores the hash and never the key', async () => {
    const { id, text } = await issueApiKey(file, { ...newKey, userId: '42', expiresAt: new Date(9e12) }, 0);
    const content = await readFile(file, 'utf8');
    expect(content).not.toContain(text.slice(-51, -8));
    expect(await readApiKeyFile(file)).toEqual([
      {
        id,
        owner: 'Reports',
        scopes: ['files:read'],
        userId: '42',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        createdAt: '1970-01-01T00:00:00.000Z',
        expiresAt: '2255-03-14T16:00:00.000Z',
      },
    ]);
  });

  it('by twenty concurrent writers loses no key and leaves no other file', async () => {
    await Promise.all(Array.from({ length: 20 }, () => issueApiKey(file, newKey)));
    expect(await readApiKeyFile(file)).toHaveLength(20);
    expect(await readdir(folder)).toEqual(['keys.json']);
  });

  it('never shows a partial file to a reader', async () => {
    await issueApiKey(file, newKey);
    let writing = true;
    const writer = (async () => {
      for (let count = 0; count < 30; count += 1) await issueApiKey(file, newKey);
      writing = false;
    })();
    let reads = 0;
    while (writing) {
      expect((await readApiKeyFile(file)).length).toBeGreaterThan(0);
      reads += 1;
    }
    await writer;
    expect(reads).toBeGreaterThan(5);
  });

  it('that fails does not change the file and the folder', async () => {
    await issueApiKey(file, newKey);
    const before = await readFile(file, 'utf8');
    const failedUpdate = updateApiKeyFile(file, () => {
      throw new Error('no');
    });
    await expect(failedUpdate).rejects.toThrow('no');
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(await readdir(folder)).toEqual(['keys.json']);
  });

  it('does not overwrite an invalid file', async () => {
    await writeFile(file, 'not a key file');
    await expect(issueApiKey(file, newKey)).rejects.toThrow('not JSON');
    expect(await readFile(file, 'utf8')).toBe('not a key file');
  });

  it('fails if another writer does not finish, and names the process', async () => {
    await writeFile(`${file}.lock`, `${process.pid} ${hostname()} 1\n`);
    await expect(updateApiKeyFile(file, (records) => records, 50)).rejects.toThrow(
      `process ${process.pid} is writing the file; ${file}.lock says so`,
    );
  });

  it.each([
    ['a process that was killed', (pid: number) => `${pid} ${hostname()} 1\n`, 0],
    ['a process of another machine, a minute ago', () => '1 elsewhere 1\n', 61_000],
    ['an earlier version, a minute ago', () => '1\n', 61_000],
    ['a process that was killed before it wrote its id, a minute ago', () => '', 61_000],
  ])('replaces the lock of %s, by twenty writers too', async (_what, createContent, ageMs) => {
    await writeFile(`${file}.lock`, createContent(await findEndedProcess()));
    const writtenAt = new Date(Date.now() - ageMs);
    await utimes(`${file}.lock`, writtenAt, writtenAt);
    await Promise.all(Array.from({ length: 20 }, () => issueApiKey(file, newKey)));
    expect(await readApiKeyFile(file)).toHaveLength(20);
    expect(await readdir(folder)).toEqual(['keys.json']);
  });

  it.each([
    ['of another machine, whose processes are not known here', (pid: number) => `${pid} elsewhere 1\n`],
    ['that does not name its process yet', () => ''],
  ])('does not replace a new lock %s', async (_what, createContent) => {
    const content = createContent(await findEndedProcess());
    await writeFile(`${file}.lock`, content);
    await expect(updateApiKeyFile(file, (records) => records, 50)).rejects.toThrow('is writing the file');
    expect(await readFile(`${file}.lock`, 'utf8')).toBe(content);
  });

  it('removes the temporary files of killed writers, and not that of another one', async () => {
    const [old, oldLock, current] = [`${file}.1.tmp`, `${file}.lock.1.tmp`, `${file}.2.tmp`];
    for (const path of [old, oldLock, current]) await writeFile(path, '');
    for (const path of [old, oldLock]) await utimes(path, new Date(0), new Date(0));
    await issueApiKey(file, newKey);
    expect(await readdir(folder)).toEqual(['keys.json', 'keys.json.2.tmp']);
  });

  it('through a symbolic link changes the target of the link', async () => {
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'real', 'keys.json'), '{"version":1,"keys":[]}');
    await symlink(join(folder, 'real', 'keys.json'), file);
    await issueApiKey(file, newKey);
    expect(await readApiKeyFile(join(folder, 'real', 'keys.json'))).toHaveLength(1);
  });
});

describe('Revoking a key', () => {
  it('marks only that key, with the time of the first revocation', async () => {
    const first = await issueApiKey(file, newKey, 0);
    const second = await issueApiKey(file, newKey, 0);
    expect(await revokeApiKey(file, first.id, 1000)).toBe(true);
    expect(await revokeApiKey(file, first.id, 5000)).toBe(true);
    const [firstRecord, secondRecord] = await readApiKeyFile(file);
    expect(firstRecord).toMatchObject({ id: first.id, revokedAt: '1970-01-01T00:00:01.000Z' });
    expect(secondRecord).toMatchObject({ id: second.id });
    expect(secondRecord?.revokedAt).toBeUndefined();
  });

  it('returns false if there is no such key', async () => {
    expect(await revokeApiKey(file, 'abcdefghijkm')).toBe(false);
  });
});
