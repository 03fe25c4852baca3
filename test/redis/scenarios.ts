import { setTimeout as sleep } from 'node:timers/promises';
import { connectAdmin, nodePassword, type RedisNode } from '../support/redis/node.js';
import { allowSnapshots, preventSnapshots } from '../support/redis/snapshots.js';
import { gatewayUsers, type RedisSystem, type Topology } from './system.js';

/** The most that a scenario may show. Without members: nothing at all. */
export interface Bounds {
  readonly doubled?: number;
  /** Milliseconds that a read may be older than a write with 2xx. */
  readonly staleMs?: number;
  /** Keys that get no 2xx afterwards. */
  readonly stuck?: number;
}

export interface Scenario<T extends Topology = Topology> {
  readonly name: string;
  readonly topology: T;
  /** Causes the fault, and ends it. */
  run(system: RedisSystem<T>): Promise<void>;
  /** How long the calls go on at least when the fault has ended. */
  readonly watchMs?: number;
  readonly bounds?: Bounds;
  /** Why the bounds are not 0. */
  readonly reason?: string;
  readonly redisArgs?: readonly string[];
  /** False: the deployment is not as before afterwards, so that no other fault can follow. */
  readonly repeatable?: boolean;
}

const faultMs = 5_000;
const [firstUser, secondUser] = gatewayUsers;
/** The former primary is demoted when a Sentinel has read its INFO the next time, within ten seconds. */
const demotionMs = 13_000;
/** Keys that all primaries together have, however slots were moved. */
const spreadKeys = Array.from({ length: 40 }, (_, index) => `spread-${index}`);
const movedSlots = 500;
/** About two seconds, and the time of a call. */
const lateWithoutInvalidations: Bounds = { staleMs: 2_500 };
const lateReason = 'docs/decisions/0027: an instance that is cut off cannot invalidate at the others';
/** Until then, Redis rejects writes. */
const tokenRestMs = 1_500;

const define =
  <T extends Topology>(topology: T) =>
  (
    name: string,
    run: (system: RedisSystem<T>) => Promise<void>,
    options: Omit<Partial<Scenario<T>>, 'name' | 'topology' | 'run'> = {},
  ): Scenario => ({ name: `${topology}: ${name}`, topology, run, ...options });

const single = define('single');
const sentinel = define('sentinel');
const cluster = define('cluster');

/** Sets a directive for the time of the fault. */
const withDirective =
  (name: string, value: string, normalValue: string) =>
  async ({ redis }: RedisSystem): Promise<void> => {
    const node = await redis.findPrimary();
    await node.call('CONFIG', 'SET', name, value);
    await sleep(faultMs);
    await node.call('CONFIG', 'SET', name, normalValue);
  };

async function killAndRestart(node: RedisNode, downMs: number): Promise<void> {
  await node.kill();
  await sleep(downMs);
  await node.restart();
}

async function freeze(node: RedisNode, frozenMs: number): Promise<void> {
  node.freeze();
  await sleep(frozenMs).finally(() => node.thaw());
}

async function cutFromOneGateway({ redis }: RedisSystem): Promise<void> {
  const cut = (await redis.findPrimary()).relay.cut({ user: firstUser });
  await sleep(faultMs);
  cut.release();
}

async function resetGatewayConnections(node: RedisNode): Promise<void> {
  for (const user of gatewayUsers) await node.call('CLIENT', 'KILL', 'USER', user).catch(() => undefined);
}

async function changePasswords(node: RedisNode, password: string): Promise<void> {
  for (const user of gatewayUsers) await node.call('ACL', 'SETUSER', user, 'resetpass', `>${password}`);
  await resetGatewayConnections(node);
}

const singleScenarios: readonly Scenario[] = [
  single('calm', () => sleep(faultMs)),
  single('killed (SIGKILL)', async ({ redis }) => killAndRestart(await redis.findPrimary(), 3_000)),
  single('frozen (SIGSTOP)', async ({ redis }) => freeze(await redis.findPrimary(), faultMs)),
  single('slow (100 ms each way)', async ({ redis }) => {
    const { relay } = await redis.findPrimary();
    for (const direction of ['upstream', 'downstream'] as const) {
      relay.proxy.addToxic({ type: 'latency', latency: 100 }, direction);
    }
    await sleep(faultMs);
    relay.clear();
  }),
  single('OOM', withDirective('maxmemory', '1', '0')),
  single('NOREPLICAS', withDirective('min-replicas-to-write', '1', '0')),
  single('READONLY', async ({ redis }) => {
    const node = await redis.findPrimary();
    // Nothing listens there: a replica without a primary serves what it has.
    await node.call('REPLICAOF', '127.0.0.1', 1);
    await sleep(faultMs);
    await node.call('REPLICAOF', 'NO', 'ONE');
  }),
  single('wrong password', async ({ redis }) => {
    const node = await redis.findPrimary();
    await changePasswords(node, 'other');
    await sleep(faultMs);
    await changePasswords(node, nodePassword);
  }),
  single('maxclients', async ({ redis }) => {
    const node = await redis.findPrimary();
    const admin = connectAdmin(node.serverPort);
    try {
      await admin.call('CONFIG', 'SET', 'maxclients', 1);
      for (const user of gatewayUsers) await admin.call('CLIENT', 'KILL', 'USER', user);
      await sleep(faultMs);
      await admin.call('CONFIG', 'SET', 'maxclients', 10_000);
    } finally {
      admin.disconnect();
    }
  }),
  single('reads but does not write', async ({ redis }) => {
    const node = await redis.findPrimary();
    await node.withClient(async (client) => {
      // The shared token is gone soon, and no new one can be stored.
      for (const key of await client.keys('koodrive:*app-token*')) await client.pexpire(key, tokenRestMs);
      await preventSnapshots(client, node.folder);
      await sleep(2 * faultMs);
      await allowSnapshots(client, node.folder);
    });
  }),
  single('one gateway hears late', async ({ redis }) => {
    const { relay } = await redis.findPrimary();
    const rule = relay.intercept({ command: 'MESSAGE', user: secondUser, times: Infinity }, 'hold-reply');
    await sleep(faultMs);
    rule.release();
  }),
  single('one gateway hears no invalidations', async ({ redis }) => {
    const { relay } = await redis.findPrimary();
    // It hears itself, so that it does not subscribe again.
    const rule = relay.intercept({ command: 'MESSAGE', key: /cache:/, user: secondUser, times: Infinity }, 'drop');
    await sleep(faultMs);
    rule.release();
  }),
  single('cut from one gateway', cutFromOneGateway, { bounds: lateWithoutInvalidations, reason: lateReason }),
  single(
    'restarted with older data',
    async ({ redis }) => {
      const node = await redis.findPrimary();
      await node.call('SAVE');
      await sleep(faultMs);
      await node.kill();
      await node.restart();
    },
    {
      bounds: { doubled: Infinity, stuck: Infinity },
      reason: 'docs/operations.md: responses that were stored after the snapshot are gone',
      redisArgs: ['--appendonly', 'no'],
      repeatable: false,
    },
  ),
];

const sentinelScenarios: readonly Scenario[] = [
  sentinel('planned failover', async ({ redis }) => void (await redis.failOver()), { watchMs: demotionMs }),
  sentinel(
    'planned failover, connections cut',
    async ({ redis }) => {
      const former = await redis.findPrimary();
      await redis.failOver();
      await resetGatewayConnections(former);
    },
    { watchMs: demotionMs },
  ),
  sentinel('primary killed', async ({ redis }) => {
    const former = await redis.findPrimary();
    await former.kill();
    await redis.waitForPromotion(former);
    await former.restart();
  }),
  sentinel(
    'primary frozen (SIGSTOP)',
    async ({ redis }) => {
      const former = await redis.findPrimary();
      former.freeze();
      await redis.waitForPromotion(former).finally(() => former.thaw());
    },
    { watchMs: demotionMs },
  ),
  sentinel('primary cut from the gateways only', async ({ redis }) => {
    const { relay } = await redis.findPrimary();
    const cuts = gatewayUsers.map((user) => relay.cut({ user }));
    await sleep(faultMs);
    for (const cut of cuts) cut.release();
  }),
];

const clusterScenarios: readonly Scenario[] = [
  cluster('node killed (SIGKILL)', async ({ redis }) => {
    const primary = await redis.findPrimary();
    const replica = await redis.findReplica(primary);
    await primary.kill();
    await redis.waitForPromotion(replica);
    await primary.restart();
  }),
  cluster('planned failover', async ({ redis }) => void (await redis.failOver(await redis.findPrimary()))),
  cluster('slots move', async ({ redis }) => {
    const from = await redis.findPrimary();
    const primaries = await Promise.all(spreadKeys.map((key) => redis.findPrimary(key)));
    await redis.moveSlots(from, primaries.find((primary) => primary !== from) ?? from, movedSlots);
  }),
  cluster('a node leaves', async ({ redis }) => redis.remove(await redis.findPrimary()), { repeatable: false }),
  cluster('node cut from one gateway', cutFromOneGateway, { bounds: lateWithoutInvalidations, reason: lateReason }),
];

export const scenarios: readonly Scenario[] = [...singleScenarios, ...sentinelScenarios, ...clusterScenarios];
