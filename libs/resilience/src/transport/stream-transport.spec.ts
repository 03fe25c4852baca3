import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Behaviour, LocalServer } from '../../../../test/support/local-server.js';
import { createStreamTransport } from './stream-transport.js';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function serve(behaviour: Behaviour): Promise<LocalServer> {
  const server = await LocalServer.start(behaviour);
  closers.push(() => server.close());
  return server;
}

const transport = () => {
  const made = createStreamTransport();
  closers.push(() => made.close());
  return made;
};

describe('createStreamTransport', () => {
  it('streams an answer', async () => {
    const { origin } = await serve((response) => response.end(Buffer.alloc(3_000_000, 7)));
    const answer = await transport().open({ method: 'GET', url: new URL(`${origin}/x`), headers: {} });
    expect((await buffer(answer.body)).equals(Buffer.alloc(3_000_000, 7))).toBe(true);
  });

  it('sends a stream with its exact length and not in chunks', async () => {
    const server = await serve((response) => response.end());
    const body = Readable.from([Buffer.from('abc'), Buffer.from('def')]);
    const url = new URL(`${server.origin}/p?q=1`);
    const answer = await transport().open({ method: 'PUT', url, headers: { 'content-length': '6' }, body });
    answer.body.resume();
    expect(server.seen[0]).toMatchObject({ url: '/p?q=1', headers: { 'content-length': '6' } });
    expect(server.seen[0]?.headers['transfer-encoding']).toBeUndefined();
    expect(server.seen[0]?.body.toString()).toBe('abcdef');
  });

  it('fails when the stream is shorter than its length', async () => {
    const { origin } = await serve((response) => response.end());
    const request = { method: 'PUT', url: new URL(origin), headers: { 'content-length': '9' } } as const;
    const body = Readable.from([Buffer.from('abc')]);
    await expect(transport().open({ ...request, body })).rejects.toMatchObject({ name: 'TransportError' });
  });

  it('ends the transfer when the reader goes away', async () => {
    let closed: Promise<unknown> | undefined;
    const { origin } = await serve((response) => {
      closed = once(response, 'close');
      response.write(Buffer.alloc(1000));
    });
    const answer = await transport().open({ method: 'GET', url: new URL(origin), headers: {} });
    answer.body.on('error', () => undefined);
    answer.body.destroy();
    await closed;
  });

  it('ends the transfer when the signal aborts', async () => {
    const controller = new AbortController();
    const { origin } = await serve((response) => response.write(Buffer.alloc(1000)));
    const answer = await transport().open({
      method: 'GET',
      url: new URL(origin),
      headers: {},
      signal: controller.signal,
    });
    const read = buffer(answer.body);
    controller.abort();
    await expect(read).rejects.toBeDefined();
  });

  it('says so when the other side breaks off', async () => {
    const { origin } = await serve((response) => response.destroy());
    const opened = transport().open({ method: 'GET', url: new URL(origin), headers: {} });
    await expect(opened).rejects.toMatchObject({ failure: 'connection' });
  });
});
