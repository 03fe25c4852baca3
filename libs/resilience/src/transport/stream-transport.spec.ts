import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type RequestHandler, LocalServer } from '../../../../test/support/local-server.js';
import { BulkheadFullError } from '../retry/errors.js';
import { createStreamTransport } from './stream-transport.js';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function serve(handler: RequestHandler): Promise<LocalServer> {
  const server = await LocalServer.start(handler);
  closers.push(() => server.close());
  return server;
}

const startTransport = () => {
  const transport = createStreamTransport();
  closers.push(() => transport.close());
  return transport;
};

describe('createStreamTransport', () => {
  it('streams a response', async () => {
    const { origin } = await serve((response) => response.end(Buffer.alloc(3_000_000, 7)));
    const response = await startTransport().open({ method: 'GET', url: new URL(`${origin}/x`), headers: {} });
    expect((await buffer(response.body)).equals(Buffer.alloc(3_000_000, 7))).toBe(true);
  });

  it('sends a stream with its exact length and without chunked encoding', async () => {
    const server = await serve((response) => response.end());
    const body = Readable.from([Buffer.from('abc'), Buffer.from('def')]);
    const url = new URL(`${server.origin}/p?q=1`);
    const response = await startTransport().open({ method: 'PUT', url, headers: { 'content-length': '6' }, body });
    response.body.resume();
    expect(server.receivedRequests[0]).toMatchObject({ url: '/p?q=1', headers: { 'content-length': '6' } });
    expect(server.receivedRequests[0]?.headers['transfer-encoding']).toBeUndefined();
    expect(server.receivedRequests[0]?.body.toString()).toBe('abcdef');
  });

  it('fails when the stream is shorter than its announced length', async () => {
    const { origin } = await serve((response) => response.end());
    const request = { method: 'PUT', url: new URL(origin), headers: { 'content-length': '9' } } as const;
    const body = Readable.from([Buffer.from('abc')]);
    await expect(startTransport().open({ ...request, body })).rejects.toMatchObject({ name: 'TransportError' });
  });

  it('ends the transfer when the reader destroys the body', async () => {
    let closed: Promise<unknown> | undefined;
    const { origin } = await serve((response) => {
      closed = once(response, 'close');
      response.write(Buffer.alloc(1000));
    });
    const response = await startTransport().open({ method: 'GET', url: new URL(origin), headers: {} });
    response.body.on('error', () => undefined);
    response.body.destroy();
    await closed;
  });

  it('ends the transfer when the signal aborts', async () => {
    const controller = new AbortController();
    const { origin } = await serve((response) => response.write(Buffer.alloc(1000)));
    const response = await startTransport().open({
      method: 'GET',
      url: new URL(origin),
      headers: {},
      signal: controller.signal,
    });
    const reading = buffer(response.body);
    controller.abort();
    await expect(reading).rejects.toBeDefined();
  });

  it('refuses what has no connection, at once, for each direction and origin by itself', async () => {
    const waiting = await serve((response, { method }) => (method === 'GET' ? response.write('x') : response.end()));
    const other = await serve((response) => response.end());
    const transport = createStreamTransport({ connections: 2 });
    closers.push(() => transport.close());
    const open = (origin: string, method: 'GET' | 'PUT' = 'GET') =>
      transport.open({ method, url: new URL(origin), headers: {} });
    const [first] = [await open(waiting.origin), await open(waiting.origin)];
    await expect(open(waiting.origin)).rejects.toBeInstanceOf(BulkheadFullError);
    expect(waiting.receivedRequests).toHaveLength(2);
    for (const { body } of [await open(waiting.origin, 'PUT'), await open(other.origin)]) body.resume();
    const closed = new Promise((resolve) => first.body.once('close', resolve));
    first.body.on('error', () => undefined).destroy();
    await closed;
    expect(await open(waiting.origin)).toMatchObject({ status: 200 });
  });

  it('has room again after a request that fails or ends', async () => {
    const { origin } = await serve((response, _request, count) => (count === 1 ? response.destroy() : response.end()));
    const transport = createStreamTransport({ connections: 1 });
    closers.push(() => transport.close());
    const open = () => transport.open({ method: 'GET', url: new URL(origin), headers: {} });
    await expect(open()).rejects.toMatchObject({ failure: 'connection' });
    await buffer((await open()).body);
    expect(await open()).toMatchObject({ status: 200 });
  });

  it('reports a connection failure when the server closes the connection', async () => {
    const { origin } = await serve((response) => response.destroy());
    const opened = startTransport().open({ method: 'GET', url: new URL(origin), headers: {} });
    await expect(opened).rejects.toMatchObject({ failure: 'connection' });
  });
});
