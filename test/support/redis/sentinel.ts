import { startSentinel } from '../redis.js';
import { waitUntil } from '../wait-until.js';
import { connectAdmin, nodePassword, type RedisDeployment, RedisNode, replicationUser, startAll } from './node.js';

/** Three Sentinels with a user and a password of their own, a primary and two replicas. */
export interface SentinelDeployment extends RedisDeployment {
  /** Planned: SENTINEL FAILOVER. Resolves when Sentinel names another primary. */
  failOver(): Promise<RedisNode>;
  /** Resolves with the primary when Sentinel names another one than `former`. */
  waitForPromotion(former: RedisNode): Promise<RedisNode>;
}

const sentinelUser = 'watcher';
const sentinelPassword = 'w4tch';
const promotionTimeoutMs = 20_000;

export async function startSentinelDeployment(
  users: readonly string[],
  extraArgs: readonly string[] = [],
): Promise<SentinelDeployment> {
  const replication = [
    '--masteruser',
    replicationUser,
    '--masterauth',
    nodePassword,
    '--repl-diskless-sync-delay',
    '0',
  ];
  const startNode = (primaryPort?: number): Promise<RedisNode> =>
    RedisNode.start({
      users,
      args: ({ announced }) => [
        ...[...replication, '--replica-announce-ip', '127.0.0.1', '--replica-announce-port', String(announced)],
        ...(primaryPort === undefined ? [] : ['--replicaof', '127.0.0.1', String(primaryPort)]),
        ...extraArgs,
      ],
    });
  const cleanups: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => void (await Promise.all(cleanups.splice(0).map((cleanUp) => cleanUp())));
  try {
    const primary = await startNode();
    cleanups.push(() => primary.stop());
    const replicas = await startAll([startNode(primary.port), startNode(primary.port)]);
    for (const replica of replicas) cleanups.push(() => replica.stop());
    await waitUntil(
      'the replicas to be connected',
      async () => (await primary.readInfo('replication', 'connected_slaves')) === '2',
    );
    const sentinels = await startAll([1, 2, 3].map(() => startWatcher(primary.port)));
    for (const sentinel of sentinels) cleanups.push(() => sentinel.stop());
    const nodes = [primary, ...replicas];
    const ports = sentinels.map(({ port }) => port);
    await waitUntil('the Sentinels to know each other', () => knowEachOther(ports), {
      timeoutMs: 20_000,
      intervalMs: 100,
    });
    return { ...describeDeployment(nodes, ports), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function startWatcher(primaryPort: number): ReturnType<typeof startSentinel> {
  const lines = [
    'user default off',
    `user ${sentinelUser} on >${sentinelPassword} ~* &* +@all`,
    `sentinel sentinel-user ${sentinelUser}`,
    `sentinel sentinel-pass ${sentinelPassword}`,
    `sentinel auth-user main ${replicationUser}`,
    `sentinel auth-pass main ${nodePassword}`,
    'sentinel down-after-milliseconds main 2000',
    'sentinel failover-timeout main 10000',
  ];
  return startSentinel(primaryPort, { lines, quorum: 2 });
}

async function callSentinel(port: number, ...args: readonly string[]): Promise<unknown> {
  const client = connectAdmin(port, { username: sentinelUser, password: sentinelPassword });
  return client.call('SENTINEL', ...args).finally(() => client.disconnect());
}

async function knowEachOther(ports: readonly number[]): Promise<boolean> {
  const states = await Promise.all(
    ports.map((port) => callSentinel(port, 'MASTER', 'main').catch(() => []) as Promise<string[]>),
  );
  const read = (state: readonly string[], name: string): string | undefined => state[state.indexOf(name) + 1];
  return states.every((state) => read(state, 'num-slaves') === '2' && read(state, 'num-other-sentinels') === '2');
}

function describeDeployment(nodes: readonly RedisNode[], ports: readonly number[]): Omit<SentinelDeployment, 'close'> {
  const findPrimary = async (): Promise<RedisNode> => {
    const [, port] = (await callSentinel(ports[0] ?? 0, 'GET-MASTER-ADDR-BY-NAME', 'main')) as string[];
    const primary = nodes.find((node) => String(node.port) === port);
    if (!primary) throw new Error(`no node has the port ${port ?? ''}`);
    return primary;
  };
  const waitForPromotion = (former: RedisNode): Promise<RedisNode> =>
    waitUntil(
      'another primary',
      async () => {
        const primary = await findPrimary();
        return primary !== former && primary;
      },
      { timeoutMs: promotionTimeoutMs },
    );
  return {
    nodes,
    findPrimary,
    waitForPromotion,
    failOver: async () => {
      const former = await findPrimary();
      await callSentinel(ports[0] ?? 0, 'FAILOVER', 'main');
      return waitForPromotion(former);
    },
    url: (user) => {
      const hosts = ports.map((port) => `127.0.0.1:${port}`).join(',');
      const access = `sentinelUser=${sentinelUser}&sentinelPassword=${sentinelPassword}`;
      return `redis+sentinel://${user}:${nodePassword}@${hosts}/main?${access}`;
    },
  };
}
