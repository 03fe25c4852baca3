import { afterEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { type RedisServer, startRedis, startSentinel } from '../../../test/support/redis.js';
import { waitUntil } from '../../../test/support/wait-until.js';
import { RedisStore } from './redis-store.js';
import { sleep } from './sleep.js';
import type { StoreObserver } from './store-observer.js';

const closeables: { close(): unknown }[] = [];
afterEach(async () => {
  for (const closeable of closeables.splice(0).reverse()) await closeable.close();
});

interface AdministeredRedis extends RedisServer {
  readonly admin: Redis;
}
async function start(extraArgs: readonly string[] = []): Promise<AdministeredRedis> {
  const redis = await startRedis({ extraArgs });
  closeables.push({ close: () => redis.stop() });
  const admin = new Redis(redis.url);
  closeables.push({ close: () => admin.disconnect() });
  return Object.assign(redis, { admin });
}

/** Ends all connections but the one of the test, and accepts no others. */
async function rejectClients({ admin }: AdministeredRedis): Promise<void> {
  await admin.config('SET', 'maxclients', 1);
  await admin.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
}
const acceptClients = ({ admin }: AdministeredRedis): Promise<unknown> => admin.config('SET', 'maxclients', 10_000);

/** What the store reports of its connection. */
async function connectObserved(url: string): Promise<{ store: RedisStore; reasons: (string | undefined)[] }> {
  const reasons: (string | undefined)[] = [];
  const add = (capability: string, failure?: { readonly reason: string }): void =>
    void (capability === 'connection' && reasons.push(failure?.reason));
  const observer: StoreObserver = { reportSuccess: (name) => add(name), reportFailure: add };
  const store = new RedisStore({ url, observer });
  closeables.push(store);
  await store.waitUntilReady(5_000);
  return { store, reasons };
}

/** Resolves when nothing else is reported for longer than the interval of the probes. */
async function expectReason(reasons: (string | undefined)[], reason: string): Promise<void> {
  await waitUntil(reason, () => reasons.at(-1) === reason);
  reasons.length = 0;
  await sleep(1_500);
  expect(new Set(reasons)).toEqual(new Set([reason]));
}

describe('RedisStore with a Redis that accepts no more clients', () => {
  it('reports it, and that it is over', async () => {
    const redis = await start();
    const { store, reasons } = await connectObserved(redis.url);
    await rejectClients(redis);
    await store.get('key').catch(() => undefined);
    await expectReason(reasons, 'too-many-clients');
    await acceptClients(redis);
    await waitUntil('the store to be available', () => store.available);
    expect(await store.get('key')).toBeUndefined();
    expect(reasons.at(-1)).toBeUndefined();
  });

  it('reports it where that Redis was never reached', async () => {
    const redis = await start();
    await rejectClients(redis);
    const { store, reasons } = await connectObserved(redis.url);
    await store.get('key').catch(() => undefined);
    await expectReason(reasons, 'too-many-clients');
  }, 10_000);

  it('reports that it was killed afterwards', async () => {
    const redis = await start();
    const { store, reasons } = await connectObserved(redis.url);
    await rejectClients(redis);
    await store.get('key').catch(() => undefined);
    await expectReason(reasons, 'too-many-clients');
    await redis.kill();
    await expectReason(reasons, 'refused');
  });

  it('reports it of the primary that a Sentinel names', async () => {
    const redis = await start();
    const sentinel = await startSentinel(redis.port);
    closeables.push({ close: () => sentinel.stop() });
    const { store, reasons } = await connectObserved(`redis+sentinel://127.0.0.1:${sentinel.port}/main`);
    await rejectClients(redis);
    await store.get('key').catch(() => undefined);
    await expectReason(reasons, 'too-many-clients');
  });

  it('reports it of a cluster', async () => {
    const redis = await start(['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1']);
    await redis.admin.call('CLUSTER', 'ADDSLOTSRANGE', 0, 16_383);
    await waitUntil('the cluster', async () =>
      String(await redis.admin.call('CLUSTER', 'INFO')).includes('cluster_state:ok'),
    );
    const { store, reasons } = await connectObserved(`redis+cluster://127.0.0.1:${redis.port}`);
    await store.set('key', 'value', 60_000);
    await rejectClients(redis);
    await store.get('key').catch(() => undefined);
    await expectReason(reasons, 'too-many-clients');
    await acceptClients(redis);
    await waitUntil('the store to be available', () => store.available);
    expect(String(await store.get('key'))).toBe('value');
  });
});
