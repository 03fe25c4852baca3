import { type SendCommand, toTtlMs } from './redis-record-writes.js';
import type { BoundedSetItem, BoundedSetLimits, BoundedSetResult } from './store.js';

/**
 * A bounded set consists of two keys: a sorted set of the ids, with their expiry in milliseconds as scores, and a hash of
 * the sizes that are not 0, with their sum in the field ''. Each script takes time that hardly depends on the number of
 * items. The time is that of Redis, so that the clocks of the instances do not matter.
 */
const removeFunction = `local function remove(id)
  redis.call('ZREM', KEYS[1], id)
  local size = redis.call('HGET', KEYS[2], id)
  if not size then return end
  redis.call('HDEL', KEYS[2], id)
  redis.call('HINCRBY', KEYS[2], '', -size)
end`;

/** Expired items that one call removes. Those that are left count until the next call. */
const maxExpiredItems = 1_000;

/**
 * Arguments: id, bytes, TTL, max items, max bytes, 1 to remove the oldest.
 * Returns 1 (added) or 2 (replaced) and 0 followed by the removed ids, or 0 and the milliseconds until the first item
 * expires.
 */
const addScript = `${removeFunction}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local id, bytes, ttl = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
-- Changes nothing: no item has this id. A script that has removed something may write where the memory is full, so it must be
-- rejected before.
redis.call('ZADD', KEYS[1], 'XX', 0, '')
for _, expired in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ${maxExpiredItems})) do
  remove(expired)
end
local replaces = redis.call('ZSCORE', KEYS[1], id)
if replaces then remove(id) end
if redis.call('ZCARD', KEYS[1]) == 0 then redis.call('DEL', KEYS[2]) end
local result = { replaces and 2 or 1, 0 }
local removeOldest = ARGV[6] == '1'
while removeOldest or not replaces do
  local total = tonumber(redis.call('HGET', KEYS[2], '') or 0)
  if redis.call('ZCARD', KEYS[1]) < tonumber(ARGV[4]) and total < tonumber(ARGV[5]) then break end
  local first = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
  if not first[1] then break end
  if not removeOldest then return { 0, first[2] - now } end
  remove(first[1])
  result[#result + 1] = first[1]
end
redis.call('ZADD', KEYS[1], now + ttl, id)
if bytes > 0 then
  redis.call('HSET', KEYS[2], id, bytes)
  redis.call('HINCRBY', KEYS[2], '', bytes)
end
for _, key in ipairs(KEYS) do
  if redis.call('PTTL', key) < ttl then redis.call('PEXPIRE', key, ttl) end
end
return result`;

const removeScript = `${removeFunction}
remove(ARGV[1])`;

/** The bounded sets of a store; see Store.addToBoundedSet. */
export class RedisBoundedSets {
  constructor(
    private readonly toRedisKey: (key: string) => string,
    private readonly send: SendCommand,
  ) {}

  async add(
    key: string,
    { id, bytes, ttlMs }: BoundedSetItem,
    { maxItems, maxBytes, removeOldest }: BoundedSetLimits,
  ): Promise<BoundedSetResult> {
    const values = [id, Math.ceil(bytes), toTtlMs(ttlMs), maxItems, maxBytes, removeOldest ? 1 : 0];
    const [added, roomInMs, ...removedIds] = (await this.evalScript(addScript, key, values)) as [
      number,
      number,
      ...string[],
    ];
    return { added: added > 0, replaced: added === 2, removedIds, roomInMs };
  }

  async remove(key: string, id: string): Promise<void> {
    await this.evalScript(removeScript, key, [id]);
  }

  /** The braces put both keys on one node of a cluster. */
  private evalScript(script: string, key: string, values: readonly (string | number)[]): Promise<unknown> {
    const [first = '', ...others] = ['expiry', 'bytes'].map((part) => this.toRedisKey(`{${key}}:${part}`));
    return this.send('scripts', first, (redis) => redis.eval(script, 1 + others.length, first, ...others, ...values));
  }
}
