import type { Redis } from 'ioredis';
import { parseRedisAddress } from './redis-address.js';
import {
  connectForCommands,
  connectForSubscriptions,
  type RedisConnection,
  type RedisTimeouts,
} from './redis-connection.js';
import { indicatesUnavailable, toStoreUnavailableError } from './redis-errors.js';
import { RedisGreetings } from './redis-greeting.js';
import { parseRedisMemory, type RedisMemory } from './redis-memory.js';
import { RedisPrimaries } from './redis-primaries.js';
import { type GroupKeys, RedisRecordWrites, type SendCommand } from './redis-record-writes.js';
import { RedisReports } from './redis-reports.js';
import { type RedisServer, RedisServers } from './redis-servers.js';
import { RedisSubscriber } from './redis-subscriber.js';
import { RedisBoundedSets } from './redis-bounded-set.js';
import {
  type BoundedSetItem,
  type BoundedSetLimits,
  type BoundedSetResult,
  type ExpiringValue,
  NotReplicatedError,
  type RecordWrites,
  type Store,
  StoreUnavailableError,
} from './store.js';
import type { StoreCapability, StoreObserver } from './store-observer.js';
import { withTimeout } from './with-timeout.js';

export interface RedisStoreOptions {
  /** See parseRedisAddress for the formats. */
  readonly url: string;
  /** Prefix of every key and channel. */
  readonly prefix?: string;
  /** Milliseconds a command may take; default 250. `subscribe` may take five times as long. */
  readonly commandTimeoutMs?: number;
  /** Milliseconds between two probes of a Redis that failed; default 250. */
  readonly probeIntervalMs?: number;
  readonly observer?: StoreObserver;
}

const defaultCommandTimeoutMs = 250;
const defaultProbeIntervalMs = 250;

/** COUNT of each SCAN: roughly the number of keys that one step examines. */
const scanCount = 200;

/** A subscription uses its own connection, which may have to be opened first. Multiple of the command timeout. */
const subscribeTimeoutFactor = 5;

/**
 * The store in Redis 6 or later: single server, Sentinel or Cluster. A command that timed out may still take effect
 * later. In a cluster, `publish` counts the subscribers of one node only.
 */
export class RedisStore implements Store {
  readonly shared = true;
  /** False in a cluster, where each node has its own connection. */
  readonly preservesCommandOrder: boolean;
  private readonly prefix: string;
  private readonly timeouts: RedisTimeouts;
  private readonly redis: RedisConnection;
  private readonly subscriber: RedisSubscriber;
  private readonly servers: RedisServers;
  private readonly reports: RedisReports;
  private readonly primaries: RedisPrimaries;
  private readonly writes: RedisRecordWrites;
  private readonly boundedSets: RedisBoundedSets;
  readonly durable: RecordWrites;

  /** @throws TypeError if the address does not have one of the formats of parseRedisAddress */
  constructor(options: RedisStoreOptions) {
    const { url, prefix = '' } = options;
    const { commandTimeoutMs = defaultCommandTimeoutMs, probeIntervalMs = defaultProbeIntervalMs } = options;
    const address = parseRedisAddress(url);
    this.preservesCommandOrder = address.kind !== 'cluster';
    this.prefix = prefix;
    this.timeouts = { commandTimeoutMs };
    this.redis = connectForCommands(address, this.timeouts);
    const greetings = new RedisGreetings(address, this.redis);
    this.reports = new RedisReports(options.observer, () => greetings.read());
    this.servers = new RedisServers({
      redis: this.redis,
      probe: (redis) => this.probe(redis),
      probeIntervalMs,
      onAvailable: () => this.reports.reportConnected(),
    });
    this.redis.on('ready', () => this.reports.reportConnected());
    this.redis.on('error', (error) => this.reports.reportConnectionError(error));
    this.subscriber = new RedisSubscriber({
      connect: (sequence) => connectForSubscriptions(address, this.timeouts, sequence, this.redis),
      publish: (channel, message) =>
        withTimeout(commandTimeoutMs, this.servers.findAny().redis.publish(channel, message)),
      prefix,
      onHeard: (error) =>
        error ? this.reports.reportFailure('subscriptions', error) : this.reports.reportSuccess('subscriptions'),
      onDeaf: () => this.reports.reportDeaf(),
    });
    const connect = (): RedisConnection => connectForCommands(address, this.timeouts);
    this.primaries = new RedisPrimaries(this.redis, connect, commandTimeoutMs);
    const send: SendCommand = (capability, key, command) => this.execute(capability, key, command);
    const sendDurably: SendCommand = (capability, key, command) => this.executeDurably(capability, key, command);
    this.writes = new RedisRecordWrites(this.toRedisKey, send, this.groupKeys);
    this.durable = new RedisRecordWrites(this.toRedisKey, sendDurably, this.groupKeys);
    this.boundedSets = new RedisBoundedSets(this.toRedisKey, send);
  }

  /** Resolves when the first connection is ready, or after `timeoutMs`. Never rejects. */
  async waitUntilReady(timeoutMs: number): Promise<void> {
    if (this.redis.status === 'ready') return;
    await withTimeout(timeoutMs, new Promise<void>((resolve) => this.redis.once('ready', () => resolve()))).catch(
      () => undefined,
    );
  }

  get available(): boolean {
    return this.servers.available;
  }

  get generation(): string | undefined {
    return this.primaries.generation;
  }

  async get(key: string): Promise<Buffer | undefined> {
    const name = this.toRedisKey(key);
    return (await this.execute('reads', name, (redis) => redis.getBuffer(name))) ?? undefined;
  }

  async getMany(keys: readonly string[]): Promise<(Buffer | undefined)[]> {
    const values = this.groupKeys(keys.map(this.toRedisKey)).map(([name, ...others]) =>
      this.execute('reads', name, (redis) => redis.mgetBuffer(name, ...others)),
    );
    return (await Promise.all(values)).flat().map((value) => value ?? undefined);
  }

  set(key: string, value: Buffer | string, ttlMs: number): Promise<void> {
    return this.writes.set(key, value, ttlMs);
  }

  setIfAbsent(key: string, value: Buffer | string, ttlMs: number): Promise<boolean> {
    return this.writes.setIfAbsent(key, value, ttlMs);
  }

  getOrSet(key: string, value: Buffer | string, ttlMs: number): Promise<ExpiringValue> {
    return this.writes.getOrSet(key, value, ttlMs);
  }

  setIfEquals(key: string, expected: Buffer | string, value: Buffer | string, ttlMs: number): Promise<boolean> {
    return this.writes.setIfEquals(key, expected, value, ttlMs);
  }

  deleteIfEquals(key: string, expected: Buffer | string): Promise<boolean> {
    return this.writes.deleteIfEquals(key, expected);
  }

  delete(...keys: string[]): Promise<number> {
    return this.writes.delete(...keys);
  }

  /**
   * Yields the keys of string values in batches, with the guarantees of SCAN: a key may be returned twice; a key that is
   * created or deleted during the iteration may or may not be returned; every other key is returned.
   * @throws StoreUnavailableError
   */
  async *keys(): AsyncGenerator<string[]> {
    const pattern = `${this.prefix.replace(/[*?[\]\\]/g, '\\$&')}*`;
    for (const server of this.servers.list()) {
      let cursor = '0';
      do {
        const start = cursor;
        const [next, names] = await this.run('reads', server, () =>
          this.limitTime((server.redis as Redis).scan(start, 'MATCH', pattern, 'COUNT', scanCount, 'TYPE', 'string')),
        );
        yield names.map((name) => name.slice(this.prefix.length));
        cursor = next;
      } while (cursor !== '0');
    }
  }

  /** Replaces the value if it equals `expected`, and does not change its TTL. @returns whether it was replaced */
  setIfEqualsKeepingTtl(key: string, expected: Buffer, value: Buffer): Promise<boolean> {
    return this.writes.setIfEqualsKeepingTtl(key, expected, value);
  }

  addToBoundedSet(key: string, item: BoundedSetItem, limits: BoundedSetLimits): Promise<BoundedSetResult> {
    return this.boundedSets.add(key, item, limits);
  }

  removeFromBoundedSet(key: string, id: string): Promise<void> {
    return this.boundedSets.remove(key, id);
  }

  publish(channel: string, message: string): Promise<number> {
    const server = this.servers.findAny();
    return this.run('publish', server, () => this.limitTime(server.redis.publish(this.toRedisKey(channel), message)));
  }

  async subscribe(
    channel: string,
    onMessage: (message: string) => void,
    onState?: (state: 'up' | 'down') => void,
  ): Promise<() => Promise<void>> {
    try {
      const subscription = this.subscriber.subscribe(this.toRedisKey(channel), onMessage, onState);
      return await withTimeout(subscribeTimeoutFactor * this.timeouts.commandTimeoutMs, subscription);
    } catch (error) {
      throw toStoreUnavailableError(error);
    }
  }

  async ping(): Promise<void> {
    const server = this.servers.findAny();
    await this.run('connection', server, () => this.limitTime(server.redis.ping()));
  }

  /** Calls the listener after each connection: the first one, and those after an outage or a failover. */
  onConnected(listener: () => void): void {
    this.redis.on('ready', listener);
  }

  /**
   * Asks also while the store counts as unavailable, which it still does when a new connection is reported.
   * @throws StoreUnavailableError if Redis does not respond, or the user may not call INFO
   */
  async readMemory(): Promise<RedisMemory> {
    try {
      const infos = this.primaries.nodes.map(async (node) => (await node.info('server')) + (await node.info('memory')));
      if (infos.length === 0) throw new StoreUnavailableError('no server is known');
      return parseRedisMemory(await withTimeout(this.timeouts.commandTimeoutMs, Promise.all(infos)));
    } catch (error) {
      throw toStoreUnavailableError(error);
    }
  }

  async close(): Promise<void> {
    this.servers.close();
    this.subscriber.close();
    this.primaries.close();
    this.redis.disconnect();
  }

  private readonly toRedisKey = (key: string): string => this.prefix + key;

  private readonly groupKeys: GroupKeys = (keys) => {
    const [first, ...others] = keys;
    if (first === undefined) return [];
    return this.redis.isCluster ? keys.map((key) => [key]) : [[first, ...others]];
  };

  private limitTime<T>(reply: Promise<T>): Promise<T> {
    return withTimeout(this.timeouts.commandTimeoutMs, reply);
  }

  /** @param key decides which server is used; the command may name others of the same slot */
  private execute<T>(
    capability: StoreCapability,
    key: string,
    command: (redis: RedisConnection) => Promise<T>,
  ): Promise<T> {
    const server = this.servers.find(key);
    return this.run(capability, server, () => this.limitTime(command(server.redis)));
  }

  private async executeDurably<T>(
    capability: StoreCapability,
    key: string,
    command: (redis: RedisConnection) => Promise<T>,
  ): Promise<T> {
    const { durable } = this.primaries;
    if (!durable) return this.execute(capability, key, command);
    const reply = await this.run(capability, this.servers.find(key), () => durable.execute(command));
    if (durable.waitRejection) this.reports.reportFailure('replication', durable.waitRejection);
    else this.reports.reportSuccess('replication');
    return reply;
  }

  private async run<T>(capability: StoreCapability, { availability }: RedisServer, send: () => Promise<T>): Promise<T> {
    if (availability.unavailable) throw new StoreUnavailableError('the store is unavailable');
    try {
      const reply = await send();
      if (this.servers.available) this.reports.reportSuccess('connection');
      if (capability !== 'connection') this.reports.reportSuccess(capability);
      return reply;
    } catch (error) {
      this.reports.reportFailure(error instanceof NotReplicatedError ? 'replication' : capability, error);
      if (indicatesUnavailable(error)) availability.reportFailure();
      throw toStoreUnavailableError(error);
    }
  }

  /** A Redis that cannot write to its disk rejects PING, and is read. */
  private async probe(redis: RedisConnection): Promise<void> {
    try {
      await this.limitTime(redis.ping());
    } catch (error) {
      this.reports.reportFailure('connection', error);
      if (indicatesUnavailable(error)) throw error;
    }
  }
}
