import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createSecretKey, randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { RedisStore } from '#store';
import { type RedisServer, startRedis } from '../../../test/support/redis.js';
import { resealAll, type SealedStore } from './reseal-all.js';
import { Vault, type VaultKey } from './vault.js';

const key = (id: string): VaultKey => ({ id, key: createSecretKey(randomBytes(32)) });
const [k1, k2, stranger] = [key('k1'), key('k2'), key('stranger')];
const [old, both, next] = [new Vault([k1]), new Vault([k2, k1]), new Vault([k2])];
const secret = Buffer.from('canary-secret');

let server: RedisServer;
let store: RedisStore;
let redis: Redis;
beforeAll(async () => {
  server = await startRedis();
  store = new RedisStore({ url: server.url, prefix: 'own[*]:' });
  await store.ready(5_000);
  redis = new Redis(server.url);
});
beforeEach(() => redis.flushall());
afterAll(async () => {
  redis.disconnect();
  await store.close();
  await server.stop();
});

describe('sealing all records anew', () => {
  it('leaves each under the newest key, for the rest of its life, and nothing to do for a second run', async () => {
    for (let n = 0; n < 500; n += 1) await store.set(`session:${n}`, old.seal(`session:${n}`, secret), 60_000);
    await store.set('session:new', next.seal('session:new', secret), 60_000);
    expect(await resealAll(store, both)).toEqual({ resealed: 500, alreadyNew: 1, unreadable: 0 });
    const kept = await store.get('session:499');
    expect(kept && next.open('session:499', kept)).toEqual(secret);
    const life = await redis.pttl('own[*]:session:499');
    expect(life).toBeGreaterThan(30_000);
    expect(life).toBeLessThanOrEqual(60_000);
    expect(await resealAll(store, both)).toEqual({ resealed: 0, alreadyNew: 501, unreadable: 0 });
  });

  it('never overwrites what was written meanwhile', async () => {
    await store.set('session-token:a', old.seal('session-token:a', secret), 60_000);
    const renewed = Buffer.from('canary-renewed');
    let writes = 0;
    const busy: SealedStore = {
      keys: () => store.keys(),
      get: (name) => store.get(name),
      getMany: (names) => store.getMany(names),
      rewrite: async (name, expected, value) => {
        if (++writes === 1) await store.set(name, old.seal(name, renewed), 60_000);
        return store.rewrite(name, expected, value);
      },
    };
    expect(await resealAll(busy, both)).toMatchObject({ resealed: 1 });
    const kept = await store.get('session-token:a');
    expect(kept && next.open('session-token:a', kept)).toEqual(renewed);
  });

  it('leaves what has ended meanwhile ended', async () => {
    await store.set('session:a', old.seal('session:a', secret), 60_000);
    const ending: SealedStore = {
      keys: () => store.keys(),
      get: (name) => store.get(name),
      getMany: (names) => store.getMany(names),
      rewrite: async (name, expected, value) => {
        await store.delete(name);
        return store.rewrite(name, expected, value);
      },
    };
    expect(await resealAll(ending, both)).toEqual({ resealed: 0, alreadyNew: 0, unreadable: 0 });
    expect(await store.get('session:a')).toBeNull();
  });

  it('counts what nobody can read, and leaves it and all that is not sealed as it is', async () => {
    const foreign = new Vault([stranger]).seal('session:f', secret);
    await store.set('session:f', foreign, 60_000);
    await store.set('session:moved', old.seal('session:a', secret), 60_000);
    await store.set('lock:a', 'an owner', 60_000);
    await store.set('cache:entry:a', old.seal('cache:entry:a', secret), 60_000);
    await redis.set('another-application', old.seal('another-application', secret));
    await redis.hset('own[*]:a-hash', 'a', '1');
    expect(await resealAll(store, both)).toEqual({ resealed: 0, alreadyNew: 0, unreadable: 2 });
    expect(await store.get('session:f')).toEqual(foreign);
    expect((await store.get('lock:a'))?.toString()).toBe('an owner');
  });
});
