import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, it, expect } from '@jest/globals';
import { startSandbox, type Sandbox } from './sandbox.js';

const apiPrefix = '/koodrive/ose/v1';

let sandbox: Sandbox;
let userId: string;
let token: string;

beforeAll(async () => {
  sandbox = await startSandbox({ ledgerSize: 50 });
  userId = sandbox.users()[0]?.userId ?? '';
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.reset());

function signIn(): void {
  token = sandbox.openSession(userId).accessToken;
}

interface ApiResponse {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Uses node:http, as fetch cannot send a body with GET. */
function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<ApiResponse> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const defaultHeaders: Record<string, string | number> = {};
  if (path.startsWith('/_sandbox')) defaultHeaders.authorization = `Bearer ${sandbox.options.controlToken}`;
  else if (token) defaultHeaders.authorization = token;
  if (text) {
    defaultHeaders['content-type'] = 'application/json';
    defaultHeaders['content-length'] = Buffer.byteLength(text);
  }
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      `${sandbox.url}${path}`,
      {
        method,
        agent: false,
        headers: { ...defaultHeaders, ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const received = Buffer.concat(chunks).toString('utf8');
          const json = response.headers['content-type']?.startsWith('application/json') ?? false;
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: received,
            body: json ? (JSON.parse(received) as ApiResponse['body']) : {},
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}

describe('the API', () => {
  it('responds 404 to an unknown route and counts it as a contract violation', async () => {
    signIn();
    expect((await call('GET', `${apiPrefix}/no/such/thing`)).status).toBe(404);
    expect((await call('PATCH', `${apiPrefix}/jobs`)).status).toBe(404);
    expect((await call('GET', '/')).status).toBe(404);
    expect(sandbox.counters()).toMatchObject({ calls: 3, refusedForContract: 3, byOperation: { 'unknown route': 3 } });
  });

  it('responds 400 with code 13000102 to a request of the wrong shape and records the reason in the ledger', async () => {
    signIn();
    const response = await call('GET', `${apiPrefix}/space/groupList?offset=0&limit=500&page=1`);
    expect(response.status).toBe(400);
    expect(response.body.code).toBe(13000102);
    expect(sandbox.ledger().at(-1)).toMatchObject({
      operation: 'getGroupSpaceList',
      committed: false,
      refusedForContract: expect.arrayContaining(['query: unknown member "page"']) as unknown,
    });
  });

  it('accepts a JSON body with GET and with DELETE', async () => {
    signIn();
    const body = { ownerId: userId, type: '1' };
    const response = await call('GET', `${apiPrefix}/space/batchGetSpace`, body);
    expect(response.status).toBe(200);
    const deleted = await call('DELETE', `${apiPrefix}/message/batchDelete`, { ids: ['1'] });
    expect(sandbox.ledger().at(-1)).toMatchObject({ operation: 'batchDeleteMessage', status: deleted.status });
    expect(sandbox.counters().refusedForContract).toBe(0);
  });

  it('prints ids beyond 2^53 as numbers where the reference does', async () => {
    signIn();
    expect((await call('GET', `${apiPrefix}/session/auth`)).text).toMatch(/"deptId":\d{18,19}[,}]/);
  });

  it('prints code as text where the table of the operation types it as String', async () => {
    signIn();
    expect((await call('GET', `${apiPrefix}/message/unreadCount`)).body.code).toBe('0');
    expect((await call('GET', `${apiPrefix}/session/auth`)).body.code).toBe(0);
  });

  it('sends the time of the virtual clock in Date', async () => {
    sandbox.clock.set(Date.UTC(2030, 0, 1, 12));
    const date = 'Tue, 01 Jan 2030 12:00:00 GMT';
    expect((await call('GET', `${apiPrefix}/session/auth`)).headers.date).toBe(date);
    expect((await call('GET', '/_sandbox/clock')).headers.date).toBe(date);
  });

  it('responds 501 to an operation that the sandbox does not implement', async () => {
    signIn();
    // No page of the reference describes this operation.
    const response = await call('POST', `${apiPrefix}/files/batch`, {});
    expect(response.status).toBe(501);
    expect(sandbox.counters().unimplemented).toBe(1);
  });

  it('responds 413 to a body over the limit, in the error shape of KooDrive', async () => {
    signIn();
    const response = await call('POST', `${apiPrefix}/jobs`, { padding: 'x'.repeat(13 * 1024 * 1024) }).catch(
      () => undefined,
    );
    // The server may close the connection before the client has sent the complete body.
    if (response) expect([response.status, response.body.code]).toEqual([413, 13000102]);
    expect((await call('GET', `${apiPrefix}/session/auth`)).status).toBe(200);
  });
});

describe('the ledger', () => {
  it('records route, user and trace id, but no token, signature or query', async () => {
    signIn();
    const trace = 't'.repeat(58);
    await call('GET', `${apiPrefix}/share/visit?shortCode=topsecret`, undefined, { 'X-Traceid': trace });
    const entry = sandbox.ledger().at(-1);
    expect(entry).toMatchObject({
      method: 'GET',
      path: `${apiPrefix}/share/visit`,
      credential: 'session',
      traceId: trace,
    });
    expect(entry).toMatchObject({ operation: 'visitShare', userId });
    const text = JSON.stringify(sandbox.ledger());
    expect(text).not.toContain(token.slice(7));
    expect(text).not.toContain('topsecret');
  });

  it('returns the entries after a number and drops the oldest entries over its size', async () => {
    signIn();
    for (let n = 0; n < 60; n += 1) await call('GET', `${apiPrefix}/session/auth`);
    const all = (await call('GET', '/_sandbox/ledger?limit=100')).body as { entries: { n: number }[]; last: number };
    expect(all.last).toBe(60);
    expect(all.entries.map(({ n }) => n)).toEqual(Array.from({ length: 50 }, (_, index) => index + 11));
    const some = (await call('GET', '/_sandbox/ledger?after=57&limit=2')).body as typeof all;
    expect(some.entries.map(({ n }) => n)).toEqual([58, 59]);
  });
});

describe('the control API', () => {
  it('lists users, addresses and names of credentials, but no secret', async () => {
    const { body, text } = await call('GET', '/_sandbox');
    expect(body.addresses).toEqual({
      url: sandbox.url,
      objectStoreUrl: sandbox.objectStoreUrl,
      appTokenUrl: sandbox.appTokenUrl,
    });
    expect(text).toContain('Mei Lin');
    expect(text).not.toContain(sandbox.options.appSecret);
  });

  it('advances the clock or sets it to a time, and rejects anything else', async () => {
    const before = sandbox.clock.now();
    await call('POST', '/_sandbox/clock', { advanceMs: 3_600_000 });
    expect(sandbox.clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
    const moved = await call('POST', '/_sandbox/clock', { now: '2031-05-06T07:08:09Z' });
    expect(String(moved.body.now).slice(0, 16)).toBe('2031-05-06T07:08');
    expect((await call('POST', '/_sandbox/clock', { now: 'tomorrow' })).status).toBe(400);
    expect((await call('POST', '/_sandbox/clock', {})).status).toBe(400);
  });

  it('opens a KooDrive session without the sign-in page for an existing user', async () => {
    const { body } = await call('POST', '/_sandbox/sessions', { userId });
    token = String(body.accessToken);
    expect((await call('GET', `${apiPrefix}/session/auth`)).status).toBe(200);
    expect((await call('POST', '/_sandbox/sessions', { userId: '1' })).status).toBe(404);
  });

  it('resets the sandbox to its initial state', async () => {
    signIn();
    await call('POST', '/_sandbox/faults', { effect: { status: 503 } });
    await call('POST', '/_sandbox/clock', { advanceMs: 1000 });
    expect((await call('POST', '/_sandbox/reset')).status).toBe(200);
    expect((await call('GET', `${apiPrefix}/session/auth`)).status).toBe(401);
    expect(sandbox.counters()).toMatchObject({ calls: 1, sessionsCreated: 0 });
    expect(sandbox.faults.list()).toEqual([]);
  });
});
