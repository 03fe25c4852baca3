import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueApiKey } from '../../libs/callers/src/index.js';
import { highRateLimits } from '../support/gateway-stack.js';
import { findFreePort } from '../support/ports.js';
import {
  type SandboxProcess,
  type ServiceProcess,
  startGatewayProcess,
  startSandboxProcess,
} from '../support/processes.js';
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

/** As docs/operations.md says for the Redis of REDIS_URL. */
export const recommendedRedisArgs = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction'] as const;

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

/** Starts everything, gateways from dist/. @param redisArgs arguments of each redis-server */
export async function startRedisSystem<T extends Topology>(
  topology: T,
  redisArgs: readonly string[] = recommendedRedisArgs,
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
      NODE_ENV: 'production',
      KOODRIVE_BASE_URL: sandbox.url,
      KOODRIVE_OBJECT_STORE_ORIGINS: sandbox.objectStoreUrl,
      KOODRIVE_APP_ID: 'sandbox-app',
      KOODRIVE_APP_SECRET: 'sandbox-app-secret',
      KOODRIVE_APP_TOKEN_URL: sandbox.appTokenUrl,
      KOODRIVE_CLIENT_ID: 'sandbox-client',
      KOODRIVE_CLIENT_SECRET: 'sandbox-client-secret',
      API_KEYS_FILE: keysFile,
      ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
      KOODRIVE_SIGN_IN_ORIGINS: sandbox.url,
      // Production requires https, which a proxy terminates there.
      LOGIN_DOMAIN: `https://localhost:${ports[0] ?? ''}/auth/callback`,
      ...highRateLimits,
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
