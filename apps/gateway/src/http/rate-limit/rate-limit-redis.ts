import { AvailabilityMonitor, connectForCommands, parseRedisAddress } from '#store';
import type { RateLimitRedis } from './shared-counter.js';

const commandTimeoutMs = 250;

/**
 * A separate connection for the counters, so that counters and store do not delay each other.
 * @param url of Redis
 */
export function connectRateLimitRedis(url: string): RateLimitRedis & { close(): void } {
  const connection = connectForCommands(parseRedisAddress(url), { commandTimeoutMs });
  const availability = new AvailabilityMonitor(() => connection.ping(), commandTimeoutMs);
  return {
    connection,
    availability,
    commandTimeoutMs,
    close: () => {
      availability.close();
      connection.disconnect();
    },
  };
}
