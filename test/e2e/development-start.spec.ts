import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ServiceProcess, startGatewayProcess } from '../support/processes.js';
import { waitUntil } from '../support/wait-until.js';

jest.setTimeout(120_000);
const execFileAsync = promisify(execFile);

let folder: string;
let gateway: ServiceProcess;

/** The gateway as `npm start` runs it, with its files in a folder of the test. */
async function start(env: Record<string, string> = {}): Promise<void> {
  gateway = await startGatewayProcess({ env: { API_KEYS_FILE: join(folder, 'api-keys.json'), ...env } });
  await waitUntil('the banner', () => gateway.output().includes('Try:'));
}
const readBanner = (pattern: RegExp): string => pattern.exec(gateway.output())?.[1] ?? '';
const readControlUrl = (): string => readBanner(/^sandbox control +(\S+)$/m);
const curl = async (...args: string[]): Promise<string> => (await execFileAsync('curl', ['-sS', ...args])).stdout;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koodrive-development-'));
  await start();
});
afterAll(async () => {
  await gateway?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('S35: npm start', () => {
  it('prints a control URL that works as it is, and an API key', async () => {
    expect(JSON.parse(await curl(`${readControlUrl()}/counters`))).toMatchObject({ answersBreakingContract: 0 });
    expect(JSON.parse(await curl('-X', 'POST', `${readControlUrl()}/reset`))).toEqual({ reset: true });
    const { username, password, origin } = new URL(readControlUrl());
    expect([username, password]).toEqual(['sandbox', expect.stringMatching(/^[\w-]{43}$/)]);
    expect(await curl('-o', '/dev/null', '-w', '%{http_code}', `${origin}/_sandbox`)).toBe('401');
    const me = await curl('-H', `Authorization: Bearer ${readBanner(/^API key +(\S+)$/m)}`, `${gateway.url}/v1/me`);
    expect(JSON.parse(me)).toMatchObject({ profile: { name: 'Mei Lin' } });
  });

  it('stores the token for the user of the process alone, and uses it again at the next start', async () => {
    const token = new URL(readControlUrl()).password;
    const path = join(folder, 'sandbox-control-token');
    expect((await readFile(path, 'utf8')).trim()).toBe(token);
    for (const file of [path, join(folder, 'development-key')]) expect((await stat(file)).mode & 0o777).toBe(0o600);
    await gateway.stop();
    await start();
    expect(new URL(readControlUrl()).password).toBe(token);
  });

  it('takes the token of SANDBOX_CONTROL_TOKEN where it is set', async () => {
    await gateway.stop();
    await start({ SANDBOX_CONTROL_TOKEN: 'given-by-the-developer' });
    expect(new URL(readControlUrl()).password).toBe('given-by-the-developer');
    expect(JSON.parse(await curl(`${readControlUrl()}/clock`))).toHaveProperty('now');
  });
});
