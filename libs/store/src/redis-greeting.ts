import { connect } from 'node:net';
import { type Cluster, type Redis, ReplyError } from 'ioredis';
import type { RedisAddress, RedisNode } from './redis-address.js';
import type { RedisConnection } from './redis-connection.js';

/** A server that rejects a connection does so as soon as it accepts it. */
const greetingTimeoutMs = 250;
/** Redis sends one line, which for protected mode is about 1 KB. */
const maxGreetingLength = 4_096;

/**
 * Reads why Redis closes connections. A Redis that has too many clients, or is in protected mode, sends an error reply and closes
 * the connection without reading it. ioredis has written the handshake by then, fails at its next write, and never reads the
 * reply. A connection that writes nothing does.
 */
export class RedisGreetings {
  /** Sentinel names the primary to ioredis only. */
  private primary: RedisNode | undefined;

  constructor(
    private readonly address: RedisAddress,
    private readonly redis: RedisConnection,
  ) {
    if (address.kind !== 'sentinel') return;
    redis.on('connect', () => {
      const { remoteAddress, remotePort } = (redis as Redis).stream;
      // They are unknown where Redis has closed the connection by now.
      if (remoteAddress && remotePort) this.primary = { host: remoteAddress, port: remotePort };
    });
  }

  /** @returns the error reply of the first server that sends one. With TLS, Redis sends none. Never rejects. */
  async read(): Promise<Error | undefined> {
    if (this.address.options.tls) return undefined;
    const replies = await Promise.all(this.listServers().map((server) => readErrorReply(server)));
    return replies.find((reply) => reply !== undefined);
  }

  private listServers(): readonly RedisNode[] {
    const { address, redis, primary } = this;
    if (address.kind === 'sentinel') return primary ? [primary] : [];
    if (address.kind === 'single') return [toNode(redis as Redis)];
    const known = (redis as Cluster).nodes('master').map(toNode);
    return known.length > 0 ? known : address.nodes;
  }
}

const toNode = ({ options: { host = '', port = 0 } }: Redis): RedisNode => ({ host, port });

function readErrorReply({ host, port }: RedisNode): Promise<Error | undefined> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect({ host, port });
    const timer = setTimeout(() => socket.destroy(), greetingTimeoutMs);
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString('latin1');
      if (text.includes('\r\n') || text.length > maxGreetingLength) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.once('close', () => {
      clearTimeout(timer);
      const [, message] = /^-(.+)\r\n/.exec(text) ?? [];
      resolve(message === undefined ? undefined : new (ReplyError as new (text: string) => Error)(message));
    });
  });
}
