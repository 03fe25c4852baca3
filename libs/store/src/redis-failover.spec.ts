import { afterEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { startRedis, type RedisServer } from '../../../test/support/redis.js';
import { startClusterDeployment } from '../../../test/support/redis/cluster.js';
import { startSentinelDeployment } from '../../../test/support/redis/sentinel.js';
import { waitUntil } from '../../../test/support/wait-until.js';
import { parseRedisAddress } from './redis-address.js';
import { connectForCommands } from './redis-connection.js';
import { RedisStore } from './redis-store.js';
import { sleep } from './sleep.js';
import { NotReplicatedError } from './store.js';
import type { StoreObserver } from './store-observer.js';

const prefix = 'koodrive:';
const closeables: { close(): unknown }[] = [];
afterEach(async () => {
  for (const closeable of closeables.splice(0).reverse()) await closeable.close();
});

async function start(...extraArgs: string[]): Promise<RedisServer> {
  const redis = await startRedis({ extraArgs });
  closeables.push({ close: () => redis.stop() });
  return redis;
}

/** Connections that have executed a command of the store, not those of replicas, Sentinels and this file. */
async function countClients(port: number): Promise<number> {
  const list = await withClient(port, (client) => client.call('CLIENT', 'LIST', 'TYPE', 'normal'));
  return String(list)
    .split('\n')
    .filter((line) => / cmd=(set|get|eval|info|wait|ping)\b/.test(line)).length;
}

async function withClient<T>(port: number, work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(port, '127.0.0.1');
  return work(client).finally(() => client.disconnect());
}

async function startPair(): Promise<{ readonly primary: RedisServer; readonly replica: RedisServer }> {
  const user = ['--user', 'limited', 'on', '>pw', '~*', '&*', '+@all', '-wait'];
  const primary = await start(...user, '--repl-diskless-sync-delay', '0');
  const replica = await start('--replicaof', '127.0.0.1', String(primary.port));
  await waitUntilFollowed(primary);
  return { primary, replica };
}

/** Waits for a replica that is in step: it has confirmed something. */
async function waitUntilFollowed({ port }: RedisServer): Promise<void> {
  await withClient(port, async (client) => {
    await client.set('first', 'x');
    await waitUntil('the replica', async () => /state=online,offset=[1-9]/.test(await client.info('replication')));
  });
}

async function connect(url: string, observer?: StoreObserver): Promise<RedisStore> {
  const store = new RedisStore({ url, prefix, observer });
  closeables.push(store);
  await store.waitUntilReady(10_000);
  return store;
}

/** Every failure that the store reports, as `capability: reason`. */
function collectFailures(): { readonly observer: StoreObserver; readonly failures: string[] } {
  const failures: string[] = [];
  const observer: StoreObserver = {
    reportSuccess: () => undefined,
    reportFailure: (capability, { reason }) => void failures.push(`${capability}: ${reason}`),
  };
  return { observer, failures };
}

/** Writes a new key every ten milliseconds. @returns a function that ends that and returns the keys that were confirmed */
function startWriting(store: RedisStore): () => Promise<readonly string[]> {
  const confirmed: string[] = [];
  const writes: Promise<unknown>[] = [];
  const timer = setInterval(() => {
    const key = `key-${writes.length}`;
    writes.push(
      store.durable.set(key, 'x', 60_000).then(
        () => confirmed.push(prefix + key),
        () => undefined,
      ),
    );
  }, 10);
  return async () => {
    clearInterval(timer);
    await Promise.all(writes);
    return confirmed;
  };
}

describe('A connection by Sentinel', () => {
  it('leads to the new primary while the old one still is a primary', async () => {
    const deployment = await startSentinelDeployment(['gateway']);
    closeables.push(deployment);
    const connection = connectForCommands(parseRedisAddress(deployment.url('gateway')), { commandTimeoutMs: 250 });
    closeables.push({ close: () => connection.disconnect() });
    await waitUntil('the connection', () => connection.status === 'ready');
    const former = await deployment.findPrimary();
    const promoted = await deployment.failOver();
    await waitUntil('the connection to follow', async () => {
      const info = await connection.info('server').catch(() => '');
      return info.includes(`tcp_port:${promoted.serverPort}`);
    });
    expect(await former.readInfo('replication', 'role')).toBe('master');
  }, 60_000);
});

describe('RedisStore after a planned failover', () => {
  it('has all durable writes that it confirmed', async () => {
    const deployment = await startSentinelDeployment(['gateway']);
    closeables.push(deployment);
    const store = await connect(deployment.url('gateway'));
    const former = await deployment.findPrimary();
    await waitUntil('a confirmed write', async () => {
      await store.durable.set('first', 'x', 60_000);
      return (await countClients(former.serverPort)) === 2;
    });
    const stopWriting = startWriting(store);
    await sleep(300);
    const promoted = await deployment.failOver();
    await waitUntil('the store to follow', async () => (await countClients(promoted.serverPort)) === 2);
    await sleep(500);
    // It stays one for ten seconds, and loses then what was written to it.
    expect(await former.readInfo('replication', 'role')).toBe('master');
    const confirmed = await stopWriting();
    const values = await promoted.withClient((client) => client.mget([...confirmed]));
    expect(values.filter((value) => value === null)).toEqual([]);
    expect(confirmed.length).toBeGreaterThan(30);
  }, 60_000);
});

describe('A durable write', () => {
  it('is a plain one where there is no replica: it opens no other connection', async () => {
    const redis = await start();
    const store = await connect(redis.url);
    expect(await store.durable.setIfAbsent('a', 'x', 60_000)).toBe(true);
    expect(await store.durable.setIfEquals('a', 'x', 'y', 60_000)).toBe(true);
    expect(await store.durable.deleteIfEquals('a', 'y')).toBe(true);
    expect(await countClients(redis.port)).toBe(1);
  });

  it('is rejected while a replica does not confirm it, until that replica does not count any more', async () => {
    const { primary, replica } = await startPair();
    const { observer, failures } = collectFailures();
    const store = await connect(primary.url, observer);
    await waitUntil('a confirmed write', async () => {
      await store.durable.set('a', 'x', 60_000);
      return (await countClients(primary.port)) === 2;
    });
    expect(failures).toEqual([]);
    replica.freeze();
    try {
      await expect(store.durable.set('a', 'y', 60_000)).rejects.toThrow(NotReplicatedError);
      expect(failures).toContain('replication: not-replicated');
      // It is no outage: the write was executed, and others go on.
      expect(String(await store.get('a'))).toBe('y');
      await store.set('b', 'x', 60_000);
      await waitUntil(
        'the replica not to count',
        () =>
          store.durable.set('a', 'z', 60_000).then(
            () => true,
            () => false,
          ),
        { timeoutMs: 20_000 },
      );
    } finally {
      replica.thaw();
    }
  }, 40_000);

  it('is not confirmed by a replica that came in the place of one that may have been promoted', async () => {
    const { primary, replica } = await startPair();
    const newcomer = await start();
    const store = await connect(primary.url);
    await waitUntil('a confirmed write', async () => {
      await store.durable.set('a', 'x', 60_000);
      return (await countClients(primary.port)) === 2;
    });
    // What Sentinel does to promote it.
    await withClient(replica.port, (client) => client.call('REPLICAOF', 'NO', 'ONE'));
    await withClient(newcomer.port, (client) => client.call('REPLICAOF', '127.0.0.1', primary.port));
    await waitUntilFollowed(primary);
    await expect(store.durable.set('a', 'y', 60_000)).rejects.toThrow(NotReplicatedError);
  }, 20_000);

  it('is confirmed while another replica begins to follow', async () => {
    const { primary } = await startPair();
    const newcomer = await start();
    const store = await connect(primary.url);
    await waitUntil('a confirmed write', async () => {
      await store.durable.set('a', 'x', 60_000);
      return (await countClients(primary.port)) === 2;
    });
    await withClient(newcomer.port, (client) => client.call('REPLICAOF', '127.0.0.1', primary.port));
    const untilMs = performance.now() + 2_500;
    while (performance.now() < untilMs) await store.durable.set('a', 'y', 60_000);
  }, 20_000);

  it('is a plain one where the user may not WAIT, which is reported', async () => {
    const { primary } = await startPair();
    const { observer, failures } = collectFailures();
    const store = await connect(primary.url.replace('redis://', 'redis://limited:pw@'), observer);
    await waitUntil('the report', async () => {
      await store.durable.set('a', 'x', 60_000);
      return failures.length > 0;
    });
    expect(new Set(failures)).toEqual(new Set(['replication: not-permitted']));
  });

  it('is confirmed by the replicas of a cluster, and is in the promoted replica of a killed node', async () => {
    const cluster = await startClusterDeployment(['gateway']);
    closeables.push(cluster);
    const store = await connect(cluster.url('gateway'));
    const keys = Array.from({ length: 60 }, (_, index) => `key-${index}`);
    await waitUntil('a confirmed write', async () => {
      await store.durable.set('key-0', 'x', 60_000);
      return (await countClients((await cluster.findPrimary('koodrive:key-0')).serverPort)) === 2;
    });
    await Promise.all(keys.map((key) => store.durable.set(key, key, 60_000)));
    const primary = await cluster.findPrimary('koodrive:key-1');
    const replica = await cluster.findReplica(primary);
    await primary.kill();
    await cluster.waitForPromotion(replica);
    await waitUntil(
      'the store to reach all nodes',
      async () => {
        const values = await store.getMany(keys).catch(() => []);
        return values.length > 0 && values.every((value, index) => String(value) === keys[index]);
      },
      { timeoutMs: 15_000 },
    );
    await waitUntil(
      'a confirmed write',
      () =>
        store.durable.set('key-1', 'y', 60_000).then(
          () => true,
          () => false,
        ),
      { timeoutMs: 15_000 },
    );
  }, 60_000);
});
