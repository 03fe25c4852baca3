import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { revokeApiKey } from '../../libs/callers/src/index.js';
import { brokenRequests, concrete } from '../support/broken-requests.js';
import { fileNamed, keyFor, type List, type Problem, problemOf, spaceOf } from '../support/drive.js';
import { routesOf } from '../support/openapi-check.js';
import type { RawRequest } from '../support/raw-http.js';
import { type Answer, type Stack, startStack } from '../support/stack.js';

jest.setTimeout(120_000);

let stack: Stack;
let space: string;
beforeAll(async () => {
  stack = await startStack();
  space = `/v1/spaces/${(await spaceOf(stack, 'individual')).id}`;
});
afterAll(() => stack.close());

const mine = (): { authorization: string } => ({ authorization: `Bearer ${stack.key}` });
const secrets = /\bat .+:\d+:\d+|node_modules|\/(work|home|tmp|usr)\/|127\.0\.0\.1|localhost|[A-Z]\w+Error\b/;

/** What is wrong with a refusal; undefined where nothing is. */
function unlike(
  answer: Answer,
  { status, code, pointer }: { status: number; code: string; pointer?: string },
): unknown {
  if (answer.headers.get('content-type') !== 'application/problem+json') return answer.headers.get('content-type');
  const problem = problemOf(answer);
  if (answer.status !== status || problem.code !== code) return `${answer.status} ${problem.code}`;
  if (secrets.test(answer.text)) return answer.text;
  if (pointer === undefined || code !== 'invalid-input') return undefined;
  const begins = pointer.endsWith('*') ? pointer.slice(0, -1) : undefined;
  const named = (problem.errors ?? []).some((error) =>
    begins === undefined ? error.pointer === pointer : error.pointer.startsWith(begins),
  );
  return named ? undefined : (problem.errors ?? 'no errors');
}

describe('every route', () => {
  it('refuses whatever its description does not allow, names the place, and asks nobody', async () => {
    const broken = brokenRequests(stack.description, stack.key);
    const before = stack.sandbox.counters();
    const faults: unknown[] = [];
    for (const { what, request, ...expected } of broken) {
      const answer = await stack.raw(request);
      const fault = unlike(answer, expected);
      if (fault !== undefined) faults.push(`${what} -> ${JSON.stringify(fault)}`);
    }
    expect(faults).toEqual([]);
    expect(broken.length).toBeGreaterThan(1_000);
    expect(stack.sandbox.counters()).toEqual(before);
  });

  it('answers another method with 405 and the methods it takes', async () => {
    const routes = routesOf(stack.description);
    const before = stack.sandbox.counters().calls;
    for (const route of routes) {
      // A literal address fits a template beside it as well.
      const fits = ({ path }: { path: string }): boolean =>
        new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(concrete(route));
      const taken = routes.filter(fits).map(({ method }) => method);
      for (const method of ['PUT', 'POST', 'PATCH', 'DELETE'].filter((each) => !taken.includes(each))) {
        const answer = await stack.raw({ method, path: concrete(route), headers: mine(), body: 'x' });
        expect([route.path, method, answer.status]).toEqual([route.path, method, 405]);
        expect(answer.headers.get('allow')?.split(', ')).toEqual(expect.arrayContaining(taken));
      }
    }
    expect(stack.sandbox.counters().calls).toBe(before);
  });
});

describe('an address', () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ['/nowhere', 404, 'route-not-found'],
    ['/v1', 404, 'route-not-found'],
    ['/v1/spaces/', 404, 'route-not-found'],
    ['/v1/spaces//files', 404, 'route-not-found'],
    ['/v1/Spaces', 404, 'route-not-found'],
    ['/v1/spaces/%zz', 400, 'bad-request'],
    [`/v1/spaces/${'x'.repeat(513)}`, 414, 'uri-too-long'],
    ['/v1/spaces/%2e%2e%2f%2e%2e%2fetc', 422, 'invalid-input'],
    ['//v1/spaces', 404, 'route-not-found'],
  ];

  it.each(cases)('%s answers %i %s', async (path, status, code) => {
    const answer = await stack.raw({ path, headers: mine() });
    expect(unlike(answer, { status, code })).toBeUndefined();
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  it('that nobody serves is not served for any method, whatever the body', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const headers = { ...mine(), 'content-type': 'text/plain' };
      const answer = await stack.raw({ method, path: '/v1/nothing', headers, body: '{' });
      expect([method, answer.status]).toEqual([method, 404]);
    }
  });
});

describe('a header', () => {
  const refuse = async (headers: RawRequest['headers'], status: number, code: string, pointer?: string) => {
    const before = stack.sandbox.counters().calls;
    const request = { method: 'POST', path: `${space}/folders`, body: '{"name":"never"}' };
    const type = { 'content-type': 'application/json' };
    const answer = await stack.raw({ ...request, headers: { ...mine(), ...type, ...headers } });
    expect(unlike(answer, { status, code, ...(pointer !== undefined && { pointer }) })).toBeUndefined();
    expect(stack.sandbox.counters().calls).toBe(before);
  };

  it('over 16 KiB is refused with 431', () => refuse({ 'x-long': 'x'.repeat(17_000) }, 431, 'header-too-large'));

  it.each(['', 'with space', 'x'.repeat(256), 'é'])('Idempotency-Key %j is refused', (key) =>
    refuse({ 'idempotency-key': key }, 422, 'invalid-input', '/Idempotency-Key'),
  );

  it.each(['abc', '0', '-1', '0.01', '301', '1e2', ''])('X-Request-Timeout %j is refused', (seconds) =>
    refuse({ 'x-request-timeout': seconds }, 422, 'invalid-input', '/X-Request-Timeout'),
  );

  it.each(['', '../1', 'a b', 'x'.repeat(65), '1,2'])('X-On-Behalf-Of %j is refused', (user) =>
    refuse({ 'x-on-behalf-of': user }, 422, 'invalid-input', '/X-On-Behalf-Of'),
  );
});

describe('a credential', () => {
  const path = '/v1/spaces';
  const refuse = async (headers: RawRequest['headers'], status: number, code: string) => {
    const before = stack.sandbox.counters().calls;
    const answer = await stack.raw({ path, ...(headers && { headers }) });
    expect(unlike(answer, { status, code })).toBeUndefined();
    expect(answer.headers.get('www-authenticate') !== null).toBe(status === 401);
    expect(stack.sandbox.counters().calls).toBe(before);
  };

  it('is needed', () => refuse({}, 401, 'unauthenticated'));

  it('must be one that is known', async () => {
    const wrong = [stack.key.replace(/.$/, (c) => (c === 'a' ? 'b' : 'a')), 'kdg_x', 'nonsense', '', ' '];
    for (const key of wrong) {
      await refuse({ authorization: `Bearer ${key}` }, 401, 'unauthenticated');
      await refuse({ 'x-api-key': key || 'x' }, 401, 'unauthenticated');
    }
    await refuse({ authorization: `Basic ${stack.key}` }, 401, 'unauthenticated');
    await refuse({ authorization: stack.key }, 401, 'unauthenticated');
  });

  it('is read from X-API-Key as well', async () => {
    expect((await stack.raw({ path, headers: { 'x-api-key': stack.key } })).status).toBe(200);
  });

  it('that has expired says so', async () => {
    const key = await stack.newKey({ scopes: ['*'], userId: stack.userId, expiresAt: new Date(Date.now() - 1000) });
    await refuse({ authorization: `Bearer ${key}` }, 401, 'key-expired');
  });

  it('that was revoked opens nothing', async () => {
    const key = await stack.newKey({ scopes: ['*'], userId: stack.userId });
    expect((await stack.raw({ path, headers: { 'x-api-key': key } })).status).toBe(200);
    await revokeApiKey(stack.keysFile, key.split('_')[1] ?? '');
    await stack.gateway.parts.keys.look();
    await refuse({ authorization: `Bearer ${key}` }, 401, 'unauthenticated');
  });

  it('comes alone', async () => {
    await refuse({ ...mine(), 'x-api-key': stack.key }, 401, 'unauthenticated');
    await refuse({ authorization: [`Bearer ${stack.key}`, 'Bearer x'] }, 401, 'unauthenticated');
  });

  it('without the scope that a route needs is refused, and names the scope', async () => {
    const key = await stack.newKey({ scopes: ['files:read'], userId: stack.userId });
    await refuse({ 'x-api-key': key }, 403, 'missing-scope');
    const answer = await stack.raw({ path, headers: { 'x-api-key': key } });
    expect(problemOf(answer).detail).toContain('spaces:read');
  });

  it('without the scope act-for:users acts for nobody else', async () => {
    const key = await stack.newKey({ scopes: ['spaces:read'], userId: stack.userId });
    await refuse({ 'x-api-key': key, 'x-on-behalf-of': '1316083732377070977' }, 403, 'acting-not-allowed');
  });
});

describe('a body of bytes', () => {
  const put = (headers: RawRequest['headers'], end = true) =>
    stack.raw({ method: 'PUT', path: `${space}/content?name=x.bin`, headers: { ...mine(), ...headers }, end });

  it('needs a length', async () => {
    const answer = await put({ 'transfer-encoding': 'chunked' });
    expect(unlike(answer, { status: 411, code: 'length-required' })).toBeUndefined();
  });

  it.each(['214748364801', '9999999999999999', '18446744073709551615'])('of %s bytes is too large', async (length) => {
    const answer = await put({ 'content-length': length }, false);
    expect(unlike(answer, { status: 413, code: 'too-large' })).toBeUndefined();
  });

  it('that is sent in chunks and never ends is refused as soon as it is too large', async () => {
    const answer = await stack.raw({
      method: 'POST',
      path: `${space}/folders`,
      headers: { ...mine(), 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      body: `{"name":"${'x'.repeat(3 * 1024 * 1024)}"}`,
    });
    expect(unlike(answer, { status: 413, code: 'too-large' })).toBeUndefined();
  });
});

describe('a cursor', () => {
  const list = (parent: string, cursor: string, rest = '', key = stack.key) =>
    stack.call('GET', `${space}/files?limit=1&parent=${parent}&cursor=${encodeURIComponent(cursor)}${rest}`, { key });

  it('opens the next page of its own list and nothing else, and is asked of nobody', async () => {
    const { id } = await fileNamed(stack, space.slice('/v1/spaces/'.length), 'Documents');
    const first = (await stack.call('GET', `${space}/files?limit=1`)).json<List<object>>();
    const cursor = first.nextCursor ?? '';
    expect((await list('root', cursor)).status).toBe(200);
    const [payload = '', seal = ''] = cursor.split('.');
    const before = stack.sandbox.counters().calls;
    const refused = [
      await list(id, cursor),
      await list('root', cursor, '&sort=name'),
      await list('root', cursor, '&type=image'),
      await list('root', cursor.slice(0, -1)),
      await list('root', payload),
      await list('root', `.${seal}`),
      await list('root', `${payload}.`),
      await list('root', `${Buffer.from('{"cursor":"MQ"}').toString('base64url')}.${seal}`),
      await list('root', `${cursor}.${seal}`),
      await list('root', 'forged'),
      await list('root', 'x'.repeat(4096)),
    ];
    for (const answer of refused) {
      const expected = { status: 422, code: 'invalid-input', pointer: '/cursor' };
      expect(unlike(answer, expected)).toBeUndefined();
    }
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('of one caller is none of another’s', async () => {
    const amara = await keyFor(stack, 'Amara Okafor');
    const wang = await keyFor(stack, '王芳');
    const group = (await stack.call('GET', '/v1/spaces?kind=group', { key: amara })).json<List<{ id: string }>>();
    const path = `/v1/spaces/${group.items[0]?.id ?? ''}/files?limit=1`;
    const cursor = (await stack.call('GET', path, { key: amara })).json<List<object>>().nextCursor ?? '';
    const at = `${path}&cursor=${encodeURIComponent(cursor)}`;
    expect((await stack.call('GET', at, { key: amara })).status).toBe(200);
    const stolen = await stack.call('GET', at, { key: wang });
    expect(unlike(stolen, { status: 422, code: 'invalid-input', pointer: '/cursor' })).toBeUndefined();
  });
});

describe('a refusal', () => {
  it('is in the language asked for', async () => {
    const chinese = await stack.raw({ path: '/v1/spaces', headers: { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5' } });
    expect(chinese.headers.get('content-language')).toBe('zh');
    expect(problemOf(chinese).title).toMatch(/[\u4e00-\u9fff]/);
    const english = await stack.raw({ path: '/v1/spaces', headers: { 'accept-language': 'fr' } });
    expect(problemOf(english).title).toBe('Not authenticated');
  });

  it('names the request by its trace id, and never repeats the query', async () => {
    const answer = await stack.raw({ path: '/v1/spaces?secret=canary-in-a-query' });
    const problem: Problem & { traceId?: string } = answer.json();
    expect(problem.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.text).not.toContain('canary');
    expect(problem.instance).toBe('/v1/spaces');
  });
});
