import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { createCertificate } from '../certificate.js';
import { findFreePort } from '../ports.js';
import { type RedisServer, startRedis, startSentinel } from '../redis.js';
import { RedisRelay } from '../redis/relay.js';
import { TcpProxy } from '../tcp-proxy.js';
import type { Breakage, TroubleBench, TroubleCause } from './trouble-cause.js';

/** Both stores, as one operator's mistake concerns both. The variables of the cache end in `/1`: another database. */
const bothStores = ['store', 'cacheStore'];
const redisEnv = (url: string) => ({ REDIS_URL: url, CACHE_REDIS_URL: `${url}/1` });

/** Reads, writes, scripts and messages. */
function useStores(bench: TroubleBench) {
  return async (): Promise<void> => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    await bench.call('POST', '/v1/spaces/1/folders', { headers, body: '{"name":"Folder"}' });
    await bench.call('GET', '/v1/spaces', { headers: { 'cache-control': 'no-cache' } });
  };
}

interface TestRedis {
  readonly redis: RedisServer;
  readonly admin: Redis;
}
async function startTestRedis(bench: TroubleBench, extraArgs: readonly string[] = []): Promise<TestRedis> {
  const redis = await startRedis({ extraArgs });
  bench.stopLater(() => redis.kill());
  return { redis, admin: connectAdmin(bench, { port: redis.port }) };
}
function connectAdmin(bench: TroubleBench, options: { port: number; username?: string; password?: string }): Redis {
  const admin = new Redis({ ...options, host: '127.0.0.1', retryStrategy: null });
  admin.on('error', () => undefined);
  bench.stopLater(() => admin.disconnect());
  return admin;
}
async function startRedisOn(bench: TroubleBench, port: number): Promise<void> {
  const redis = await startRedis({ port });
  bench.stopLater(() => redis.kill());
}

interface RedisBreakage {
  readonly cause: string;
  /** There is no other Redis for cached responses. */
  readonly oneRedis?: boolean;
  /** Before the gateway starts. @returns its REDIS_URL, if it is not that of the server */
  readonly prepare?: (server: TestRedis) => Promise<string>;
  readonly begin?: (server: TestRedis, bench: TroubleBench) => unknown;
  readonly end: (server: TestRedis, bench: TroubleBench) => unknown;
}
const withPassword = ({ url }: RedisServer, password: string, user = ''): string =>
  url.replace('redis://', `redis://${user}:${password}@`);
/** A user whose rights are changed later. */
async function addUser({ redis, admin }: TestRedis): Promise<string> {
  await admin.call('ACL', ['SETUSER', 'gateway', 'on', '>secret', '~*', '&*', '+@all']);
  return withPassword(redis, 'secret', 'gateway');
}

const breakages: readonly RedisBreakage[] = [
  {
    cause: 'Redis: another password',
    prepare: async ({ redis, admin }) => {
      await admin.config('SET', 'requirepass', 'right');
      return withPassword(redis, 'wrong');
    },
    end: ({ admin }) => admin.config('SET', 'requirepass', 'wrong'),
  },
  {
    cause: 'Redis: a password is required',
    prepare: async ({ redis, admin }) => {
      await admin.config('SET', 'requirepass', 'right');
      return redis.url;
    },
    end: ({ admin }) => admin.config('SET', 'requirepass', ''),
  },
  {
    cause: 'Redis: killed while it is in use',
    begin: ({ redis }) => redis.kill(),
    end: ({ redis }, bench) => startRedisOn(bench, redis.port),
  },
  { cause: 'Redis: frozen', begin: ({ redis }) => redis.freeze(), end: ({ redis }) => redis.thaw() },
  {
    cause: 'Redis: the user may not `EVAL`, `PUBLISH`',
    prepare: addUser,
    begin: ({ admin }) => admin.call('ACL', ['SETUSER', 'gateway', '-eval', '-publish']),
    end: ({ admin }) => admin.call('ACL', ['SETUSER', 'gateway', '+eval', '+publish']),
  },
  {
    cause: 'Redis: the user has no channels',
    // Only what caches subscribes.
    oneRedis: true,
    prepare: addUser,
    begin: ({ admin }) => admin.call('ACL', ['SETUSER', 'gateway', 'resetchannels']),
    end: ({ admin }) => admin.call('ACL', ['SETUSER', 'gateway', '&*']),
  },
  {
    cause: 'Redis: full',
    begin: ({ admin }) => admin.config('SET', 'maxmemory', '1'),
    end: ({ admin }) => admin.config('SET', 'maxmemory', '0'),
  },
  {
    cause: 'Redis: became a replica',
    begin: ({ admin }) => admin.call('REPLICAOF', ['127.0.0.1', '1']),
    end: ({ admin }) => admin.call('REPLICAOF', ['NO', 'ONE']),
  },
  {
    cause: 'Redis: fewer replicas than it requires',
    begin: ({ admin }) => admin.config('SET', 'min-replicas-to-write', '1'),
    end: ({ admin }) => admin.config('SET', 'min-replicas-to-write', '0'),
  },
];

const toCause = ({ cause, oneRedis = false, prepare, begin, end }: RedisBreakage): TroubleCause => ({
  cause,
  dependencies: oneRedis ? undefined : bothStores,
  prepare: async (bench) => {
    const server = await startTestRedis(bench);
    const url = (await prepare?.(server)) ?? server.redis.url;
    return {
      env: oneRedis ? { REDIS_URL: url } : redisEnv(url),
      begin: begin && (() => begin(server, bench)),
      use: useStores(bench),
      end: () => end(server, bench),
    };
  },
});

/** Its certificate is not trusted; then it gets the one that the gateway trusts. */
async function prepareCertificate(bench: TroubleBench): Promise<Breakage> {
  const [untrusted, trusted] = await Promise.all([createCertificate(), createCertificate()]);
  for (const certificate of [untrusted, trusted]) bench.stopLater(() => certificate.remove());
  const port = await findFreePort();
  const files = ['--tls-cert-file', untrusted.cert, '--tls-key-file', untrusted.key];
  const listener = ['--tls-port', String(port), '--tls-auth-clients', 'no', '--tls-ca-cert-file', trusted.cert];
  const { admin } = await startTestRedis(bench, [...listener, ...files]);
  return {
    env: { ...redisEnv(`rediss://127.0.0.1:${port}`), NODE_EXTRA_CA_CERTS: trusted.cert },
    use: useStores(bench),
    end: () => admin.call('CONFIG', ['SET', 'tls-cert-file', trusted.cert, 'tls-key-file', trusted.key]),
  };
}

async function prepareMissing(bench: TroubleBench): Promise<Breakage> {
  const port = await findFreePort();
  const end = (): Promise<void> => startRedisOn(bench, port);
  return { env: redisEnv(`redis://127.0.0.1:${port}`), use: useStores(bench), end };
}

/** Only the Redis for cached responses is missing. */
async function prepareMissingCache(bench: TroubleBench): Promise<Breakage> {
  const { redis } = await startTestRedis(bench);
  const port = await findFreePort();
  const env = { REDIS_URL: redis.url, CACHE_REDIS_URL: `redis://127.0.0.1:${port}` };
  return { env, use: useStores(bench), end: () => startRedisOn(bench, port) };
}

/** Only the cache subscribes. */
async function prepareLostMessages(bench: TroubleBench): Promise<Breakage> {
  const { redis } = await startTestRedis(bench);
  const relay = await RedisRelay.start(redis.port);
  bench.stopLater(() => relay.close());
  return {
    env: { REDIS_URL: redis.url, CACHE_REDIS_URL: `${relay.url}/1` },
    begin: () => relay.intercept({ command: 'MESSAGE', times: Infinity }, 'drop'),
    use: useStores(bench),
    end: () => relay.clear(),
  };
}

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

export const redisCauses: readonly TroubleCause[] = [
  { cause: 'Redis: does not run', dependencies: bothStores, prepare: prepareMissing },
  {
    cause: 'Redis: does not run',
    variant: 'only that of CACHE_REDIS_URL',
    dependencies: ['cacheStore'],
    prepare: prepareMissingCache,
  },
  ...breakages.map(toCause),
  { cause: 'Redis: delivers no messages', dependencies: ['cacheStore'], prepare: prepareLostMessages },
  { cause: 'Redis: certificate that is not trusted', dependencies: bothStores, prepare: prepareCertificate },
  ...sentinelBreakages.map(toSentinelCause),
  {
    cause: 'Sentinel: none responds, or TLS differs',
    dependencies: bothStores,
    prepare: prepareMissingSentinel,
  },
];
