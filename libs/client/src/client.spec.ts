import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from './client.js';
import type { ClientOptions, Credential } from './client-options.js';
import { dataOf, ProblemError } from './problem-error.js';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server;
let baseUrl: string;
let seen: Seen[];
/** What is answered, one after another; then 200. */
let answers: { status: number; body: unknown; headers?: Record<string, string> }[];
beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      const { status, body, headers: more } = answers.shift() ?? { status: 200, body: { well: true } };
      if (status === 0) return request.socket.destroy();
      const type = status >= 400 ? 'application/problem+json' : 'application/json';
      return response.writeHead(status, { 'content-type': type, ...more }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  seen = [];
  answers = [];
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const client = (more: Partial<ClientOptions> = {}) =>
  createClient({ baseUrl, apiKey: 'kdg_key', ...more } as ClientOptions);
const folder = {
  params: { path: { spaceId: 's' } },
  body: { name: 'n' },
} as const;
const retryable = { status: 503, body: { code: 'overloaded', retryable: true }, headers: { 'retry-after': '0' } };

describe('a client', () => {
  const proofs: readonly (readonly [what: string, credential: Credential, headers: Record<string, string>])[] = [
    ['an API key', { apiKey: 'kdg_1' }, { authorization: 'Bearer kdg_1' }],
    ['a token', { token: 'jwt' }, { authorization: 'Bearer jwt' }],
    ['a token that is made anew', { token: async () => 'fresh' }, { authorization: 'Bearer fresh' }],
    ['the session of a browser', { cookies: true }, { 'x-csrf': '1' }],
  ];
  it.each(proofs)('proves who it is by %s', async (_what, credential, headers) => {
    await createClient({ baseUrl: `${baseUrl}/`, ...credential }).GET('/v1/me');
    expect(seen[0]?.url).toBe('/v1/me');
    expect(seen[0]?.headers).toMatchObject(headers);
    if (credential.cookies) expect(seen[0]?.headers).not.toHaveProperty('authorization');
  });

  it('does not call without a credential', async () => {
    await expect(createClient({ baseUrl } as ClientOptions).GET('/v1/me')).rejects.toThrow('needs one of');
    expect(seen).toEqual([]);
  });

  it('acts for whom it is told to, in the language it is told to', async () => {
    await client({ onBehalfOf: '42', language: 'zh' }).GET('/v1/me');
    expect(seen[0]?.headers).toMatchObject({ 'x-on-behalf-of': '42', 'accept-language': 'zh' });
  });

  it('gives a key of its own to each unsafe call where asked, and to no other', async () => {
    const once = client({ idempotency: true });
    await once.POST('/v1/spaces/{spaceId}/folders', folder);
    await once.POST('/v1/spaces/{spaceId}/folders', folder);
    await once.GET('/v1/me');
    await once.POST('/v1/spaces/{spaceId}/folders', { ...folder, headers: { 'Idempotency-Key': 'mine' } });
    await client().POST('/v1/spaces/{spaceId}/folders', folder);
    const keys = seen.map(({ headers }) => headers['idempotency-key']);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys.slice(2)).toEqual([undefined, 'mine', undefined]);
  });
});

describe('a call that may succeed later', () => {
  it('is repeated with the same key and the same body', async () => {
    answers = [retryable, { status: 0, body: null }];
    const { data } = await client({ idempotency: true }).POST('/v1/spaces/{spaceId}/folders', folder);
    expect(data).toEqual({ well: true });
    expect(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(seen.map(({ body }) => body)).toEqual(Array.from({ length: 3 }, () => JSON.stringify(folder.body)));
  });

  it('is repeated as often as said, and then told as it is', async () => {
    answers = [retryable, retryable, retryable, retryable];
    const { error, response } = await client({ retries: 1 }).GET('/v1/me');
    expect([response.status, error?.code]).toEqual([503, 'overloaded']);
    expect(seen).toHaveLength(2);
  });

  it.each([
    ['an unsafe one without a key', retryable, 'POST'],
    ['one that will not succeed later', { status: 404, body: { code: 'not-found', retryable: false } }, 'GET'],
    ['one that did not come from the gateway', { status: 502, body: 'Bad gateway' }, 'GET'],
  ])('is not repeated where it is %s', async (_what, answer, method) => {
    answers = [answer];
    if (method === 'GET') await client().GET('/v1/me');
    else await client().POST('/v1/spaces/{spaceId}/folders', folder);
    expect(seen).toHaveLength(1);
  });
});

describe('dataOf', () => {
  it('gives the data of a call that went well', async () => {
    expect(await dataOf(client().GET('/v1/me'))).toEqual({ well: true });
  });

  it('throws the problem of one that did not', async () => {
    const problem = {
      code: 'invalid-input',
      detail: 'No.',
      retryable: false,
      errors: [{ pointer: '/limit', message: 'm' }],
    };
    answers = [{ status: 422, body: problem, headers: { 'retry-after': '7' } }];
    const error = await dataOf(client().GET('/v1/me')).catch((thrown: unknown) => thrown);
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

  it('throws too where somebody on the way answered', async () => {
    answers = [{ status: 502, body: 'Bad gateway' }];
    await expect(dataOf(client().GET('/v1/me'))).rejects.toMatchObject({ code: 'no-problem-document', status: 502 });
  });
});
