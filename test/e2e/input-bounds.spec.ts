import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSpace, parseProblem } from '../support/gateway-api.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';
import { fillPathTemplate, findJsonBodySchema } from '../support/invalid-requests.js';
import { buildOversizedBodies, countMaxValues, createLargestValue } from '../support/large-bodies.js';
import { type ApiRoute, listRoutes } from '../support/openapi-validator.js';
import { RawConnection } from '../support/raw-connection.js';
import { waitUntil } from '../support/wait-until.js';

/** Values that are read although the route does not declare them. */
const maxUndeclaredValues = 50;
const requestTimeoutMs = 400;

let stack: GatewayStack;
let spacePath: string;
const connections: RawConnection[] = [];
beforeAll(async () => {
  stack = await startGatewayStack({ env: { REQUEST_TIMEOUT_MS: String(requestTimeoutMs) } });
  spacePath = `/v1/spaces/${(await findSpace(stack, 'individual')).id}`;
});
afterEach(() => connections.splice(0).forEach((connection) => connection.destroy()));
afterAll(() => stack.close());

const authorization = (): string => `Authorization: Bearer ${stack.key}`;

async function open(...lines: readonly string[]): Promise<RawConnection> {
  const connection = await RawConnection.open(stack.url);
  connections.push(connection);
  connection.send(`${lines.join('\r\n')}\r\n\r\n`);
  return connection;
}

/** Sends a head without a body. @returns status, problem code and detail of the response */
async function sendHead(...lines: readonly string[]): Promise<{ status: number; code: string; detail?: string }> {
  const { status, headers, text } = await (await open(...lines)).readResponse();
  if (status < 400) return { status, code: '' };
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  const { code, detail } = JSON.parse(text) as { code: string; detail: string };
  return { status, code, detail };
}

/** The values that the gateway has counted in bodies so far, of accepted and rejected ones. */
async function readValueCount(): Promise<number> {
  const text = await stack.gateway.context.metrics.render();
  return [...text.matchAll(/^input_values_total\{.*\} (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
}

describe('S29: the bodies of each route', () => {
  const listBodyRoutes = (): (ApiRoute & { schema: NonNullable<ReturnType<typeof findJsonBodySchema>> })[] =>
    listRoutes(stack.openApiDocument)
      .filter(({ operation }) => !['public', 'session'].includes(operation['x-scope']))
      .flatMap((route) => {
        const schema = findJsonBodySchema(stack.openApiDocument, route);
        return schema ? [{ ...route, schema }] : [];
      });
  const send = (route: ApiRoute, body: string): Promise<GatewayResponse> =>
    stack.call(route.method, fillPathTemplate(route), { bytes: body, headers: { 'content-type': 'application/json' } });

  it('are rejected after few values where they exceed a bound, and the place is named', async () => {
    const failures: unknown[] = [];
    let count = 0;
    for (const { schema, ...route } of listBodyRoutes()) {
      const maxValues = countMaxValues(stack.openApiDocument, schema) + maxUndeclaredValues + 1;
      for (const { description, body, pointer } of buildOversizedBodies(stack.openApiDocument, schema)) {
        const before = await readValueCount();
        const response = await send(route, body);
        const values = (await readValueCount()) - before;
        const { code, errors = [] } = parseProblem(response);
        const pointers = errors.map((error) => error.pointer);
        count += 1;
        if (code !== 'invalid-input' || pointers.join() !== pointer || values === 0 || values > maxValues)
          failures.push([route.method, route.path, description, response.status, pointers, values, maxValues]);
      }
    }
    expect(failures).toEqual([]);
    expect(count).toBeGreaterThan(200);
  });

  it('have a bound that no large body of the description exceeds', async () => {
    const rejected: string[] = [];
    for (const { schema, ...route } of listBodyRoutes()) {
      for (const textLength of [1, 200]) {
        const body = JSON.stringify(createLargestValue(stack.openApiDocument, schema, textLength));
        const response = await send(route, body);
        if (/exceeds a bound/.test(response.text)) rejected.push(`${route.method} ${route.path}: ${response.text}`);
      }
    }
    expect(rejected).toEqual([]);
  });

  it('are recorded in the audit log where they are rejected', async () => {
    const body = `{${'"capacity":1,'.repeat(50_000)}"capacity":1}`;
    const headers = { 'content-type': 'application/json' };
    expect((await stack.call('PATCH', spacePath, { bytes: body, headers })).status).toBe(422);
    const lines = readFileSync(join(stack.keysFile, '../audit.log'), 'utf8').trim().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '{}')).toMatchObject({
      event: 'space-changed',
      outcome: 'refused',
      reason: 'invalid-input',
    });
  });

  it('hold at most 5,000 values', () => {
    const counts = listBodyRoutes().map(({ schema, path }): [string, number] => [
      path,
      countMaxValues(stack.openApiDocument, schema),
    ]);
    expect(counts.filter(([, count]) => count > 5_000)).toEqual([]);
  });
});

describe('S29: a query', () => {
  const createQuery = (count: number): string => Array.from({ length: count }, (_, index) => `a${index}=1`).join('&');

  it('with thousands of parameters is rejected as a whole, also without a credential', async () => {
    for (const path of ['/auth/login', '/v1/spaces', '/live', `${spacePath}/files`]) {
      const response = await stack.call('GET', `${path}?${createQuery(1_500)}`);
      const problem = parseProblem(response);
      expect([path, response.status, problem.code]).toEqual([path, 422, 'invalid-input']);
      expect(problem.errors).toHaveLength(1);
    }
  });

  it('with few unknown parameters gets a name for each of them', async () => {
    const problem = parseProblem(await stack.call('GET', `/v1/spaces?${createQuery(20)}`));
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/a0', '/a19']));
  });

  it.each(['fields', 'expand'])('with thousands of values in %s is rejected', async (name) => {
    const path = `${spacePath}/files/root?${name}=${'id,'.repeat(4_000)}`;
    expect(parseProblem(await stack.call('GET', path)).errors?.map(({ pointer }) => pointer)).toEqual([`/${name}`]);
  });
});

it('S22: a problem lists at most 50 mistakes, and says so', async () => {
  const body = { departmentId: '1', users: Array.from({ length: 1000 }, () => ({ capacity: 'large' })) };
  const problem = parseProblem(await stack.call('POST', '/v1/users/import-checks', { body }));
  expect(problem.errors).toHaveLength(50);
  expect(problem.detail).toContain('Only the first 50 mistakes are listed.');
  const few = await stack.call('POST', '/v1/users/import-checks', {
    body: { ...body, users: body.users.slice(0, 50) },
  });
  expect(parseProblem(few).errors).toHaveLength(50);
  expect(parseProblem(few).detail).not.toContain('Only');
});

describe('S26: a request that could be read in two ways', () => {
  const get = 'GET /live HTTP/1.1';
  const post = 'POST /v1/batch HTTP/1.1';
  const host = 'Host: localhost';
  const json = 'Content-Type: application/json';
  const createLines = (count: number): string[] => Array.from({ length: count }, (_, index) => `X-${index}: 1`);

  it.each([101, 1_000, 2_100])('%i header lines: 431', async (count) => {
    const lines = createLines(count - 1).map((line) => line.slice(0, 7));
    expect(await sendHead(get, host, ...lines)).toMatchObject({ status: 431, detail: 'At most 100 header lines.' });
  });

  it('100 header lines are read', async () => {
    expect(await sendHead(get, host, ...createLines(99))).toMatchObject({ status: 200 });
  });

  it('181 cookies: 431', async () => {
    const cookie = (count: number): string => `Cookie: ${Array(count).fill('a=b').join('; ')}`;
    expect(await sendHead(get, host, cookie(180))).toMatchObject({ status: 200 });
    expect(await sendHead(get, host, cookie(181))).toMatchObject({ status: 431, detail: 'At most 180 cookies.' });
    expect(await sendHead(get, host, cookie(100), cookie(100))).toMatchObject({ status: 431 });
  });

  it.each([
    ['two Host lines', [get, host, 'Host: other']],
    ['two equal Host lines', [get, host, host]],
    ['two Host lines of different case', [get, host, 'HOST: other']],
    ['no Host', [get]],
    ['two lengths', [post, host, json, 'Content-Length: 2', 'Content-Length: 3']],
    ['two equal lengths', [post, host, json, 'Content-Length: 2', 'Content-Length: 2']],
    ['two lengths in a line', [post, host, json, 'Content-Length: 2, 2']],
    ['a length and chunks', [post, host, json, 'Content-Length: 2', 'Transfer-Encoding: chunked']],
    ['chunks and a length', [post, host, json, 'Transfer-Encoding: chunked', 'Content-Length: 2']],
    ['chunks that are not last', [post, host, json, 'Transfer-Encoding: chunked, gzip']],
    ['an unknown encoding', [post, host, json, 'Transfer-Encoding: identity']],
    ['a negative length', [post, host, json, 'Content-Length: -1']],
    ['a hexadecimal length', [post, host, json, 'Content-Length: 0x2']],
    ['a space before the colon', [post, host, json, 'Content-Length : 2']],
    ['a continued line', [get, host, 'X-A: b', ' c: d']],
    ['a line without a name', [get, host, ': 1']],
    ['a tunnel', ['CONNECT localhost:80 HTTP/1.1', host]],
    ['an unknown method', ['FETCH /live HTTP/1.1', host]],
    ['a path without a slash', ['GET live HTTP/1.1', host]],
    ['a path with bytes that are not escaped', ['GET /v1/spaces/文 HTTP/1.1', host]],
    ['a query with bytes that are not escaped', ['GET /v1/search?q=文 HTTP/1.1', host]],
    ['a path that is not UTF-8', ['GET /%BB%E1 HTTP/1.1', host]],
    ['another version', ['GET /live HTTP/1.2', host]],
    ['another protocol', ['PRI * HTTP/2.0', '', 'SM']],
  ] as const)('%s: 400', async (_name, lines) => {
    expect(await sendHead(...lines)).toMatchObject({ status: 400, code: 'bad-request' });
  });

  it('HTTP/1.0 needs no Host, where any host is served', async () => {
    expect(await sendHead('GET /live HTTP/1.0')).toMatchObject({ status: 421, code: 'unknown-host' });
  });

  it('an unknown Expect: 417', async () => {
    expect(await sendHead(get, host, 'Expect: 200-ok')).toMatchObject({ status: 417, code: 'expectation-failed' });
  });
});

describe('S29: a body without end', () => {
  const head = (path: string, ...lines: readonly string[]): string[] => [
    `POST ${path} HTTP/1.1`,
    'Host: localhost',
    'Content-Type: application/json',
    ...lines,
  ];
  const trickle = (connection: RawConnection, bytes: string): NodeJS.Timeout =>
    setInterval(() => connection.send(bytes), 40).unref();

  it('that never comes: 408, and the connection is closed', async () => {
    const connection = await open(...head('/v1/batch', authorization(), 'Content-Length: 100'));
    const { status, text } = await connection.readResponse();
    expect([status, JSON.parse(text)]).toMatchObject([408, { code: 'request-timeout', retryable: true }]);
    await connection.waitUntilClosed();
  });

  it.each(['Content-Length: 100000', 'Transfer-Encoding: chunked'])('that trickles with %s: 408', async (length) => {
    const connection = await open(...head('/v1/batch', authorization(), length));
    const timer = trickle(connection, '1\r\n \r\n');
    expect((await connection.readResponse()).status).toBe(408);
    await connection.waitUntilClosed();
    clearInterval(timer);
  });

  it('of an upload that stalls: 408, and the connection is closed', async () => {
    const connection = await open(
      `PUT ${spacePath}/content?name=stalled.bin HTTP/1.1`,
      'Host: localhost',
      authorization(),
      'Content-Length: 1000000',
    );
    connection.send('x'.repeat(5_000));
    const timer = trickle(connection, 'x');
    expect((await connection.readResponse()).status).toBe(408);
    await connection.waitUntilClosed();
    clearInterval(timer);
    expect(connection.statuses).toEqual([408]);
  });

  it.each([
    ['without a credential', '/v1/batch', 401],
    ['of an unknown route', '/nowhere', 404],
  ])('%s: the connection is closed after the response', async (_name, path, status) => {
    const connection = await open(...head(path, 'Content-Length: 100000'));
    const timer = trickle(connection, ' ');
    expect((await connection.readResponse()).status).toBe(status);
    await connection.waitUntilClosed();
    clearInterval(timer);
    expect(connection.statuses).toEqual([status]);
  });

  it('without a credential, sent as fast as possible: the connection is closed after some MiB', async () => {
    const connection = await open(...head('/v1/batch', 'Content-Length: 100000000000'));
    connection.sendUntilClosed(Buffer.alloc(1024 * 1024));
    await connection.waitUntilClosed();
    expect(connection.statuses).toEqual([401]);
    expect(connection.sentBytes).toBeGreaterThan(16 * 1024 * 1024);
    expect(connection.sentBytes).toBeLessThan(200 * 1024 * 1024);
  });

  it('that ends soon after the response leaves the connection open for the next request', async () => {
    const connection = await open(...head('/v1/batch', 'Content-Length: 10'));
    expect((await connection.readResponse()).status).toBe(401);
    connection.send(' '.repeat(10) + 'GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await waitUntil('the second response', () => connection.statuses.length === 2);
    expect(connection.statuses).toEqual([401, 200]);
  });

  it('a head that never ends: 408', async () => {
    const connection = await RawConnection.open(stack.url);
    connections.push(connection);
    connection.send('GET /live HTTP/1.1\r\nHost: localhost\r\n');
    const timer = setInterval(() => connection.send('X-A: 1\r\n'), 40).unref();
    const { status, text } = await connection.readResponse();
    expect([status, JSON.parse(text)]).toMatchObject([408, { code: 'request-timeout' }]);
    await connection.waitUntilClosed();
    clearInterval(timer);
  });
});

describe('S29: many requests in one packet', () => {
  const pipelined = 'GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n';

  async function connect(): Promise<RawConnection> {
    const connection = await RawConnection.open(stack.url);
    connections.push(connection);
    return connection;
  }

  async function countActiveRequests(): Promise<number> {
    const text = await stack.gateway.context.metrics.render();
    return Number(/^http_server_active_requests (\d+)$/m.exec(text)?.[1]);
  }

  it('are closed with their connection, before most of them cost anything', async () => {
    const connection = await connect();
    connection.send(pipelined.repeat(20_000));
    await connection.waitUntilClosed();
    expect(connection.statuses.length).toBeLessThan(100);
  });

  it('are served while few of them wait', async () => {
    const connection = await connect();
    connection.send(pipelined.repeat(10));
    await waitUntil('all responses', () => connection.statuses.length === 10);
    expect(new Set(connection.statuses)).toEqual(new Set([200]));
  });

  it('end with the connection: an upload that waits is not left in the process', async () => {
    stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect: { delayMs: 300 }, times: 1 });
    const before = await countActiveRequests();
    const connection = await connect();
    const list = `GET ${spacePath}/files?limit=7 HTTP/1.1\r\nHost: localhost\r\n${authorization()}\r\n\r\n`;
    const upload = `PUT ${spacePath}/content?name=waiting.bin HTTP/1.1\r\nHost: localhost\r\n${authorization()}`;
    connection.send(`${list}${upload}\r\nContent-Length: 9999999\r\n\r\nx`);
    await waitUntil('both requests', async () => (await countActiveRequests()) === before + 2);
    connection.destroy();
    await waitUntil('the end of both', async () => (await countActiveRequests()) === before);
  });
});
