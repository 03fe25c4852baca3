import { Cluster, Redis } from 'ioredis';
import type { RedisAddress, RedisClientOptions, RedisNode } from './redis-address.js';
import { followSentinels } from './redis-failover.js';

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
/** A node that leaves a cluster is not always noticed by a command. */
const slotsRefreshIntervalMs = 5_000;
const disconnectTimeoutMs = 200;
const readOnlyReconnectIntervalMs = 10_000;

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
    reconnectOnError: createReadOnlyCheck(),
  } satisfies RedisClientOptions;
}

/**
 * After a failover the old primary responds with READONLY, and another connection may lead to the new one. Where it leads to
 * the same server, that server is still read, so it is not tried with each write.
 */
function createReadOnlyCheck(): (error: Error) => boolean {
  let nextAt = -Infinity;
  return ({ message }) => {
    if (!message.startsWith('READONLY') || performance.now() < nextAt) return false;
    nextAt = performance.now() + readOnlyReconnectIntervalMs;
    return true;
  };
}

/** Creates a connection for commands. It reconnects by itself and never gives up. */
export function connectForCommands(address: RedisAddress, timeouts: RedisTimeouts): RedisConnection {
  if (address.kind !== 'cluster') {
    return connectToServer(address, { ...createClientOptions(timeouts), retryStrategy: getReconnectDelayMs });
  }
  return ignoreErrorEvents(
    new Cluster([...address.nodes], {
      redisOptions: { ...createClientOptions(timeouts), ...address.options },
      enableOfflineQueue: false,
      clusterRetryStrategy: getReconnectDelayMs,
      clusterNodeRetryStrategy: getReconnectDelayMs,
      maxRedirections: 3,
      slotsRefreshTimeout: topologyTimeoutFactor * timeouts.commandTimeoutMs,
      slotsRefreshInterval: slotsRefreshIntervalMs,
    }),
  );
}

/**
 * Creates a connection for subscriptions. It does not reconnect: its owner replaces it when it breaks. In a cluster
 * every node receives every message, so one node is enough. Each connection uses the next node that the cluster names:
 * those of the address may have left it.
 */
export function connectForSubscriptions(
  address: RedisAddress,
  timeouts: RedisTimeouts,
  sequence: number,
  commands: RedisConnection,
): Redis {
  const options = { ...createClientOptions(timeouts), retryStrategy: null };
  if (address.kind !== 'cluster') return connectToServer(address, options);
  const known = listNodes(commands);
  const nodes = known.length > 0 ? known : address.nodes;
  const node = nodes[(firstNode + sequence) % nodes.length];
  return ignoreErrorEvents(new Redis({ ...options, ...address.options, ...node, enableOfflineQueue: false }));
}

/** Each process begins with another node, and goes through all of them. */
const firstNode = Math.floor(Math.random() * 1_000);

/** The nodes that the cluster has named last, in a stable order; none before the first connection. */
function listNodes(commands: RedisConnection): readonly RedisNode[] {
  if (!commands.isCluster) return [];
  const nodes = (commands as Cluster).nodes('all').map(({ options: { host = '', port = 0 } }) => ({ host, port }));
  return nodes.sort((a, b) => a.host.localeCompare(b.host) || a.port - b.port);
}

function connectToServer(address: Exclude<RedisAddress, { kind: 'cluster' }>, options: RedisClientOptions): Redis {
  const allOptions = { ...options, ...address.options };
  const redis = ignoreErrorEvents(new Redis({ ...allOptions, enableOfflineQueue: false }));
  if (address.kind === 'sentinel') followSentinels(redis, allOptions);
  return redis;
}

/** The commands report errors. Without a listener, an 'error' event would end the process. */
function ignoreErrorEvents<T extends RedisConnection>(connection: T): T {
  connection.on('error', () => undefined);
  return connection;
}
