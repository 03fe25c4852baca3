import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { type RedisServer, startRedis } from '../redis.js';
import type { TroubleBench } from './trouble-cause.js';

/** Both stores, as one operator's mistake concerns both. The variables of the cache end in `/1`: another database. */
export const bothStores = ['store', 'cacheStore'];
export const redisEnv = (url: string) => ({ REDIS_URL: url, CACHE_REDIS_URL: `${url}/1` });

/** Reads, writes, scripts and messages. */
export function useStores(bench: TroubleBench) {
  return async (): Promise<void> => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    await bench.call('POST', '/v1/spaces/1/folders', { headers, body: '{"name":"Folder"}' });
    await bench.call('GET', '/v1/spaces', { headers: { 'cache-control': 'no-cache' } });
  };
}

export interface TestRedis {
  readonly redis: RedisServer;
  readonly folder: string;
  readonly admin: Redis;
}
export async function startTestRedis(bench: TroubleBench, extraArgs: readonly string[] = []): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'koodrive-redis-'));
  bench.stopLater(() => rm(folder, { recursive: true }));
  const redis = await startRedis({ folder, extraArgs });
  bench.stopLater(() => redis.kill());
  return { redis, folder, admin: connectAdmin(bench, { port: redis.port }) };
}
export function connectAdmin(
  bench: TroubleBench,
  options: { port: number; username?: string; password?: string },
): Redis {
  const admin = new Redis({ ...options, host: '127.0.0.1', retryStrategy: null });
  admin.on('error', () => undefined);
  bench.stopLater(() => admin.disconnect());
  return admin;
}
export async function startRedisOn(bench: TroubleBench, port: number): Promise<void> {
  const redis = await startRedis({ port });
  bench.stopLater(() => redis.kill());
}
