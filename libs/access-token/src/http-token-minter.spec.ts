import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { MintFailedError } from './errors.js';
import { HttpTokenMinter, type HttpTokenMinterOptions } from './http-token-minter.js';
import { neverAbortedSignal } from '../../../test/support/token-doubles.js';

interface ReceivedRequest {
  readonly request: IncomingMessage;
  readonly form: Record<string, string>;
}
type Reply = (response: ServerResponse, count: number) => void;

const closeables: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const closeable of closeables.splice(0).reverse()) await closeable.close();
});

async function startEndpoint(reply: Reply): Promise<{ url: string; receivedRequests: ReceivedRequest[] }> {
  const receivedRequests: ReceivedRequest[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () =>
      reply(response, receivedRequests.push({ request, form: Object.fromEntries(new URLSearchParams(body)) })),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeables.push({ close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()) });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`, receivedRequests };
}

function createMinter(url: string, options: Partial<HttpTokenMinterOptions> = {}): HttpTokenMinter {
  const defaults = { url, clientId: 'client:1', clientSecret: 'canary secret+%', delay: async () => undefined };
  const minter = new HttpTokenMinter({ ...defaults, ...options });
  closeables.push(minter);
  return minter;
}

const json =
  (status: number, body: unknown): Reply =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

async function failureOf(minter: HttpTokenMinter, signal = neverAbortedSignal): Promise<MintFailedError> {
  const error: unknown = await minter.mint(signal).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(MintFailedError);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('canary');
  return error as MintFailedError;
}

describe('HttpTokenMinter', () => {
  it('posts the grant, with the client in the form body', async () => {
    const { url, receivedRequests } = await startEndpoint(
      json(200, { access_token: 'abc', token_type: 'bearer', expires_in: 1800 }),
    );
    expect(await createMinter(url, { scope: 'drive' }).mint(neverAbortedSignal)).toEqual({
      token: 'abc',
      expiresInSeconds: 1800,
    });
    expect(receivedRequests[0]?.request.method).toBe('POST');
    expect(receivedRequests[0]?.request.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(receivedRequests[0]?.request.headers.authorization).toBeUndefined();
    expect(receivedRequests[0]?.form).toEqual({
      grant_type: 'client_credentials',
      scope: 'drive',
      client_id: 'client:1',
      client_secret: 'canary secret+%',
    });
  });

  it('posts the grant, with the form-encoded client in HTTP Basic', async () => {
    const { url, receivedRequests } = await startEndpoint(json(200, { access_token: 'abc' }));
    await createMinter(url, { authentication: 'basic' }).mint(neverAbortedSignal);
    const credentials = Buffer.from(
      receivedRequests[0]?.request.headers.authorization?.slice(6) ?? '',
      'base64',
    ).toString();
    expect(credentials).toBe('client%3A1:canary+secret%2B%25');
    expect(receivedRequests[0]?.form).toEqual({ grant_type: 'client_credentials' });
  });

  it('accepts a lifetime as text, and uses the default when there is none', async () => {
    const { url } = await startEndpoint((response, count) =>
      json(200, count === 1 ? { access_token: 'a', expires_in: '60' } : { access_token: 'a' })(response, count),
    );
    const minter = createMinter(url, { defaultLifetimeSeconds: 120 });
    expect((await minter.mint(neverAbortedSignal)).expiresInSeconds).toBe(60);
    expect((await minter.mint(neverAbortedSignal)).expiresInSeconds).toBe(120);
  });

  it('retries a transient failure, with three attempts in total', async () => {
    const recovering = await startEndpoint((response, count) =>
      json(count < 3 ? 503 : 200, { access_token: 'abc', expires_in: 60 })(response, count),
    );
    expect((await createMinter(recovering.url).mint(neverAbortedSignal)).token).toBe('abc');
    const down = await startEndpoint(json(503, {}));
    expect((await failureOf(createMinter(down.url))).transient).toBe(true);
    expect(down.receivedRequests).toHaveLength(3);
  });

  it('does not retry a rejection, and reports only the error code of RFC 6749', async () => {
    const rejection = { error: 'invalid_client', error_description: 'canary secret is wrong' };
    const { url, receivedRequests } = await startEndpoint(json(401, rejection));
    const error = await failureOf(createMinter(url));
    expect(error.message).toBe('the token endpoint responded with 401 (invalid_client)');
    expect(error.transient).toBe(false);
    expect(receivedRequests).toHaveLength(1);
  });

  it('does not report an error code of another form', async () => {
    const { url } = await startEndpoint(json(400, { error: 'canary: secret' }));
    expect((await failureOf(createMinter(url))).message).toBe('the token endpoint responded with 400');
  });

  it('does not follow a redirect', async () => {
    const target = await startEndpoint(json(200, { access_token: 'abc' }));
    const { url } = await startEndpoint((response) => void response.writeHead(307, { location: target.url }).end());
    expect((await failureOf(createMinter(url))).message).toBe('the token endpoint responded with 307');
    expect(target.receivedRequests).toHaveLength(0);
  });

  it.each([
    ['no JSON', '<html>'],
    ['no token', '{}'],
    ['an empty token', '{"access_token":""}'],
    ['a token that no header can hold', '{"access_token":"a\\nb"}'],
    ['a lifetime of zero', '{"access_token":"a","expires_in":0}'],
    ['a lifetime that is not a number', '{"access_token":"a","expires_in":"soon"}'],
    ['another type of token', '{"access_token":"a","token_type":"mac"}'],
    ['too many characters', `"${'x'.repeat(70_000)}"`],
  ])('rejects a response with %s', async (_, body) => {
    const { url } = await startEndpoint((response) => void response.end(body));
    expect((await failureOf(createMinter(url))).transient).toBe(false);
  });

  it('fails when the endpoint cannot be reached', async () => {
    const { url } = await startEndpoint(json(200, {}));
    await closeables.pop()?.close();
    expect((await failureOf(createMinter(url))).message).toBe('the token endpoint cannot be reached (ECONNREFUSED)');
  });

  it('stops at its timeout and when its signal aborts', async () => {
    const { url, receivedRequests } = await startEndpoint(() => undefined);
    expect((await failureOf(createMinter(url, { timeoutMs: 50 }))).message).toContain('did not respond in time');
    await failureOf(createMinter(url), AbortSignal.abort());
    expect(receivedRequests.length).toBeLessThanOrEqual(1);
  });

  it('has an identity that differs by endpoint, client and scope, and contains no secret', () => {
    const identities = [
      createMinter('http://a/token').identity,
      createMinter('http://b/token').identity,
      createMinter('http://a/token', { clientId: 'other' }).identity,
      createMinter('http://a/token', { scope: 's' }).identity,
    ];
    expect(new Set(identities).size).toBe(4);
    expect(identities.join()).not.toContain('canary');
  });
});
