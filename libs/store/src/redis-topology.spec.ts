import { afterEach, describe, expect, it } from '@jest/globals';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { startProcess } from '../../../test/support/child-process.js';
import { findFreePort } from '../../../test/support/ports.js';
import { startRedis, type RedisServer } from '../../../test/support/redis.js';
import { ensureProgram } from '../../../test/support/system-programs.mjs';
import { waitUntil } from '../../../test/support/wait-until.js';
import { RedisStore } from './redis-store.js';

const closeables: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const closeable of closeables.splice(0).reverse()) await closeable.close();
});

async function start(serverArguments: string[] = []): Promise<RedisServer> {
  const redis = await startRedis({ extraArgs: serverArguments });
  closeables.push({ close: () => redis.stop() });
  return redis;
}

async function sendCommand(redis: RedisServer, command: string, ...commandArguments: string[]): Promise<unknown> {
  const client = new Redis(redis.url);
  return client.call(command, commandArguments).finally(() => client.disconnect());
}

async function exercise(store: RedisStore): Promise<void> {
  const keys = Array.from({ length: 12 }, (_, i) => `key-${i}`);
  await Promise.all(keys.map((key) => store.set(key, key, 60_000)));
  expect((await store.getMany(keys)).map(String)).toEqual(keys);
  expect(await store.setIfEquals('key-1', 'key-1', 'new', 60_000)).toBe(true);
  expect(await store.delete(...keys)).toBe(12);
  const limits = { maxItems: 1, maxBytes: 10, removeOldest: true };
  for (const id of ['old', 'new']) await store.addToBoundedSet('set', { id, bytes: 5, ttlMs: 60_000 }, limits);
  await store.removeFromBoundedSet('set', 'new');
  expect(await store.readMemory()).toMatchObject({ limited: false, evicts: false });
  const messages: string[] = [];
  await store.subscribe('news', (m) => messages.push(m));
  await store.publish('news', 'hello');
  await waitUntil('the message', () => messages.includes('hello'));
}

describe('RedisStore with Redis Cluster', () => {
  it('works when it connects to any of the nodes', async () => {
    const clusterArguments = ['--cluster-enabled', 'yes'];
    const [a, b] = [await start(clusterArguments), await start(clusterArguments)];
    await sendCommand(a, 'CLUSTER', 'ADDSLOTSRANGE', '0', '8191');
    await sendCommand(b, 'CLUSTER', 'ADDSLOTSRANGE', '8192', '16383');
    await sendCommand(a, 'CLUSTER', 'MEET', '127.0.0.1', String(b.port));
    await waitUntil('the cluster to agree', async () => {
      const states = await Promise.all([a, b].map((node) => sendCommand(node, 'CLUSTER', 'INFO')));
      return states.every((state) => String(state).includes('cluster_state:ok'));
    });
    const store = new RedisStore({ url: `redis+cluster://127.0.0.1:${b.port},127.0.0.1:${a.port}` });
    closeables.push(store);
    await store.waitUntilReady(5_000);
    await exercise(store);
  }, 30_000);
});

describe('RedisStore with Redis Sentinel', () => {
  it('finds the master', async () => {
    const master = await start();
    const folder = await mkdtemp(join(tmpdir(), 'koodrive-sentinel-'));
    closeables.push({ close: () => rm(folder, { recursive: true }) });
    const file = join(folder, 'sentinel.conf');
    const port = await findFreePort();
    await writeFile(file, `port ${port}\nbind 127.0.0.1\nsentinel monitor main 127.0.0.1 ${master.port} 1\n`);
    const sentinel = await startProcess(ensureProgram('redis'), [file, '--sentinel'], { cwd: folder });
    closeables.push({ close: () => sentinel.stop() });
    const store = new RedisStore({ url: `redis+sentinel://127.0.0.1:${port}/main` });
    closeables.push(store);
    await store.waitUntilReady(10_000);
    await exercise(store);
  }, 30_000);
});
