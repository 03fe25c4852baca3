import type { Cluster, Redis } from 'ioredis';
import { AvailabilityMonitor } from './availability-monitor.js';
import { parseRedisAddress } from './redis-address.js';
import {
  connectForCommands,
  connectForSubscriptions,
  type RedisConnection,
  type RedisTimeouts,
} from './redis-connection.js';
import { indicatesUnavailable, toStoreUnavailableError } from './redis-errors.js';
import { parseRedisMemory, type RedisMemory } from './redis-memory.js';
import { RedisReports } from './redis-reports.js';
import { RedisSubscriber } from './redis-subscriber.js';
import { addToBoundedSetScript, removeFromBoundedSetScript } from './redis-bounded-set.js';
import {
  type BoundedSetItem,
  type BoundedSetLimits,
  type BoundedSetResult,
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

/** Locks and leases are renewed with the same value. PEXPIRE works where the memory is full, and SET does not. */
const setIfEqualsScript = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[1] == ARGV[2] then return redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) return 1`;
const setIfEqualsKeepingTtlScript = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL') return 1`;
const deleteIfEqualsScript = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`;

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
  private readonly availability: AvailabilityMonitor;
  private readonly reports: RedisReports;

  /** @throws TypeError if the address does not have one of the formats of parseRedisAddress */
  constructor(options: RedisStoreOptions) {
    const { url, prefix = '' } = options;
    const { commandTimeoutMs = defaultCommandTimeoutMs, probeIntervalMs = defaultProbeIntervalMs } = options;
    const address = parseRedisAddress(url);
    this.preservesCommandOrder = address.kind !== 'cluster';
    this.prefix = prefix;
    this.timeouts = { commandTimeoutMs };
    this.reports = new RedisReports(options.observer);
    this.redis = connectForCommands(address, this.timeouts);
    this.redis.on('ready', () => this.reports.reportConnected());
    this.redis.on('error', (error) => this.reports.reportConnectionError(error));
    this.subscriber = new RedisSubscriber(
      (attempt) => connectForSubscriptions(address, this.timeouts, attempt),
      (error) =>
        error ? this.reports.reportFailure('subscriptions', error) : this.reports.reportSuccess('subscriptions'),
    );
    this.availability = new AvailabilityMonitor(
      () => this.attempt('connection', (redis) => redis.ping()),
      probeIntervalMs,
    );
  }

  /** Resolves when the first connection is ready, or after `timeoutMs`. Never rejects. */
  async waitUntilReady(timeoutMs: number): Promise<void> {
    if (this.redis.status === 'ready') return;
    await withTimeout(timeoutMs, new Promise<void>((resolve) => this.redis.once('ready', () => resolve()))).catch(
      () => undefined,
    );
  }

  get available(): boolean {
    return !this.availability.unavailable;
  }

  async get(key: string): Promise<Buffer | undefined> {
    return (await this.execute('reads', (redis) => redis.getBuffer(this.toRedisKey(key)))) ?? undefined;
  }

  async getMany(keys: readonly string[]): Promise<(Buffer | undefined)[]> {
    if (keys.length === 0) return [];
    const names = keys.map((key) => this.toRedisKey(key));
    const values = await this.execute('reads', (redis) =>
      redis.isCluster ? Promise.all(names.map((name) => redis.getBuffer(name))) : redis.mgetBuffer(...names),
    );
    return values.map((value) => value ?? undefined);
  }

  async set(key: string, value: Buffer | string, ttlMs: number): Promise<void> {
    await this.execute('writes', (redis) => redis.set(this.toRedisKey(key), value, 'PX', toTtlMs(ttlMs)));
  }

  async setIfAbsent(key: string, value: Buffer | string, ttlMs: number): Promise<boolean> {
    return (
      (await this.execute('writes', (redis) => redis.set(this.toRedisKey(key), value, 'PX', toTtlMs(ttlMs), 'NX'))) ===
      'OK'
    );
  }

  async setIfEquals(key: string, expected: Buffer | string, value: Buffer | string, ttlMs: number): Promise<boolean> {
    return (await this.evalScript(setIfEqualsScript, key, expected, value, toTtlMs(ttlMs))) === 1;
  }

  async deleteIfEquals(key: string, expected: Buffer | string): Promise<boolean> {
    return (await this.evalScript(deleteIfEqualsScript, key, expected)) === 1;
  }

  async delete(...keys: string[]): Promise<number> {
    if (keys.length === 0) return 0;
    const names = keys.map((key) => this.toRedisKey(key));
    if (!this.redis.isCluster) return this.execute('connection', (redis) => redis.del(...names));
    const counts = await this.execute('connection', (redis) => Promise.all(names.map((name) => redis.del(name))));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /**
   * Yields the keys of string values in batches, with the guarantees of SCAN: a key may be returned twice; a key that is
   * created or deleted during the iteration may or may not be returned; every other key is returned.
   * @throws StoreUnavailableError
   */
  async *keys(): AsyncGenerator<string[]> {
    const pattern = `${this.prefix.replace(/[*?[\]\\]/g, '\\$&')}*`;
    for (const node of this.getMasters()) {
      let cursor = '0';
      do {
        const start = cursor;
        const [next, names] = await this.execute('reads', () =>
          node.scan(start, 'MATCH', pattern, 'COUNT', scanCount, 'TYPE', 'string'),
        );
        yield names.map((name) => name.slice(this.prefix.length));
        cursor = next;
      } while (cursor !== '0');
    }
  }

  /** Replaces the value if it equals `expected`, and does not change its TTL. @returns whether it was replaced */
  async setIfEqualsKeepingTtl(key: string, expected: Buffer, value: Buffer): Promise<boolean> {
    return (await this.evalScript(setIfEqualsKeepingTtlScript, key, expected, value)) === 1;
  }

  async addToBoundedSet(
    key: string,
    { id, bytes, ttlMs }: BoundedSetItem,
    { maxItems, maxBytes, removeOldest }: BoundedSetLimits,
  ): Promise<BoundedSetResult> {
    const values = [id, Math.ceil(bytes), toTtlMs(ttlMs), maxItems, maxBytes, removeOldest ? 1 : 0];
    const [added, roomInMs, ...removedIds] = (await this.evalBoundedSetScript(addToBoundedSetScript, key, values)) as [
      number,
      number,
      ...string[],
    ];
    return { added: added > 0, replaced: added === 2, removedIds, roomInMs };
  }

  async removeFromBoundedSet(key: string, id: string): Promise<void> {
    await this.evalBoundedSetScript(removeFromBoundedSetScript, key, [id]);
  }

  publish(channel: string, message: string): Promise<number> {
    return this.execute('publish', (redis) => redis.publish(this.toRedisKey(channel), message));
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
    await this.execute('connection', (redis) => redis.ping());
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
      const infos = this.getMasters().map(async (node) => (await node.info('server')) + (await node.info('memory')));
      if (infos.length === 0) throw new StoreUnavailableError('no server is known');
      return parseRedisMemory(await withTimeout(this.timeouts.commandTimeoutMs, Promise.all(infos)));
    } catch (error) {
      throw toStoreUnavailableError(error);
    }
  }

  async close(): Promise<void> {
    this.availability.close();
    this.subscriber.close();
    this.redis.disconnect();
  }

  private getMasters(): readonly Redis[] {
    return this.redis.isCluster ? (this.redis as Cluster).nodes('master') : [this.redis as Redis];
  }

  private toRedisKey(key: string): string {
    return this.prefix + key;
  }

  private evalScript(script: string, key: string, ...values: (Buffer | string | number)[]): Promise<unknown> {
    return this.execute('scripts', (redis) => redis.eval(script, 1, this.toRedisKey(key), ...values));
  }

  /** The braces put both keys on one node of a cluster. */
  private evalBoundedSetScript(script: string, key: string, values: readonly (string | number)[]): Promise<unknown> {
    const keys = ['expiry', 'bytes'].map((part) => this.toRedisKey(`{${key}}:${part}`));
    return this.execute('scripts', (redis) => redis.eval(script, keys.length, ...keys, ...values));
  }

  private async execute<T>(capability: StoreCapability, command: (redis: RedisConnection) => Promise<T>): Promise<T> {
    if (this.availability.unavailable) throw new StoreUnavailableError('the store is unavailable');
    try {
      return await this.attempt(capability, command);
    } catch (error) {
      if (indicatesUnavailable(error)) this.availability.reportFailure();
      throw toStoreUnavailableError(error);
    }
  }

  /** Sends a command, and tells the observer how it went. @throws what ioredis throws */
  private async attempt<T>(capability: StoreCapability, command: (redis: RedisConnection) => Promise<T>): Promise<T> {
    try {
      const reply = await withTimeout(this.timeouts.commandTimeoutMs, command(this.redis));
      this.reports.reportSuccess(capability);
      return reply;
    } catch (error) {
      this.reports.reportFailure(capability, error);
      throw error;
    }
  }
}

/** Redis accepts a positive integer of milliseconds. */
function toTtlMs(ttlMs: number): number {
  return Math.max(1, Math.ceil(ttlMs));
}
