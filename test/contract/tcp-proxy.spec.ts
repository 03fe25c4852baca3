import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../support/wait-until.js';
import { TcpProxy } from '../support/tcp-proxy.js';

const sockets: Socket[] = [];
let server: Server;
let proxy: TcpProxy;

/** Starts a server that echoes all bytes, and a proxy in front of it. */
beforeEach(async () => {
  server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    sockets.push(socket);
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy = await TcpProxy.start((server.address() as AddressInfo).port);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await proxy.close();
  await new Promise((resolve) => server.close(resolve));
});

interface TcpClient {
  readonly socket: Socket;
  readonly received: () => Buffer;
  readonly failure: () => string | undefined;
  readonly ended: () => boolean;
}
function openClient(): TcpClient {
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
const waitForBytes = (client: TcpClient, length: number): Promise<true> =>
  waitUntil(`${length} bytes`, () => client.received().length >= length, { intervalMs: 2 });
const measureDurationMs = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

describe('TcpProxy without toxics', () => {
  it('passes and counts all bytes in both directions', async () => {
    const bytes = Buffer.alloc(3_000_000, 'koodrive');
    const client = openClient();
    client.socket.end(bytes);
    await waitUntil('the end', client.ended);
    expect(client.received().equals(bytes)).toBe(true);
    expect(proxy.receivedBytes).toEqual({ upstream: bytes.length, downstream: bytes.length });
    expect(proxy.connectionCount).toBe(1);
  });

  it('passes on a reset', async () => {
    const client = openClient();
    client.socket.write('x');
    await waitForBytes(client, 1);
    sockets.find((socket) => socket !== client.socket)?.resetAndDestroy();
    await waitUntil('the reset', client.failure);
    expect(client.failure()).toBe('ECONNRESET');
  });

  it('resets the client if the target refuses the connection', async () => {
    const proxyWithoutTarget = await TcpProxy.start(1);
    const socket = connect(proxyWithoutTarget.port, '127.0.0.1');
    const error = await new Promise<NodeJS.ErrnoException>((resolve) => socket.once('error', resolve));
    expect(error.code).toBe('ECONNRESET');
    await proxyWithoutTarget.close();
  });
});

describe('TcpProxy.addToxic', () => {
  it('latency delays a response of any length once', async () => {
    proxy.addToxic({ type: 'latency', latency: 150 });
    const client = openClient();
    const bytes = Buffer.alloc(1_000_000, 1);
    const durationMs = await measureDurationMs(async () => {
      client.socket.write(bytes);
      await waitForBytes(client, bytes.length);
    });
    expect(durationMs).toBeGreaterThanOrEqual(149);
    expect(durationMs).toBeLessThan(1_000);
    expect(client.received().equals(bytes)).toBe(true);
  });

  it('latency applies to one direction only, and to open connections', async () => {
    const client = openClient();
    client.socket.write('a');
    await waitForBytes(client, 1);
    proxy.addToxic({ type: 'latency', latency: 100 }, 'upstream');
    const durationMs = await measureDurationMs(async () => {
      client.socket.write('b');
      await waitForBytes(client, 2);
    });
    expect(durationMs).toBeGreaterThanOrEqual(99);
    expect(durationMs).toBeLessThan(199);
  });

  it('bandwidth limits the kB a second', async () => {
    proxy.addToxic({ type: 'bandwidth', rate: 1000 });
    const client = openClient();
    const durationMs = await measureDurationMs(async () => {
      client.socket.write(Buffer.alloc(300_000));
      await waitForBytes(client, 300_000);
    });
    expect(durationMs).toBeGreaterThan(250);
    expect(durationMs).toBeLessThan(900);
  });

  it('timeout holds all bytes until it is removed', async () => {
    const client = openClient();
    proxy.freeze();
    client.socket.write('held');
    await sleep(100);
    expect(client.received().toString()).toBe('');
    proxy.clearToxics();
    await waitForBytes(client, 4);
    expect(client.received().toString()).toBe('held');
  });

  it('timeout with a duration resets the connection after it', async () => {
    proxy.addToxic({ type: 'timeout', timeout: 80 });
    const client = openClient();
    const durationMs = await measureDurationMs(async () => {
      client.socket.write('held');
      await waitUntil('the close', client.failure);
    });
    expect(durationMs).toBeGreaterThanOrEqual(79);
    expect(client.received().length).toBe(0);
  });

  it('reset_peer resets at once', async () => {
    const client = openClient();
    client.socket.write('a');
    await waitForBytes(client, 1);
    proxy.addToxic({ type: 'reset_peer' });
    await waitUntil('the reset', client.failure);
    expect(client.failure()).toBe('ECONNRESET');
    const newClient = openClient();
    newClient.socket.write('a');
    await waitUntil('the reset of a new connection', newClient.failure);
  });

  it('limit_data closes the connection normally after the given number of bytes', async () => {
    proxy.addToxic({ type: 'limit_data', bytes: 1000 });
    const client = openClient();
    client.socket.write(Buffer.alloc(5000));
    await waitUntil('the end', client.ended);
    expect(client.received().length).toBe(1000);
    expect(client.failure()).toBeUndefined();
  });

  it('slicer splits the data into chunks', async () => {
    proxy.addToxic({ type: 'slicer', average_size: 10, delay: 1000 });
    const client = openClient();
    const chunkSizes: number[] = [];
    client.socket.on('data', (chunk: Buffer) => chunkSizes.push(chunk.length));
    client.socket.write(Buffer.alloc(200));
    await waitForBytes(client, 200);
    expect(chunkSizes.length).toBeGreaterThan(3);
  });
});

describe('TcpProxy.resetConnections', () => {
  it('resets open connections and accepts new ones', async () => {
    const client = openClient();
    client.socket.write('a');
    await waitForBytes(client, 1);
    proxy.resetConnections();
    await waitUntil('the reset', client.failure);
    const newClient = openClient();
    newClient.socket.write('b');
    await waitForBytes(newClient, 1);
  });
});
