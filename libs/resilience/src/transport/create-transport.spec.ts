import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { type RequestHandler, respondWithJson, LocalServer } from '../../../../test/support/local-server.js';
import { createTransport, type TransportOptions } from './create-transport.js';
import type { Transport, WireResponse, WireRequest } from './transport.js';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function serve(handler: RequestHandler): Promise<LocalServer> {
  const server = await LocalServer.start(handler);
  closers.push(() => server.close());
  return server;
}

/** A TCP server, for responses that node:http would not write. */
async function serveBytes(onRequest: (socket: Socket) => void): Promise<string> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => onRequest(socket));
    closers.push(async () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function transportTo(origin: string, options: Partial<TransportOptions> = {}): Transport {
  const transport = createTransport({ origin, ...options });
  closers.push(() => transport.close());
  return transport;
}

function send(transport: Transport, request: Partial<WireRequest> = {}): Promise<WireResponse> {
  const signal = new AbortController().signal;
  return transport.send({ method: 'GET', path: '/', headers: {}, signal, ...request });
}

describe('createTransport', () => {
  it('returns status, headers and body as they were received', async () => {
    const bytes = Buffer.from([0, 255, 128, 10, 13]);
    const { origin } = await serve((response) => response.writeHead(418, { 'x-a': ['1', '2'] }).end(bytes));
    const response = await send(transportTo(origin));
    expect(response.status).toBe(418);
    expect(response.headers['x-a']).toBe('1, 2');
    expect(response.body.equals(bytes)).toBe(true);
  });

  it.each(['GET', 'DELETE', 'POST', 'PUT'])('sends a body with %s, byte for byte', async (method) => {
    const server = await serve((response) => response.end());
    const body = Buffer.from('{"名":"\u0000x"}');
    await send(transportTo(server.origin), { method, body, headers: { 'content-type': 'application/json' } });
    expect(server.receivedRequests[0]).toMatchObject({ method, headers: { 'content-length': String(body.length) } });
    expect(server.receivedRequests[0]?.body.equals(body)).toBe(true);
  });

  it('sends the headers of the request, Host, and no others', async () => {
    const server = await serve((response) => response.end());
    await send(transportTo(server.origin), { method: 'POST', headers: { 'x-traceid': 'abc' } });
    const {
      'content-length': _length,
      connection: _connection,
      ...headers
    } = server.receivedRequests[0]?.headers ?? {};
    expect(headers).toEqual({ host: new URL(server.origin).host, 'x-traceid': 'abc' });
  });

  it('does not change the encoding of the path', async () => {
    const server = await serve((response) => response.end());
    await send(transportTo(server.origin), { path: '/a%2Fb/%E6%96%87?x=%20&y=' });
    expect(server.receivedRequests[0]?.url).toBe('/a%2Fb/%E6%96%87?x=%20&y=');
  });

  it('does not follow a redirect', async () => {
    const server = await serve((response) => response.writeHead(302, { location: '/elsewhere' }).end());
    expect((await send(transportTo(server.origin))).status).toBe(302);
    expect(server.receivedRequests).toHaveLength(1);
  });

  it('reuses connections', async () => {
    const ports = new Set<unknown>();
    const server = await serve((response) => {
      ports.add(response.socket?.remotePort);
      response.end('x');
    });
    const transport = transportTo(server.origin);
    for (let i = 0; i < 20; i++) await send(transport);
    // The pool may open a second connection while the first one is being returned to it.
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  it('rejects a response that announces more than the limit', async () => {
    const { origin } = await serve((response) => response.writeHead(200, { 'content-length': '2000' }).write('x'));
    await expect(send(transportTo(origin, { maxResponseBytes: 1000 }))).rejects.toMatchObject({ failure: 'too-large' });
  });

  it('stops reading a 40 MB response that does not announce its length', async () => {
    let writtenChunks = 0;
    const { origin } = await serve((response) => {
      const chunk = Buffer.alloc(2 ** 20);
      const writeMore = (): void => {
        while (writtenChunks < 40 && !response.destroyed) {
          writtenChunks++;
          if (!response.write(chunk)) return;
        }
        response.end();
      };
      response.on('drain', writeMore);
      writeMore();
    });
    await expect(send(transportTo(origin))).rejects.toMatchObject({ failure: 'too-large', sent: true });
    expect(writtenChunks).toBeLessThan(40);
  });

  it('accepts a response of exactly the limit', async () => {
    const { origin } = await serve((response) => response.end(Buffer.alloc(1000)));
    expect((await send(transportTo(origin, { maxResponseBytes: 1000 }))).body).toHaveLength(1000);
  });

  it('reports a body that is shorter than its announced length', async () => {
    const origin = await serveBytes((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort'));
    await expect(send(transportTo(origin))).rejects.toMatchObject({ failure: 'broken-response', sent: true });
  });

  it('reports a chunked body that breaks off', async () => {
    const origin = await serveBytes((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n'),
    );
    await expect(send(transportTo(origin))).rejects.toMatchObject({ failure: 'broken-response', sent: true });
  });

  it('returns at most the announced length of a body, and stays usable', async () => {
    let count = 0;
    const origin = await serveBytes((socket) => {
      count++;
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n${count === 1 ? 'abcdef' : 'ok'}`);
    });
    const transport = transportTo(origin);
    const [first] = await Promise.allSettled([send(transport)]);
    if (first.status === 'fulfilled') expect(first.value.body.toString()).toBe('ab');
    expect((await send(transport)).body.toString()).toBe('ok');
  });

  it('reports bytes that are not HTTP as a broken response', async () => {
    const origin = await serveBytes((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
    await expect(send(transportTo(origin))).rejects.toMatchObject({ failure: 'broken-response', sent: true });
  });

  it('reports that the request was sent when the connection is reset before a response', async () => {
    const origin = await serveBytes((socket) => socket.resetAndDestroy());
    await expect(send(transportTo(origin))).rejects.toMatchObject({ failure: 'connection', sent: true });
  });

  it('reports that nothing was sent when the connection is refused', async () => {
    const server = await LocalServer.start(() => undefined);
    await server.close();
    await expect(send(transportTo(server.origin))).rejects.toMatchObject({ failure: 'connection', sent: false });
  });

  it('reports that nothing was sent when the host name does not exist', async () => {
    const transport = transportTo('http://nowhere.invalid');
    await expect(send(transport)).rejects.toMatchObject({ failure: 'connection', sent: false });
  });

  it('reports that nothing was sent when the TLS handshake fails', async () => {
    const origin = await serveBytes((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const transport = transportTo(origin.replace('http:', 'https:'));
    await expect(send(transport)).rejects.toMatchObject({ failure: 'connection', sent: false });
  });

  it('fails with a timeout when the server does not respond', async () => {
    const { origin } = await serve(() => undefined);
    const transport = transportTo(origin, { headersTimeoutMs: 50 });
    await expect(send(transport)).rejects.toMatchObject({ failure: 'timeout', sent: true });
  });

  it('fails with a timeout when the response stops', async () => {
    const { origin } = await serve((response) => response.writeHead(200, { 'content-length': '9' }).write('x'));
    const transport = transportTo(origin, { bodyTimeoutMs: 50 });
    await expect(send(transport)).rejects.toMatchObject({ failure: 'timeout', sent: true });
  });

  it('fails at once and closes the connection when the signal aborts', async () => {
    let closed: Promise<unknown> | undefined;
    const controller = new AbortController();
    const server = await serve((response) => {
      closed = once(response, 'close');
      controller.abort(new Error('caller left'));
    });
    const outcome = send(transportTo(server.origin), { signal: controller.signal });
    await expect(outcome).rejects.toMatchObject({ failure: 'aborted', sent: true, cause: { message: 'caller left' } });
    await closed;
  });

  it('sends nothing when the signal is already aborted', async () => {
    const server = await serve((response) => response.end());
    const signal = AbortSignal.abort();
    await expect(send(transportTo(server.origin), { signal })).rejects.toMatchObject({
      failure: 'aborted',
      sent: false,
    });
    expect(server.receivedRequests).toHaveLength(0);
  });

  it('never sends a request that was aborted while it waited for a connection', async () => {
    const server = await serve((response, { url }) => (url === '/third' ? response.end() : undefined));
    const transport = transportTo(server.origin, { connections: 1 });
    const first = new AbortController();
    const second = new AbortController();
    const active = send(transport, { path: '/first', signal: first.signal });
    const waiting = send(transport, { path: '/second', signal: second.signal });
    second.abort();
    await expect(waiting).rejects.toMatchObject({ failure: 'aborted', sent: false });
    first.abort();
    await expect(active).rejects.toMatchObject({ failure: 'aborted' });
    await send(transport, { path: '/third' });
    expect(server.receivedRequests.map(({ url }) => url)).not.toContain('/second');
  });

  it('does not let a header value inject another header', async () => {
    const server = await serve((response) => respondWithJson(response, {}));
    await send(transportTo(server.origin), { headers: { 'x-a': 'b\r\nx-c: d' } }).catch(() => undefined);
    expect(server.receivedRequests.filter(({ headers }) => 'x-c' in headers)).toEqual([]);
  });

  it('rejects a path that would inject a header, without sending', async () => {
    const server = await serve((response) => respondWithJson(response, {}));
    const outcome = send(transportTo(server.origin), { path: '/a HTTP/1.1\r\nx-c: d' });
    await expect(outcome).rejects.toMatchObject({ sent: false });
    expect(server.receivedRequests).toHaveLength(0);
  });
});
