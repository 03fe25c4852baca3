import { afterEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { inspect } from 'node:util';
import { freePort } from '../../../test/support/ports.js';
import { startRedis, type RedisServer } from '../../../test/support/redis.js';
import { until } from '../../../test/support/deadline.js';
import { RedisStore } from './redis-store.js';
import { StoreUnavailableError } from './store.js';

const COMMAND_TIMEOUT = 250;
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of opened.splice(0).reverse()) await part.close();
});

async function server(options?: Parameters<typeof startRedis>[0]): Promise<RedisServer> {
  const redis = await startRedis(options);
  opened.push({ close: () => redis.stop() });
  return redis;
}

async function connect(url: string, patience = 5_000): Promise<RedisStore> {
  const store = new RedisStore({ url });
  opened.push(store);
  await store.ready(patience);
  return store;
}

/** Milliseconds until it failed. */
async function timeToFail(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await expect(action()).rejects.toBeInstanceOf(StoreUnavailableError);
  return performance.now() - start;
}

const works = (store: RedisStore) => (): Promise<boolean> =>
  store.ping().then(
    () => true,
    () => false,
  );

describe('a Redis that is frozen', () => {
  it('costs one command timeout, and nothing to those who ask after that', async () => {
    const redis = await server();
    const store = await connect(redis.url);
    redis.freeze();
    expect(await timeToFail(() => store.get('a'))).toBeLessThan(2 * COMMAND_TIMEOUT);
    for (let i = 0; i < 20; i++) expect(await timeToFail(() => store.get('a'))).toBeLessThan(COMMAND_TIMEOUT / 2);
  });

  it('costs nobody a timeout while it stays frozen, since the asking is done in the background', async () => {
    const redis = await server();
    const store = await connect(redis.url);
    redis.freeze();
    await timeToFail(() => store.get('a'));
    const end = performance.now() + 2_000;
    let slowest = 0;
    await until('two seconds of asking', async () => {
      slowest = Math.max(slowest, await timeToFail(() => store.get('a')));
      return performance.now() > end;
    });
    expect(slowest).toBeLessThan(COMMAND_TIMEOUT / 2);
  });

  it('is used again soon after it goes on', async () => {
    const redis = await server();
    const store = await connect(redis.url);
    await store.set('a', 'kept', 60_000);
    redis.freeze();
    await timeToFail(() => store.get('a'));
    redis.thaw();
    await until('the store to be back', works(store), { within: 2_500 });
    expect(String(await store.get('a'))).toBe('kept');
  });

  it('is found out by subscribers, and they listen again afterwards', async () => {
    const redis = await server();
    const store = await connect(redis.url);
    const heard: string[] = [];
    const states: string[] = [];
    await store.subscribe(
      'c',
      (m) => heard.push(m),
      (s) => states.push(s),
    );
    redis.freeze();
    await until('the subscriber to notice', () => states.at(-1) === 'down', { within: 3_000 });
    redis.thaw();
    await until('the subscriber to be back', () => states.at(-1) === 'up', { within: 5_000 });
    await until('the store to be back', works(store), { within: 2_500 });
    await store.publish('c', 'again');
    await until('the message', () => heard.includes('again'));
    expect(states).toEqual(['up', 'down', 'up']);
  });
});

describe('a Redis that is killed', () => {
  it('fails at once, and is used again within five seconds of its return', async () => {
    const redis = await server();
    const store = await connect(redis.url);
    const heard: string[] = [];
    const states: string[] = [];
    await store.subscribe(
      'c',
      (m) => heard.push(m),
      (s) => states.push(s),
    );
    await redis.kill();
    await until('the subscriber to notice', () => states.at(-1) === 'down', { within: 1_000 });
    expect(await timeToFail(() => store.get('a'))).toBeLessThan(2 * COMMAND_TIMEOUT);
    await server({ port: redis.port });
    await until('the store to be back', works(store), { within: 5_000 });
    await until('the subscriber to be back', () => states.at(-1) === 'up', { within: 5_000 });
    await store.publish('c', 'again');
    await until('the message', () => heard.includes('again'));
  });

  it('that was never there fails at once, without an unheard error event', async () => {
    const store = new RedisStore({ url: `redis://127.0.0.1:${await freePort()}` });
    opened.push(store);
    await store.ready(300);
    expect(await timeToFail(() => store.get('a'))).toBeLessThan(2 * COMMAND_TIMEOUT);
    await expect(store.subscribe('c', () => undefined)).rejects.toBeInstanceOf(StoreUnavailableError);
  });
});

describe('what an error tells', () => {
  it('is neither the password, nor a key, nor a value', async () => {
    const redis = await server();
    const administrator = new Redis(redis.url);
    await administrator.config('SET', 'requirepass', 'right-password');
    administrator.disconnect();
    const store = await connect(redis.url.replace('redis://', 'redis://:canary-password@'), 500);
    const errors = await Promise.all([
      store.set('canary-key', 'canary-value', 1_000).catch((error: unknown) => error),
      store.subscribe('canary-channel', () => undefined).catch((error: unknown) => error),
    ]);
    for (const error of errors) {
      expect(error).toBeInstanceOf(StoreUnavailableError);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('canary-');
    }
  });

  it('is the first word of a refusal, which does not count as being away', async () => {
    const redis = await server({ arguments: ['--maxmemory', '1'] });
    const store = await connect(redis.url);
    await expect(store.set('a', 'b', 1_000)).rejects.toThrow('the store refused: OOM');
    expect(await store.get('a')).toBeNull();
  });

  it('is that the store is away once it was closed', async () => {
    const redis = await server();
    const store = await connect(redis.url);
    await store.close();
    await timeToFail(() => store.get('a'));
    await timeToFail(() => store.subscribe('a', () => undefined));
  });
});
