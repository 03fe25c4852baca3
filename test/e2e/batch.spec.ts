import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type List, type Problem, problemOf, type Space, spaceOf } from '../support/drive.js';
import { until } from '../support/deadline.js';
import { routesOf } from '../support/openapi-check.js';
import { BrowserByHand, signIn } from '../support/browser-by-hand.js';
import { startSignInStack } from '../support/sign-in-stack.js';
import { type Answer, type Stack, startStack } from '../support/stack.js';

interface Entry {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Record<string, unknown>;
  readonly problem?: Problem;
}

let stack: Stack;
let space: Space;
beforeAll(async () => {
  stack = await startStack();
  space = await spaceOf(stack, 'individual');
});
afterAll(() => stack.close());

const ask = (requests: unknown, options: { key?: string; headers?: Record<string, string> } = {}): Promise<Answer> =>
  stack.call('POST', '/v1/batch', { ...options, body: { requests } });
const entriesOf = (answer: Answer): Entry[] => answer.json<{ responses: Entry[] }>().responses;
const batch = async (...requests: [id: string, path: string][]): Promise<Entry[]> =>
  entriesOf(await ask(requests.map(([id, path]) => ({ id, path }))));

describe('POST /v1/batch', () => {
  it('answers each read as its own request would, in the order asked for', async () => {
    const paths = [
      '/v1/me',
      '/v1/spaces?limit=1',
      `/v1/spaces/${space.id}/files?sort=-name&limit=2`,
      '/v1/search?q=tri',
    ];
    const entries = await batch(...paths.map((path, place): [string, string] => [`r${place}`, path]));
    expect(entries.map(({ id }) => id)).toEqual(['r0', 'r1', 'r2', 'r3']);
    for (const [place, path] of paths.entries()) {
      const alone = await stack.call('GET', path);
      expect(entries[place]).toMatchObject({ status: 200, headers: { etag: alone.headers.get('etag') } });
      expect(entries[place]?.body).toEqual(alone.json());
    }
  });

  it('leaves the others alone where one fails, and tells why by that one alone', async () => {
    const path = `/v1/spaces/${space.id}/files/1111111111111111111`;
    const entries = await batch(['gone', path], ['bad', '/v1/spaces?limit=0'], ['well', '/v1/spaces?limit=1']);
    expect(entries.map(({ status }) => status)).toEqual([404, 422, 200]);
    expect(entries[0]?.problem).toMatchObject({ code: 'not-found', instance: path });
    expect(entries[0]).not.toHaveProperty('body');
    expect(entries[1]?.problem?.errors?.[0]?.pointer).toBe('/limit');
    expect(entries[2]).not.toHaveProperty('problem');
  });

  it('takes kept answers from the cache, and keeps what it had to ask for', async () => {
    const path = `/v1/spaces/${space.id}/files?limit=7`;
    expect((await batch(['first', path]))[0]?.headers['cache-status']).toMatch(/fwd=uri-miss/);
    const before = stack.sandbox.counters().calls;
    expect((await batch(['again', path]))[0]?.headers['cache-status']).toMatch(/; hit/);
    expect((await stack.call('GET', path)).headers.get('cache-status')).toMatch(/; hit/);
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('does not send again what its caller has', async () => {
    const etag = (await batch(['one', '/v1/spaces']))[0]?.headers.etag;
    const [entry] = entriesOf(await ask([{ id: 'one', path: '/v1/spaces', ifNoneMatch: etag }]));
    expect(entry).toMatchObject({ id: 'one', status: 304, headers: { etag } });
    expect(entry).not.toHaveProperty('body');
  });

  it('sees what was written just before it', async () => {
    const list = `/v1/spaces/${space.id}/files?limit=100`;
    await batch(['before', list]);
    await stack.call('POST', `/v1/spaces/${space.id}/folders`, { body: { name: 'Made between batches' } });
    const [entry] = await batch(['after', list]);
    expect((entry?.body as unknown as List<{ name: string }>).items.map(({ name }) => name)).toContain(
      'Made between batches',
    );
  });

  it('asks of each read the scope of its own route, whatever the others need', async () => {
    const key = await stack.newKey({ scopes: ['spaces:read'], userId: stack.userId });
    const requests = [
      { id: 'spaces', path: '/v1/spaces' },
      { id: 'me', path: '/v1/me' },
    ];
    const entries = entriesOf(await ask(requests, { key }));
    expect(entries.map(({ status }) => status)).toEqual([200, 403]);
    expect(entries[1]?.problem).toMatchObject({ code: 'missing-scope' });
  });

  it('acts for whom the batch acts, and asks in its language', async () => {
    const other = stack.sandbox.users()[1];
    const headers = { 'x-on-behalf-of': other?.userId ?? '', 'accept-language': 'zh' };
    const entries = entriesOf(
      await ask(
        [
          { id: 'me', path: '/v1/me' },
          { id: 'bad', path: '/v1/spaces?limit=0' },
        ],
        { headers },
      ),
    );
    expect(entries[0]?.body).toMatchObject({ profile: { id: other?.userId } });
    expect(entries[1]?.problem?.detail).toMatch(/[\u4e00-\u9fff]/);
  });

  it('takes nothing for a credential but what any request must bring', async () => {
    for (const headers of [{}, { authorization: 'Bearer kdg_wrong' }]) {
      const request = { method: 'POST', path: '/v1/batch', body: '{"requests":[{"id":"a","path":"/v1/me"}]}' };
      const answer = await stack.raw({ ...request, headers: { 'content-type': 'application/json', ...headers } });
      expect(answer.status).toBe(401);
    }
  });

  it('comes from where its reads come from: the audit log names one address', async () => {
    const behind = await startStack({ env: { TRUSTED_PROXIES: '127.0.0.1' } });
    const other = behind.sandbox.users()[1]?.userId ?? '';
    const headers = { 'x-forwarded-for': '203.0.113.9', 'x-on-behalf-of': other };
    const body = { requests: [{ id: 'me', path: '/v1/me' }] };
    await behind.call('POST', '/v1/batch', { headers, body });
    const lines = (await readFile(join(behind.keysFile, '../audit.log'), 'utf8')).trim().split('\n');
    const acting = lines
      .map((line) => JSON.parse(line) as { event: string; route: string; address: string })
      .filter(({ event }) => event === 'acting-for')
      .map(({ route, address }) => [route, address]);
    expect(acting).toEqual([
      ['/v1/batch', '203.0.113.9'],
      ['/v1/me', '203.0.113.9'],
    ]);
    await behind.close();
  });

  it('gives all its reads together the time that it was given', async () => {
    const rows = Array.from({ length: 20 }, (_, place) => ({ id: `r${place}`, path: `/v1/jobs?limit=${place + 1}` }));
    stack.sandbox.faults.add({ match: { operation: 'getJobList' }, effect: { delayMs: 1_500 } });
    const started = performance.now();
    const entries = entriesOf(await ask(rows, { headers: { 'x-request-timeout': '2.7' } }));
    stack.sandbox.faults.clear();
    // Eight at once: the third row of them cannot begin any more, and the second does not come back in time.
    expect(performance.now() - started).toBeLessThan(4_500);
    expect(entries.slice(0, 8).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(entries.slice(8).map(({ problem }) => problem?.code)).toEqual(
      Array.from({ length: 12 }, () => 'upstream-timeout'),
    );
  });

  it('asks for eight at once, and stops when its caller leaves', async () => {
    const rows = Array.from({ length: 50 }, (_, place) => ({ id: `r${place}`, path: `/v1/jobs?limit=${place + 1}` }));
    const calls = (): number => stack.sandbox.counters().byOperation.getJobList ?? 0;
    const before = calls();
    stack.sandbox.faults.add({ match: { operation: 'getJobList' }, effect: { delayMs: 8_000 } });
    const leaving = new AbortController();
    const left = fetch(`${stack.url}/v1/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stack.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ requests: rows }),
      signal: leaving.signal,
    });
    await until('the first are under way', () => calls() - before >= 8);
    leaving.abort();
    await expect(left).rejects.toThrow();
    // The line of the log is written, and the count of open requests falls, once all of it has ended.
    // Long before the upstream answers.
    const idle = async (): Promise<boolean> =>
      /http_server_active_requests 1\n/.test((await stack.call('GET', '/metrics')).text);
    await until('nothing is open', idle, { within: 6_000 });
    stack.sandbox.faults.clear();
    expect(calls() - before).toBe(8);
  });

  it('is counted as what it is: each read as one, none as left by its caller', async () => {
    const text = async (): Promise<string> => (await stack.call('GET', '/metrics')).text;
    const counted = async (status: string): Promise<number> => {
      const lines = (await text())
        .split('\n')
        .filter((line) => line.includes(`"${status}"`) && line.includes('_count'));
      return lines
        .filter((line) => line.includes('/v1/spaces"'))
        .reduce((sum, line) => sum + Number(line.split(' ')[1]), 0);
    };
    const before = await counted('200');
    await batch(['a', '/v1/spaces'], ['b', '/v1/spaces']);
    expect((await counted('200')) - before).toBe(2);
    expect(await counted('499')).toBe(0);
  });

  it('counts each read against the limit of its caller', async () => {
    const limited = await startStack({ env: { RATE_LIMIT_READS: '6' } });
    const body = { requests: Array.from({ length: 7 }, (_, place) => ({ id: `r${place}`, path: '/v1/spaces' })) };
    const entries = entriesOf(await limited.call('POST', '/v1/batch', { body }));
    // The batch itself is the first of the six.
    expect(entries.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(Number(entries[6]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await limited.call('POST', '/v1/batch', { body })).status).toBe(429);
    await limited.close();
  });

  it('serves a signed-in browser, from its own page only', async () => {
    const { stack: signIns, gateway } = await startSignInStack();
    const browser = new BrowserByHand();
    await signIn(browser, gateway, signIns.userId);
    const post = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${gateway}/v1/batch`, {
        method: 'POST',
        headers: { cookie: browser.cookieHeader('localhost'), 'content-type': 'application/json', ...headers },
        body: JSON.stringify({
          requests: [
            { id: 'me', path: '/v1/me' },
            { id: 'mine', path: '/v1/me/sessions' },
          ],
        }),
      });
    const answer = (await (await post({ 'x-csrf': '1', origin: gateway })).json()) as { responses: Entry[] };
    expect(answer.responses.map(({ status }) => status)).toEqual([200, 200]);
    expect(answer.responses[0]?.body).toMatchObject({ profile: { id: signIns.userId } });
    expect((await post({ origin: gateway })).status).toBe(403);
    expect((await post({ 'x-csrf': '1', origin: 'https://elsewhere.example' })).status).toBe(403);
    await signIns.close();
  });
});

describe('a batch that is refused', () => {
  const read = (path: unknown): object[] => [{ id: 'a', path }];
  const cases: readonly (readonly [what: string, requests: unknown, pointer: string])[] = [
    ['nothing to read', [], '/requests'],
    ['51 reads', Array.from({ length: 51 }, (_, at) => ({ id: `r${at}`, path: '/v1/me' })), '/requests'],
    ['an id twice', [...read('/v1/me'), ...read('/v1/spaces')], '/requests/1/id'],
    ['a read without an id', [{ path: '/v1/me' }], '/requests/0/id'],
    ['a method', [{ id: 'a', path: '/v1/me', method: 'DELETE' }], '/requests/0/method'],
    ['a header', [{ id: 'a', path: '/v1/me', headers: { 'x-on-behalf-of': '1' } }], '/requests/0/headers'],
    [
      'a line break in an ETag',
      [{ id: 'a', path: '/v1/me', ifNoneMatch: '"a"\r\nx-api-key: b' }],
      '/requests/0/ifNoneMatch',
    ],
    ...[
      ...['https://elsewhere.example/v1/me', '//elsewhere.example/v1/me', 'v1/me', '/v1/../v1/me', '/v1/spaces/..'],
      ...['/v1/./me', '/v1/%6de', '/v1//me', '/v1/me/', '/v1/me#a', '/v1/me\\a', '/v1/me\n', '/v1/我', '/V1/me', ''],
      ...['/v1', '/auth/session', '/metrics', '/openapi.json', '/v1/batch', '/v1/nowhere', '/v1/me?q=a b', 5, null],
    ].map((path) => [`the path ${JSON.stringify(path)}`, read(path), '/requests/0/path'] as const),
  ];

  it.each(cases)('for %s', async (_what, requests, pointer) => {
    const before = stack.sandbox.counters().calls;
    const answer = await ask(requests);
    expect(answer.status).toBe(422);
    expect(problemOf(answer).errors?.map((error) => error.pointer)).toContain(pointer);
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('for every route that does not answer JSON, and for no GET below /v1 that does', async () => {
    const taken: string[] = [];
    const refused: string[] = [];
    const routes = routesOf(stack.description).filter(({ path }) => path.startsWith('/v1/'));
    const reads = routes
      .filter(
        ({ method, operation }) =>
          method === 'GET' && 'application/json' in (operation.responses['200']?.content ?? {}),
      )
      .map(({ path }) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`));
    for (const { method, path, operation } of routes) {
      const json = method === 'GET' && 'application/json' in (operation.responses['200']?.content ?? {});
      // `/v1/shares/cancel` is also how a share of that id would be read.
      const alsoRead = reads.some((form) => form.test(path));
      const answer = await ask(read(path.replace(/\{\w+\}/g, '1')));
      if (answer.status === 200 && !json && !alsoRead) taken.push(`${method} ${path}`);
      if (answer.status !== 200 && json) refused.push(path);
    }
    expect(routes.length).toBeGreaterThan(90);
    expect({ taken, refused }).toEqual({ taken: [], refused: [] });
  });

  it('never breaks the contract', () => {
    const { refusedForContract, answersBreakingContract } = stack.sandbox.counters();
    expect({ refusedForContract, answersBreakingContract }).toEqual({
      refusedForContract: 0,
      answersBreakingContract: 0,
    });
  });
});
