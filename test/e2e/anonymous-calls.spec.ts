import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';
import { type RedisServer, startRedis } from '../support/redis.js';

const anonymousLimit = 10;
const page = 'https://app.example.com';
const sameOriginHeaders = { 'x-csrf': '1', 'sec-fetch-site': 'same-origin' };

let redis: RedisServer;
let stack: GatewayStack;
beforeAll(async () => {
  redis = await startRedis();
  stack = await startGatewayStack({
    env: {
      REDIS_URL: redis.url,
      RATE_LIMIT_ANONYMOUS: String(anonymousLimit),
      RATE_LIMIT_REFUSALS: '5',
      TRUSTED_PROXIES: '127.0.0.1',
      ALLOWED_ORIGINS: page,
      DOCS: 'on',
    },
  });
});
afterAll(async () => {
  await stack.close();
  await redis.stop();
});

/** Each test has an address of its own. */
let address = '';
let addressCount = 0;
beforeEach(() => {
  addressCount += 1;
  address = `2001:db8:${addressCount}::1`;
});

type Headers = Readonly<Record<string, string>>;
const send = (path: string, headers: Headers = {}, method = 'GET'): Promise<Response> =>
  fetch(stack.url + path, { method, headers: { 'x-forwarded-for': address, ...headers } });
async function collectStatuses(count: number, path: string, headers: Headers = {}, method = 'GET'): Promise<number[]> {
  const statuses: number[] = [];
  for (let call = 0; call < count; call += 1) statuses.push((await send(path, headers, method)).status);
  return statuses;
}
const repeat = (count: number, status: number): number[] => Array<number>(count).fill(status);
const bearerHeaders = (): Headers => ({ authorization: `Bearer ${stack.key}` });

interface AuditLine {
  readonly event: string;
  readonly reason?: string;
  readonly address: string;
}
const readAuditLines = (): AuditLine[] =>
  readFileSync(join(stack.keysFile, '../audit.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AuditLine);

describe('S36: calls without a credential', () => {
  it.each([
    ['the OpenAPI document', '/openapi.json', {}, 'GET', 200],
    ['the documentation page', '/docs', {}, 'GET', 200],
    ['metrics', '/metrics', {}, 'GET', 200],
    ['unknown paths', '/v1/nowhere', {}, 'GET', 404],
    ['unknown paths with a credential, which is not looked at', '/v1/nowhere', { 'x-api-key': 'x' }, 'GET', 404],
    ['methods that a route does not have', '/v1/spaces', {}, 'DELETE', 405],
    ['reads without a credential', '/v1/spaces', {}, 'GET', 401],
    ['writes without a credential', '/v1/jobs', {}, 'POST', 401],
    ['unknown browser sessions', '/v1/spaces', { ...sameOriginHeaders, cookie: 'koodrive-session-dev=x' }, 'GET', 401],
    [
      'preflights of other origins',
      '/v1/spaces',
      { origin: 'https://evil.example.com', 'access-control-request-method': 'GET' },
      'OPTIONS',
      403,
    ],
  ])('are limited by address: %s', async (_name, path, headers, method, status) => {
    const statuses = await collectStatuses(anonymousLimit + 3, path, headers, method);
    expect(statuses).toEqual([...repeat(anonymousLimit, status), ...repeat(3, 429)]);
    const rejected = await send(path, headers, method);
    expect(rejected.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await rejected.json()).toMatchObject({ code: 'too-many-requests' });
    // Another address of the same /64 network is the same caller; another network is not.
    expect((await send(path, { ...headers, 'x-forwarded-for': address.replace(/1$/, 'ffff') }, method)).status).toBe(
      429,
    );
    expect((await send(path, { ...headers, 'x-forwarded-for': '192.0.2.1' }, method)).status).not.toBe(429);
  });

  it.each([
    ['a port', (count: number) => `9.9.9.2:${count}`],
    ['a port, in brackets', (count: number) => `[2001:db8:9999::1]:${count}`],
    [
      'a notation of its own',
      (count: number) => ['9.9.9.3', '::ffff:9.9.9.3', '::ffff:909:903', '[::ffff:909:903]:1'][count % 4] ?? '',
    ],
    ['a text that is no address', (count: number) => `198.51.100.1, ${'x'.repeat(count + 1)}`],
  ])('are limited by address: the proxy reports each time %s', async (_name, report) => {
    const calls: Headers[] = Array.from({ length: anonymousLimit + 3 }, (_, count) => ({
      'x-forwarded-for': report(count),
    }));
    const statuses: number[] = [];
    for (const headers of calls) statuses.push((await send('/v1/nowhere', headers)).status);
    expect(statuses).toEqual([...repeat(anonymousLimit, 404), ...repeat(3, 429)]);
  });

  it('are rejected before the body is read', async () => {
    await collectStatuses(anonymousLimit, '/v1/nowhere');
    // The body never arrives.
    const response = await stack.sendRaw({
      method: 'POST',
      path: '/v1/jobs',
      headers: { 'x-forwarded-for': address, 'content-length': '1000000', 'content-type': 'application/json' },
    });
    expect(response.status).toBe(429);
  });

  it('do not affect calls with a valid credential from the same address', async () => {
    await collectStatuses(anonymousLimit + 1, '/v1/spaces');
    expect(await collectStatuses(anonymousLimit + 1, '/v1/spaces', bearerHeaders())).toEqual(
      repeat(anonymousLimit + 1, 200),
    );
  });

  it('do not keep pages of allowed origins from sending their preflights', async () => {
    await collectStatuses(anonymousLimit + 1, '/v1/nowhere');
    const headers = { origin: page, 'access-control-request-method': 'GET' };
    expect(await collectStatuses(anonymousLimit + 1, '/v1/spaces', headers, 'OPTIONS')).toEqual(
      repeat(anonymousLimit + 1, 204),
    );
  });

  it('do not take an instance out: health checks are never limited, and ask Redis once for all of them', async () => {
    const ping = jest.spyOn(stack.gateway.context.store, 'ping');
    await collectStatuses(anonymousLimit + 1, '/v1/nowhere');
    const statuses = await Promise.all(Array.from({ length: 300 }, async () => (await send('/ready')).status));
    expect(statuses).toEqual(repeat(300, 200));
    expect(await collectStatuses(30, '/live')).toEqual(repeat(30, 200));
    // A slow machine may need more than a second for 300 requests.
    expect(ping.mock.calls.length).toBeLessThan(30);
    ping.mockRestore();
  });
});

describe('S36: the OpenAPI document', () => {
  it('is serialized once, however often it is read', async () => {
    const [first, second] = [await send('/openapi.json'), await send('/openapi.json')];
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{20,}"$/);
    expect(second.headers.get('etag')).toBe(etag);
    expect(await first.json()).toEqual(JSON.parse(JSON.stringify(stack.openApiDocument)));
    const stringify = jest.spyOn(JSON, 'stringify');
    await (await send('/openapi.json')).arrayBuffer();
    const serializedPaths = stringify.mock.calls.filter(([value]) => (value as { paths?: unknown } | null)?.paths);
    stringify.mockRestore();
    expect(serializedPaths).toEqual([]);
    const unchanged = await send('/openapi.json', { 'if-none-match': etag });
    expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);
  });

  it('is not served a second time in forms that would be created for each request', async () => {
    expect([(await send('/docs-json')).status, (await send('/docs-yaml')).status]).toEqual([404, 404]);
  });
});

describe('S36: metrics', () => {
  it('are rendered once for all reads of a second', async () => {
    const render = jest.spyOn(stack.gateway.context.metrics, 'render');
    await Promise.all(
      Array.from({ length: 100 }, (_, index) => send('/metrics', { 'x-forwarded-for': `198.51.100.${index}` })),
    );
    expect(render.mock.calls.length).toBeLessThan(10);
    render.mockRestore();
  });
});

describe('S36: rejections in the audit log', () => {
  it('are counted under a flood, in place of a line for each, also those over the rate limit', async () => {
    const countBefore = readAuditLines().length;
    await collectStatuses(60, '/v1/spaces');
    const lines = readAuditLines().slice(countBefore);
    expect(lines.map(({ event, reason }) => [event, reason])).toEqual(
      Array.from({ length: 20 }, () => ['caller-refused', 'no-credential']),
    );
    const metrics = await stack.gateway.context.metrics.render();
    expect(metrics).toMatch(/^audit_suppressed_total\{event="caller-refused"\} \d\d/m);
    stack.gateway.context.auditLog.close();
    const summary = readAuditLines().find(
      (line) => 'suppressed' in line && line.address.startsWith(`2001:db8:${addressCount}:`),
    );
    expect(summary).toMatchObject({
      event: 'caller-refused',
      reason: 'no-credential',
      outcome: 'refused',
      suppressed: 40,
    });
  });

  it('name the guesses from another address during a flood', async () => {
    await collectStatuses(30, '/v1/spaces');
    const guesser = {
      'x-forwarded-for': '203.0.113.77',
      'x-api-key': `kdg_${'a'.repeat(12)}_${'A'.repeat(43)}00000000`,
    };
    expect(await collectStatuses(1, '/v1/spaces', guesser)).toEqual([401]);
    expect(readAuditLines().at(-1)).toMatchObject({ event: 'caller-refused', address: '203.0.113.77' });
  });
});

describe('S36: the address in the audit log', () => {
  it.each([
    ['203.0.113.78:4711', '203.0.113.78'],
    ['[2001:DB8:7777::1]:443', '2001:db8:7777::1'],
    ['::ffff:cb00:714f', '203.0.113.79'],
    ['203.0.113.80, 127.0.0.1:4711', '203.0.113.80'],
    ['"><script>', '127.0.0.1'],
  ])('is, where a proxy reports %s, %s', async (reported, expected) => {
    await send('/v1/spaces', { 'x-forwarded-for': reported });
    expect(readAuditLines().at(-1)).toMatchObject({ event: 'caller-refused', address: expected });
  });
});

describe('the documentation page', () => {
  it('loads nothing from elsewhere, submits no form and takes no base address', async () => {
    const policy = (await send('/docs')).headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]),
    );
  });
});
