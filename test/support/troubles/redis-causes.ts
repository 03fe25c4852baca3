import type { Redis } from 'ioredis';
import { createCertificate } from '../certificate.js';
import { findFreePort } from '../ports.js';
import type { RedisServer } from '../redis.js';
import { RedisRelay } from '../redis/relay.js';
import { allowSnapshots, preventSnapshots } from '../redis/snapshots.js';
import { TcpProxy } from '../tcp-proxy.js';
import { waitUntil } from '../wait-until.js';
import {
  bothStores,
  connectAdmin,
  redisEnv,
  startRedisOn,
  startTestRedis,
  type TestRedis,
  useStores,
} from './test-redis.js';
import type { Breakage, TroubleBench, TroubleCause } from './trouble-cause.js';

/** Redis responds to nobody, and after 0.1 seconds that it is busy. */
async function runEndlessScript(admin: Redis, runner: Redis): Promise<void> {
  await admin.config('SET', 'busy-reply-threshold', '100');
  runner.eval('while true do end', 0).catch(() => undefined);
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
    cause: 'Redis: cannot save its data',
    begin: ({ admin, folder }) => preventSnapshots(admin, folder),
    end: ({ admin, folder }) => allowSnapshots(admin, folder),
  },
  {
    cause: 'Redis: accepts no more clients',
    begin: async ({ admin }) => {
      await admin.config('SET', 'maxclients', '1');
      for (const type of ['normal', 'pubsub']) await admin.call('CLIENT', ['KILL', 'TYPE', type, 'SKIPME', 'yes']);
    },
    end: ({ admin }) => admin.config('SET', 'maxclients', '10000'),
  },
  {
    cause: 'Redis: a script does not end',
    begin: ({ admin, redis }, bench) => runEndlessScript(admin, connectAdmin(bench, { port: redis.port })),
    end: ({ admin }) => admin.call('SCRIPT', ['KILL']),
  },
  {
    cause: 'Redis: became a replica',
    begin: ({ admin }) => admin.call('REPLICAOF', ['127.0.0.1', '1']),
    end: ({ admin }) => admin.call('REPLICAOF', ['NO', 'ONE']),
  },
  {
    cause: 'Redis: a replica that may not be read',
    begin: async ({ admin }) => {
      await admin.config('SET', 'replica-serve-stale-data', 'no');
      await admin.call('REPLICAOF', ['127.0.0.1', '1']);
    },
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

/** Redis accepts clients of the loopback interface only: here, those of one address of it. */
async function prepareProtectedMode(bench: TroubleBench): Promise<Breakage> {
  const { redis, admin } = await startTestRedis(bench, ['--protected-mode', 'yes']);
  const proxy = await TcpProxy.start(redis.port, '127.0.0.1', { localAddress: '127.0.0.2' });
  bench.stopLater(() => proxy.close());
  return {
    env: redisEnv(`redis://127.0.0.1:${proxy.port}`),
    use: useStores(bench),
    end: () => admin.config('SET', 'protected-mode', 'no'),
  };
}

interface ReplicaBreakage {
  readonly cause: string;
  /** @param link to the replica */
  readonly begin: (server: TestRedis, link: TcpProxy) => unknown;
  readonly end: (server: TestRedis, link: TcpProxy) => unknown;
}
const replicaBreakages: readonly ReplicaBreakage[] = [
  {
    cause: 'Redis: the replicas confirm too late',
    begin: (_server, link) => link.addToxic({ type: 'latency', latency: 500 }, 'upstream'),
    end: (_server, link) => link.clearToxics(),
  },
  {
    cause: 'Redis: has replicas, and the user may not `WAIT`',
    begin: ({ admin }) => admin.call('ACL', ['SETUSER', 'gateway', '-wait']),
    end: ({ admin }) => admin.call('ACL', ['SETUSER', 'gateway', '+wait']),
  },
];
/** What is cached need not be replicated. */
const toReplicaCause = ({ cause, begin, end }: ReplicaBreakage): TroubleCause => ({
  cause,
  prepare: async (bench) => {
    const server = await startTestRedis(bench, ['--repl-diskless-sync-delay', '0']);
    const link = await TcpProxy.start(server.redis.port);
    bench.stopLater(() => link.close());
    await startTestRedis(bench, ['--replicaof', '127.0.0.1', String(link.port)]);
    await waitUntil('the replica', async () => /^slave0:.*state=online/m.test(await server.admin.info('replication')));
    return {
      env: { REDIS_URL: await addUser(server) },
      begin: () => begin(server, link),
      use: useStores(bench),
      end: () => end(server, link),
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

export const redisCauses: readonly TroubleCause[] = [
  { cause: 'Redis: does not run', dependencies: bothStores, prepare: prepareMissing },
  {
    cause: 'Redis: does not run',
    variant: 'only that of CACHE_REDIS_URL',
    dependencies: ['cacheStore'],
    prepare: prepareMissingCache,
  },
  ...breakages.map(toCause),
  { cause: 'Redis: protected mode', dependencies: bothStores, prepare: prepareProtectedMode },
  ...replicaBreakages.map(toReplicaCause),
  { cause: 'Redis: delivers no messages', dependencies: ['cacheStore'], prepare: prepareLostMessages },
  { cause: 'Redis: certificate that is not trusted', dependencies: bothStores, prepare: prepareCertificate },
];
