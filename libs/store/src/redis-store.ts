import type { Cluster, Redis } from 'ioredis';
import { Availability } from './availability.js';
import { parseRedisAddress } from './redis-address.js';
import { connectForCommands, connectForMessages, type RedisConnection, type Timing } from './redis-connection.js';
import { failure, meansAway } from './redis-failure.js';
import { RedisSubscriber } from './redis-subscriber.js';
import { type Store, StoreUnavailableError } from './store.js';

export interface RedisStoreOptions {
  /** See parseRedisAddress for the forms. */
  readonly url: string;
  /** Put before every key and channel. */
  readonly prefix?: string;
  /** Milliseconds a command may take; 250. */
  readonly commandTimeout?: number;
  /** Milliseconds between two looks whether a Redis that failed is back; 250. */
  readonly probeEvery?: number;
}

const REPLACE = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) return 1`;
const REWRITE = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL') return 1`;
const DELETE_IF_EQUALS = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`;
const INCREMENT = `local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count`;

/** Keys that one step of a walk through all of them looks at. */
const SCANNED_AT_ONCE = 200;

/** A subscription begins on a connection of its own, which may have to be made first. */
const SUBSCRIBE_FACTOR = 5;

/**
 * The store in Redis 6 or later: single, Sentinel or Cluster. A command that timed out may still take effect later.
 * In a cluster `publish` counts the listeners of one node only.
 */
export class RedisStore implements Store {
  readonly shared = true;
  /** Not in a cluster, where each node has a connection of its own. */
  readonly inOrder: boolean;
  readonly #prefix: string;
  readonly #timing: Timing;
  readonly #redis: RedisConnection;
  readonly #subscriber: RedisSubscriber;
  readonly #availability: Availability;

  /** @throws TypeError where the address has none of the forms */
  constructor({ url, prefix = '', commandTimeout = 250, probeEvery = 250 }: RedisStoreOptions) {
    const address = parseRedisAddress(url);
    this.inOrder = address.kind !== 'cluster';
    this.#prefix = prefix;
    this.#timing = { commandTimeout };
    this.#redis = connectForCommands(address, this.#timing);
    this.#subscriber = new RedisSubscriber((attempt) => connectForMessages(address, this.#timing, attempt));
    this.#availability = new Availability(() => within(commandTimeout, this.#redis.ping()), probeEvery);
  }

  /** Resolves when the first connection stands, or after `ms`, whichever is first; never rejects. */
  async ready(ms: number): Promise<void> {
    if (this.#redis.status === 'ready') return;
    await within(ms, new Promise<void>((resolve) => this.#redis.once('ready', () => resolve()))).catch(() => undefined);
  }

  get(key: string): Promise<Buffer | null> {
    return this.#ask((redis) => redis.getBuffer(this.#name(key)));
  }

  async getMany(keys: readonly string[]): Promise<(Buffer | null)[]> {
    if (keys.length === 0) return [];
    const names = keys.map((key) => this.#name(key));
    if (!this.#redis.isCluster) return this.#ask((redis) => redis.mgetBuffer(...names));
    return this.#ask((redis) => Promise.all(names.map((name) => redis.getBuffer(name))));
  }

  async set(key: string, value: Buffer | string, ttl: number): Promise<void> {
    await this.#ask((redis) => redis.set(this.#name(key), value, 'PX', whole(ttl)));
  }

  async setIfAbsent(key: string, value: Buffer | string, ttl: number): Promise<boolean> {
    return (await this.#ask((redis) => redis.set(this.#name(key), value, 'PX', whole(ttl), 'NX'))) === 'OK';
  }

  async replace(key: string, expected: Buffer | string, value: Buffer | string, ttl: number): Promise<boolean> {
    return (await this.#run(REPLACE, key, expected, value, whole(ttl))) === 1;
  }

  async deleteIfEquals(key: string, expected: Buffer | string): Promise<boolean> {
    return (await this.#run(DELETE_IF_EQUALS, key, expected)) === 1;
  }

  async delete(...keys: string[]): Promise<number> {
    if (keys.length === 0) return 0;
    const names = keys.map((key) => this.#name(key));
    if (!this.#redis.isCluster) return this.#ask((redis) => redis.del(...names));
    const counts = await this.#ask((redis) => Promise.all(names.map((name) => redis.del(name))));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async increment(key: string, ttl: number): Promise<number> {
    return Number(await this.#run(INCREMENT, key, whole(ttl)));
  }

  /**
   * The keys that hold bytes, in batches. As SCAN has it: a key may come twice, and one that is made or taken away
   * meanwhile may come or not; all others come.
   */
  async *keys(): AsyncGenerator<string[]> {
    const pattern = `${this.#prefix.replace(/[*?[\]\\]/g, '\\$&')}*`;
    for (const node of this.#redis.isCluster ? (this.#redis as Cluster).nodes('master') : [this.#redis as Redis]) {
      let cursor = '0';
      do {
        const from = cursor;
        const [next, found] = await this.#ask(() =>
          node.scan(from, 'MATCH', pattern, 'COUNT', SCANNED_AT_ONCE, 'TYPE', 'string'),
        );
        yield found.map((name) => name.slice(this.#prefix.length));
        cursor = next;
      } while (cursor !== '0');
    }
  }

  /** Replaces the value only while it equals `expected`, for the rest of its life; says whether it did. */
  async rewrite(key: string, expected: Buffer, value: Buffer): Promise<boolean> {
    return (await this.#run(REWRITE, key, expected, value)) === 1;
  }

  publish(channel: string, message: string): Promise<number> {
    return this.#ask((redis) => redis.publish(this.#name(channel), message));
  }

  async subscribe(
    channel: string,
    onMessage: (message: string) => void,
    onState?: (state: 'up' | 'down') => void,
  ): Promise<() => Promise<void>> {
    try {
      const subscription = this.#subscriber.subscribe(this.#name(channel), onMessage, onState);
      return await within(SUBSCRIBE_FACTOR * this.#timing.commandTimeout, subscription);
    } catch (error) {
      throw failure(error);
    }
  }

  async ping(): Promise<void> {
    await this.#ask((redis) => redis.ping());
  }

  async close(): Promise<void> {
    this.#availability.close();
    this.#subscriber.close();
    this.#redis.disconnect();
  }

  #name(key: string): string {
    return this.#prefix + key;
  }

  #run(script: string, key: string, ...values: (Buffer | string | number)[]): Promise<unknown> {
    return this.#ask((redis) => redis.eval(script, 1, this.#name(key), ...values));
  }

  async #ask<T>(command: (redis: RedisConnection) => Promise<T>): Promise<T> {
    if (this.#availability.away) throw new StoreUnavailableError('the store is away');
    try {
      return await within(this.#timing.commandTimeout, command(this.#redis));
    } catch (error) {
      if (meansAway(error)) this.#availability.failed();
      throw failure(error);
    }
  }
}

/** Redis takes whole milliseconds, one or more. */
function whole(ttl: number): number {
  return Math.max(1, Math.ceil(ttl));
}

/**
 * Bounds what was asked, redirections of a cluster and a first connection included. Where this process itself was held
 * up, the answer may have come in time and lie unread: it is read before the time counts as over.
 */
async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const end = (): void => reject(new StoreUnavailableError('the store did not answer in time'));
    timer = setTimeout(() => setImmediate(end), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
