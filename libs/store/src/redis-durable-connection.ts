import type { Cluster, Redis } from 'ioredis';
import type { RedisConnection } from './redis-connection.js';
import { isErrorReply } from './redis-errors.js';
import { parseReplication, type RedisReplication, RequiredReplicas } from './redis-replication.js';
import { NotReplicatedError } from './store.js';
import { withTimeout } from './with-timeout.js';

export interface DurableConnectionOptions {
  readonly connect: () => RedisConnection;
  readonly commandTimeoutMs: number;
  /** Called with the ids of the primaries' processes whenever these were read. */
  readonly onServers: (serverIds: readonly string[]) => void;
}

/** A primary, on one node connection of ioredis. */
interface Primary {
  readonly node: Redis;
  readonly required: RequiredReplicas;
  /** How often it was connected: WAIT covers only what the same connection has written. */
  connections: number;
  /** The last look at its replicas. Never rejects. @returns the id of its process, if it could be read */
  reading: Promise<string | undefined>;
}

/** Short, since a replica that has begun to follow may be promoted. */
const pollIntervalMs = 250;
/** Longer than the time from the promotion of a replica until Sentinel names it, which polls every second meanwhile. */
const formerReplicaHoldMs = 3_000;

/**
 * Writes that a failover does not undo: each waits until all replicas that are in step hold it (WAIT). It has a connection of
 * its own, since Redis executes no other command of a connection that waits.
 */
export class DurableConnection {
  private readonly redis: RedisConnection;
  private readonly primaries = new WeakMap<Redis, Primary>();
  private readonly timer: NodeJS.Timeout;
  /** The confirmation that has not begun yet: it covers all writes that are executed before it begins. */
  private nextConfirmation: Promise<void> | undefined;
  private lastConfirmation: Promise<void> = Promise.resolve();
  private rejection: Error | undefined;

  constructor(private readonly options: DurableConnectionOptions) {
    this.redis = options.connect();
    this.timer = setInterval(() => void this.readAll(), pollIntervalMs).unref();
    if (!this.redis.isCluster) this.getPrimary(this.redis as Redis);
  }

  /** Why Redis does not accept WAIT: the user may not, or a proxy does not know it. Its writes then are plain ones. */
  get waitRejection(): Error | undefined {
    return this.rejection;
  }

  /** @throws NotReplicatedError if the replicas do not confirm the write; and what ioredis throws */
  async execute<T>(command: (redis: RedisConnection) => Promise<T>): Promise<T> {
    await this.waitUntilReady();
    const connected = this.listConnected().map((primary) => ({ primary, connection: primary.connections }));
    // The command may have to wait for a WAIT before it.
    const reply = await withTimeout(3 * this.options.commandTimeoutMs, command(this.redis));
    await this.confirm();
    const reconnected = connected.some(
      ({ primary, connection }) => primary.node.status !== 'ready' || primary.connections !== connection,
    );
    if (reconnected) throw new NotReplicatedError();
    return reply;
  }

  /** Asks Sentinel again which server is the primary. */
  reconnect(): void {
    this.redis.disconnect(true);
  }

  close(): void {
    clearInterval(this.timer);
    this.redis.disconnect();
  }

  /** It is not when the first replica was just found, or after a failover. */
  private async waitUntilReady(): Promise<void> {
    if (this.redis.status === 'ready') return;
    let onReady: (() => void) | undefined;
    const ready = new Promise<void>((resolve) => this.redis.once('ready', (onReady = resolve)));
    try {
      await withTimeout(this.options.commandTimeoutMs, ready);
    } catch {
      throw new NotReplicatedError();
    } finally {
      if (onReady) this.redis.off('ready', onReady);
    }
  }

  private listConnected(): readonly Primary[] {
    const nodes = this.redis.isCluster ? (this.redis as Cluster).nodes('master') : [this.redis as Redis];
    return nodes.filter(({ status }) => status === 'ready').map((node) => this.getPrimary(node));
  }

  private getPrimary(node: Redis): Primary {
    const known = this.primaries.get(node);
    if (known) return known;
    const required = new RequiredReplicas(formerReplicaHoldMs);
    const primary: Primary = { node, required, connections: 0, reading: Promise.resolve(undefined) };
    if (node.status === 'ready') primary.reading = this.read(primary);
    node.on('ready', () => {
      primary.connections += 1;
      primary.reading = this.read(primary);
    });
    this.primaries.set(node, primary);
    return primary;
  }

  private confirm(): Promise<void> {
    this.nextConfirmation ??= this.lastConfirmation.then(() => {
      this.nextConfirmation = undefined;
      const confirmation = this.waitForReplicas();
      this.lastConfirmation = confirmation.catch(() => undefined);
      return confirmation;
    });
    return this.nextConfirmation;
  }

  private async waitForReplicas(): Promise<void> {
    const { commandTimeoutMs } = this.options;
    const confirmations = this.listConnected().map((primary) => this.waitForReplicasOf(primary));
    const confirmed = await withTimeout(2 * commandTimeoutMs, Promise.all(confirmations)).catch(() => [false]);
    if (confirmed.length === 0 || confirmed.includes(false)) throw new NotReplicatedError();
  }

  private async waitForReplicasOf(primary: Primary): Promise<boolean> {
    await primary.reading;
    const { required } = primary;
    if (required.count === 0) return true;
    try {
      const { before, after } = await this.wait(primary);
      if (required.hold(before.offset, after)) return true;
      // One that has begun to follow since the last look may have been faster than the others.
      return required.follow(after) && required.hold(before.offset, (await this.wait(primary)).after);
    } catch (error) {
      if (!isErrorReply(error)) return false;
      this.rejection = error;
      return true;
    }
  }

  /** WAIT counts replicas, and does not say which they are. The three commands are one round trip. */
  private async wait(primary: Primary): Promise<Record<'before' | 'after', RedisReplication>> {
    const { node, required } = primary;
    const [infoBefore, , infoAfter] = await Promise.all([
      node.info('replication'),
      node.wait(required.count, this.options.commandTimeoutMs),
      node.info('replication'),
    ]);
    this.rejection = undefined;
    const [before, after] = [parseReplication(infoBefore), parseReplication(infoAfter)];
    this.updateRequired(primary, after);
    return { before, after };
  }

  private updateRequired({ required }: Primary, replication: RedisReplication): void {
    // The next connection leads to the primary that Sentinel names now.
    if (required.update(replication, performance.now()) && !this.redis.isCluster) this.reconnect();
  }

  private async readAll(): Promise<void> {
    const primaries = this.listConnected();
    for (const primary of primaries) primary.reading = this.read(primary);
    const serverIds = await Promise.all(primaries.map(({ reading }) => reading));
    this.options.onServers(serverIds.filter((id) => id !== undefined));
  }

  /** What cannot be read stays as it was. */
  private async read(primary: Primary): Promise<string | undefined> {
    const { node } = primary;
    const infos = await Promise.all([node.info('server'), node.info('replication')]).catch(() => undefined);
    if (!infos) return undefined;
    const replication = parseReplication(infos.join(''));
    this.updateRequired(primary, replication);
    return replication.serverId;
  }
}
