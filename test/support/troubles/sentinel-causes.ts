import type { Redis } from 'ioredis';
import { findFreePort } from '../ports.js';
import { startSentinel } from '../redis.js';
import { TcpProxy } from '../tcp-proxy.js';
import { bothStores, connectAdmin, redisEnv, startTestRedis, useStores } from './test-redis.js';
import type { Breakage, TroubleBench, TroubleCause } from './trouble-cause.js';

interface SentinelBreakage {
  readonly cause: string;
  readonly master?: string;
  readonly query?: string;
  readonly end: (sentinel: Redis, masterPort: number) => unknown;
}
const sentinelBreakages: readonly SentinelBreakage[] = [
  {
    cause: 'Sentinel: a password is required',
    end: (sentinel) => sentinel.call('ACL', ['SETUSER', 'default', 'on', 'nopass']),
  },
  {
    cause: 'Sentinel: another password',
    query: 'sentinelUser=watcher&sentinelPassword=wrong',
    end: (sentinel) => sentinel.call('ACL', ['SETUSER', 'watcher', '>wrong']),
  },
  {
    cause: 'Sentinel: does not know the master',
    master: 'other',
    query: 'sentinelUser=watcher&sentinelPassword=s3cret',
    end: (sentinel, masterPort) =>
      sentinel.call('SENTINEL', ['MONITOR', 'other', '127.0.0.1', String(masterPort), '1']),
  },
];
const toSentinelCause = ({ cause, master = 'main', query, end }: SentinelBreakage): TroubleCause => ({
  cause,
  dependencies: bothStores,
  prepare: async (bench) => {
    const { redis } = await startTestRedis(bench);
    const lines = ['user default off ~* &* +@all', 'user watcher on >s3cret ~* &* +@all'];
    const server = await startSentinel(redis.port, { lines });
    bench.stopLater(() => server.stop());
    const { port } = server;
    const suffix = query === undefined ? '' : `?${query}`;
    const address = `redis+sentinel://127.0.0.1:${port}/${master}`;
    return {
      env: { REDIS_URL: `${address}${suffix}`, CACHE_REDIS_URL: `${address}/1${suffix}` },
      use: useStores(bench),
      end: () => end(connectAdmin(bench, { port, username: 'watcher', password: 's3cret' }), redis.port),
    };
  },
});

async function prepareMissingSentinel(bench: TroubleBench): Promise<Breakage> {
  const { redis } = await startTestRedis(bench);
  const sentinel = await startSentinel(redis.port);
  bench.stopLater(() => sentinel.stop());
  const port = await findFreePort();
  return {
    env: redisEnv(`redis+sentinel://127.0.0.1:${port}/main`),
    use: useStores(bench),
    end: async () => {
      const proxy = await TcpProxy.start(sentinel.port, '127.0.0.1', { port });
      bench.stopLater(() => proxy.close());
    },
  };
}

export const sentinelCauses: readonly TroubleCause[] = [
  ...sentinelBreakages.map(toSentinelCause),
  {
    cause: 'Sentinel: none responds, or TLS differs',
    dependencies: bothStores,
    prepare: prepareMissingSentinel,
  },
];
