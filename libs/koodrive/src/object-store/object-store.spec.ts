import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Behaviour, LocalServer } from '../../../../test/support/local-server.js';
import { AllowedOrigins } from './allowed-origins.js';
import { AddressRefusedError, createObjectStore, ObjectStoreError } from './object-store.js';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function setUp(behaviour: Behaviour) {
  const server = await LocalServer.start(behaviour);
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
    'https://a.*.com',
    'ftp://a.example',
    'https://a.example/x',
  ])('cannot be given %j', (origin) => expect(() => new AllowedOrigins([origin])).toThrow(TypeError));
});

describe('get', () => {
  it('streams the bytes, and asks with nothing but the range', async () => {
    const bytes = Buffer.alloc(2_000_000, 5);
    const { server, store, url } = await setUp((response) => response.writeHead(206, { etag: '"e"' }).end(bytes));
    const answer = await store.get(url, { range: 'bytes=0-1999999', ifRange: '"e"' });
    expect(answer).toMatchObject({ status: 206, headers: { etag: '"e"' } });
    expect((await buffer(answer.body)).equals(bytes)).toBe(true);
    expect(server.seen[0]?.url).toBe('/bucket/key%20x?X-Amz-Signature=canary-secret&partNumber=1');
    const { host: _host, connection: _connection, ...headers } = server.seen[0]?.headers ?? {};
    expect(headers).toEqual({ range: 'bytes=0-1999999', 'if-range': '"e"' });
  });

  it('hands over a range that cannot be satisfied', async () => {
    const { store, url } = await setUp((response) =>
      response.writeHead(416, { 'content-range': 'bytes */9' }).end('<x/>'),
    );
    const answer = await store.get(url, { range: 'bytes=10-' });
    expect(answer).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */9' } });
  });

  it.each([302, 403, 404, 500, 503])('fails for a %i', async (status) => {
    const { store, url } = await setUp((response) =>
      response.writeHead(status, { location: 'http://x.test/' }).end('<Error/>'),
    );
    await expect(store.get(url)).rejects.toMatchObject({ name: 'ObjectStoreError', status });
  });

  it('ends the transfer when the reader goes away', async () => {
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
    for (const url of ['http://evil.test/', 'not an address', server.origin.replace('127.0.0.1', 'localhost')]) {
      await expect(store.get(url)).rejects.toBeInstanceOf(AddressRefusedError);
    }
    expect(server.seen).toHaveLength(0);
  });

  it('lets nothing of the address into its errors', async () => {
    const { store, url } = await setUp((response) => response.destroy());
    for (const address of [url, `http://evil.test/?X-Amz-Signature=canary-secret`, 'http://[?canary-secret']) {
      const error = (await store.get(address).catch((reason: unknown) => reason)) as Error;
      const own = Object.getOwnPropertyNames(error).map((name) => String(Reflect.get(error, name)));
      expect([error.stack, ...own, String(error.cause)].join()).not.toContain('canary-secret');
    }
  });
});

describe('put', () => {
  it('sends bytes with their length and nothing else', async () => {
    const { server, store, url } = await setUp((response) => response.writeHead(200, { etag: '"e"' }).end());
    expect(await store.put(url, Buffer.from('abc'))).toMatchObject({ status: 200, headers: { etag: '"e"' } });
    const { host: _host, connection: _connection, ...headers } = server.seen[0]?.headers ?? {};
    expect([headers, server.seen[0]?.body.toString()]).toEqual([{ 'content-length': '3' }, 'abc']);
  });

  it('sends a stream with the length it is told, not in chunks', async () => {
    const { server, store, url } = await setUp((response) => response.end());
    await store.put(url, { stream: Readable.from([Buffer.from('ab'), Buffer.from('c')]), length: 3 });
    expect(server.seen[0]?.headers).toMatchObject({ 'content-length': '3' });
    expect(server.seen[0]?.headers).not.toHaveProperty('transfer-encoding');
    expect(server.seen[0]?.body.toString()).toBe('abc');
  });

  it('sends an empty file', async () => {
    const { server, store, url } = await setUp((response) => response.end());
    await store.put(url, Buffer.alloc(0));
    expect(server.seen[0]?.headers).toMatchObject({ 'content-length': '0' });
  });

  it.each([2, 4])('fails when a stream of 3 bytes is said to have %i', async (length) => {
    const { store, url } = await setUp((response) => response.end());
    const outcome = store.put(url, { stream: Readable.from([Buffer.from('abc')]), length });
    await expect(outcome).rejects.toMatchObject({ name: 'ObjectStoreError', status: null });
  });

  it('ends when the source breaks off', async () => {
    const { store, url } = await setUp((response) => response.end());
    const stream = Readable.from(
      (async function* () {
        yield Buffer.from('a');
        throw new Error('the caller has gone');
      })(),
    );
    await expect(store.put(url, { stream, length: 3 })).rejects.toBeInstanceOf(ObjectStoreError);
  });

  it('ends with the signal', async () => {
    const controller = new AbortController();
    const { store, url } = await setUp(() => controller.abort());
    const outcome = store.put(url, Buffer.from('abc'), { signal: controller.signal });
    await expect(outcome).rejects.toMatchObject({ status: null, cause: { failure: 'aborted' } });
  });

  it.each([301, 403, 500])('fails for a %i', async (status) => {
    const { store, url } = await setUp((response) => response.writeHead(status).end('<Error/>'));
    await expect(store.put(url, Buffer.from('abc'))).rejects.toMatchObject({ status });
  });
});
