/**
 * A bounded set is a sorted set: the score is the time of expiry in milliseconds, the member is `bytes:id`. Both scripts
 * read the whole set, which its limits keep small. The time is that of Redis, so that the clocks of the instances do not
 * matter.
 *
 * Arguments: id, bytes, TTL, max items, max bytes, 1 to remove the oldest.
 * Returns 1 and 0 followed by the removed ids, or 0 and the milliseconds until the first item expires.
 */
export const addToBoundedSetScript = `local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
local members = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
local replaced, others, count, total = nil, {}, 0, 0
for i = 1, #members, 2 do
  local bytes, id = string.match(members[i], '^(%d+):(.*)$')
  if id == ARGV[1] then
    replaced = members[i]
  else
    count = count + 1
    total = total + tonumber(bytes)
    others[count] = { member = members[i], id = id, bytes = tonumber(bytes), expiry = tonumber(members[i + 1]) }
  end
end
local maxItems, maxBytes = tonumber(ARGV[4]), tonumber(ARGV[5])
local result = { 1, 0 }
for _, item in ipairs(others) do
  if count < maxItems and total < maxBytes then break end
  if ARGV[6] ~= '1' then
    if replaced then break end
    return { 0, item.expiry - now }
  end
  redis.call('ZREM', KEYS[1], item.member)
  count = count - 1
  total = total - item.bytes
  result[#result + 1] = item.id
end
if replaced then redis.call('ZREM', KEYS[1], replaced) end
redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[2] .. ':' .. ARGV[1])
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[3]) then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
return result`;

export const removeFromBoundedSetScript = `for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  if string.match(member, '^%d+:(.*)$') == ARGV[1] then return redis.call('ZREM', KEYS[1], member) end
end
return 0`;
