import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { revokeApiKey } from '../../libs/callers/src/index.js';
import {
  buildInvalidRequests,
  fillPathTemplate,
  findJsonBodySchema,
  isUpload,
  type InvalidRequest,
} from '../support/invalid-requests.js';
import {
  findFileByName,
  issueKeyFor,
  type ListResponse,
  type ProblemBody,
  parseProblem,
  findSpace,
  uploadFile,
} from '../support/gateway-api.js';
import { type ApiRoute, listRoutes } from '../support/openapi-validator.js';
import { formatRoute } from '../support/requests/request-generators.js';
import { createPathPattern } from '../support/path-template.js';
import type { RawRequest } from '../support/raw-http.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

jest.setTimeout(120_000);

let stack: GatewayStack;
let spacePath: string;
beforeAll(async () => {
  stack = await startGatewayStack();
  spacePath = `/v1/spaces/${(await findSpace(stack, 'individual')).id}`;
});
afterAll(() => stack.close());

const bearerHeaders = (): { authorization: string } => ({ authorization: `Bearer ${stack.key}` });
const internalDetailPattern =
  /\bat .+:\d+:\d+|node_modules|\/(work|home|tmp|usr)\/|127\.0\.0\.1|localhost|[A-Z]\w+Error\b/;

/** How a response differs from the expected problem; undefined if it does not differ. */
function findMismatch(
  response: GatewayResponse,
  { status, code, pointer, message, detail = '' }: Omit<InvalidRequest, 'description' | 'request'>,
): unknown {
  if (response.headers.get('content-type') !== 'application/problem+json') return response.headers.get('content-type');
  const problem = parseProblem(response);
  if (response.status !== status || problem.code !== code) return `${response.status} ${problem.code}`;
  if (internalDetailPattern.test(response.text)) return response.text;
  if (!problem.detail.includes(detail) || response.text.includes('secret')) return problem.detail;
  if (response.headers.get('content-language') === 'zh') {
    const texts = [problem.detail, ...(problem.errors ?? []).map((error) => error.message)];
    if (!texts.every((text) => /[\u4e00-\u9fff]/.test(text))) return texts;
  }
  if (pointer === undefined || code !== 'invalid-input') return undefined;
  const prefix = pointer.endsWith('*') ? pointer.slice(0, -1) : undefined;
  const hasPointer = (problem.errors ?? []).some(
    (error) =>
      (prefix === undefined ? error.pointer === pointer : error.pointer.startsWith(prefix)) &&
      (message === undefined || error.message === message),
  );
  return hasPointer ? undefined : (problem.errors ?? 'no errors');
}

describe('every route', () => {
  it('rejects input that violates its description, with a pointer, in Chinese too, and without an upstream call', async () => {
    const invalidRequests = buildInvalidRequests(stack.openApiDocument, stack.key);
    const before = stack.sandbox.counters();
    const mismatches: unknown[] = [];
    for (const { description, request, ...expected } of invalidRequests) {
      const response = await stack.sendRaw(request);
      const mismatch = findMismatch(response, expected);
      if (mismatch !== undefined) mismatches.push(`${description} -> ${JSON.stringify(mismatch)}`);
    }
    expect(mismatches).toEqual([]);
    expect(invalidRequests.length).toBeGreaterThan(1_000);
    expect(stack.sandbox.counters()).toEqual(before);
  });

  it('responds to other methods with 405 and the allowed methods', async () => {
    const routes = listRoutes(stack.openApiDocument);
    const before = stack.sandbox.counters().calls;
    for (const route of routes) {
      // A literal path may also match the template of another route.
      const allowedMethods = routes
        .filter(({ path }) => createPathPattern(path).test(fillPathTemplate(route)))
        .map(({ method }) => method);
      for (const method of ['PUT', 'POST', 'PATCH', 'DELETE'].filter((each) => !allowedMethods.includes(each))) {
        const response = await stack.sendRaw({
          method,
          path: fillPathTemplate(route),
          headers: bearerHeaders(),
          body: 'x',
        });
        expect([route.path, method, response.status]).toEqual([route.path, method, 405]);
        expect(response.headers.get('allow')?.split(', ')).toEqual(expect.arrayContaining(allowedMethods));
      }
    }
    expect(stack.sandbox.counters().calls).toBe(before);
  });
});

describe('a URL', () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ['/nowhere', 404, 'route-not-found'],
    ['/v1', 404, 'route-not-found'],
    ['/v1/spaces/', 404, 'route-not-found'],
    ['/v1/spaces//files', 404, 'route-not-found'],
    ['/v1/Spaces', 404, 'route-not-found'],
    ['/nowhere/%zz', 400, 'bad-request'],
    ['/v1/spaces/%zz', 422, 'invalid-input'],
    [`/v1/spaces/${'x'.repeat(513)}`, 414, 'uri-too-long'],
    ['/v1/spaces/%2e%2e%2f%2e%2e%2fetc', 422, 'invalid-input'],
    ['//v1/spaces', 404, 'route-not-found'],
  ];

  it.each(cases)('%s returns %i %s', async (path, status, code) => {
    const response = await stack.sendRaw({ path, headers: bearerHeaders() });
    expect(findMismatch(response, { status, code })).toBeUndefined();
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  it('of an unknown route returns 404 for every method and body', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const headers = { ...bearerHeaders(), 'content-type': 'text/plain' };
      const response = await stack.sendRaw({ method, path: '/v1/nothing', headers, body: '{' });
      expect([method, response.status]).toEqual([method, 404]);
    }
  });
});

describe('a header', () => {
  const expectRejected = async (headers: RawRequest['headers'], status: number, code: string, pointer?: string) => {
    const before = stack.sandbox.counters().calls;
    const request = { method: 'POST', path: `${spacePath}/folders`, body: '{"name":"never"}' };
    const defaultHeaders = { ...bearerHeaders(), 'content-type': 'application/json' };
    const response = await stack.sendRaw({ ...request, headers: { ...defaultHeaders, ...headers } });
    expect(findMismatch(response, { status, code, pointer })).toBeUndefined();
    expect(stack.sandbox.counters().calls).toBe(before);
  };

  it('over 16 KiB is rejected with 431', () =>
    expectRejected({ 'x-long': 'x'.repeat(17_000) }, 431, 'header-too-large'));

  it.each(['', 'with space', 'x'.repeat(256), 'é'])('Idempotency-Key %j is rejected', (key) =>
    expectRejected({ 'idempotency-key': key }, 422, 'invalid-input', '/Idempotency-Key'),
  );

  it.each(['abc', '0', '-1', '0.01', '301', '1e2', ''])('X-Request-Timeout %j is rejected', (seconds) =>
    expectRejected({ 'x-request-timeout': seconds }, 422, 'invalid-input', '/X-Request-Timeout'),
  );

  it.each(['', '../1', 'a b', 'x'.repeat(65), '1,2'])('X-On-Behalf-Of %j is rejected', (user) =>
    expectRejected({ 'x-on-behalf-of': user }, 422, 'invalid-input', '/X-On-Behalf-Of'),
  );
});

describe('a credential', () => {
  const path = '/v1/spaces';
  const expectRejected = async (headers: RawRequest['headers'], status: number, code: string) => {
    const before = stack.sandbox.counters().calls;
    const response = await stack.sendRaw({ path, headers });
    expect(findMismatch(response, { status, code })).toBeUndefined();
    expect(response.headers.get('www-authenticate') !== null).toBe(status === 401);
    expect(stack.sandbox.counters().calls).toBe(before);
  };

  it('is required', () => expectRejected({}, 401, 'unauthenticated'));

  it('must be known', async () => {
    const wrongKeys = [stack.key.replace(/.$/, (c) => (c === 'a' ? 'b' : 'a')), 'kdg_x', 'nonsense', '', ' '];
    for (const key of wrongKeys) {
      await expectRejected({ authorization: `Bearer ${key}` }, 401, 'unauthenticated');
      await expectRejected({ 'x-api-key': key || 'x' }, 401, 'unauthenticated');
    }
    await expectRejected({ authorization: `Basic ${stack.key}` }, 401, 'unauthenticated');
    await expectRejected({ authorization: stack.key }, 401, 'unauthenticated');
  });

  it('is also accepted in X-API-Key', async () => {
    expect((await stack.sendRaw({ path, headers: { 'x-api-key': stack.key } })).status).toBe(200);
  });

  it('that has expired returns key-expired', async () => {
    const key = await stack.issueKey({ scopes: ['*'], userId: stack.userId, expiresAt: new Date(Date.now() - 1000) });
    await expectRejected({ authorization: `Bearer ${key}` }, 401, 'key-expired');
  });

  it('that was revoked is rejected', async () => {
    const key = await stack.issueKey({ scopes: ['*'], userId: stack.userId });
    expect((await stack.sendRaw({ path, headers: { 'x-api-key': key } })).status).toBe(200);
    await revokeApiKey(stack.keysFile, key.split('_')[1] ?? '');
    await stack.gateway.context.apiKeyRegistry.reloadIfChanged();
    await expectRejected({ authorization: `Bearer ${key}` }, 401, 'unauthenticated');
  });

  it('must be the only one', async () => {
    await expectRejected({ ...bearerHeaders(), 'x-api-key': stack.key }, 401, 'unauthenticated');
    await expectRejected({ authorization: [`Bearer ${stack.key}`, 'Bearer x'] }, 401, 'unauthenticated');
  });

  it('without the scope of the route returns 403 with the name of the scope', async () => {
    const key = await stack.issueKey({ scopes: ['files:read'], userId: stack.userId });
    await expectRejected({ 'x-api-key': key }, 403, 'missing-scope');
    const response = await stack.sendRaw({ path, headers: { 'x-api-key': key } });
    expect(parseProblem(response).detail).toContain('spaces:read');
  });

  it('without the scope act-for:users cannot act for another user', async () => {
    const key = await stack.issueKey({ scopes: ['spaces:read'], userId: stack.userId });
    await expectRejected({ 'x-api-key': key, 'x-on-behalf-of': '1316083732377070977' }, 403, 'acting-not-allowed');
  });
});

describe('a body of bytes', () => {
  const putContent = (headers: RawRequest['headers'], sendBody = true) =>
    stack.sendRaw({
      method: 'PUT',
      path: `${spacePath}/content?name=x.bin`,
      headers: { ...bearerHeaders(), ...headers },
      sendBody,
    });

  it('requires a length', async () => {
    const response = await putContent({ 'transfer-encoding': 'chunked' });
    expect(findMismatch(response, { status: 411, code: 'length-required' })).toBeUndefined();
  });

  it.each(['214748364801', '9999999999999999', '18446744073709551615'])('of %s bytes is too large', async (length) => {
    const response = await putContent({ 'content-length': length }, false);
    expect(findMismatch(response, { status: 413, code: 'too-large' })).toBeUndefined();
  });

  describe.each(['a new file', 'a new version'])('as %s', (kind) => {
    let path: string;
    beforeAll(async () => {
      const { id } = await uploadFile(stack, spacePath.slice('/v1/spaces/'.length), `${kind}.bin`, 'complete');
      path =
        kind === 'a new file'
          ? `${spacePath}/content?name=x.bin&onConflict=rename`
          : `${spacePath}/files/${id}/content`;
    });
    const put = async (headers: RawRequest['headers'], body = 'part'): Promise<GatewayResponse> => {
      const before = stack.sandbox.counters().calls;
      const response = await stack.sendRaw({
        method: 'PUT',
        path,
        headers: { ...bearerHeaders(), ...headers },
        body,
      });
      if (response.status >= 400) expect(stack.sandbox.counters().calls).toBe(before);
      return response;
    };

    it.each(['bytes 3-5/6', 'bytes 0-3/4', 'bytes */4', 'x', ''])('is not a part: Content-Range %j', async (range) => {
      const response = await put({ 'content-range': range });
      expect(findMismatch(response, { status: 400, code: 'bad-request', detail: 'Content-Range' })).toBeUndefined();
    });

    it.each(['gzip', 'br', 'aws-chunked', 'identity, gzip', 'x'])(
      'is not encoded: Content-Encoding %j',
      async (coding) => {
        for (const body of ['part', '']) {
          const response = await put({ 'content-encoding': coding }, body);
          const expected = { status: 415, code: 'unsupported-media-type', detail: 'Content-Encoding' };
          expect(findMismatch(response, expected)).toBeUndefined();
          expect(response.headers.get('accept-encoding')).toBe('identity');
        }
      },
    );

    it.each(['identity', 'IDENTITY', ''])('may have the Content-Encoding %j', async (coding) => {
      expect((await put({ 'content-encoding': coding })).status).toBeLessThan(300);
    });
  });

  it('with chunked encoding is rejected when it exceeds the limit', async () => {
    const response = await stack.sendRaw({
      method: 'POST',
      path: `${spacePath}/folders`,
      headers: { ...bearerHeaders(), 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      body: `{"name":"${'x'.repeat(3 * 1024 * 1024)}"}`,
    });
    expect(findMismatch(response, { status: 413, code: 'too-large' })).toBeUndefined();
  });
});

describe('a call without a body', () => {
  const withoutBody = { 'content-length': '0' };
  const headers: NonNullable<RawRequest['headers']>[] = [
    { ...withoutBody, 'content-type': 'application/json' },
    { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
    { ...withoutBody, 'content-type': 'application/x-www-form-urlencoded' },
    { ...withoutBody, 'content-type': 'none', 'content-encoding': 'gzip' },
  ];

  it('is the same with a Content-Type, where no body is needed', async () => {
    const needsBody = (route: ApiRoute): boolean =>
      findJsonBodySchema(stack.openApiDocument, route)?.required !== undefined;
    const routes = listRoutes(stack.openApiDocument).filter(
      (route) => route.method !== 'GET' && !needsBody(route) && !isUpload(route),
    );
    const send = async (route: ApiRoute, more: RawRequest['headers']): Promise<unknown> => {
      // A confirmation is missing, or an id is unknown: nothing changes.
      const path = fillPathTemplate(route);
      const response = await stack.sendRaw({ method: route.method, path, headers: { ...bearerHeaders(), ...more } });
      return [formatRoute(route), more, response.status, response.text && parseProblem(response).code];
    };
    for (const route of routes) {
      const [, , ...expected] = (await send(route, withoutBody)) as unknown[];
      for (const more of headers) expect(await send(route, more)).toEqual([formatRoute(route), more, ...expected]);
    }
    expect(routes.length).toBeGreaterThan(20);
  });
});

describe('a cursor', () => {
  const listFiles = (parent: string, cursor: string, query = '') =>
    stack.call('GET', `${spacePath}/files?limit=1&parent=${parent}&cursor=${encodeURIComponent(cursor)}${query}`);

  it('is valid for its own list only, and is rejected without an upstream call otherwise', async () => {
    const { id } = await findFileByName(stack, spacePath.slice('/v1/spaces/'.length), 'Documents');
    const first = (await stack.call('GET', `${spacePath}/files?limit=1`)).json<ListResponse<object>>();
    const cursor = first.nextCursor ?? '';
    expect((await listFiles('root', cursor)).status).toBe(200);
    const [payload = '', signature = ''] = cursor.split('.');
    const before = stack.sandbox.counters().calls;
    const rejected = [
      await listFiles(id, cursor),
      await listFiles('root', cursor, '&sort=name'),
      await listFiles('root', cursor, '&type=image'),
      await listFiles('root', cursor.slice(0, -1)),
      await listFiles('root', payload),
      await listFiles('root', `.${signature}`),
      await listFiles('root', `${payload}.`),
      await listFiles('root', `${Buffer.from('{"cursor":"MQ"}').toString('base64url')}.${signature}`),
      await listFiles('root', `${cursor}.${signature}`),
      await listFiles('root', 'forged'),
      await listFiles('root', 'x'.repeat(4096)),
    ];
    for (const response of rejected) {
      const expected = { status: 422, code: 'invalid-input', pointer: '/cursor' };
      expect(findMismatch(response, expected)).toBeUndefined();
    }
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('of one user is rejected for another user', async () => {
    const amaraKey = await issueKeyFor(stack, 'Amara Okafor');
    const fangKey = await issueKeyFor(stack, '王芳');
    const group = (await stack.call('GET', '/v1/spaces?kind=group', { key: amaraKey })).json<
      ListResponse<{ id: string }>
    >();
    const path = `/v1/spaces/${group.items[0]?.id ?? ''}/files?limit=1`;
    const cursor = (await stack.call('GET', path, { key: amaraKey })).json<ListResponse<object>>().nextCursor ?? '';
    const nextPath = `${path}&cursor=${encodeURIComponent(cursor)}`;
    expect((await stack.call('GET', nextPath, { key: amaraKey })).status).toBe(200);
    const ofOtherUser = await stack.call('GET', nextPath, { key: fangKey });
    expect(findMismatch(ofOtherUser, { status: 422, code: 'invalid-input', pointer: '/cursor' })).toBeUndefined();
  });
});

describe('a problem', () => {
  it('is in the language of the request', async () => {
    const chinese = await stack.sendRaw({
      path: '/v1/spaces',
      headers: { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5' },
    });
    expect(chinese.headers.get('content-language')).toBe('zh');
    expect(parseProblem(chinese).title).toMatch(/[\u4e00-\u9fff]/);
    const english = await stack.sendRaw({ path: '/v1/spaces', headers: { 'accept-language': 'fr' } });
    expect(parseProblem(english).title).toBe('Not authenticated');
  });

  it('has the trace id of the request, and does not contain the query', async () => {
    const response = await stack.sendRaw({ path: '/v1/spaces?secret=canary-in-a-query' });
    const problem: ProblemBody & { traceId?: string } = response.json();
    expect(problem.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(response.text).not.toContain('canary');
    expect(problem.instance).toBe('/v1/spaces');
  });
});
