import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { createGateway, type Gateway } from '../../apps/gateway/src/application.js';
import { runVaultRotate } from '../../apps/gateway/src/commands/vault-rotate.js';
import { type Sandbox, startSandbox } from '../../apps/sandbox/src/sandbox.js';
import { issueApiKey } from '../../libs/callers/src/index.js';
import { loadConfiguration } from '../../libs/config/src/index.js';
import { Vault } from '../../libs/vault/src/index.js';
import { SimulatedBrowser, signIn } from '../support/simulated-browser.js';
import { findFreePort } from '../support/ports.js';
import { type RedisServer, startRedis } from '../support/redis.js';
import { buildGatewayEnvironment } from '../support/gateway-stack.js';

const createEncryptionKey = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const [k1, k2] = [createEncryptionKey('k1'), createEncryptionKey('k2')];

describe('npm run vault:rotate', () => {
  let folder: string;
  let keysFile: string;
  let key: string;
  let redis: RedisServer;
  let sandbox: Sandbox;
  let port: number;
  const browser = new SimulatedBrowser();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'koodrive-gateway-vault-'));
    keysFile = join(folder, 'api-keys.json');
    redis = await startRedis();
    sandbox = await startSandbox();
    port = await findFreePort();
    const userId = sandbox.users()[0]?.userId ?? '';
    ({ text: key } = await issueApiKey(keysFile, { owner: 'tests', scopes: ['*'], userId }));
  });
  afterAll(async () => {
    await sandbox.close();
    await redis.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const gatewayUrl = (): string => `http://localhost:${port}`;

  /** Runs `work` with a gateway that has these encryption keys, always at the same URL. */
  async function withKeys<T>(encryptionKeys: string, work: () => Promise<T>): Promise<T> {
    const configuration = loadConfiguration({
      ...buildGatewayEnvironment(sandbox, keysFile),
      PORT: String(port),
      REDIS_URL: redis.url,
      ENCRYPTION_KEYS: encryptionKeys,
      LOGIN_DOMAIN: `${gatewayUrl()}/auth/callback`,
    });
    const { target } = configuration.upstream;
    if (target.kind !== 'remote') throw new Error('the sandbox runs already');
    const gateway: Gateway = await createGateway(configuration, target);
    await gateway.app.listen({ host: '127.0.0.1', port });
    return work().finally(() => gateway.close());
  }

  /** Calls with the browser session, which needs its token, and with the API key, which needs the app token. */
  async function readStatuses(): Promise<number[]> {
    const [withSession, withKey] = await Promise.all([
      browser.fetchSameOrigin('GET', `${gatewayUrl()}/v1/spaces?kind=individual`),
      new SimulatedBrowser().fetch('GET', `${gatewayUrl()}/v1/spaces?kind=individual`, {
        authorization: `Bearer ${key}`,
      }),
    ]);
    return [withSession.status, withKey.status];
  }

  async function rotate(environment: Record<string, string>) {
    let out = '';
    let err = '';
    const io = {
      environment,
      writeOutput: (text: string) => void (out += text),
      writeError: (text: string) => void (err += text),
    };
    return { code: await runVaultRotate(io), out, err };
  }

  it('keeps browser sessions of the old key valid after that key is removed', async () => {
    await withKeys(k1, async () => {
      const userId = sandbox.users()[1]?.userId ?? '';
      expect((await signIn(browser, gatewayUrl(), userId)).status).toBe(200);
      expect(await readStatuses()).toEqual([200, 200]);
    });
    await withKeys(`${k2},${k1}`, async () => {
      expect(await readStatuses()).toEqual([200, 200]);
      const run = await rotate({ REDIS_URL: redis.url, ENCRYPTION_KEYS: `${k2},${k1}` });
      // The browser session, the user's index of browser sessions, the session's token, and the app token.
      expect(run).toEqual({ code: 0, out: 're-encrypted 4, already under key k2 0, unreadable 0\n', err: '' });
      expect(await readStatuses()).toEqual([200, 200]);
    });
    await withKeys(k2, async () => expect(await readStatuses()).toEqual([200, 200]));
    expect(sandbox.counters()).toMatchObject({ appTokensMinted: 1, sessionsCreated: 1, sessionsRefreshed: 0 });
    const repeated = await rotate({ REDIS_URL: redis.url, ENCRYPTION_KEYS: `${k2},${k1}` });
    expect(repeated.out).toBe('re-encrypted 0, already under key k2 4, unreadable 0\n');
  });

  it('re-encrypts the records in the Redis for cached responses too, such as those of a Redis that was divided', async () => {
    const cacheRedis = await startRedis();
    const client = new Redis(cacheRedis.url);
    try {
      const name = 'session:from-before';
      const oldVault = new Vault(loadConfiguration({ ENCRYPTION_KEYS: k1 }).encryption.keys);
      await client.set(`koodrive:${name}`, oldVault.encrypt(name, Buffer.from('record')), 'PX', 60_000);
      const urls = { REDIS_URL: redis.url, CACHE_REDIS_URL: cacheRedis.url };
      const run = await rotate({ ...urls, ENCRYPTION_KEYS: `${k2},${k1}` });
      expect(run.out).toBe('re-encrypted 1, already under key k2 4, unreadable 0\n');
      const newVault = new Vault(loadConfiguration({ ENCRYPTION_KEYS: k2 }).encryption.keys);
      const stored = await client.getBuffer(`koodrive:${name}`);
      expect(newVault.decrypt(name, stored ?? Buffer.alloc(0)).toString()).toBe('record');
      // The same Redis twice is counted once.
      const same = await rotate({ ...urls, CACHE_REDIS_URL: redis.url, ENCRYPTION_KEYS: `${k2},${k1}` });
      expect(same.out).toBe('re-encrypted 0, already under key k2 4, unreadable 0\n');
    } finally {
      client.disconnect();
      await cacheRedis.stop();
    }
  });

  it('counts the records that no key can decrypt', async () => {
    const run = await rotate({ REDIS_URL: redis.url, ENCRYPTION_KEYS: createEncryptionKey('k3') });
    expect(run.out).toBe('re-encrypted 0, already under key k3 0, unreadable 4\n');
  });

  it('reports configuration errors, and a Redis that does not respond', async () => {
    const invalid = await rotate({ ENCRYPTION_KEYS: 'k1' });
    expect(invalid.code).toBe(2);
    expect(invalid.err).toContain('REDIS_URL');
    expect(invalid.err).toContain('ENCRYPTION_KEYS');
    const unavailable = await rotate({ REDIS_URL: `redis://127.0.0.1:${await findFreePort()}`, ENCRYPTION_KEYS: k2 });
    expect(unavailable.code).toBe(1);
    expect(unavailable.err).not.toContain('127.0.0.1');
  });
});
