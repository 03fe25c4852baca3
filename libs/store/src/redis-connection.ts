import { Cluster, Redis } from 'ioredis';
import type { RedisClientOptions, RedisAddress } from './redis-address.js';

/** The store uses only what both kinds of connection support. */
export type RedisConnection = Redis | Cluster;

export interface RedisTimeouts {
  /** Milliseconds a command may take. */
  readonly commandTimeoutMs: number;
}

/** Upper bound of the delay for attempt 0. */
const firstReconnectBoundMs = 25;
/** Short, so that all instances reconnect at almost the same time: the cache waits for the last one. */
const maxReconnectDelayMs = 400;
/** Keeps the power of two small; the maximum delay is reached after fewer doublings. */
const maxReconnectDoublings = 10;

/**
 * Milliseconds before a reconnection. The upper bound is 25 ms for attempt 0, doubles with each attempt, and is at most
 * 400 ms. Jitter selects a value in the upper half of the range. Reconnection never gives up.
 */
export function getReconnectDelayMs(attempt: number): number {
  const upperBoundMs = Math.min(
    maxReconnectDelayMs,
    firstReconnectBoundMs * 2 ** Math.min(attempt, maxReconnectDoublings),
  );
  return Math.ceil(upperBoundMs / 2 + (Math.random() * upperBoundMs) / 2);
}

/** Multiples of the command timeout. */
const connectionTimeoutFactor = 6;
const topologyTimeoutFactor = 4;
const connectTimeoutMs = 1_000;
const disconnectTimeoutMs = 200;

function createClientOptions({ commandTimeoutMs }: RedisTimeouts) {
  return {
    // The store limits the time of each command itself. This timeout covers the commands that ioredis sends when it
    // connects. It is longer than the event loop may be blocked: ioredis fails a command at its timeout without reading
    // a response that has already arrived.
    commandTimeout: connectionTimeoutFactor * commandTimeoutMs,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    connectTimeout: connectTimeoutMs,
    disconnectTimeout: disconnectTimeoutMs,
    // A connection that waits for a response and receives nothing is dead or frozen: it is closed and replaced.
    socketTimeout: connectionTimeoutFactor * commandTimeoutMs,
    sentinelCommandTimeout: topologyTimeoutFactor * commandTimeoutMs,
    sentinelRetryStrategy: getReconnectDelayMs,
    // After a failover the old master responds with READONLY.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  } satisfies RedisClientOptions;
}

/** Creates a connection for commands. It reconnects by itself and never gives up. */
export function connectForCommands(address: RedisAddress, timeouts: RedisTimeouts): RedisConnection {
  if (address.kind !== 'cluster') {
    const options = { ...createClientOptions(timeouts), ...address.options, retryStrategy: getReconnectDelayMs };
    return ignoreErrorEvents(new Redis({ ...options, enableOfflineQueue: false }));
  }
  return ignoreErrorEvents(
    new Cluster([...address.nodes], {
      redisOptions: { ...createClientOptions(timeouts), ...address.options },
      enableOfflineQueue: false,
      clusterRetryStrategy: getReconnectDelayMs,
      clusterNodeRetryStrategy: getReconnectDelayMs,
      maxRedirections: 3,
      slotsRefreshTimeout: topologyTimeoutFactor * timeouts.commandTimeoutMs,
    }),
  );
}

/**
 * Creates a connection for subscriptions. It does not reconnect: its owner replaces it when it breaks. In a cluster
 * every node receives every message, so one node is enough; each attempt uses the next node.
 */
export function connectForSubscriptions(address: RedisAddress, timeouts: RedisTimeouts, attempt: number): Redis {
  const options = {
    ...createClientOptions(timeouts),
    ...address.options,
    retryStrategy: null,
    enableOfflineQueue: false,
  };
  const node = address.kind === 'cluster' ? address.nodes[attempt % address.nodes.length] : {};
  return ignoreErrorEvents(new Redis({ ...options, ...node }));
}

/** The commands report errors. Without a listener, an 'error' event would end the process. */
function ignoreErrorEvents<T extends RedisConnection>(connection: T): T {
  connection.on('error', () => undefined);
  return connection;
}
