import type { RedisConnection } from './redis-connection.js';
import type { ExpiringValue, RecordWrites } from './store.js';
import type { StoreCapability } from './store-observer.js';

/** Sends a command to the server that has the key. @param key as Redis knows it @throws StoreUnavailableError */
export type SendCommand = <T>(
  capability: StoreCapability,
  key: string,
  command: (redis: RedisConnection) => Promise<T>,
) => Promise<T>;

/** @returns the keys that one command may name: in a cluster, each key alone */
export type GroupKeys = (keys: readonly string[]) => readonly (readonly [string, ...string[]])[];

/** Locks and leases are renewed with the same value. PEXPIRE works where the memory is full, and SET does not. */
const setIfEqualsScript = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[1] == ARGV[2] then return redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) return 1`;
const setIfEqualsKeepingTtlScript = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL') return 1`;
const getOrSetScript = `local value = redis.call('GET', KEYS[1])
if value then return { value, redis.call('PTTL', KEYS[1]) } end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) return { ARGV[1], tonumber(ARGV[2]) }`;
const deleteIfEqualsScript = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`;

/** The commands that write whole records. */
export class RedisRecordWrites implements RecordWrites {
  constructor(
    private readonly toRedisKey: (key: string) => string,
    private readonly send: SendCommand,
    private readonly groupKeys: GroupKeys,
  ) {}

  async set(key: string, value: Buffer | string, ttlMs: number): Promise<void> {
    const name = this.toRedisKey(key);
    await this.send('writes', name, (redis) => redis.set(name, value, 'PX', toTtlMs(ttlMs)));
  }

  async setIfAbsent(key: string, value: Buffer | string, ttlMs: number): Promise<boolean> {
    const name = this.toRedisKey(key);
    return (await this.send('writes', name, (redis) => redis.set(name, value, 'PX', toTtlMs(ttlMs), 'NX'))) === 'OK';
  }

  async getOrSet(key: string, value: Buffer | string, ttlMs: number): Promise<ExpiringValue> {
    const name = this.toRedisKey(key);
    const [held, remainingMs] = (await this.send('scripts', name, (redis) =>
      redis.callBuffer('eval', getOrSetScript, 1, name, value, toTtlMs(ttlMs)),
    )) as [Buffer, number];
    return { value: held, ttlMs: remainingMs };
  }

  async setIfEquals(key: string, expected: Buffer | string, value: Buffer | string, ttlMs: number): Promise<boolean> {
    return (await this.evalScript(setIfEqualsScript, key, expected, value, toTtlMs(ttlMs))) === 1;
  }

  /** Does not change the TTL. */
  async setIfEqualsKeepingTtl(key: string, expected: Buffer, value: Buffer): Promise<boolean> {
    return (await this.evalScript(setIfEqualsKeepingTtlScript, key, expected, value)) === 1;
  }

  async deleteIfEquals(key: string, expected: Buffer | string): Promise<boolean> {
    return (await this.evalScript(deleteIfEqualsScript, key, expected)) === 1;
  }

  async delete(...keys: string[]): Promise<number> {
    const groups = this.groupKeys(keys.map((key) => this.toRedisKey(key)));
    const counts = groups.map(([name, ...others]) =>
      this.send('connection', name, (redis) => redis.del(name, ...others)),
    );
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }

  private evalScript(script: string, key: string, ...values: (Buffer | string | number)[]): Promise<unknown> {
    const name = this.toRedisKey(key);
    return this.send('scripts', name, (redis) => redis.eval(script, 1, name, ...values));
  }
}

/** Redis accepts a positive integer of milliseconds. */
export function toTtlMs(ttlMs: number): number {
  return Math.max(1, Math.ceil(ttlMs));
}
