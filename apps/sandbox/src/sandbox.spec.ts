import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, it, expect } from '@jest/globals';
import { startSandbox, type Sandbox } from './sandbox.js';

const API = '/koodrive/ose/v1';

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

interface Reply {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** With node:http, since fetch sends no body with GET. */
function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      `${sandbox.url}${path}`,
      {
        method,
        agent: false,
        headers: {
          ...(token && { authorization: token }),
          ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...headers,
        },
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
            body: json ? (JSON.parse(received) as Reply['body']) : {},
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}

describe('a call of the API', () => {
  it('answers 404 where the contract has no operation, and counts it as breaking the contract', async () => {
    signIn();
    expect((await call('GET', `${API}/no/such/thing`)).status).toBe(404);
    expect((await call('PATCH', `${API}/jobs`)).status).toBe(404);
    expect((await call('GET', '/')).status).toBe(404);
    expect(sandbox.counters()).toMatchObject({ calls: 3, refusedForContract: 3, byOperation: { 'unknown route': 3 } });
  });

  it('answers 400 with code 13000102 where the shape is wrong, and says why in the ledger', async () => {
    signIn();
    const reply = await call('GET', `${API}/space/groupList?offset=0&limit=500&page=1`);
    expect(reply.status).toBe(400);
    expect(reply.body.code).toBe(13000102);
    expect(sandbox.ledger().at(-1)).toMatchObject({
      operation: 'getGroupSpaceList',
      committed: false,
      refusedForContract: expect.arrayContaining(['query: unknown member "page"']) as unknown,
    });
  });

  it('takes a GET with a JSON body, and a DELETE with one', async () => {
    signIn();
    const body = { ownerId: userId, type: '1' };
    const got = await call('GET', `${API}/space/batchGetSpace`, body);
    expect(got.status).toBe(200);
    const deleted = await call('DELETE', `${API}/message/batchDelete`, { ids: ['1'] });
    expect(sandbox.ledger().at(-1)).toMatchObject({ operation: 'batchDeleteMessage', status: deleted.status });
    expect(sandbox.counters().refusedForContract).toBe(0);
  });

  it('prints ids beyond 2^53 as bare numbers where the reference does', async () => {
    signIn();
    expect((await call('GET', `${API}/session/auth`)).text).toMatch(/"deptId":\d{18,19}[,}]/);
  });

  it('prints code as text where the table of the operation has it as String', async () => {
    signIn();
    expect((await call('GET', `${API}/message/unreadCount`)).body.code).toBe('0');
    expect((await call('GET', `${API}/session/auth`)).body.code).toBe(0);
  });

  it('tells the time of the virtual clock in Date', async () => {
    sandbox.clock.set(Date.UTC(2030, 0, 1, 12));
    const date = 'Tue, 01 Jan 2030 12:00:00 GMT';
    expect((await call('GET', `${API}/session/auth`)).headers.date).toBe(date);
    expect((await call('GET', '/_sandbox/clock')).headers.date).toBe(date);
  });

  it('answers 501 where the sandbox does not play the operation', async () => {
    signIn();
    // The one that no page of the reference describes.
    const reply = await call('POST', `${API}/files/batch`, {});
    expect(reply.status).toBe(501);
    expect(sandbox.counters().unimplemented).toBe(1);
  });

  it('answers 413 to a body over the limit, in the shape of KooDrive', async () => {
    signIn();
    const reply = await call('POST', `${API}/jobs`, { padding: 'x'.repeat(13 * 1024 * 1024) }).catch(() => undefined);
    // The connection may be cut before the whole body was sent.
    if (reply) expect([reply.status, reply.body.code]).toEqual([413, 13000102]);
    expect((await call('GET', `${API}/session/auth`)).status).toBe(200);
  });
});

describe('the ledger', () => {
  it('has what was called by whom, but no token, signature or query', async () => {
    signIn();
    const trace = 't'.repeat(58);
    await call('GET', `${API}/share/visit?shortCode=topsecret`, undefined, { 'X-Traceid': trace });
    const entry = sandbox.ledger().at(-1);
    expect(entry).toMatchObject({ method: 'GET', path: `${API}/share/visit`, credential: 'session', traceId: trace });
    expect(entry).toMatchObject({ operation: 'visitShare', userId });
    const text = JSON.stringify(sandbox.ledger());
    expect(text).not.toContain(token.slice(7));
    expect(text).not.toContain('topsecret');
  });

  it('is read from a number on, and forgets what is older than its size', async () => {
    signIn();
    for (let n = 0; n < 60; n += 1) await call('GET', `${API}/session/auth`);
    const all = (await call('GET', '/_sandbox/ledger?limit=100')).body as { entries: { n: number }[]; last: number };
    expect(all.last).toBe(60);
    expect(all.entries.map(({ n }) => n)).toEqual(Array.from({ length: 50 }, (_, at) => at + 11));
    const some = (await call('GET', '/_sandbox/ledger?after=57&limit=2')).body as typeof all;
    expect(some.entries.map(({ n }) => n)).toEqual([58, 59]);
  });
});

describe('the control API', () => {
  it('lists users, addresses and names of credentials, and no secret', async () => {
    const { body, text } = await call('GET', '/_sandbox');
    expect(body.addresses).toEqual({
      url: sandbox.url,
      objectStoreUrl: sandbox.objectStoreUrl,
      appTokenUrl: sandbox.appTokenUrl,
    });
    expect(text).toContain('Mei Lin');
    expect(text).not.toContain(sandbox.options.appSecret);
  });

  it('moves the clock by an amount or to a time, and refuses anything else', async () => {
    const before = sandbox.clock.now();
    await call('POST', '/_sandbox/clock', { advanceMs: 3_600_000 });
    expect(sandbox.clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
    const moved = await call('POST', '/_sandbox/clock', { now: '2031-05-06T07:08:09Z' });
    expect(String(moved.body.now).slice(0, 16)).toBe('2031-05-06T07:08');
    expect((await call('POST', '/_sandbox/clock', { now: 'tomorrow' })).status).toBe(400);
    expect((await call('POST', '/_sandbox/clock', {})).status).toBe(400);
  });

  it('opens a session without the sign-in page, for users there are', async () => {
    const { body } = await call('POST', '/_sandbox/sessions', { userId });
    token = String(body.accessToken);
    expect((await call('GET', `${API}/session/auth`)).status).toBe(200);
    expect((await call('POST', '/_sandbox/sessions', { userId: '1' })).status).toBe(404);
  });

  it('goes back to the beginning', async () => {
    signIn();
    await call('POST', '/_sandbox/faults', { effect: { status: 503 } });
    await call('POST', '/_sandbox/clock', { advanceMs: 1000 });
    expect((await call('POST', '/_sandbox/reset')).status).toBe(200);
    expect((await call('GET', `${API}/session/auth`)).status).toBe(401);
    expect(sandbox.counters()).toMatchObject({ calls: 1, sessionsCreated: 0 });
    expect(sandbox.faults.list()).toEqual([]);
  });

  it('may be closed to all but those with its token', async () => {
    const guarded = await startSandbox({ controlToken: 'let-me-in' });
    try {
      expect((await fetch(`${guarded.url}/_sandbox/counters`)).status).toBe(401);
      const headers = { 'x-sandbox-token': 'let-me-in' };
      expect((await fetch(`${guarded.url}/_sandbox/counters`, { headers })).status).toBe(200);
      expect((await fetch(`${guarded.url}/identity/authorize`)).status).toBe(400);
    } finally {
      await guarded.close();
    }
  });
});
