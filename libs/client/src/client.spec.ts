import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from './client.js';
import type { ClientOptions, ClientCredential } from './client-options.js';
import { dataOf, ProblemError } from './problem-error.js';

interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server;
let baseUrl: string;
let receivedRequests: ReceivedRequest[];
/** The next responses of the server. After the last one it responds with 200. */
let queuedResponses: { status: number; body: unknown; headers?: Record<string, string> }[];
beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      receivedRequests.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      const { status, body, headers: more } = queuedResponses.shift() ?? { status: 200, body: { ok: true } };
      if (status === 0) return request.socket.destroy();
      const type = status >= 400 ? 'application/problem+json' : 'application/json';
      return response.writeHead(status, { 'content-type': type, ...more }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  receivedRequests = [];
  queuedResponses = [];
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const createTestClient = (more: Partial<ClientOptions> = {}) =>
  createClient({ baseUrl, apiKey: 'kdg_key', ...more } as ClientOptions);
const folder = {
  params: { path: { spaceId: 's' } },
  body: { name: 'n' },
} as const;
const retryable = { status: 503, body: { code: 'overloaded', retryable: true }, headers: { 'retry-after': '0' } };

describe('createClient', () => {
  const credentials: readonly (readonly [
    what: string,
    credential: ClientCredential,
    headers: Record<string, string>,
  ])[] = [
    ['an API key', { apiKey: 'kdg_1' }, { authorization: 'Bearer kdg_1' }],
    ['a token', { token: 'jwt' }, { authorization: 'Bearer jwt' }],
    ['a function that returns a token', { token: async () => 'fresh' }, { authorization: 'Bearer fresh' }],
    ['the cookies of a browser', { cookies: true }, { 'x-csrf': '1' }],
  ];
  it.each(credentials)('authenticates with %s', async (_what, credential, headers) => {
    await createClient({ baseUrl: `${baseUrl}/`, ...credential }).GET('/v1/me');
    expect(receivedRequests[0]?.url).toBe('/v1/me');
    expect(receivedRequests[0]?.headers).toMatchObject(headers);
    if (credential.cookies) expect(receivedRequests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('sends nothing without a credential', async () => {
    await expect(createClient({ baseUrl } as ClientOptions).GET('/v1/me')).rejects.toThrow('needs one of');
    expect(receivedRequests).toEqual([]);
  });

  it('sends the user to act for and the language of the texts', async () => {
    await createTestClient({ onBehalfOf: '42', language: 'zh' }).GET('/v1/me');
    expect(receivedRequests[0]?.headers).toMatchObject({ 'x-on-behalf-of': '42', 'accept-language': 'zh' });
  });

  it('sends a new idempotency key with each unsafe call if the options ask for it, and with no other call', async () => {
    const idempotentClient = createTestClient({ idempotency: true });
    await idempotentClient.POST('/v1/spaces/{spaceId}/folders', folder);
    await idempotentClient.POST('/v1/spaces/{spaceId}/folders', folder);
    await idempotentClient.GET('/v1/me');
    await idempotentClient.POST('/v1/spaces/{spaceId}/folders', { ...folder, headers: { 'Idempotency-Key': 'mine' } });
    await createTestClient().POST('/v1/spaces/{spaceId}/folders', folder);
    const keys = receivedRequests.map(({ headers }) => headers['idempotency-key']);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys.slice(2)).toEqual([undefined, 'mine', undefined]);
  });
});

describe('a call that may succeed later', () => {
  it('is repeated with the same key and the same body', async () => {
    queuedResponses = [retryable, { status: 0, body: null }];
    const { data } = await createTestClient({ idempotency: true }).POST('/v1/spaces/{spaceId}/folders', folder);
    expect(data).toEqual({ ok: true });
    expect(new Set(receivedRequests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(receivedRequests.map(({ body }) => body)).toEqual(
      Array.from({ length: 3 }, () => JSON.stringify(folder.body)),
    );
  });

  it('is repeated at most `retries` times, and then returns the error', async () => {
    queuedResponses = [retryable, retryable, retryable, retryable];
    const { error, response } = await createTestClient({ retries: 1 }).GET('/v1/me');
    expect([response.status, error?.code]).toEqual([503, 'overloaded']);
    expect(receivedRequests).toHaveLength(2);
  });

  it.each([
    ['an unsafe call without an idempotency key', retryable, 'POST'],
    ['a call that will not succeed later', { status: 404, body: { code: 'not-found', retryable: false } }, 'GET'],
    ['a response that did not come from the gateway', { status: 502, body: 'Bad gateway' }, 'GET'],
  ])('is not repeated for %s', async (_what, response, method) => {
    queuedResponses = [response];
    if (method === 'GET') await createTestClient().GET('/v1/me');
    else await createTestClient().POST('/v1/spaces/{spaceId}/folders', folder);
    expect(receivedRequests).toHaveLength(1);
  });
});

describe('dataOf', () => {
  it('returns the data of a successful call', async () => {
    expect(await dataOf(createTestClient().GET('/v1/me'))).toEqual({ ok: true });
  });

  it('throws the problem of a failed call', async () => {
    const problem = {
      code: 'invalid-input',
      detail: 'No.',
      retryable: false,
      errors: [{ pointer: '/limit', message: 'm' }],
    };
    queuedResponses = [{ status: 422, body: problem, headers: { 'retry-after': '7' } }];
    const error = await dataOf(createTestClient().GET('/v1/me')).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      code: 'invalid-input',
      status: 422,
      retryable: false,
      errors: problem.errors,
      retryAfter: 7,
    });
    expect((error as Error).message).toBe('422 invalid-input: No.');
  });

  it('throws a problem without a document when a proxy responded', async () => {
    queuedResponses = [{ status: 502, body: 'Bad gateway' }];
    await expect(dataOf(createTestClient().GET('/v1/me'))).rejects.toMatchObject({
      code: 'no-problem-document',
      status: 502,
    });
  });
});
