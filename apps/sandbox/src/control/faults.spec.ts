import { afterAll, afterEach, beforeAll, beforeEach, describe, it, expect } from '@jest/globals';
import { startSandbox, type Sandbox } from '../sandbox.js';
import type { FaultSettings } from './fault-rule.js';

const API = '/koodrive/ose/v1';

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

function who(): Promise<Response> {
  return fetch(`${sandbox.url}${API}/session/auth`, { headers: { authorization } });
}

async function whoStatus(): Promise<number> {
  return who().then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => 0,
  );
}

async function ask(settings: FaultSettings): Promise<void> {
  const response = await fetch(`${sandbox.url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });
  expect(response.status).toBe(201);
}

const last = () => sandbox.ledger().at(-1);

describe('which calls a fault strikes', () => {
  it('only those that fit, so often as it was asked, after those it is to skip', async () => {
    await ask({ match: { operation: 'authSession' }, effect: { status: 503 }, times: 2, skip: 1 });
    expect([await whoStatus(), await whoStatus(), await whoStatus(), await whoStatus()]).toEqual([200, 503, 503, 200]);
    expect(sandbox.faults.list()).toMatchObject([{ struck: 2 }]);
  });

  it('by a list of operations, by method and by user', async () => {
    await ask({ match: { operation: ['getJobList', 'authSession'], method: 'post' }, effect: { status: 503 } });
    expect(await whoStatus()).toBe(200);
    await ask({ match: { userId: '1' }, effect: { status: 503 } });
    expect(await whoStatus()).toBe(200);
    await ask({ match: { userId: sandbox.users()[0]?.userId ?? '' }, effect: { status: 503 } });
    expect(await whoStatus()).toBe(503);
  });

  it('by chance, the same way in every run', async () => {
    const run = async (): Promise<number[]> => {
      await ask({ match: {}, effect: { status: 503 }, probability: 0.3 });
      const statuses: number[] = [];
      for (let n = 0; n < 40; n += 1) statuses.push(await whoStatus());
      sandbox.faults.clear();
      return statuses;
    };
    const first = await run();
    expect(await run()).toEqual(first);
    const struck = first.filter((status) => status === 503).length;
    expect(struck).toBeGreaterThan(4);
    expect(struck).toBeLessThan(24);
  });

  it('none any more, when all are taken away', async () => {
    await ask({ match: {}, effect: { status: 503 } });
    expect((await fetch(`${sandbox.url}/_sandbox/faults`, { method: 'DELETE' })).status).toBe(204);
    expect(await whoStatus()).toBe(200);
  });

  it('refuses a fault that it does not understand', async () => {
    const response = await fetch(`${sandbox.url}/_sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ match: { operations: 'x' }, effect: { status: 503 } }),
    });
    expect(response.status).toBe(400);
  });
});

describe('what a fault does', () => {
  it('answers with a status, a code, a body and headers of its own, and the operation does not run', async () => {
    await ask({ match: {}, effect: { status: 503, headers: { 'retry-after': '7' } }, times: 1 });
    const refused = await who();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '7']);
    expect(await refused.json()).toEqual({ code: 13000201, msg: 'inner server invoke failure' });
    expect(last()).toMatchObject({ status: 503, committed: false, fault: 1 });

    await ask({ match: {}, effect: { code: 13000311, status: 200 }, times: 1 });
    const success = await who();
    expect([success.status, await success.json()]).toEqual([200, { code: 13000311, msg: 'Insufficient space.' }]);

    await ask({ match: {}, effect: { body: { data: [] } }, times: 1 });
    expect(await (await who()).json()).toEqual({ data: [] });
  });

  it('lets an error code alone come with the status of errors.yaml', async () => {
    await ask({ match: {}, effect: { code: 13000311 } });
    expect(await whoStatus()).toBe(400);
  });

  it('delays', async () => {
    await ask({ match: {}, effect: { delayMs: 80 } });
    const before = performance.now();
    expect(await whoStatus()).toBe(200);
    expect(performance.now() - before).toBeGreaterThanOrEqual(75);
  });

  it('resets the connection before the operation did anything', async () => {
    await ask({ match: {}, effect: { reset: 'before' } });
    await expect(who()).rejects.toThrow('fetch failed');
    expect(last()).toMatchObject({ status: 0, committed: false });
  });

  it('resets the connection after the operation did its work', async () => {
    await ask({ match: { operation: 'logout' }, effect: { reset: 'after' }, times: 1 });
    await expect(fetch(`${sandbox.url}${API}/session/logoff`, { headers: { authorization } })).rejects.toThrow();
    expect(last()).toMatchObject({ status: 0, committed: true });
    expect(await whoStatus()).toBe(401);
  });

  it('cuts a body that was announced whole', async () => {
    await ask({ match: {}, effect: { cutBodyAt: 10 } });
    const response = await who();
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(10);
    await expect(response.text()).rejects.toThrow();
    expect(last()?.committed).toBe(true);
  });

  it('announces more than comes', async () => {
    await ask({ match: {}, effect: { wrongLength: true } });
    const response = await who();
    await expect(response.text()).rejects.toThrow();
  });

  it('announces less than comes', async () => {
    await ask({ match: {}, effect: { wrongLength: -20 } });
    const text = await (await who()).text();
    expect(() => JSON.parse(text) as unknown).toThrow();
  });

  it('answers in HTML, in broken JSON and with much too much', async () => {
    await ask({ match: {}, effect: { html: true }, times: 1 });
    const page = await who();
    expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html']);
    expect(await page.text()).toContain('<html>');
    await ask({ match: {}, effect: { invalidJson: true }, times: 1 });
    await expect((await who()).json()).rejects.toThrow();
    await ask({ match: {}, effect: { hugeBodyBytes: 3_000_000 }, times: 1 });
    expect((await (await who()).text()).length).toBeGreaterThan(3_000_000);
  });

  it('gives code as text', async () => {
    await ask({ match: {}, effect: { codeAsText: true } });
    expect(((await (await who()).json()) as { code: unknown }).code).toBe('0');
  });

  it('lets the token lapse for good', async () => {
    await ask({ match: {}, effect: { tokenExpired: true }, times: 1 });
    expect([await whoStatus(), await whoStatus()]).toEqual([401, 401]);
  });
});

describe('the parts beside the API', () => {
  const mint = () =>
    fetch(sandbox.appTokenUrl, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: sandbox.options.clientId,
        client_secret: sandbox.options.clientSecret,
      }),
    });

  it('are struck only where the fault names them', async () => {
    await ask({ match: {}, effect: { status: 503 } });
    expect((await mint()).status).toBe(200);
    expect(await whoStatus()).toBe(503);
  });

  it('has the endpoint for app tokens fail', async () => {
    await ask({ match: { part: 'token' }, effect: { status: 503 }, times: 1 });
    expect((await mint()).status).toBe(503);
    expect(sandbox.counters().appTokensMinted).toBe(0);
    expect((await mint()).status).toBe(200);
    expect(await whoStatus()).toBe(200);
  });

  it('has the object store fail in its own words', async () => {
    await ask({ match: { part: 'upload' }, effect: { status: 503 } });
    const response = await fetch(`${sandbox.objectStoreUrl}/key`, { method: 'PUT', body: 'x' });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('<Code>SlowDown</Code>');
    expect((await fetch(`${sandbox.objectStoreUrl}/key`)).status).not.toBe(503);
  });
});
