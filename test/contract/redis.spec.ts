import { afterEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { type RedisServer, sharedRedis, startRedis } from '../support/redis.js';

const started: { stop(): Promise<unknown> }[] = [];
const start = async (...options: Parameters<typeof startRedis>): Promise<RedisServer> => {
  const server = await startRedis(...options);
  started.push(server);
  return server;
};
const client = (url: string): Redis => {
  const redis = new Redis(url, { commandTimeout: 200, maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on('error', () => undefined);
  started.push({ stop: async () => redis.disconnect() });
  return redis;
};
afterEach(async () => {
  await Promise.all(started.splice(0).map((each) => each.stop()));
});

describe('a Redis of the tests', () => {
  it('answers as soon as it is handed over, and keeps what it is given', async () => {
    const redis = client((await start()).url);
    await redis.set('a', 'b');
    expect(await redis.get('a')).toBe('b');
  });

  it('stands beside others', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect(one.port).not.toBe(two.port);
    expect(one.pid).not.toBe(two.pid);
  });

  it('goes silent while frozen and answers again when thawed', async () => {
    const server = await start();
    const redis = client(server.url);
    await redis.ping();
    server.freeze();
    await expect(redis.ping()).rejects.toThrow('Command timed out');
    server.thaw();
    expect(await redis.ping()).toBe('PONG');
  });

  it('comes back on the same port after a kill', async () => {
    const server = await start();
    await server.kill();
    const again = await start({ port: server.port });
    expect(again.url).toBe(server.url);
    expect(() => process.kill(server.pid, 0)).toThrow();
  });

  it('stops while frozen', async () => {
    const server = await start();
    server.freeze();
    await server.stop();
    expect(() => process.kill(server.pid, 0)).toThrow();
  });

  it('says why it did not start', async () => {
    const server = await start();
    await expect(startRedis({ port: server.port })).rejects.toThrow(/did not start on port/);
  });

  it('is the one of REDIS_URL where that is set', async () => {
    const before = process.env.REDIS_URL;
    process.env.REDIS_URL = 'redis://127.0.0.1:1';
    try {
      expect((await sharedRedis()).url).toBe('redis://127.0.0.1:1');
    } finally {
      if (before === undefined) delete process.env.REDIS_URL;
      else process.env.REDIS_URL = before;
    }
  });
});
