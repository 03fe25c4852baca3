import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitUntil } from '../../../../../test/support/wait-until.js';
import { limitPipelining, maxWaitingRequests } from './pipelined-requests.js';

let server: Server;
let responses: ServerResponse[];
let closed: number;
beforeEach(async () => {
  responses = [];
  closed = 0;
  server = createServer((_request, response) => {
    responses.push(response);
    response.once('close', () => (closed += 1));
  });
  limitPipelining(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends requests in one packet. */
async function sendRequests(count: number): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(count));
  return socket;
}

describe('limitPipelining', () => {
  it('responds to requests that wait, in their order', async () => {
    const socket = await sendRequests(maxWaitingRequests + 1);
    await waitUntil('all requests', async () => responses.length === maxWaitingRequests + 1);
    responses.toReversed().forEach((response, index) => response.end(`[${responses.length - index}]`));
    let received = '';
    socket.on('data', (bytes: Buffer) => (received += bytes.toString()));
    await waitUntil('all responses', async () => received.includes(`[${responses.length}]`));
    expect(received.match(/\[\d+\]/g)).toEqual(responses.map((_, index) => `[${index + 1}]`));
    expect(closed).toBe(responses.length);
  });

  it('closes a connection with more, and starts no further work for it', async () => {
    const socket = await sendRequests(5_000);
    await new Promise((resolve) => socket.once('close', resolve));
    expect(responses).toHaveLength(maxWaitingRequests + 1);
  });

  it('ends the requests that wait when the connection closes', async () => {
    const socket = await sendRequests(3);
    await waitUntil('all requests', async () => responses.length === 3);
    socket.destroy();
    await waitUntil('the end of all', async () => closed === 3);
    expect(responses.map(({ writableFinished }) => writableFinished)).toEqual([false, false, false]);
  });
});
