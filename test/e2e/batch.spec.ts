import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { maxBatchResponseBytes } from '../../apps/gateway/src/batch/batch-room.js';
import { type ListResponse, type ProblemBody, parseProblem, type Space, findSpace } from '../support/gateway-api.js';
import { waitUntil } from '../support/wait-until.js';
import { listRoutes } from '../support/openapi-validator.js';
import { createPathPattern } from '../support/path-template.js';
import { SimulatedBrowser, signIn } from '../support/simulated-browser.js';
import { startSignInStack } from '../support/sign-in-stack.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

interface BatchEntry {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Record<string, unknown>;
  readonly problem?: ProblemBody;
}

let stack: GatewayStack;
let space: Space;
beforeAll(async () => {
  stack = await startGatewayStack();
  space = await findSpace(stack, 'individual');
});
afterAll(() => stack.close());

const postBatch = (
  requests: unknown,
  options: { key?: string; headers?: Record<string, string> } = {},
): Promise<GatewayResponse> => stack.call('POST', '/v1/batch', { ...options, body: { requests } });
const parseEntries = (response: GatewayResponse): BatchEntry[] =>
  response.json<{ responses: BatchEntry[] }>().responses;
const readBatch = async (...requests: [id: string, path: string][]): Promise<BatchEntry[]> =>
  parseEntries(await postBatch(requests.map(([id, path]) => ({ id, path }))));

describe('POST /v1/batch', () => {
  it('returns for each read the response of its own request, in the order of the reads', async () => {
    const paths = [
      '/v1/me',
      '/v1/spaces?limit=1',
      `/v1/spaces/${space.id}/files?sort=-name&limit=2`,
      '/v1/search?q=tri',
    ];
    const entries = await readBatch(...paths.map((path, index): [string, string] => [`r${index}`, path]));
    expect(entries.map(({ id }) => id)).toEqual(['r0', 'r1', 'r2', 'r3']);
    for (const [index, path] of paths.entries()) {
      const single = await stack.call('GET', path);
      expect(entries[index]).toMatchObject({ status: 200, headers: { etag: single.headers.get('etag') } });
      expect(entries[index]?.body).toEqual(single.json());
    }
  });

  it('returns a problem for a read that fails, and the responses of the others', async () => {
    const path = `/v1/spaces/${space.id}/files/1111111111111111111`;
    const entries = await readBatch(['gone', path], ['bad', '/v1/spaces?limit=0'], ['well', '/v1/spaces?limit=1']);
    expect(entries.map(({ status }) => status)).toEqual([404, 422, 200]);
    expect(entries[0]?.problem).toMatchObject({ code: 'not-found', instance: path });
    expect(entries[0]).not.toHaveProperty('body');
    expect(entries[1]?.problem?.errors?.[0]?.pointer).toBe('/limit');
    expect(entries[2]).not.toHaveProperty('problem');
  });

  it('has responses of a limited size together: the reads beyond it fail, and are not made', async () => {
    const entryBytes = maxBatchResponseBytes / 4;
    const body = { code: 0, msg: '', id: '1', fileName: 'x'.repeat(entryBytes), fileType: '1' };
    const fault = stack.sandbox.faults.add({ match: { operation: 'getFile' }, effect: { body } });
    const requests = Array.from({ length: 50 }, (_, index) => ({
      id: `r${index}`,
      path: `/v1/spaces/${space.id}/files/11111111111111111${index}`,
    }));
    // The names are longer than the description allows.
    const headers = { 'x-api-key': stack.key, 'content-type': 'application/json' };
    const response = await fetch(`${stack.url}/v1/batch`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ requests }),
    });
    stack.sandbox.faults.clear();
    const text = await response.text();
    expect(text.length).toBeLessThan(maxBatchResponseBytes);
    const entries = (JSON.parse(text) as { responses: BatchEntry[] }).responses;
    const [read, failed] = [200, 429].map((code) => entries.filter(({ status }) => status === code));
    expect([read?.length, failed?.length]).toEqual([3, 47]);
    expect(failed?.[0]?.problem).toMatchObject({ code: 'too-many-requests', detail: expect.stringContaining('8 MiB') });
    expect(failed?.[0]?.headers['retry-after']).toBe('1');
    // Those that were in progress.
    expect(fault.struck).toBeLessThan(3 + 2 * 8);
  });

  it('serves reads from the cache, and caches the responses of others', async () => {
    const path = `/v1/spaces/${space.id}/files?limit=7`;
    expect((await readBatch(['first', path]))[0]?.headers['cache-status']).toMatch(/fwd=uri-miss/);
    const before = stack.sandbox.counters().calls;
    expect((await readBatch(['again', path]))[0]?.headers['cache-status']).toMatch(/; hit/);
    expect((await stack.call('GET', path)).headers.get('cache-status')).toMatch(/; hit/);
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('returns 304 for a read with a matching ifNoneMatch', async () => {
    const etag = (await readBatch(['one', '/v1/spaces']))[0]?.headers.etag;
    const [entry] = parseEntries(await postBatch([{ id: 'one', path: '/v1/spaces', ifNoneMatch: etag }]));
    expect(entry).toMatchObject({ id: 'one', status: 304, headers: { etag } });
    expect(entry).not.toHaveProperty('body');
  });

  it('sees a write that preceded it', async () => {
    const list = `/v1/spaces/${space.id}/files?limit=100`;
    await readBatch(['before', list]);
    await stack.call('POST', `/v1/spaces/${space.id}/folders`, { body: { name: 'Created between batches' } });
    const [entry] = await readBatch(['after', list]);
    expect((entry?.body as unknown as ListResponse<{ name: string }>).items.map(({ name }) => name)).toContain(
      'Created between batches',
    );
  });

  it('requires for each read the scope of its own route', async () => {
    const key = await stack.issueKey({ scopes: ['spaces:read'], userId: stack.userId });
    const requests = [
      { id: 'spaces', path: '/v1/spaces' },
      { id: 'me', path: '/v1/me' },
    ];
    const entries = parseEntries(await postBatch(requests, { key }));
    expect(entries.map(({ status }) => status)).toEqual([200, 403]);
    expect(entries[1]?.problem).toMatchObject({ code: 'missing-scope' });
  });

  it('acts for the user of the batch, in the language of the batch', async () => {
    const otherUser = stack.sandbox.users()[1];
    const headers = { 'x-on-behalf-of': otherUser?.userId ?? '', 'accept-language': 'zh' };
    const entries = parseEntries(
      await postBatch(
        [
          { id: 'me', path: '/v1/me' },
          { id: 'bad', path: '/v1/spaces?limit=0' },
        ],
        { headers },
      ),
    );
    expect(entries[0]?.body).toMatchObject({ profile: { id: otherUser?.userId } });
    expect(entries[1]?.problem?.detail).toMatch(/[\u4e00-\u9fff]/);
  });

  it('rejects a missing or wrong credential', async () => {
    const credentials: Record<string, string>[] = [{}, { authorization: 'Bearer kdg_wrong' }];
    for (const headers of credentials) {
      const request = { method: 'POST', path: '/v1/batch', body: '{"requests":[{"id":"a","path":"/v1/me"}]}' };
      const response = await stack.sendRaw({ ...request, headers: { 'content-type': 'application/json', ...headers } });
      expect(response.status).toBe(401);
    }
  });

  it('has the same address as its reads in the audit log', async () => {
    const proxiedStack = await startGatewayStack({ env: { TRUSTED_PROXIES: '127.0.0.1' } });
    const otherUserId = proxiedStack.sandbox.users()[1]?.userId ?? '';
    const headers = { 'x-forwarded-for': '203.0.113.9', 'x-on-behalf-of': otherUserId };
    const body = { requests: [{ id: 'me', path: '/v1/me' }] };
    await proxiedStack.call('POST', '/v1/batch', { headers, body });
    const lines = (await readFile(join(proxiedStack.keysFile, '../audit.log'), 'utf8')).trim().split('\n');
    const actingForEntries = lines
      .map((line) => JSON.parse(line) as { event: string; route: string; address: string })
      .filter(({ event }) => event === 'acting-for')
      .map(({ route, address }) => [route, address]);
    expect(actingForEntries).toEqual([
      ['/v1/batch', '203.0.113.9'],
      ['/v1/me', '203.0.113.9'],
    ]);
    await proxiedStack.close();
  });

  it('applies its X-Request-Timeout to all reads together', async () => {
    const reads = Array.from({ length: 20 }, (_, index) => ({ id: `r${index}`, path: `/v1/jobs?limit=${index + 1}` }));
    stack.sandbox.faults.add({ match: { operation: 'getJobList' }, effect: { delayMs: 1_500 } });
    const start = performance.now();
    const entries = parseEntries(await postBatch(reads, { headers: { 'x-request-timeout': '2.7' } }));
    stack.sandbox.faults.clear();
    // Eight reads run at once: the second eight do not end in time, and the last four cannot start.
    expect(performance.now() - start).toBeLessThan(4_500);
    expect(entries.slice(0, 8).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(entries.slice(8).map(({ problem }) => problem?.code)).toEqual(
      Array.from({ length: 12 }, () => 'upstream-timeout'),
    );
  });

  it('runs eight reads at once, and stops when its caller disconnects', async () => {
    const reads = Array.from({ length: 50 }, (_, index) => ({ id: `r${index}`, path: `/v1/jobs?limit=${index + 1}` }));
    const countCalls = (): number => stack.sandbox.counters().byOperation.getJobList ?? 0;
    const before = countCalls();
    stack.sandbox.faults.add({ match: { operation: 'getJobList' }, effect: { delayMs: 8_000 } });
    const abortController = new AbortController();
    const request = fetch(`${stack.url}/v1/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stack.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ requests: reads }),
      signal: abortController.signal,
    });
    await waitUntil('the first reads to start', () => countCalls() - before >= 8);
    abortController.abort();
    await expect(request).rejects.toThrow();
    // The count of open requests falls when the complete batch has ended, long before the upstream responds.
    const isIdle = async (): Promise<boolean> =>
      /http_server_active_requests 0\n/.test(await stack.gateway.context.metrics.render());
    await waitUntil('the batch to end', isIdle, { timeoutMs: 6_000 });
    stack.sandbox.faults.clear();
    expect(countCalls() - before).toBe(8);
  });

  it('counts each read once in the metrics, and none as aborted', async () => {
    const readMetrics = (): Promise<string> => stack.gateway.context.metrics.render();
    const countRequests = async (status: string): Promise<number> => {
      const lines = (await readMetrics())
        .split('\n')
        .filter((line) => line.includes(`"${status}"`) && line.includes('_count'));
      return lines
        .filter((line) => line.includes('/v1/spaces"'))
        .reduce((sum, line) => sum + Number(line.split(' ')[1]), 0);
    };
    const before = await countRequests('200');
    await readBatch(['a', '/v1/spaces'], ['b', '/v1/spaces']);
    expect((await countRequests('200')) - before).toBe(2);
    expect(await countRequests('499')).toBe(0);
  });

  it('counts each read against the rate limit of its caller', async () => {
    const limited = await startGatewayStack({ env: { RATE_LIMIT_READS: '6' } });
    const body = { requests: Array.from({ length: 7 }, (_, index) => ({ id: `r${index}`, path: '/v1/spaces' })) };
    const entries = parseEntries(await limited.call('POST', '/v1/batch', { body }));
    // The batch itself counts as the first of six requests.
    expect(entries.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(Number(entries[6]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await limited.call('POST', '/v1/batch', { body })).status).toBe(429);
    await limited.close();
  });

  it('accepts a signed-in browser only from a page of the gateway', async () => {
    const { stack: signInStack, gateway } = await startSignInStack();
    const browser = new SimulatedBrowser();
    await signIn(browser, gateway, signInStack.userId);
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
    const response = (await (await post({ 'x-csrf': '1', origin: gateway })).json()) as { responses: BatchEntry[] };
    expect(response.responses.map(({ status }) => status)).toEqual([200, 200]);
    expect(response.responses[0]?.body).toMatchObject({ profile: { id: signInStack.userId } });
    expect((await post({ origin: gateway })).status).toBe(403);
    expect((await post({ 'x-csrf': '1', origin: 'https://elsewhere.example' })).status).toBe(403);
    await signInStack.close();
  });
});

describe('POST /v1/batch rejects', () => {
  const read = (path: unknown): object[] => [{ id: 'a', path }];
  const cases: readonly (readonly [description: string, requests: unknown, pointer: string])[] = [
    ['no reads', [], '/requests'],
    ['51 reads', Array.from({ length: 51 }, (_, index) => ({ id: `r${index}`, path: '/v1/me' })), '/requests'],
    ['a duplicate id', [...read('/v1/me'), ...read('/v1/spaces')], '/requests/1/id'],
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

  it.each(cases)('%s', async (_description, requests, pointer) => {
    const before = stack.sandbox.counters().calls;
    const response = await postBatch(requests);
    expect(response.status).toBe(422);
    expect(parseProblem(response).errors?.map((error) => error.pointer)).toContain(pointer);
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('every route that does not return JSON, and no GET below /v1 that does', async () => {
    const wronglyAccepted: string[] = [];
    const wronglyRejected: string[] = [];
    const routes = listRoutes(stack.openApiDocument).filter(({ path }) => path.startsWith('/v1/'));
    const reads = routes
      .filter(
        ({ method, operation }) =>
          method === 'GET' && 'application/json' in (operation.responses['200']?.content ?? {}),
      )
      .map(({ path }) => createPathPattern(path));
    for (const { method, path, operation } of routes) {
      const returnsJson = method === 'GET' && 'application/json' in (operation.responses['200']?.content ?? {});
      // `/v1/shares/cancel` also matches the route that reads the share with that id.
      const matchesRead = reads.some((pattern) => pattern.test(path));
      const response = await postBatch(read(path.replace(/\{\w+\}/g, '1')));
      if (response.status === 200 && !returnsJson && !matchesRead) wronglyAccepted.push(`${method} ${path}`);
      if (response.status !== 200 && returnsJson) wronglyRejected.push(path);
    }
    expect(routes.length).toBeGreaterThan(90);
    expect({ wronglyAccepted, wronglyRejected }).toEqual({ wronglyAccepted: [], wronglyRejected: [] });
  });
});

describe('the calls of this file', () => {
  it('do not violate the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
