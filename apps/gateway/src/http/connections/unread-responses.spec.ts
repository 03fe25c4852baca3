import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { fastify, type FastifyInstance } from 'fastify';
import { waitUntil } from '../../../../../test/support/wait-until.js';
import type { EndpointSpec } from '../endpoint.js';
import { closeUnreadResponses } from './unread-responses.js';

const timeoutMs = 400;
const readIntervalMs = 10;
/** More than the buffers of two sockets take. */
const largeBytes = 12 * 1024 * 1024;
const download = { endpoint: { produces: 'application/octet-stream' } as EndpointSpec };

let server: FastifyInstance;
let openResponses: number;
let closedCounts: number[];
beforeEach(async () => {
  openResponses = 0;
  closedCounts = [];
  server = fastify();
  closeUnreadResponses(server, {
    timeoutMs,
    transferTimeoutMs: 600_000,
    onClosed: (count) => closedCounts.push(count),
  });
  server.addHook('onRequest', (_request, { raw }, done) => {
    openResponses += 1;
    raw.once('close', () => (openResponses -= 1));
    done();
  });
  server.get('/large', () => Buffer.alloc(largeBytes));
  server.get('/stream', () => Readable.from(produceChunks()));
  server.get('/file', { config: download }, () => Readable.from(produceChunks()));
  server.get('/waiting', () => new Promise(() => undefined));
  await server.listen({ port: 0, host: '127.0.0.1' });
});
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.close();
});

function* produceChunks(): Generator<Buffer> {
  const chunk = Buffer.alloc(1024 * 1024);
  for (let sentBytes = 0; sentBytes < largeBytes; sentBytes += chunk.length) yield chunk;
}

/** Sends a request, and reads nothing. */
async function open(path: string): Promise<Socket> {
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket.on('error', () => undefined));
  await once(socket, 'connect');
  socket.pause().write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
  return socket;
}

const waitForOpenResponses = (count: number): Promise<unknown> =>
  waitUntil(`${count} open responses`, async () => openResponses === count);

describe('closeUnreadResponses', () => {
  it.each(['/large', '/stream'])('%s: closes the connection of a caller that does not read', async (path) => {
    await open(path);
    await waitForOpenResponses(1);
    await waitForOpenResponses(0);
    expect(closedCounts).toEqual([1]);
  });

  it.each(['/large', '/stream'])('%s: a caller that reads a little all the time gets it all', async (path) => {
    const socket = await open(path);
    let receivedBytes = 0;
    let reads = 0;
    // It takes several times the timeout, since one read returns 64 KiB.
    const read = async (): Promise<boolean> => {
      const chunk = socket.read() as Buffer | null;
      reads += 1;
      receivedBytes += chunk?.length ?? 0;
      return receivedBytes >= largeBytes;
    };
    await waitUntil('the whole response', read, { intervalMs: readIntervalMs });
    expect(reads * readIntervalMs).toBeGreaterThan(3 * timeoutMs);
    expect(closedCounts).toEqual([]);
  });

  it('leaves alone what has nothing to send, and downloads, which have more time', async () => {
    await open('/waiting');
    await open('/file');
    await waitForOpenResponses(2);
    await open('/large');
    await waitUntil('the check of the other one', async () => closedCounts.length > 0);
    await waitForOpenResponses(2);
    expect(closedCounts).toEqual([1]);
  });
});
