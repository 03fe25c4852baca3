import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { MintFailedError } from './errors.js';
import { HttpTokenMinter, type HttpTokenMinterOptions } from './http-token-minter.js';
import { never } from '../../../test/support/token-doubles.js';

interface Seen {
  readonly request: IncomingMessage;
  readonly form: Record<string, string>;
}
type Reply = (response: ServerResponse, count: number) => void;

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const part of opened.splice(0).reverse()) await part.close();
});

async function endpoint(reply: Reply): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () =>
      reply(response, seen.push({ request, form: Object.fromEntries(new URLSearchParams(body)) })),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push({ close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()) });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`, seen };
}

function minterFor(url: string, options: Partial<HttpTokenMinterOptions> = {}): HttpTokenMinter {
  const base = { url, clientId: 'client:1', clientSecret: 'canary secret+%', delay: async () => undefined };
  const minter = new HttpTokenMinter({ ...base, ...options });
  opened.push(minter);
  return minter;
}

const json =
  (status: number, body: unknown): Reply =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

async function failureOf(minter: HttpTokenMinter, signal = never): Promise<MintFailedError> {
  const error: unknown = await minter.mint(signal).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(MintFailedError);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('canary');
  return error as MintFailedError;
}

describe('minting over HTTP', () => {
  it('posts the grant, and the client in the form', async () => {
    const { url, seen } = await endpoint(json(200, { access_token: 'abc', token_type: 'bearer', expires_in: 1800 }));
    expect(await minterFor(url, { scope: 'drive' }).mint(never)).toEqual({ token: 'abc', expiresIn: 1800 });
    expect(seen[0]?.request.method).toBe('POST');
    expect(seen[0]?.request.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(seen[0]?.request.headers.authorization).toBeUndefined();
    expect(seen[0]?.form).toEqual({
      grant_type: 'client_credentials',
      scope: 'drive',
      client_id: 'client:1',
      client_secret: 'canary secret+%',
    });
  });

  it('or the client in HTTP Basic, form-encoded', async () => {
    const { url, seen } = await endpoint(json(200, { access_token: 'abc' }));
    await minterFor(url, { authentication: 'basic' }).mint(never);
    const pair = Buffer.from(seen[0]?.request.headers.authorization?.slice(6) ?? '', 'base64').toString();
    expect(pair).toBe('client%3A1:canary+secret%2B%25');
    expect(seen[0]?.form).toEqual({ grant_type: 'client_credentials' });
  });

  it('takes a life written as text, and a default where there is none', async () => {
    const { url } = await endpoint((response, count) =>
      json(200, count === 1 ? { access_token: 'a', expires_in: '60' } : { access_token: 'a' })(response, count),
    );
    const minter = minterFor(url, { defaultLife: 120 });
    expect((await minter.mint(never)).expiresIn).toBe(60);
    expect((await minter.mint(never)).expiresIn).toBe(120);
  });

  it('tries again where the endpoint was away for a moment, three times in all', async () => {
    const recovering = await endpoint((response, count) =>
      json(count < 3 ? 503 : 200, { access_token: 'abc', expires_in: 60 })(response, count),
    );
    expect((await minterFor(recovering.url).mint(never)).token).toBe('abc');
    const down = await endpoint(json(503, {}));
    expect((await failureOf(minterFor(down.url))).transient).toBe(true);
    expect(down.seen).toHaveLength(3);
  });

  it('does not try again where the endpoint said no, and tells its word of RFC 6749 and no more', async () => {
    const no = { error: 'invalid_client', error_description: 'canary secret is wrong' };
    const { url, seen } = await endpoint(json(401, no));
    const error = await failureOf(minterFor(url));
    expect(error.message).toBe('the token endpoint answered 401 (invalid_client)');
    expect(error.transient).toBe(false);
    expect(seen).toHaveLength(1);
  });

  it('does not repeat a word that is not one of those', async () => {
    const { url } = await endpoint(json(400, { error: 'canary: secret' }));
    expect((await failureOf(minterFor(url))).message).toBe('the token endpoint answered 400');
  });

  it('follows no redirect', async () => {
    const target = await endpoint(json(200, { access_token: 'abc' }));
    const { url } = await endpoint((response) => void response.writeHead(307, { location: target.url }).end());
    expect((await failureOf(minterFor(url))).message).toBe('the token endpoint answered 307');
    expect(target.seen).toHaveLength(0);
  });

  it.each([
    ['no JSON', '<html>'],
    ['no token', '{}'],
    ['an empty token', '{"access_token":""}'],
    ['a token that no header can hold', '{"access_token":"a\\nb"}'],
    ['a life of nothing', '{"access_token":"a","expires_in":0}'],
    ['a life of no number', '{"access_token":"a","expires_in":"soon"}'],
    ['another type of token', '{"access_token":"a","token_type":"mac"}'],
    ['too much', `"${'x'.repeat(70_000)}"`],
  ])('refuses an answer with %s', async (_, body) => {
    const { url } = await endpoint((response) => void response.end(body));
    expect((await failureOf(minterFor(url))).transient).toBe(false);
  });

  it('fails where nobody listens', async () => {
    const { url } = await endpoint(json(200, {}));
    await opened.pop()?.close();
    expect((await failureOf(minterFor(url))).message).toBe('the token endpoint cannot be reached (ECONNREFUSED)');
  });

  it('gives up at its time, and when it is told to', async () => {
    const { url, seen } = await endpoint(() => undefined);
    expect((await failureOf(minterFor(url, { timeoutMs: 50 }))).message).toContain('did not answer in time');
    await failureOf(minterFor(url), AbortSignal.abort());
    expect(seen.length).toBeLessThanOrEqual(1);
  });

  it('has an identity that tells endpoints and clients apart, and holds no secret', () => {
    const identities = [
      minterFor('http://a/token').identity,
      minterFor('http://b/token').identity,
      minterFor('http://a/token', { clientId: 'other' }).identity,
      minterFor('http://a/token', { scope: 's' }).identity,
    ];
    expect(new Set(identities).size).toBe(4);
    expect(identities.join()).not.toContain('canary');
  });
});
