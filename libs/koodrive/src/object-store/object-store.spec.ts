import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type RequestHandler, LocalServer } from '../../../../test/support/local-server.js';
import { AllowedOrigins } from './allowed-origins.js';
import { OriginNotAllowedError, createObjectStore, ObjectStoreError } from './object-store.js';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function setUp(behavior: RequestHandler) {
  const server = await LocalServer.start(behavior);
  const store = createObjectStore({ origins: [server.origin] });
  closers.push(
    () => server.close(),
    () => store.close(),
  );
  return { server, store, url: `${server.origin}/bucket/key%20x?X-Amz-Signature=canary-secret&partNumber=1` };
}

describe('AllowedOrigins', () => {
  it.each([
    ['https://a.example', 'https://a.example/x?y'],
    ['https://a.example', 'https://a.example:443/'],
    ['https://a.example:8443', 'https://a.example:8443/'],
    ['https://*.example.com', 'https://a.example.com/'],
    ['https://*.example.com', 'https://a.b.example.com/'],
    ['http://127.0.0.1:9000', 'http://127.0.0.1:9000/'],
  ])('%s allows %s', (origin, url) => expect(new AllowedOrigins([origin]).allows(new URL(url))).toBe(true));

  it.each([
    ['https://a.example', 'http://a.example/'],
    ['https://a.example', 'https://a.example:8443/'],
    ['https://a.example', 'https://a.example.evil.test/'],
    ['https://a.example', 'https://b.example/'],
    ['https://a.example', 'https://user@a.example/'],
    ['https://a.example', 'https://a.example./'],
    ['https://*.example.com', 'https://example.com/'],
    ['https://*.example.com', 'https://evilexample.com/'],
    ['https://*.example.com', 'https://a.example.com.evil.test/'],
    ['https://*.example.com', 'https://a.example.com:8443/'],
    ['https://*.example.com', 'https://evil.test/.example.com'],
    ['https://*.example.com', 'https://evil.test\\.example.com/'],
    ['https://*.example.com', 'https://a.example.com@evil.test/'],
  ])('%s does not allow %s', (origin, url) => expect(new AllowedOrigins([origin]).allows(new URL(url))).toBe(false));

  it.each([
    '',
    '*',
    'a.example',
    'https://',
    'https://*',
    'https://*.com',
    'https://*..x',
    'https://*.a..x',
    'https://*.com.',
    'https://*.1',
    'https://*.127.0.0.1',
    'https://*.0x7f.1',
    'https://*.[::1]',
    'https://a.*.com',
    'ftp://a.example',
    'https://a.example/x',
  ])('rejects the pattern %j', (origin) => expect(() => new AllowedOrigins([origin])).toThrow(TypeError));
});

describe('ObjectStore.get', () => {
  it('streams the bytes, and sends only the headers for range and condition', async () => {
    const bytes = Buffer.alloc(2_000_000, 5);
    const { server, store, url } = await setUp((response) => response.writeHead(206, { etag: '"e"' }).end(bytes));
    const response = await store.get(url, { range: 'bytes=0-1999999', ifNoneMatch: '"f"' });
    expect(response).toMatchObject({ status: 206, headers: { etag: '"e"' } });
    expect((await buffer(response.body)).equals(bytes)).toBe(true);
    expect(server.receivedRequests[0]?.url).toBe('/bucket/key%20x?X-Amz-Signature=canary-secret&partNumber=1');
    const { host: _host, connection: _connection, ...headers } = server.receivedRequests[0]?.headers ?? {};
    expect(headers).toEqual({ range: 'bytes=0-1999999', 'if-none-match': '"f"' });
  });

  it('returns a 416 for a range that cannot be satisfied', async () => {
    const { store, url } = await setUp((response) =>
      response.writeHead(416, { 'content-range': 'bytes */9' }).end('<x/>'),
    );
    const response = await store.get(url, { range: 'bytes=10-' });
    expect(response).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */9' } });
  });

  it('returns a 304 for bytes that the caller has', async () => {
    const { store, url } = await setUp((response) => response.writeHead(304, { etag: '"e"' }).end());
    expect(await store.get(url, { ifNoneMatch: '"e"' })).toMatchObject({ status: 304, headers: { etag: '"e"' } });
  });

  it.each([302, 403, 404, 500, 503])('throws for a %i', async (status) => {
    const { store, url } = await setUp((response) =>
      response.writeHead(status, { location: 'http://x.test/' }).end('<Error/>'),
    );
    await expect(store.get(url)).rejects.toMatchObject({ name: 'ObjectStoreError', status });
  });

  it('ends the transfer when the body is destroyed', async () => {
    let closed: Promise<unknown> | undefined;
    const { store, url } = await setUp((response) => {
      closed = once(response, 'close');
      response.write('x');
    });
    const { body } = await store.get(url);
    body.on('error', () => undefined);
    body.destroy();
    await closed;
  });

  it('sends nothing to another origin', async () => {
    const { server, store } = await setUp((response) => response.end());
    for (const url of ['http://evil.test/', 'not a URL', server.origin.replace('127.0.0.1', 'localhost')]) {
      await expect(store.get(url)).rejects.toBeInstanceOf(OriginNotAllowedError);
    }
    expect(server.receivedRequests).toHaveLength(0);
  });

  it('includes no part of the URL in its errors', async () => {
    const { store, url } = await setUp((response) => response.destroy());
    for (const requestUrl of [url, `http://evil.test/?X-Amz-Signature=canary-secret`, 'http://[?canary-secret']) {
      const error = (await store.get(requestUrl).catch((reason: unknown) => reason)) as Error;
      const values = Object.getOwnPropertyNames(error).map((name) => String(Reflect.get(error, name)));
      expect([error.stack, ...values, String(error.cause)].join()).not.toContain('canary-secret');
    }
  });
});

describe('ObjectStore.put', () => {
  it('sends bytes with content-length and no other header', async () => {
    const { server, store, url } = await setUp((response) => response.writeHead(200, { etag: '"e"' }).end());
    expect(await store.put(url, Buffer.from('abc'))).toMatchObject({ status: 200, headers: { etag: '"e"' } });
    const { host: _host, connection: _connection, ...headers } = server.receivedRequests[0]?.headers ?? {};
    expect([headers, server.receivedRequests[0]?.body.toString()]).toEqual([{ 'content-length': '3' }, 'abc']);
  });

  it('sends a stream with its given length, without chunked encoding', async () => {
    const { server, store, url } = await setUp((response) => response.end());
    await store.put(url, { stream: Readable.from([Buffer.from('ab'), Buffer.from('c')]), contentLength: 3 });
    expect(server.receivedRequests[0]?.headers).toMatchObject({ 'content-length': '3' });
    expect(server.receivedRequests[0]?.headers).not.toHaveProperty('transfer-encoding');
    expect(server.receivedRequests[0]?.body.toString()).toBe('abc');
  });

  it('sends an empty file', async () => {
    const { server, store, url } = await setUp((response) => response.end());
    await store.put(url, Buffer.alloc(0));
    expect(server.receivedRequests[0]?.headers).toMatchObject({ 'content-length': '0' });
  });

  it.each([2, 4])('throws when a stream of 3 bytes has the given length %i', async (length) => {
    const { store, url } = await setUp((response) => response.end());
    const outcome = store.put(url, { stream: Readable.from([Buffer.from('abc')]), contentLength: length });
    await expect(outcome).rejects.toMatchObject({ name: 'ObjectStoreError', status: undefined });
  });

  it('throws when the source stream fails', async () => {
    const { store, url } = await setUp((response) => response.end());
    const stream = Readable.from(
      (async function* () {
        yield Buffer.from('a');
        throw new Error('the caller has gone');
      })(),
    );
    await expect(store.put(url, { stream, contentLength: 3 })).rejects.toBeInstanceOf(ObjectStoreError);
  });

  it('ends when the signal aborts', async () => {
    const controller = new AbortController();
    const { store, url } = await setUp(() => controller.abort());
    const outcome = store.put(url, Buffer.from('abc'), { signal: controller.signal });
    await expect(outcome).rejects.toMatchObject({ status: undefined, cause: { failure: 'aborted' } });
  });

  it.each([301, 403, 500])('throws for a %i', async (status) => {
    const { store, url } = await setUp((response) => response.writeHead(status).end('<Error/>'));
    await expect(store.put(url, Buffer.from('abc'))).rejects.toMatchObject({ status });
  });
});
