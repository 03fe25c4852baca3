import { Cluster, Redis } from 'ioredis';
import type { ClientOptions, RedisAddress } from './redis-address.js';

/** What both kinds of connection have and the store uses. */
export type RedisConnection = Redis | Cluster;

export interface Timing {
  /** Milliseconds a command may take. */
  readonly commandTimeout: number;
}

/** Short, so that all instances are back soon after each other: the cache waits for the last one. */
const RECONNECT_MOST = 400;

/** Milliseconds before a reconnection: doubling from 50 to 400, with jitter, for ever. */
export function reconnectDelay(attempt: number): number {
  const ceiling = Math.min(RECONNECT_MOST, 25 * 2 ** Math.min(attempt, 10));
  return Math.ceil(ceiling / 2 + (Math.random() * ceiling) / 2);
}

function clientOptions({ commandTimeout }: Timing) {
  return {
    // The store bounds each command itself; this is for what the connection says at its beginning. Longer than this
    // process may be held up: ioredis gives a command up without reading the answer that has come meanwhile.
    commandTimeout: 6 * commandTimeout,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    connectTimeout: 1_000,
    disconnectTimeout: 200,
    // A line on which an answer is owed and nothing comes is dead or frozen: it is given up, and made anew.
    socketTimeout: 6 * commandTimeout,
    sentinelCommandTimeout: 4 * commandTimeout,
    sentinelRetryStrategy: reconnectDelay,
    // After a failover the old master answers READONLY.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  } satisfies ClientOptions;
}

/** A connection for commands, which comes back by itself for ever. */
export function connectForCommands(address: RedisAddress, timing: Timing): RedisConnection {
  if (address.kind !== 'cluster') {
    const options = { ...clientOptions(timing), ...address.options, retryStrategy: reconnectDelay };
    return quiet(new Redis({ ...options, enableOfflineQueue: false }));
  }
  return quiet(
    new Cluster([...address.nodes], {
      redisOptions: { ...clientOptions(timing), ...address.options },
      enableOfflineQueue: false,
      clusterRetryStrategy: reconnectDelay,
      clusterNodeRetryStrategy: reconnectDelay,
      maxRedirections: 3,
      slotsRefreshTimeout: 4 * timing.commandTimeout,
    }),
  );
}

/**
 * A connection for subscriptions, used until it breaks and then replaced by its owner. In a cluster every node hears
 * every message, so one node will do; each attempt takes the next.
 */
export function connectForMessages(address: RedisAddress, timing: Timing, attempt: number): Redis {
  const options = { ...clientOptions(timing), ...address.options, retryStrategy: null, enableOfflineQueue: false };
  const node = address.kind === 'cluster' ? address.nodes[attempt % address.nodes.length] : {};
  return quiet(new Redis({ ...options, ...node }));
}

/** Errors reach us through the commands; an 'error' event that nobody hears would end the process. */
function quiet<T extends RedisConnection>(connection: T): T {
  connection.on('error', () => undefined);
  return connection;
}
