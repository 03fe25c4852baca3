import { Availability, connectForCommands, parseRedisAddress } from '#store';
import type { SharedRedis } from './shared-count.js';

const commandTimeout = 250;

/** A connection of their own for counts: they must neither wait for nor hold up what the store does. */
export function redisForCounts(url: string): SharedRedis & { close(): void } {
  const connection = connectForCommands(parseRedisAddress(url), { commandTimeout });
  const availability = new Availability(() => connection.ping(), commandTimeout);
  return {
    connection,
    availability,
    commandTimeout,
    close: () => {
      availability.close();
      connection.disconnect();
    },
  };
}
