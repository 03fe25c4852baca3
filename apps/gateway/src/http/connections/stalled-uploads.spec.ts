import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { fastify, type FastifyInstance } from 'fastify';
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
  await server.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe('An upload', () => {
  it('is not ended while the gateway itself does not read', async () => {
    const response = await fetch(`${url}/late`, { method: 'PUT', body: new Uint8Array(bodyBytes) });
    expect([response.status, await response.text()]).toEqual([200, String(bodyBytes)]);
  });

  it('is not ended after its last byte', async () => {
    const response = await fetch(`${url}/late`, { method: 'PUT', body: new Uint8Array(1) });
    expect([response.status, await response.text()]).toEqual([200, '1']);
  });
});
