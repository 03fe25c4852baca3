import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Transform } from 'node:stream';
import { ToxicStream } from './toxic-stream.js';
import { type Direction, type Toxic, type Toxics } from './toxics.js';

export interface TcpProxyOptions {
  /** The port to listen on; by default a free one. */
  readonly port?: number;
  /** The address from which it connects. */
  readonly localAddress?: string;
  /** Creates what each direction of a connection passes behind its toxics. `reset` resets the connection. */
  readonly createFilters?: (reset: () => void) => Readonly<Record<Direction, Transform>>;
}

/**
 * A TCP proxy on 127.0.0.1 that injects network faults, with the names of Toxiproxy. `upstream` is the direction from the
 * client to the server, `downstream` the opposite direction. A toxic that is added while connections are open applies to
 * their next bytes.
 */
export class TcpProxy {
  private readonly connectionPairs = new Set<readonly [Socket, Socket]>();
  private readonly toxics: Record<Direction, Toxics> = { upstream: {}, downstream: {} };
  /** Accepted connections so far. */
  connectionCount = 0;
  /** Received bytes, by direction. */
  readonly receivedBytes: Record<Direction, number> = { upstream: 0, downstream: 0 };

  private constructor(
    private readonly server: Server,
    private readonly target: { readonly host: string; readonly port: number; readonly localAddress?: string },
    private readonly createFilters: TcpProxyOptions['createFilters'],
  ) {}

  /** Starts a proxy in front of `host:port`. */
  static async start(port: number, host = '127.0.0.1', options: TcpProxyOptions = {}): Promise<TcpProxy> {
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    const proxy = new TcpProxy(server, { host, port, localAddress: options.localAddress }, options.createFilters);
    server.on('connection', (client) => proxy.connectPair(client));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Adds a toxic. It replaces an active toxic of the same type. */
  addToxic(toxic: Toxic, direction: Direction = 'downstream'): void {
    Object.assign(this.toxics[direction], { [toxic.type]: toxic });
    if (toxic.type === 'reset_peer' && !toxic.timeout) this.resetConnections();
  }

  /** Removes all toxics. Held bytes are sent on. */
  clearToxics(): void {
    for (const direction of ['upstream', 'downstream'] as const) {
      for (const type of Object.keys(this.toxics[direction])) delete this.toxics[direction][type as Toxic['type']];
    }
  }

  /** Holds all bytes in both directions while connections stay open: a silent network. `clearToxics()` ends it. */
  freeze(): void {
    this.addToxic({ type: 'timeout', timeout: 0 }, 'upstream');
    this.addToxic({ type: 'timeout', timeout: 0 }, 'downstream');
  }

  /** Resets (RST) all open connections. New connections are still accepted. */
  resetConnections(): void {
    for (const [client, server] of this.connectionPairs) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  /** Accepts no more connections and resets the open ones. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.resetConnections();
    await closed;
  }

  private connectPair(client: Socket): void {
    const server = connect({ ...this.target, allowHalfOpen: true, noDelay: true });
    const pair = [client, server] as const;
    this.connectionCount += 1;
    this.connectionPairs.add(pair);
    const reset = (): void => {
      client.resetAndDestroy();
      server.resetAndDestroy();
      this.connectionPairs.delete(pair);
    };
    for (const socket of pair) {
      // An error on one side resets the other side. A normal end is passed on by the streams.
      socket.on('error', reset);
      socket.once('close', () => this.connectionPairs.delete(pair));
    }
    const filters = this.createFilters?.(reset);
    this.pipeThroughToxics('upstream', client, server, reset, filters?.upstream);
    this.pipeThroughToxics('downstream', server, client, reset, filters?.downstream);
  }

  private pipeThroughToxics(
    direction: Direction,
    from: Socket,
    to: Socket,
    reset: () => void,
    filter?: Transform,
  ): void {
    const stream = new ToxicStream(this.toxics[direction], reset);
    for (const each of [stream, filter]) each?.on('error', reset);
    from.on('data', (chunk: Buffer) => {
      this.receivedBytes[direction] += chunk.length;
    });
    (filter ? from.pipe(stream).pipe(filter) : from.pipe(stream)).pipe(to);
    // If a toxic ended the stream, not the sender, close the connection to the sender after the last bytes were sent.
    to.once('finish', () => {
      if (!from.readableEnded) from.destroy();
    });
    from.once('close', () => {
      if (!from.readableEnded && !to.writableEnded) to.destroy();
    });
    to.once('close', () => [stream, filter].forEach((each) => each?.destroy()));
  }
}
