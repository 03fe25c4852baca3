import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueApiKey } from '../../libs/callers/src/index.js';
import { findFreePort } from '../support/ports.js';
import {
  type SandboxProcess,
  type ServiceProcess,
  startGatewayProcess,
  startSandboxProcess,
} from '../support/processes.js';
import { buildProductionEnvironment } from '../support/production-environment.js';
import { type ClusterDeployment, startClusterDeployment } from '../support/redis/cluster.js';
import { type RedisDeployment, startSingleNode } from '../support/redis/node.js';
import { type SentinelDeployment, startSentinelDeployment } from '../support/redis/sentinel.js';

/** The Redis users of the two gateways. */
export const gatewayUsers = ['gateway-0', 'gateway-1'] as const;

export interface Deployments {
  readonly single: RedisDeployment;
  readonly sentinel: SentinelDeployment;
  readonly cluster: ClusterDeployment;
}
export type Topology = keyof Deployments;

const starters: { readonly [T in Topology]: (args: readonly string[]) => Promise<Deployments[T]> } = {
  single: (args) => startSingleNode(gatewayUsers, args),
  sentinel: (args) => startSentinelDeployment(gatewayUsers, args),
  cluster: (args) => startClusterDeployment(gatewayUsers, args),
};

/** Users who may sign in; others of the seed data are disabled. */
const userCount = 3;

const recordArgs = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction'];
const twoReplicasArgs = ['--min-replicas-to-write', '1', '--min-replicas-max-lag', '3'];
/** As docs/operations.md says for the Redis of REDIS_URL. Each primary of the cluster has one replica only. */
const recommendedRedisArgs: Readonly<Record<Topology, readonly string[]>> = {
  single: recordArgs,
  sentinel: [...recordArgs, ...twoReplicasArgs],
  cluster: recordArgs,
};

/** Two gateways with the settings of production on one Redis, in front of one sandbox; each is a process. */
export interface RedisSystem<T extends Topology = Topology> {
  readonly redis: Deployments[T];
  readonly gateways: readonly ServiceProcess[];
  /** The origins of the gateways, as browsers call them. */
  readonly origins: readonly string[];
  readonly sandbox: SandboxProcess;
  readonly userIds: readonly string[];
  /** An API key with all scopes, for the first user. */
  readonly key: string;
  close(): Promise<void>;
}

/** Starts everything, gateways from dist/. @param redisArgs arguments of each redis-server, if not the recommended ones */
export async function startRedisSystem<T extends Topology>(
  topology: T,
  redisArgs: readonly string[] = recommendedRedisArgs[topology],
): Promise<RedisSystem<T>> {
  const cleanups: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'koodrive-redis-system-'));
    cleanups.push(() => rm(folder, { recursive: true, force: true }));
    const redis = await starters[topology](redisArgs);
    cleanups.push(() => redis.close());
    const sandbox = await startSandboxProcess();
    cleanups.push(() => sandbox.stop());
    const userIds = (await sandbox.control.getIndex()).users.slice(0, userCount).map(({ userId }) => userId);
    const keysFile = join(folder, 'api-keys.json');
    const { text: key } = await issueApiKey(keysFile, { owner: 'redis', scopes: ['*'], userId: userIds[0] ?? '' });
    const ports = await Promise.all(gatewayUsers.map(() => findFreePort()));
    const origins = ports.map((port) => `http://localhost:${port}`);
    const env = {
      ...buildProductionEnvironment(sandbox, keysFile),
      KOODRIVE_SIGN_IN_ORIGINS: sandbox.url,
      // Production requires https, which a proxy terminates there.
      LOGIN_DOMAIN: `https://localhost:${ports[0] ?? ''}/auth/callback`,
    };
    const gateways = await Promise.all(
      gatewayUsers.map((user, index) =>
        startGatewayProcess({
          port: ports[index],
          env: { ...env, REDIS_URL: redis.url(user), AUDIT_LOG: join(folder, `audit-${index}.log`) },
        }),
      ),
    );
    for (const gateway of gateways) cleanups.push(() => gateway.stop());
    return { redis, gateways, origins, sandbox, userIds, key, close };
  } catch (error) {
    await close();
    throw error;
  }
}
