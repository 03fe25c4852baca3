import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createGateway, type Gateway } from '../../apps/gateway/src/application.js';
import { runVaultRotate } from '../../apps/gateway/src/vault-rotate.js';
import { type Sandbox, startSandbox } from '../../apps/sandbox/src/sandbox.js';
import { issueApiKey } from '../../libs/callers/src/index.js';
import { loadConfiguration } from '../../libs/config/src/index.js';
import { BrowserByHand, signIn } from '../support/browser-by-hand.js';
import { freePort } from '../support/ports.js';
import { type RedisServer, startRedis } from '../support/redis.js';
import { environmentFor } from '../support/stack.js';

jest.setTimeout(60_000);

const newKey = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const [k1, k2] = [newKey('k1'), newKey('k2')];

describe('npm run vault:rotate', () => {
  let folder: string;
  let keysFile: string;
  let key: string;
  let redis: RedisServer;
  let sandbox: Sandbox;
  let port: number;
  const browser = new BrowserByHand();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'koodrive-gateway-vault-'));
    keysFile = join(folder, 'api-keys.json');
    redis = await startRedis();
    sandbox = await startSandbox();
    port = await freePort();
    const userId = sandbox.users()[0]?.userId ?? '';
    ({ text: key } = await issueApiKey(keysFile, { owner: 'tests', scopes: ['*'], userId }));
  });
  afterAll(async () => {
    await sandbox.close();
    await redis.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const gateway = (): string => `http://localhost:${port}`;

  /** Runs the work with a gateway that has these keys, always at the same address. */
  async function withKeys<T>(keys: string, work: () => Promise<T>): Promise<T> {
    const configuration = loadConfiguration({
      ...environmentFor(sandbox, keysFile),
      PORT: String(port),
      REDIS_URL: redis.url,
      ENCRYPTION_KEYS: keys,
      LOGIN_DOMAIN: `${gateway()}/auth/callback`,
    });
    const { target } = configuration.upstream;
    if (target.kind !== 'remote') throw new Error('the sandbox is there already');
    const running: Gateway = await createGateway(configuration, target);
    await running.app.listen({ host: '127.0.0.1', port });
    return work().finally(() => running.close());
  }

  /** By the session, which needs its token, and by the key, which needs the app's. */
  async function asked(): Promise<number[]> {
    const [session, app] = await Promise.all([
      browser.call('GET', `${gateway()}/v1/spaces?kind=individual`),
      new BrowserByHand().fetch('GET', `${gateway()}/v1/spaces?kind=individual`, { authorization: `Bearer ${key}` }),
    ]);
    return [session.status, app.status];
  }

  async function rotate(environment: Record<string, string>) {
    let out = '';
    let err = '';
    const io = { environment, out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
    return { code: await runVaultRotate(io), out, err };
  }

  it('lets a session that began under the old key go on when that key is gone', async () => {
    await withKeys(k1, async () => {
      const userId = sandbox.users()[1]?.userId ?? '';
      expect((await signIn(browser, gateway(), userId)).status).toBe(200);
      expect(await asked()).toEqual([200, 200]);
    });
    await withKeys(`${k2},${k1}`, async () => {
      expect(await asked()).toEqual([200, 200]);
      const run = await rotate({ REDIS_URL: redis.url, ENCRYPTION_KEYS: `${k2},${k1}` });
      // The session, its user's list of sessions, its token, and the app's token.
      expect(run).toEqual({ code: 0, out: 're-encrypted 4, already under key k2 0, unreadable 0\n', err: '' });
      expect(await asked()).toEqual([200, 200]);
    });
    await withKeys(k2, async () => expect(await asked()).toEqual([200, 200]));
    expect(sandbox.counters()).toMatchObject({ appTokensMinted: 1, sessionsCreated: 1, sessionsRefreshed: 0 });
    const again = await rotate({ REDIS_URL: redis.url, ENCRYPTION_KEYS: `${k2},${k1}` });
    expect(again.out).toBe('re-encrypted 0, already under key k2 4, unreadable 0\n');
  });

  it('says how many records nobody can read any more', async () => {
    const run = await rotate({ REDIS_URL: redis.url, ENCRYPTION_KEYS: newKey('k3') });
    expect(run.out).toBe('re-encrypted 0, already under key k3 0, unreadable 4\n');
  });

  it('says what is wrong with its configuration, and that Redis does not answer', async () => {
    const wrong = await rotate({ ENCRYPTION_KEYS: 'k1' });
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('REDIS_URL');
    expect(wrong.err).toContain('ENCRYPTION_KEYS');
    const away = await rotate({ REDIS_URL: `redis://127.0.0.1:${await freePort()}`, ENCRYPTION_KEYS: k2 });
    expect(away.code).toBe(1);
    expect(away.err).not.toContain('127.0.0.1');
  });
});
