import type { MemoryPolicy } from '#store';
import type { createLogger } from '#telemetry';

/** Warns of a Redis that may lose what the gateway must not lose, and names the variable that changes it. */
export function logMemoryPolicy(
  logger: ReturnType<typeof createLogger>,
  { eviction, policy, nearlyFull, mayStoreCachedResponses }: MemoryPolicy,
): void {
  if (eviction === 'on') {
    logger.warn(
      { maxmemoryPolicy: policy },
      'the Redis of REDIS_URL may evict sessions, tokens and stored responses: set its maxmemory-policy to noeviction',
    );
  }
  if (eviction === 'unknown') {
    logger.warn('the Redis of REDIS_URL does not say whether it evicts records: allow the command INFO');
  }
  if (nearlyFull) {
    logger.warn('the Redis of REDIS_URL is nearly full: calls with Idempotency-Key get 503 until it has more memory');
  }
  if (!mayStoreCachedResponses) {
    logger.warn(
      'responses are cached in the memory of this instance only, since the memory of the Redis of REDIS_URL is limited ' +
        'or not known: set CACHE_REDIS_URL to another Redis',
    );
  }
}
