import { afterEach, describe, expect, it } from '@jest/globals';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { startChild } from '../../../test/support/child-process.js';
import { freePort } from '../../../test/support/ports.js';
import { startRedis, type RedisServer } from '../../../test/support/redis.js';
import { ensureProgram } from '../../../test/support/system-programs.mjs';
import { until } from '../../../test/support/deadline.js';
import { RedisStore } from './redis-store.js';

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const part of opened.splice(0).reverse()) await part.close();
});

async function start(words: string[] = []): Promise<RedisServer> {
  const redis = await startRedis({ arguments: words });
  opened.push({ close: () => redis.stop() });
  return redis;
}

async function ask(redis: RedisServer, command: string, ...words: string[]): Promise<unknown> {
  const client = new Redis(redis.url);
  return client.call(command, words).finally(() => client.disconnect());
}

async function exercise(store: RedisStore): Promise<void> {
  const keys = Array.from({ length: 12 }, (_, i) => `key-${i}`);
  await Promise.all(keys.map((key) => store.set(key, key, 60_000)));
  expect((await store.getMany(keys)).map(String)).toEqual(keys);
  expect(await store.replace('key-1', 'key-1', 'new', 60_000)).toBe(true);
  expect(await store.increment('count', 60_000)).toBe(1);
  expect(await store.delete(...keys)).toBe(12);
  const heard: string[] = [];
  await store.subscribe('news', (m) => heard.push(m));
  await store.publish('news', 'hello');
  await until('the message', () => heard.includes('hello'));
}

describe('Redis Cluster', () => {
  it('is used through any of its nodes', async () => {
    const settings = ['--cluster-enabled', 'yes'];
    const [a, b] = [await start(settings), await start(settings)];
    await ask(a, 'CLUSTER', 'ADDSLOTSRANGE', '0', '8191');
    await ask(b, 'CLUSTER', 'ADDSLOTSRANGE', '8192', '16383');
    await ask(a, 'CLUSTER', 'MEET', '127.0.0.1', String(b.port));
    await until('the cluster to agree', async () => {
      const states = await Promise.all([a, b].map((node) => ask(node, 'CLUSTER', 'INFO')));
      return states.every((state) => String(state).includes('cluster_state:ok'));
    });
    const store = new RedisStore({ url: `redis+cluster://127.0.0.1:${b.port},127.0.0.1:${a.port}` });
    opened.push(store);
    await store.ready(5_000);
    await exercise(store);
  }, 30_000);
});

describe('Redis Sentinel', () => {
  it('is asked where the master is', async () => {
    const master = await start();
    const folder = await mkdtemp(join(tmpdir(), 'koodrive-sentinel-'));
    opened.push({ close: () => rm(folder, { recursive: true }) });
    const file = join(folder, 'sentinel.conf');
    const port = await freePort();
    await writeFile(file, `port ${port}\nbind 127.0.0.1\nsentinel monitor main 127.0.0.1 ${master.port} 1\n`);
    const sentinel = await startChild(ensureProgram('redis'), [file, '--sentinel'], { cwd: folder });
    opened.push({ close: () => sentinel.stop() });
    const store = new RedisStore({ url: `redis+sentinel://127.0.0.1:${port}/main` });
    opened.push(store);
    await store.ready(10_000);
    await exercise(store);
  }, 30_000);
});
