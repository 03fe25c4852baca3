import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../support/deadline.js';
import { TcpProxy } from '../support/tcp-proxy.js';

const sockets: Socket[] = [];
let server: Server;
let proxy: TcpProxy;

/** Answers every byte with itself. */
beforeEach(async () => {
  server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    sockets.push(socket);
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy = await TcpProxy.to((server.address() as AddressInfo).port);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await proxy.close();
  await new Promise((resolve) => server.close(resolve));
});

interface Client {
  readonly socket: Socket;
  readonly received: () => Buffer;
  readonly failure: () => string | undefined;
  readonly ended: () => boolean;
}
function open(): Client {
  const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  const chunks: Buffer[] = [];
  let failure: string | undefined;
  let ended = false;
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', (error: NodeJS.ErrnoException) => (failure = error.code));
  socket.on('end', () => (ended = true));
  return { socket, received: () => Buffer.concat(chunks), failure: () => failure, ended: () => ended };
}
const arrived = (client: Client, length: number): Promise<true> =>
  until(`${length} bytes`, () => client.received().length >= length, { every: 2 });
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

describe('the TCP proxy, without toxics', () => {
  it('passes every byte both ways, and counts them', async () => {
    const bytes = Buffer.alloc(3_000_000, 'koodrive');
    const client = open();
    client.socket.end(bytes);
    await until('the end', client.ended);
    expect(client.received().equals(bytes)).toBe(true);
    expect(proxy.bytes).toEqual({ upstream: bytes.length, downstream: bytes.length });
    expect(proxy.connections).toBe(1);
  });

  it('passes a reset on', async () => {
    const client = open();
    client.socket.write('x');
    await arrived(client, 1);
    sockets.find((socket) => socket !== client.socket)?.resetAndDestroy();
    await until('the reset', client.failure);
    expect(client.failure()).toBe('ECONNRESET');
  });

  it('resets the client where nothing listens behind it', async () => {
    const deaf = await TcpProxy.to(1);
    const socket = connect(deaf.port, '127.0.0.1');
    const error = await new Promise<NodeJS.ErrnoException>((resolve) => socket.once('error', resolve));
    expect(error.code).toBe('ECONNRESET');
    await deaf.close();
  });
});

describe('a toxic', () => {
  it('latency delays an answer once, however long it is', async () => {
    proxy.add({ type: 'latency', latency: 150 });
    const client = open();
    const bytes = Buffer.alloc(1_000_000, 1);
    const took = await timed(async () => {
      client.socket.write(bytes);
      await arrived(client, bytes.length);
    });
    expect(took).toBeGreaterThanOrEqual(149);
    expect(took).toBeLessThan(1_000);
    expect(client.received().equals(bytes)).toBe(true);
  });

  it('latency works in one direction only, and on connections that are open', async () => {
    const client = open();
    client.socket.write('a');
    await arrived(client, 1);
    proxy.add({ type: 'latency', latency: 100 }, 'upstream');
    const took = await timed(async () => {
      client.socket.write('b');
      await arrived(client, 2);
    });
    expect(took).toBeGreaterThanOrEqual(99);
    expect(took).toBeLessThan(199);
  });

  it('bandwidth lets through so many kB a second', async () => {
    proxy.add({ type: 'bandwidth', rate: 1000 });
    const client = open();
    const took = await timed(async () => {
      client.socket.write(Buffer.alloc(300_000));
      await arrived(client, 300_000);
    });
    expect(took).toBeGreaterThan(250);
    expect(took).toBeLessThan(900);
  });

  it('timeout holds every byte until it is taken off', async () => {
    const client = open();
    proxy.freeze();
    client.socket.write('held');
    await pause(100);
    expect(client.received().toString()).toBe('');
    proxy.clear();
    await arrived(client, 4);
    expect(client.received().toString()).toBe('held');
  });

  it('timeout with a time closes the connection after it', async () => {
    proxy.add({ type: 'timeout', timeout: 80 });
    const client = open();
    const took = await timed(async () => {
      client.socket.write('held');
      await until('the close', client.failure);
    });
    expect(took).toBeGreaterThanOrEqual(79);
    expect(client.received().length).toBe(0);
  });

  it('reset_peer resets at once', async () => {
    const client = open();
    client.socket.write('a');
    await arrived(client, 1);
    proxy.add({ type: 'reset_peer' });
    await until('the reset', client.failure);
    expect(client.failure()).toBe('ECONNRESET');
    const next = open();
    next.socket.write('a');
    await until('the reset of a new connection', next.failure);
  });

  it('limit_data ends the connection in order after so many bytes', async () => {
    proxy.add({ type: 'limit_data', bytes: 1000 });
    const client = open();
    client.socket.write(Buffer.alloc(5000));
    await until('the end', client.ended);
    expect(client.received().length).toBe(1000);
    expect(client.failure()).toBeUndefined();
  });

  it('slicer cuts what is sent into pieces', async () => {
    proxy.add({ type: 'slicer', average_size: 10, delay: 1000 });
    const client = open();
    const pieces: number[] = [];
    client.socket.on('data', (chunk: Buffer) => pieces.push(chunk.length));
    client.socket.write(Buffer.alloc(200));
    await arrived(client, 200);
    expect(pieces.length).toBeGreaterThan(3);
  });
});

describe('cut', () => {
  it('resets open connections and takes new ones', async () => {
    const client = open();
    client.socket.write('a');
    await arrived(client, 1);
    proxy.cut();
    await until('the reset', client.failure);
    const next = open();
    next.socket.write('b');
    await arrived(next, 1);
  });
});
