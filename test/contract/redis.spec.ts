import { afterEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { type RedisServer, startRedis } from '../support/redis.js';

const closeables: { stop(): Promise<unknown> }[] = [];
const startTracked = async (...options: Parameters<typeof startRedis>): Promise<RedisServer> => {
  const server = await startRedis(...options);
  closeables.push(server);
  return server;
};
const connectClient = (url: string): Redis => {
  const redis = new Redis(url, { commandTimeout: 200, maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on('error', () => undefined);
  closeables.push({ stop: async () => redis.disconnect() });
  return redis;
};
afterEach(async () => {
  await Promise.all(closeables.splice(0).map((closeable) => closeable.stop()));
});

describe('startRedis', () => {
  it('resolves with a server that responds and stores values', async () => {
    const redis = connectClient((await startTracked()).url);
    await redis.set('a', 'b');
    expect(await redis.get('a')).toBe('b');
  });

  it('starts several servers at once', async () => {
    const [one, two] = await Promise.all([startTracked(), startTracked()]);
    expect(one.port).not.toBe(two.port);
    expect(one.pid).not.toBe(two.pid);
  });

  it('starts a server that does not respond while frozen, and responds again when thawed', async () => {
    const server = await startTracked();
    const redis = connectClient(server.url);
    await redis.ping();
    server.freeze();
    await expect(redis.ping()).rejects.toThrow('Command timed out');
    server.thaw();
    expect(await redis.ping()).toBe('PONG');
  });

  it('starts a server on the port of a killed server', async () => {
    const server = await startTracked();
    await server.kill();
    const restarted = await startTracked({ port: server.port });
    expect(restarted.url).toBe(server.url);
    expect(() => process.kill(server.pid, 0)).toThrow();
  });

  it('starts a server that can be stopped while frozen', async () => {
    const server = await startTracked();
    server.freeze();
    await server.stop();
    expect(() => process.kill(server.pid, 0)).toThrow();
  });

  it('rejects with the reason if the server does not start', async () => {
    const server = await startTracked();
    await expect(startRedis({ port: server.port })).rejects.toThrow(/did not start on port/);
  });
});
