import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { ToxicStream } from './toxic-stream.js';
import { type Direction, type Toxic, type Toxics } from './toxics.js';

/**
 * A TCP proxy on 127.0.0.1 that does harm on demand, in Toxiproxy's own words. `upstream` is the way from the client
 * to the server, `downstream` the way back; a toxic put on while connections are open works on their next bytes.
 */
export class TcpProxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private readonly toxics: Record<Direction, Toxics> = { upstream: {}, downstream: {} };
  /** Connections taken so far. */
  connections = 0;
  /** Bytes taken in, by direction. */
  readonly bytes: Record<Direction, number> = { upstream: 0, downstream: 0 };

  private constructor(
    private readonly server: Server,
    private readonly target: { readonly host: string; readonly port: number },
  ) {}

  /** Starts one in front of `host:port`. */
  static async to(port: number, host = '127.0.0.1'): Promise<TcpProxy> {
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    const proxy = new TcpProxy(server, { host, port });
    server.on('connection', (client) => proxy.join(client));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Puts a toxic on; one of its kind that is on already is replaced. */
  add(toxic: Toxic, direction: Direction = 'downstream'): void {
    Object.assign(this.toxics[direction], { [toxic.type]: toxic });
    if (toxic.type === 'reset_peer' && !toxic.timeout) this.cut();
  }

  /** Takes all toxics off; frozen bytes go on their way. */
  clear(): void {
    for (const direction of ['upstream', 'downstream'] as const) {
      for (const type of Object.keys(this.toxics[direction])) delete this.toxics[direction][type as Toxic['type']];
    }
  }

  /** Holds every byte in both directions, connections stay open: a network that went silent. `clear()` thaws. */
  freeze(): void {
    this.add({ type: 'timeout', timeout: 0 }, 'upstream');
    this.add({ type: 'timeout', timeout: 0 }, 'downstream');
  }

  /** Resets (RST) all open connections; new ones are taken as before. */
  cut(): void {
    for (const [client, server] of this.pairs) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  /** Takes no more connections and resets the open ones. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.cut();
    await closed;
  }

  private join(client: Socket): void {
    const server = connect({ ...this.target, allowHalfOpen: true, noDelay: true });
    const pair = [client, server] as const;
    this.connections += 1;
    this.pairs.add(pair);
    const reset = (): void => {
      client.resetAndDestroy();
      server.resetAndDestroy();
      this.pairs.delete(pair);
    };
    for (const socket of pair) {
      // What breaks on one side breaks on the other; an orderly end is passed on by the streams.
      socket.on('error', reset);
      socket.once('close', () => this.pairs.delete(pair));
    }
    this.pass('upstream', client, server, reset);
    this.pass('downstream', server, client, reset);
  }

  private pass(direction: Direction, from: Socket, to: Socket, reset: () => void): void {
    const stream = new ToxicStream(this.toxics[direction], reset);
    stream.on('error', reset);
    from.on('data', (chunk: Buffer) => {
      this.bytes[direction] += chunk.length;
    });
    from.pipe(stream).pipe(to);
    // An end that a toxic made, not the sender: the sender hears of it too, once what was let through is out.
    to.once('finish', () => {
      if (!from.readableEnded) from.destroy();
    });
    from.once('close', () => {
      if (!from.readableEnded && !to.writableEnded) to.destroy();
    });
    to.once('close', () => stream.destroy());
  }
}
