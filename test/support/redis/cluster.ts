import type { Redis } from 'ioredis';
import { findFreePort } from '../ports.js';
import { waitUntil } from '../wait-until.js';
import { nodePassword, type RedisDeployment, RedisNode, replicationUser, startAll } from './node.js';

/** Three primaries, each with a replica. */
export interface ClusterDeployment extends RedisDeployment {
  /** The replica of a primary. */
  findReplica(primary: RedisNode): Promise<RedisNode>;
  /** Planned: CLUSTER FAILOVER on the replica. Resolves when it is the primary. */
  failOver(primary: RedisNode): Promise<RedisNode>;
  /** Resolves when the replica has become a primary. */
  waitForPromotion(replica: RedisNode): Promise<void>;
  /** Moves slots of a primary with their keys, those with keys first, as `redis-cli --cluster reshard` does. */
  moveSlots(from: RedisNode, to: RedisNode, count: number): Promise<void>;
  /** Moves the slot of a key, and its keys. */
  moveSlotOf(key: string, to: RedisNode): Promise<void>;
  /** Takes a node out, as `redis-cli --cluster del-node` does. It lives on by itself. A primary is replaced before. */
  remove(node: RedisNode): Promise<void>;
}

const slotCount = 16_384;
const primaryCount = 3;
const nodeTimeoutMs = 2_000;
const failoverTimeoutMs = 6_000;
const maxFailoverAttempts = 4;
const timeouts = { timeoutMs: 20_000, intervalMs: 50 };

export async function startClusterDeployment(
  users: readonly string[],
  extraArgs: readonly string[] = [],
): Promise<ClusterDeployment> {
  const busPorts = await Promise.all(Array.from({ length: 2 * primaryCount }, () => findFreePort()));
  const nodes = await startAll(
    busPorts.map((busPort) =>
      RedisNode.start({
        users,
        args: ({ announced }) => [
          ...['--cluster-enabled', 'yes', '--cluster-port', String(busPort)],
          ...['--cluster-announce-ip', '127.0.0.1', '--cluster-announce-port', String(announced)],
          ...['--cluster-announce-bus-port', String(busPort), '--cluster-node-timeout', String(nodeTimeoutMs)],
          ...['--masteruser', replicationUser, '--masterauth', nodePassword, '--repl-diskless-sync-delay', '0'],
          ...extraArgs,
        ],
      }),
    ),
  );
  const cluster = new Cluster(nodes);
  try {
    await cluster.create(busPorts);
    return cluster;
  } catch (error) {
    await cluster.close();
    throw error;
  }
}

interface NodeLine {
  readonly id: string;
  readonly port: number;
  readonly flags: readonly string[];
  readonly primaryId: string;
}

class Cluster implements ClusterDeployment {
  private readonly ids = new Map<RedisNode, string>();

  constructor(readonly nodes: readonly RedisNode[]) {}

  async create(busPorts: readonly number[]): Promise<void> {
    const [seed, ...others] = this.nodes;
    if (!seed) throw new Error('a cluster has nodes');
    const primaries = this.nodes.slice(0, primaryCount);
    for (const [index, node] of this.nodes.entries()) {
      this.ids.set(node, String(await node.call('CLUSTER', 'MYID')));
      await node.call('CLUSTER', 'SET-CONFIG-EPOCH', index + 1);
    }
    const firstSlot = (index: number): number => Math.floor((index * slotCount) / primaryCount);
    for (const [index, node] of primaries.entries()) {
      await node.call('CLUSTER', 'ADDSLOTSRANGE', firstSlot(index), firstSlot(index + 1) - 1);
    }
    for (const [index, node] of others.entries()) {
      await seed.call('CLUSTER', 'MEET', '127.0.0.1', node.serverPort, busPorts[index + 1] ?? 0);
    }
    await this.waitForAll('to know each other', async (node) => (await readLines(node)).length === this.nodes.length);
    for (const [index, replica] of this.nodes.slice(primaryCount).entries()) {
      await replica.call('CLUSTER', 'REPLICATE', this.idOf(primaries[index]));
    }
    await this.waitForAll('to agree', async (node) => {
      const replicas = (await readLines(node)).filter(({ flags }) => flags.includes('slave'));
      const linked = !replicas.some(({ port }) => port === node.port) || (await isLinked(node));
      return (
        linked &&
        replicas.length === primaryCount &&
        String(await node.call('CLUSTER', 'INFO')).includes('cluster_state:ok')
      );
    });
  }

  url(user: string): string {
    const hosts = this.nodes.map(({ port }) => `127.0.0.1:${port}`).join(',');
    return `redis+cluster://${user}:${nodePassword}@${hosts}`;
  }

  async findPrimary(key = ''): Promise<RedisNode> {
    for (const node of this.nodes) {
      const owner = await this.findSlotOwner(node, key).catch(() => undefined);
      if (owner) return owner;
    }
    throw new Error('no node responds');
  }

  async findReplica(primary: RedisNode): Promise<RedisNode> {
    const isReplica = ({ primaryId, flags }: NodeLine): boolean =>
      primaryId === this.idOf(primary) && !flags.includes('fail');
    const findLine = async (): Promise<NodeLine | undefined> => (await readLines(primary)).find(isReplica);
    return this.findByPort((await waitUntil('a replica', findLine, timeouts)).port);
  }

  async failOver(primary: RedisNode): Promise<RedisNode> {
    const replica = await this.findReplica(primary);
    await this.promote(replica);
    await waitForRole(primary, 'slave');
    return replica;
  }

  /** A failover that the other primaries do not vote for ends after five seconds without a word. */
  private async promote(replica: RedisNode): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      await replica.call('CLUSTER', 'FAILOVER');
      try {
        return await waitForRole(replica, 'master', { timeoutMs: failoverTimeoutMs, intervalMs: 50 });
      } catch (error) {
        if (attempt === maxFailoverAttempts) throw error;
      }
    }
  }

  waitForPromotion(replica: RedisNode): Promise<void> {
    return waitForRole(replica, 'master');
  }

  async moveSlots(from: RedisNode, to: RedisNode, count: number): Promise<void> {
    const owned = await this.listSlots(from);
    await from.withClient((source) =>
      to.withClient(async (target) => {
        const isUsed = async (slot: number): Promise<boolean> =>
          Number(await source.cluster('COUNTKEYSINSLOT', slot)) > 0;
        const used = (await Promise.all(owned.map(async (slot) => ((await isUsed(slot)) ? [slot] : [])))).flat();
        const unused = owned.filter((slot) => !used.includes(slot));
        for (const slot of [...used, ...unused].slice(0, count)) await this.moveSlot(slot, source, target, from, to);
      }),
    );
  }

  async moveSlotOf(key: string, to: RedisNode): Promise<void> {
    const from = await this.findPrimary(key);
    const slot = Number(await from.call('CLUSTER', 'KEYSLOT', key));
    await from.withClient((source) => to.withClient((target) => this.moveSlot(slot, source, target, from, to)));
  }

  async remove(node: RedisNode): Promise<void> {
    if ((await node.readInfo('replication', 'role')) === 'master') await this.failOver(node);
    const others = this.nodes.filter((other) => other !== node);
    await Promise.all(others.map((other) => other.call('CLUSTER', 'FORGET', this.idOf(node))));
    await node.call('CLUSTER', 'RESET', 'SOFT');
  }

  async close(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
  }

  private async moveSlot(slot: number, source: Redis, target: Redis, from: RedisNode, to: RedisNode): Promise<void> {
    await target.call('CLUSTER', 'SETSLOT', slot, 'IMPORTING', this.idOf(from));
    await source.call('CLUSTER', 'SETSLOT', slot, 'MIGRATING', this.idOf(to));
    for (;;) {
      const keys = (await source.call('CLUSTER', 'GETKEYSINSLOT', slot, 100)) as string[];
      if (keys.length === 0) break;
      await source.call('MIGRATE', '127.0.0.1', to.serverPort, '', 0, 5_000, 'KEYS', ...keys);
    }
    await target.call('CLUSTER', 'SETSLOT', slot, 'NODE', this.idOf(to));
    await source.call('CLUSTER', 'SETSLOT', slot, 'NODE', this.idOf(to));
  }

  private async findSlotOwner(node: RedisNode, key: string): Promise<RedisNode> {
    const slot = Number(await node.call('CLUSTER', 'KEYSLOT', key));
    const range = (await readRanges(node)).find(({ first, last }) => first <= slot && slot <= last);
    return this.findByPort(range?.port);
  }

  private async listSlots(primary: RedisNode): Promise<readonly number[]> {
    const ranges = (await readRanges(primary)).filter(({ port }) => port === primary.port);
    return ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
  }

  private findByPort(port: number | undefined): RedisNode {
    const found = this.nodes.find((node) => node.port === port);
    if (!found) throw new Error(`no node has the port ${port ?? ''}`);
    return found;
  }

  private idOf(node: RedisNode | undefined): string {
    return (node && this.ids.get(node)) ?? '';
  }

  private async waitForAll(what: string, probe: (node: RedisNode) => Promise<boolean>): Promise<void> {
    for (const node of this.nodes) await waitUntil(`port ${node.port} ${what}`, () => probe(node), timeouts);
  }
}

const isLinked = async (replica: RedisNode): Promise<boolean> =>
  (await replica.readInfo('replication', 'master_link_status')) === 'up';

async function waitForRole(node: RedisNode, role: 'master' | 'slave', options = timeouts): Promise<void> {
  const hasRole = async (): Promise<boolean> => (await node.readInfo('replication', 'role')) === role;
  await waitUntil(`port ${node.port} to be a ${role}`, hasRole, options);
}

interface SlotRange {
  readonly first: number;
  readonly last: number;
  /** Of the primary. */
  readonly port: number;
}

async function readRanges(node: RedisNode): Promise<readonly SlotRange[]> {
  type Reply = readonly [first: number, last: number, primary: readonly [host: string, port: number]];
  return ((await node.call('CLUSTER', 'SLOTS')) as Reply[]).map(([first, last, [, port]]) => ({ first, last, port }));
}

async function readLines(node: RedisNode): Promise<readonly NodeLine[]> {
  const text = String(await node.call('CLUSTER', 'NODES'));
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([id = '', address = '', flags = '', primaryId = '']) => ({
      id,
      port: Number(/:(\d+)@/.exec(address)?.[1]),
      flags: flags.split(','),
      primaryId,
    }))
    .filter(({ flags }) => !flags.includes('handshake'));
}
