import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { waitUntil } from './wait-until.js';

/** A TCP connection to an HTTP server, for bytes that no client would send. */
export class RawConnection {
  /** What the server has sent so far. */
  received = '';
  /** Bytes that have left this process. */
  sentBytes = 0;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => (this.received += chunk.toString('latin1')));
    // A connection that the server has reset shows as closed.
    socket.on('error', () => undefined);
  }

  static async open(origin: string): Promise<RawConnection> {
    const { hostname, port } = new URL(origin);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  /** Sends bytes, unless the connection is closed. */
  send(bytes: string | Uint8Array, onSent?: () => void): void {
    if (this.socket.destroyed) return;
    this.socket.write(bytes, () => {
      this.sentBytes += bytes.length;
      onSent?.();
    });
  }

  /** Sends a chunk again and again, as fast as the server reads, until the connection is closed. */
  sendUntilClosed(chunk: Uint8Array): void {
    this.send(chunk, () => this.sendUntilClosed(chunk));
  }

  get isClosed(): boolean {
    return this.socket.destroyed;
  }

  /** Status lines that the server has sent. */
  get statuses(): readonly number[] {
    return [...this.received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  }

  /** Waits for the head and the body of the first response. */
  async readResponse(): Promise<{ status: number; headers: Headers; text: string }> {
    return waitUntil('a response', () => parseResponse(this.received));
  }

  waitUntilClosed(): Promise<boolean> {
    return waitUntil('the connection to close', () => this.isClosed);
  }

  destroy(): void {
    this.socket.destroy();
  }
}

/** @returns undefined while the response is incomplete. Its body must have a Content-Length. */
function parseResponse(received: string): { status: number; headers: Headers; text: string } | undefined {
  const headLength = received.indexOf('\r\n\r\n');
  if (headLength < 0) return undefined;
  const [statusLine = '', ...lines] = received.slice(0, headLength).split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const length = Number(headers.get('content-length') ?? 0);
  const text = received.slice(headLength + 4, headLength + 4 + length);
  return text.length < length ? undefined : { status: Number(statusLine.split(' ')[1]), headers, text };
}
