import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { fastify, type FastifyInstance } from 'fastify';
import { RawConnection } from '../../../../../test/support/raw-connection.js';
import type { EndpointSpec } from '../endpoint.js';
import { endStalledUploads } from './stalled-uploads.js';

const timeoutMs = 60;
const bodyBytes = 1_000_000;
const config = { endpoint: { streamedBody: true } as EndpointSpec };

let server: FastifyInstance;
let url: string;
beforeAll(async () => {
  server = fastify();
  endStalledUploads(server, timeoutMs);
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  // As the gateway does while a part is on its way to the object store.
  server.put('/late', { config }, async ({ raw }) => {
    await delay(timeoutMs * 4);
    return String((await buffer(raw)).length);
  });
  // As while KooDrive checks what was uploaded.
  server.put('/read', { config }, async ({ raw }) => {
    const { length } = await buffer(raw);
    await delay(timeoutMs * 4);
    return String(length);
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe('An upload', () => {
  it('is not ended while the gateway itself does not read', async () => {
    const response = await fetch(`${url}/late`, { method: 'PUT', body: new Uint8Array(bodyBytes) });
    expect([response.status, await response.text()]).toEqual([200, String(bodyBytes)]);
  });

  it('is ended when it sends less than 4 KiB/s', async () => {
    const slow = fastify();
    // Two intervals of half a second.
    endStalledUploads(slow, 1_000);
    slow.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    slow.put('/', { config }, async ({ raw }) => String((await buffer(raw)).length));
    const origin = await slow.listen({ port: 0, host: '127.0.0.1' });
    const connection = await RawConnection.open(origin);
    connection.send('PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n');
    const timer = setInterval(() => connection.send('x'.repeat(300)), 100);
    expect((await connection.readResponse()).status).toBe(408);
    clearInterval(timer);
    connection.destroy();
    await slow.close();
  });

  it('is not ended after its last byte', async () => {
    const response = await fetch(`${url}/read`, { method: 'PUT', body: new Uint8Array(1) });
    expect([response.status, await response.text()]).toEqual([200, '1']);
  });
});
