import { afterAll, afterEach, beforeAll, beforeEach, describe, it, expect } from '@jest/globals';
import { startSandbox, type Sandbox } from '../sandbox.js';
import type { FaultSettings } from './fault-rule.js';

const apiPrefix = '/koodrive/ose/v1';

let sandbox: Sandbox;
let authorization: string;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 42 });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  authorization = sandbox.openSession(sandbox.users()[0]?.userId ?? '').accessToken;
});
afterEach(() => sandbox.reset());

function callAuthSession(): Promise<Response> {
  return fetch(`${sandbox.url}${apiPrefix}/session/auth`, { headers: { authorization } });
}

async function authSessionStatus(): Promise<number> {
  return callAuthSession().then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => 0,
  );
}

async function addFault(settings: FaultSettings): Promise<void> {
  expect((await callFaults('POST', settings)).status).toBe(201);
}

function callFaults(method: string, body?: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${sandbox.options.controlToken}`, 'content-type': 'application/json' };
  return fetch(`${sandbox.url}/_sandbox/faults`, {
    method,
    headers: body === undefined ? { authorization: headers.authorization } : headers,
    body: JSON.stringify(body),
  });
}

const lastLedgerEntry = () => sandbox.ledger().at(-1);

describe('the calls that a fault applies to', () => {
  it('are the matching calls after skip, at most times calls', async () => {
    await addFault({ match: { operation: 'authSession' }, effect: { status: 503 }, times: 2, skip: 1 });
    expect([
      await authSessionStatus(),
      await authSessionStatus(),
      await authSessionStatus(),
      await authSessionStatus(),
    ]).toEqual([200, 503, 503, 200]);
    expect(sandbox.faults.list()).toMatchObject([{ struck: 2 }]);
  });

  it('match by a list of operations, by method and by user', async () => {
    await addFault({ match: { operation: ['getJobList', 'authSession'], method: 'post' }, effect: { status: 503 } });
    expect(await authSessionStatus()).toBe(200);
    await addFault({ match: { userId: '1' }, effect: { status: 503 } });
    expect(await authSessionStatus()).toBe(200);
    await addFault({ match: { userId: sandbox.users()[0]?.userId ?? '' }, effect: { status: 503 } });
    expect(await authSessionStatus()).toBe(503);
  });

  it('are chosen by probability, the same in every run', async () => {
    const runCalls = async (): Promise<number[]> => {
      await addFault({ match: {}, effect: { status: 503 }, probability: 0.3 });
      const statuses: number[] = [];
      for (let n = 0; n < 40; n += 1) statuses.push(await authSessionStatus());
      sandbox.faults.clear();
      return statuses;
    };
    const first = await runCalls();
    expect(await runCalls()).toEqual(first);
    const faultCount = first.filter((status) => status === 503).length;
    expect(faultCount).toBeGreaterThan(4);
    expect(faultCount).toBeLessThan(24);
  });

  it('are none after all faults are deleted', async () => {
    await addFault({ match: {}, effect: { status: 503 } });
    expect((await callFaults('DELETE')).status).toBe(204);
    expect(await authSessionStatus()).toBe(200);
  });

  it('require a valid fault', async () => {
    expect((await callFaults('POST', { match: { operations: 'x' }, effect: { status: 503 } })).status).toBe(400);
  });
});

describe('the effect of a fault', () => {
  it('sets status, code, body and headers of the response, and the operation does not run', async () => {
    await addFault({ match: {}, effect: { status: 503, headers: { 'retry-after': '7' } }, times: 1 });
    const failure = await callAuthSession();
    expect([failure.status, failure.headers.get('retry-after')]).toEqual([503, '7']);
    expect(await failure.json()).toEqual({ code: 13000201, msg: 'inner server invoke failure' });
    expect(lastLedgerEntry()).toMatchObject({ status: 503, committed: false, fault: 1 });

    await addFault({ match: {}, effect: { code: 13000311, status: 200 }, times: 1 });
    const success = await callAuthSession();
    expect([success.status, await success.json()]).toEqual([200, { code: 13000311, msg: 'Insufficient space.' }]);

    await addFault({ match: {}, effect: { body: { data: [] } }, times: 1 });
    expect(await (await callAuthSession()).json()).toEqual({ data: [] });
  });

  it('uses status 400 for a code without a status', async () => {
    await addFault({ match: {}, effect: { code: 13000311 } });
    expect(await authSessionStatus()).toBe(400);
  });

  it('delays the response', async () => {
    await addFault({ match: {}, effect: { delayMs: 80 } });
    const before = performance.now();
    expect(await authSessionStatus()).toBe(200);
    expect(performance.now() - before).toBeGreaterThanOrEqual(75);
  });

  it('resets the connection before the operation runs', async () => {
    await addFault({ match: {}, effect: { reset: 'before' } });
    await expect(callAuthSession()).rejects.toThrow('fetch failed');
    expect(lastLedgerEntry()).toMatchObject({ status: 0, committed: false });
  });

  it('resets the connection after the operation has run', async () => {
    await addFault({ match: { operation: 'logout' }, effect: { reset: 'after' }, times: 1 });
    await expect(fetch(`${sandbox.url}${apiPrefix}/session/logoff`, { headers: { authorization } })).rejects.toThrow();
    expect(lastLedgerEntry()).toMatchObject({ status: 0, committed: true });
    expect(await authSessionStatus()).toBe(401);
  });

  it('truncates a body below its announced length', async () => {
    await addFault({ match: {}, effect: { cutBodyAt: 10 } });
    const response = await callAuthSession();
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(10);
    await expect(response.text()).rejects.toThrow();
    expect(lastLedgerEntry()?.committed).toBe(true);
  });

  it('announces more bytes than it sends', async () => {
    await addFault({ match: {}, effect: { wrongLength: true } });
    const response = await callAuthSession();
    await expect(response.text()).rejects.toThrow();
  });

  it('announces fewer bytes than it sends', async () => {
    await addFault({ match: {}, effect: { wrongLength: -20 } });
    const text = await (await callAuthSession()).text();
    expect(() => JSON.parse(text) as unknown).toThrow();
  });

  it('sends HTML, invalid JSON or a very large body', async () => {
    await addFault({ match: {}, effect: { html: true }, times: 1 });
    const page = await callAuthSession();
    expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html']);
    expect(await page.text()).toContain('<html>');
    await addFault({ match: {}, effect: { invalidJson: true }, times: 1 });
    await expect((await callAuthSession()).json()).rejects.toThrow();
    await addFault({ match: {}, effect: { hugeBodyBytes: 3_000_000 }, times: 1 });
    expect((await (await callAuthSession()).text()).length).toBeGreaterThan(3_000_000);
  });

  it('sends code as text', async () => {
    await addFault({ match: {}, effect: { codeAsText: true } });
    expect(((await (await callAuthSession()).json()) as { code: unknown }).code).toBe('0');
  });

  it('expires the token permanently', async () => {
    await addFault({ match: {}, effect: { tokenExpired: true }, times: 1 });
    expect([await authSessionStatus(), await authSessionStatus()]).toEqual([401, 401]);
  });
});

describe('faults outside the API', () => {
  const mint = () =>
    fetch(sandbox.appTokenUrl, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: sandbox.options.clientId,
        client_secret: sandbox.options.clientSecret,
      }),
    });

  it('apply only when the fault names the part', async () => {
    await addFault({ match: {}, effect: { status: 503 } });
    expect((await mint()).status).toBe(200);
    expect(await authSessionStatus()).toBe(503);
  });

  it('make the token endpoint fail', async () => {
    await addFault({ match: { part: 'token' }, effect: { status: 503 }, times: 1 });
    expect((await mint()).status).toBe(503);
    expect(sandbox.counters().appTokensMinted).toBe(0);
    expect((await mint()).status).toBe(200);
    expect(await authSessionStatus()).toBe(200);
  });

  it('make the object store fail in the error format of S3', async () => {
    await addFault({ match: { part: 'upload' }, effect: { status: 503 } });
    const response = await fetch(`${sandbox.objectStoreUrl}/key`, { method: 'PUT', body: 'x' });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('<Code>SlowDown</Code>');
    expect((await fetch(`${sandbox.objectStoreUrl}/key`)).status).not.toBe(503);
  });
});
