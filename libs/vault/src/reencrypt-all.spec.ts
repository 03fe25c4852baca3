import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createSecretKey, randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { RedisStore } from '#store';
import { type RedisServer, startRedis } from '../../../test/support/redis.js';
import { reencryptAll, type ReencryptableStore } from './reencrypt-all.js';
import { Vault, type VaultKey } from './vault.js';

const createKey = (id: string): VaultKey => ({ id, key: createSecretKey(randomBytes(32)) });
const [k1, k2, unknownKey] = [createKey('k1'), createKey('k2'), createKey('unknown')];
const [old, both, next] = [new Vault([k1]), new Vault([k2, k1]), new Vault([k2])];
const secret = Buffer.from('canary-secret');

let server: RedisServer;
let store: RedisStore;
let redis: Redis;
beforeAll(async () => {
  server = await startRedis();
  store = new RedisStore({ url: server.url, prefix: 'own[*]:' });
  await store.waitUntilReady(5_000);
  redis = new Redis(server.url);
});
beforeEach(() => redis.flushall());
afterAll(async () => {
  redis.disconnect();
  await store.close();
  await server.stop();
});

describe('reencryptAll', () => {
  it('encrypts each record with the newest key, keeps its TTL, and leaves nothing to do for a second run', async () => {
    for (let n = 0; n < 500; n += 1) await store.set(`session:${n}`, old.encrypt(`session:${n}`, secret), 60_000);
    await store.set('session:new', next.encrypt('session:new', secret), 60_000);
    expect(await reencryptAll(store, both)).toEqual({ reencrypted: 500, alreadyCurrent: 1, unreadable: 0 });
    const stored = await store.get('session:499');
    expect(stored && next.decrypt('session:499', stored)).toEqual(secret);
    const ttlMs = await redis.pttl('own[*]:session:499');
    expect(ttlMs).toBeGreaterThan(30_000);
    expect(ttlMs).toBeLessThanOrEqual(60_000);
    expect(await reencryptAll(store, both)).toEqual({ reencrypted: 0, alreadyCurrent: 501, unreadable: 0 });
  });

  it('never overwrites a record that a gateway writes meanwhile', async () => {
    await store.set('session-token:a', old.encrypt('session-token:a', secret), 60_000);
    const renewed = Buffer.from('canary-renewed');
    let writes = 0;
    const storeWithWriter: ReencryptableStore = {
      keys: () => store.keys(),
      get: (name) => store.get(name),
      getMany: (names) => store.getMany(names),
      setIfEqualsKeepingTtl: async (name, expected, value) => {
        if (++writes === 1) await store.set(name, old.encrypt(name, renewed), 60_000);
        return store.setIfEqualsKeepingTtl(name, expected, value);
      },
    };
    expect(await reencryptAll(storeWithWriter, both)).toMatchObject({ reencrypted: 1 });
    const stored = await store.get('session-token:a');
    expect(stored && next.decrypt('session-token:a', stored)).toEqual(renewed);
  });

  it('does not restore a record that is deleted meanwhile', async () => {
    await store.set('session:a', old.encrypt('session:a', secret), 60_000);
    const storeWithDeletion: ReencryptableStore = {
      keys: () => store.keys(),
      get: (name) => store.get(name),
      getMany: (names) => store.getMany(names),
      setIfEqualsKeepingTtl: async (name, expected, value) => {
        await store.delete(name);
        return store.setIfEqualsKeepingTtl(name, expected, value);
      },
    };
    expect(await reencryptAll(storeWithDeletion, both)).toEqual({ reencrypted: 0, alreadyCurrent: 0, unreadable: 0 });
    expect(await store.get('session:a')).toBeUndefined();
  });

  it('counts unreadable records, and leaves them and everything that is not encrypted unchanged', async () => {
    const foreign = new Vault([unknownKey]).encrypt('session:f', secret);
    await store.set('session:f', foreign, 60_000);
    await store.set('session:moved', old.encrypt('session:a', secret), 60_000);
    await store.set('lock:a', 'an owner', 60_000);
    await store.set('cache:entry:a', old.encrypt('cache:entry:a', secret), 60_000);
    await redis.set('another-application', old.encrypt('another-application', secret));
    await redis.hset('own[*]:a-hash', 'a', '1');
    expect(await reencryptAll(store, both)).toEqual({ reencrypted: 0, alreadyCurrent: 0, unreadable: 2 });
    expect(await store.get('session:f')).toEqual(foreign);
    expect((await store.get('lock:a'))?.toString()).toBe('an owner');
  });
});
