import { isIP } from 'node:net';
import { Redis } from 'ioredis';
import type { RedisClientOptions } from './redis-address.js';

const switchChannel = '+switch-master';
/** A Sentinel that vanishes without closing the connection is noticed by TCP. */
const keepAliveMs = 10_000;

/**
 * Connects again as soon as a Sentinel names another primary. Otherwise a connection would stay with a primary that works, but
 * was replaced, for ten seconds: until Sentinel makes it a replica, which forgets what was written to it. (The detector of
 * ioredis does not see what is published before it has subscribed, and writes to the console when a Sentinel is away.)
 */
export function followSentinels(redis: Redis, options: RedisClientOptions): void {
  const { sentinels = [], name = '' } = options;
  const connectionsToSentinels = sentinels.map((sentinel) => {
    const connection = new Redis({
      ...sentinel,
      username: options.sentinelUsername,
      password: options.sentinelPassword,
      tls: options.sentinelTLS,
      connectTimeout: options.connectTimeout,
      commandTimeout: options.sentinelCommandTimeout,
      retryStrategy: options.sentinelRetryStrategy,
      keepAlive: keepAliveMs,
      enableReadyCheck: false,
      enableOfflineQueue: false,
      autoResubscribe: false,
    });
    connection.on('error', () => undefined);
    // What was published while there was no connection is made up for. A name could not be compared with the connection.
    connection.on('ready', () => {
      const primary = connection.call('SENTINEL', 'GET-MASTER-ADDR-BY-NAME', name) as Promise<[string, string] | null>;
      connection.subscribe(switchChannel).catch(() => undefined);
      primary.then((address) => address && isIP(address[0]) && connectTo(redis, ...address)).catch(() => undefined);
    });
    connection.on('message', (_channel, message: string) => {
      const [switched, , , host = '', port = ''] = message.split(' ');
      if (switched === name) connectTo(redis, host, port);
    });
    return connection;
  });
  redis.once('end', () => connectionsToSentinels.forEach((connection) => connection.disconnect()));
}

/** Sentinels tell a failover one after the other: the connection that leads there already is left alone. */
function connectTo(redis: Redis, host: string, port: string): void {
  if (redis.status !== 'ready') return;
  const { remoteAddress, remotePort } = redis.stream;
  if (remotePort !== Number(port) || remoteAddress !== host) redis.disconnect(true);
}
