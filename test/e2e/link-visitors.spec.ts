import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { maxWrongGuesses } from '../../apps/gateway/src/http/rate-limit/guess-limiter.js';
import { findSpace, findUserId, type Job, uploadFile } from '../support/gateway-api.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';
import { listRoutes } from '../support/openapi-validator.js';
import { findFreePort } from '../support/ports.js';
import { signIn, SimulatedBrowser } from '../support/simulated-browser.js';

jest.setTimeout(60_000);

/** In virtual time: a job ends when a test advances the clock. */
const jobWaitMs = 60_000;
const accessCode = 'a1B2c3D4';
const wrongCode = 'a1B2c3D5';

let stack: GatewayStack;
let origin: string;
let spaceId: string;
let fileId: string;
beforeAll(async () => {
  const port = await findFreePort();
  origin = `http://localhost:${port}`;
  stack = await startGatewayStack({
    sandbox: { jobs: { waitMs: jobWaitMs, perFileMs: 1 } },
    env: {
      PUBLIC_LINKS_AGENT_NAME: 'Test Carrier',
      PORT: String(port),
      LOGIN_DOMAIN: `${origin}/auth/callback`,
      SESSION_SCOPES: 'share-links:read',
    },
  });
  spaceId = (await findSpace(stack, 'individual')).id;
  fileId = (await uploadFile(stack, spaceId, 'shared.txt', 'shared')).id;
});
afterAll(() => stack.close());

async function createLink(kind: string): Promise<string> {
  const scope = kind === 'share-links' ? 'organization' : 'external';
  const body = { spaceId, fileIds: [fileId], scope, validDays: 7, extractCode: accessCode };
  const { code } = (await stack.call('POST', '/v1/shares', { body })).json<{ code: string }>();
  return `/v1/${kind}/${code}`;
}

/** One who calls with a key, and may name a visitor. */
interface Visitor {
  readonly key: string;
  readonly headers?: Readonly<Record<string, string>>;
}
const forVisitor = ({ key }: Visitor, id: string): Visitor => ({ key, headers: { 'x-visitor': id } });
const unlock = (link: string, visitor: Visitor, extractCode = accessCode): Promise<GatewayResponse> =>
  stack.call('POST', `${link}/unlock`, { ...visitor, body: { extractCode } });
const isUnlocked = async (link: string, visitor: Visitor): Promise<boolean> =>
  (await stack.call('GET', link, visitor)).json<{ unlocked: boolean }>().unlocked;

const packageBody = (link: string) => ({
  fileIds: [fileId],
  action: link.includes('share-links') ? 'package' : undefined,
});

/** The statuses of all calls that need an unlocked link. */
async function visitEverything(link: string, jobId: string, visitor: Visitor): Promise<Record<string, number>> {
  const get = async (path: string): Promise<number> => (await stack.call('GET', link + path, visitor)).status;
  const start = await stack.call('POST', `${link}/jobs`, { ...visitor, body: packageBody(link) });
  return {
    list: await get('/files'),
    content: await get(`/files/${fileId}/content`),
    redirect: await get(`/files/${fileId}/content?redirect=true`),
    start: start.status,
    job: await get(`/jobs/${jobId}`),
    events: await get(`/jobs/${jobId}/events`),
  };
}
const everythingOpen = { list: 200, content: 200, redirect: 302, start: 202, job: 200, events: 200 };
const nothingOpen = { list: 403, content: 403, redirect: 403, start: 403, job: 403, events: 403 };

async function startJob(link: string, visitor: Visitor): Promise<string> {
  return (await stack.call('POST', `${link}/jobs`, { ...visitor, body: packageBody(link) })).json<Job>().id;
}

async function runJob(link: string, visitor: Visitor): Promise<string> {
  const id = await startJob(link, visitor);
  stack.sandbox.clock.advance(2 * jobWaitMs);
  return id;
}

describe.each(['share-links', 'public-links'])('S32: a link of %s that was unlocked', (kind) => {
  /** Two callers with one principal: keys of two owners, for the same user or for the app. */
  let one: Visitor;
  let other: Visitor;
  beforeAll(async () => {
    const userId = kind === 'share-links' ? findUserId(stack.sandbox, 'Jonas Weber') : undefined;
    one = { key: await stack.issueKey({ scopes: ['*'], userId }) };
    other = { key: await stack.issueKey({ scopes: ['*'], userId }) };
  });

  it('is open to the caller that gave the code, and to no other caller with the same principal', async () => {
    const link = await createLink(kind);
    expect((await unlock(link, one)).json()).toMatchObject({ unlocked: true });
    const jobId = await runJob(link, one);
    expect(await visitEverything(link, jobId, one)).toEqual(everythingOpen);
    expect(await visitEverything(link, jobId, other)).toEqual(nothingOpen);
    expect([await isUnlocked(link, one), await isUnlocked(link, other)]).toEqual([true, false]);
    // A rejected call of another caller does not lock the link again.
    expect((await stack.call('GET', `${link}/files`, one)).status).toBe(200);
  });

  it('is open to the visitor that the caller names, and to no other visitor of the caller', async () => {
    const link = await createLink(kind);
    const visitor = forVisitor(one, 'visitor-1');
    expect((await unlock(link, visitor)).status).toBe(200);
    const jobId = await runJob(link, visitor);
    expect(await visitEverything(link, jobId, visitor)).toEqual(everythingOpen);
    for (const stranger of [one, forVisitor(one, 'visitor-2'), forVisitor(other, 'visitor-1')]) {
      expect(await visitEverything(link, jobId, stranger)).toEqual(nothingOpen);
      expect(await isUnlocked(link, stranger)).toBe(false);
    }
  });

  it('is open to the same visitor in a batch', async () => {
    const link = await createLink(kind);
    await unlock(link, forVisitor(one, 'visitor-1'));
    const body = { requests: [{ id: '1', path: `${link}/files` }] };
    const readInBatch = async (id: string): Promise<unknown> =>
      (await stack.call('POST', '/v1/batch', { ...forVisitor(one, id), body })).json().responses;
    expect(await readInBatch('visitor-1')).toMatchObject([{ status: 200 }]);
    expect(await readInBatch('visitor-2')).toMatchObject([{ status: 403 }]);
  });

  it('is not reported as unlocked to another visitor that repeats an Idempotency-Key', async () => {
    const link = await createLink(kind);
    const unlockOnce = (id: string, extractCode: string) => {
      const visitor = forVisitor(one, id);
      const headers = { ...visitor.headers, 'idempotency-key': `key of ${link}`.replaceAll(/[ /]/g, '-') };
      return stack.call('POST', `${link}/unlock`, { ...visitor, headers, body: { extractCode } });
    };
    expect((await unlockOnce('visitor-1', accessCode)).json()).toMatchObject({ unlocked: true });
    expect((await unlockOnce('visitor-1', accessCode)).headers.get('idempotent-replayed')).toBe('true');
    expect((await unlockOnce('visitor-2', accessCode)).headers.get('idempotent-replayed')).toBeNull();
    expect(await isUnlocked(link, forVisitor(one, 'visitor-2'))).toBe(true);
  });

  it.each(['', 'a b', 'é', 'x'.repeat(129)])('takes no visitor %j', async (id) => {
    const response = await stack.sendRaw({
      path: await createLink(kind),
      headers: { authorization: `Bearer ${one.key}`, 'x-visitor': Buffer.from(id).toString('latin1') },
    });
    expect(response.json()).toMatchObject({ status: 422, errors: [{ pointer: '/X-Visitor' }] });
  });

  it('takes a few wrong codes of a visitor, then none for minutes; what is open stays open', async () => {
    const link = await createLink(kind);
    await unlock(link, one);
    const countChecks = (): number =>
      Object.entries(stack.sandbox.counters().byOperation)
        .filter(([operation]) => operation.startsWith('verifyExtractCode'))
        .reduce((sum, [, count]) => sum + count, 0);
    const checksBefore = countChecks();
    const guesser = forVisitor(one, 'guesser');
    for (let guess = 0; guess < maxWrongGuesses.perGuesser; guess += 1) {
      const response = await unlock(link, guesser, wrongCode);
      expect(response.json()).toMatchObject({ status: 422, errors: [{ pointer: '/extractCode' }] });
    }
    for (const code of [wrongCode, accessCode]) {
      const response = await unlock(link, guesser, code);
      expect(response.json()).toMatchObject({ status: 429, code: 'too-many-requests', retryable: true });
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(60);
    }
    expect(countChecks() - checksBefore).toBe(maxWrongGuesses.perGuesser);
    expect((await stack.call('GET', `${link}/files`, one)).status).toBe(200);
    expect((await unlock(link, other)).status).toBe(200);
    expect((await unlock(await createLink(kind), guesser)).status).toBe(200);
  });

  it('takes fewer wrong codes of all visitors of one caller than lock the link for everybody', async () => {
    const link = await createLink(kind);
    await unlock(link, one);
    const statuses = new Map<number, number>();
    for (let guess = 0; guess < maxWrongGuesses.perCaller + 5; guess += 1) {
      const { status } = await unlock(link, forVisitor(one, `guesser-${guess}`), wrongCode);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 422: maxWrongGuesses.perCaller, 429: 5 });
    expect((await unlock(link, other)).status).toBe(200);
    expect((await stack.call('GET', `${link}/files`, one)).status).toBe(200);
  });

  it('is in the audit log, as each wrong code, without the codes', async () => {
    const link = await createLink(kind);
    await unlock(link, one, wrongCode);
    await unlock(link, one);
    const text = readFileSync(join(stack.keysFile, '../audit.log'), 'utf8');
    const lines = text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as Record<string, unknown>] : []));
    expect(lines.slice(-2)).toMatchObject([
      { event: 'link-unlocked', outcome: 'refused', reason: 'invalid-input', caller: expect.any(String) },
      { event: 'link-unlocked', outcome: 'done', target: { code: link.split('/').at(-1) } },
    ]);
    expect(text).not.toContain(accessCode);
    expect(text).not.toContain(wrongCode);
  });
});

describe('S32: a browser', () => {
  async function createBrowser(): Promise<Visitor> {
    const browser = new SimulatedBrowser();
    await signIn(browser, origin, findUserId(stack.sandbox, 'Jonas Weber'));
    const headers = { cookie: browser.cookieHeader('localhost'), 'x-csrf': '1', 'sec-fetch-site': 'same-origin' };
    return { key: '', headers };
  }

  it('is one visitor: it cannot name others to guess more, and another session of its user has to give the code', async () => {
    const [first, second] = [await createBrowser(), await createBrowser()];
    const link = await createLink('share-links');
    await unlock(link, first);
    expect([await isUnlocked(link, first), await isUnlocked(link, second)]).toEqual([true, false]);
    for (let guess = 0; guess < maxWrongGuesses.perGuesser; guess += 1) {
      const headers = { ...second.headers, 'x-visitor': `guesser-${guess}` };
      expect((await unlock(link, { key: '', headers }, wrongCode)).status).toBe(422);
    }
    expect((await unlock(link, { key: '', headers: { ...second.headers, 'x-visitor': 'another' } })).status).toBe(429);
    // Nor can it by signing in again.
    expect((await unlock(link, await createBrowser())).status).toBe(429);
  });
});

describe('S32: the event stream of a job on files behind a link', () => {
  it('is not joined by a caller for whom the link is locked', async () => {
    const link = await createLink('public-links');
    const one = { key: await stack.issueKey({ scopes: ['*'] }) };
    const other = { key: await stack.issueKey({ scopes: ['*'] }) };
    await unlock(link, one);
    const events = `${link}/jobs/${await startJob(link, one)}/events`;
    const headers = { authorization: `Bearer ${one.key}` };
    const controller = new AbortController();
    const stream = await fetch(stack.url + events, { headers, signal: controller.signal });
    const { value } = (await stream.body?.getReader().read()) ?? {};
    expect(Buffer.from(value ?? []).toString()).toContain('event: progress');
    expect((await stack.call('GET', events, other)).status).toBe(403);
    controller.abort();
  });
});

describe('S32: the routes of links', () => {
  it('are not cached: cached responses are shared by all callers with one principal', () => {
    const routes = listRoutes(stack.openApiDocument).filter(({ path }) => /^\/v1\/(share|public)-links\//.test(path));
    expect(routes).toHaveLength(14);
    expect(routes.filter(({ operation }) => operation['x-fresh-seconds'] !== undefined)).toEqual([]);
  });
});
