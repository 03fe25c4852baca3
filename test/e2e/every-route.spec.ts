import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Example } from '../../apps/gateway/src/http/openapi/examples.js';
import { examples } from '../../apps/gateway/src/http/openapi/generated/examples.js';
import { optionalModulesOn } from '../../apps/gateway/src/optional-modules.js';
import { isSessionScope, scopeNames } from '../../libs/callers/src/index.js';
import { brokenRequests, concrete } from '../support/broken-requests.js';
import { BrowserByHand, signIn } from '../support/browser-by-hand.js';
import { passProvider, type RunningProvider, startOpenIdProvider } from '../support/openid-provider.js';
import { OpenApiCheck, type Route, routesOf } from '../support/openapi-check.js';
import { freePort } from '../support/ports.js';
import { Choice } from '../support/requests/choice.js';
import { driveRoute } from '../support/requests/drive-route.js';
import { exampleOf, shapeOf } from '../support/requests/record-examples.js';
import { type Caller, Scene } from '../support/requests/scene.js';
import { nameOf } from '../support/requests/valid-requests.js';
import { type Answer, type Stack, startStack } from '../support/stack.js';

jest.setTimeout(240_000);

const host = 'localhost';
const people = ['Mei Lin', 'Jonas Weber', 'Amara Okafor', '王芳'];
/** Some requests need what others make, or another of those who may. */
const passes = 24;

let stack: Stack;
let provider: RunningProvider;
let origin: string;
let routes: Route[];
const callers: Caller[] = [];
beforeAll(async () => {
  const port = await freePort();
  origin = `http://${host}:${port}`;
  const callback = `${origin}/auth/openid/callback`;
  provider = await startOpenIdProvider(callback, 'http://127.0.0.1:1/bye');
  stack = await startStack({
    sandbox: { jobs: { waitMs: 10, perFileMs: 1 } },
    env: {
      ...optionalModulesOn,
      PORT: String(port),
      LOGIN_DOMAIN: `${origin}/auth/callback`,
      SESSION_SCOPES: scopeNames.filter(isSessionScope).join(','),
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_REDIRECT_URL: callback,
      OIDC_USER_CLAIM: 'koodrive_user',
    },
  });
  provider.accounts.set('ada', { koodrive_user: stack.userId });
  routes = routesOf(stack.description);
  for (const name of people) {
    const userId = stack.sandbox.users().find((user) => user.name === name)?.userId ?? '';
    const key = await stack.newKey({ scopes: ['*'], userId });
    callers.push({ name, userId, headers: { authorization: `Bearer ${key}` } });
  }
});
afterAll(async () => {
  await stack?.close();
  await provider?.close();
});

/** Somebody signed in anew: some calls end the session they are made with. */
async function browser(): Promise<Caller> {
  const signedIn = new BrowserByHand();
  await signIn(signedIn, origin, stack.userId);
  const headers = { cookie: signedIn.cookieHeader(host), 'x-csrf': '1', 'sec-fetch-site': 'same-origin' };
  return { name: 'a browser', userId: stack.userId, headers };
}

/** What each route was asked and answered in this run, and which of it before anything was written. */
const recorded = new Map<string, Example>();
const early = new Set<string>();
let written = false;

/** What begins before there is any caller. */
const beforeCallers: Readonly<Record<string, () => Promise<Answer | { status: number }>>> = {
  'GET /live': () => stack.call('GET', '/live'),
  'GET /ready': () => stack.call('GET', '/ready'),
  'GET /metrics': () => stack.call('GET', '/metrics'),
  'GET /auth/login': () => new BrowserByHand().fetch('GET', `${origin}/auth/login`),
  'GET /auth/callback': () => signIn(new BrowserByHand(), origin, stack.userId),
  'GET /auth/openid/login': () => new BrowserByHand().fetch('GET', `${origin}/auth/openid/login`),
  'GET /auth/openid/callback': () => openId(),
  'GET /auth/openid/logout': async () => {
    const signedIn = new BrowserByHand();
    await openId(signedIn);
    return signedIn.call('GET', `${origin}/auth/openid/logout`);
  },
};

async function openId(by = new BrowserByHand()): Promise<{ status: number }> {
  const page = (await by.fetch('GET', `${origin}/auth/openid/login`)).headers.get('location') ?? '';
  return by.fetch('GET', await passProvider(by, page, 'ada'));
}

const takesBrowsers = ({ path, operation }: Route): boolean =>
  operation['x-scope'] === 'session' || path === '/auth/logout';

async function tried(route: Route, choice: Choice, pass: number): Promise<number | string> {
  const first = beforeCallers[nameOf(route)];
  if (first) {
    const answer = await first();
    if ('text' in answer) recorded.set(nameOf(route), exampleOf({ path: route.path, request: {}, answer }));
    return answer.status;
  }
  // What takes no key is asked by browsers, which may all the rest as well.
  const caller = takesBrowsers(route) || pass % 5 === 4 ? await browser() : callers[pass % 5];
  if (!caller) throw new Error('there is nobody to call');
  const send = (method: string, path: string, options = {}) => stack.call(method, path, { key: '', ...options });
  const driven = await driveRoute(route, new Scene({ caller, choice, look: send, send }), send);
  if (typeof driven === 'string') return driven;
  const { answer, request } = driven;
  if (answer.status < 400) {
    recorded.set(nameOf(route), exampleOf(driven));
    if (!written) early.add(nameOf(route));
    await request.after?.(answer);
  }
  return answer.status < 400 ? answer.status : answer.text;
}

/** Keeps what was seen as the examples of the description: `npm run examples`. */
async function record(): Promise<void> {
  const file = new URL('../../apps/gateway/src/http/openapi/generated/examples.ts', import.meta.url);
  const shown = [...recorded].filter(([, { request, answer }]) => request !== undefined || answer !== undefined);
  const inOrder = Object.fromEntries(shown.sort(([one], [other]) => (one < other ? -1 : 1)));
  const head = "// Recorded by `npm run examples`. Do not edit.\nimport type { Example } from '../examples.js';\n";
  const body = JSON.stringify(inOrder, null, 2);
  await writeFile(file, `${head}\nexport const examples: Readonly<Record<string, Example>> = ${body};\n`);
}

describe('every route', () => {
  it('does what it is for', async () => {
    const choice = new Choice(20_261_122);
    const failures = new Map<string, string>();
    // Reads first: they show the drive as it is at the start, which is the same every time.
    let left = [...routes].sort((one, other) => Number(one.method !== 'GET') - Number(other.method !== 'GET'));
    for (let pass = 0; pass < passes && left.length > 0; pass += 1) {
      const still: Route[] = [];
      for (const route of left) {
        written ||= route.method !== 'GET';
        const status = await tried(route, choice, pass);
        if (typeof status === 'number') continue;
        still.push(route);
        failures.set(nameOf(route), status.slice(0, 300));
      }
      left = still;
    }
    process.stderr.write(`${routes.length - left.length} of ${routes.length} routes answered with 2xx or 3xx\n`);
    expect(left.map((route) => `${nameOf(route)}: ${failures.get(nameOf(route)) ?? ''}`)).toEqual([]);
  });

  it('is shown by an example: a request and an answer as they come, checked against the description', async () => {
    if (process.env.RECORD_EXAMPLES) return record();
    const check = new OpenApiCheck(stack.description);
    const lacking: string[] = [];
    for (const { method, path, operation } of routes) {
      const name = nameOf({ method, path });
      const [status = '', success] = Object.entries(operation.responses).find(([each]) => each.startsWith('2')) ?? [];
      const example = examples[name];
      const answers = success?.content?.['application/json'] !== undefined;
      const takes = operation.requestBody?.content['application/json'] !== undefined;
      if ((answers && example?.answer === undefined) || (takes && example?.request === undefined)) lacking.push(name);
      if (example?.request !== undefined) check.checkRequest(method, path, example.request);
      if (example?.answer === undefined) continue;
      const headers = new Headers({ 'content-type': 'application/json' });
      check.check(method, example.address, { status: Number(status), headers, text: JSON.stringify(example.answer) });
      if (early.has(name)) expect([name, shapeOf(example.answer)]).toEqual([name, shapeOf(recorded.get(name)?.answer)]);
    }
    process.stderr.write(`${early.size} examples are as the drive answers from its start\n`);
    expect(lacking).toEqual([]);
    expect(early.size).toBeGreaterThan(50);
  });

  it('refuses broken input, with a problem', async () => {
    const { headers } = await browser();
    const [{ headers: keyed } = { headers: {} }] = callers;
    const given = brokenRequests(stack.description, stack.key);
    const taken: string[] = [];
    for (const route of routes) {
      const path = `${concrete(route)}?surprise=1`;
      const credential = takesBrowsers(route) || route.path === '/v1/users/import-checks' ? headers : keyed;
      const body = route.operation.requestBody && { bytes: '{', headers: { 'content-type': 'application/json' } };
      const answer = await stack.call(route.method, path, {
        key: '',
        ...body,
        headers: { ...body?.headers, ...credential },
      });
      const problem = answer.headers.get('content-type') === 'application/problem+json';
      if (answer.status < 400 || answer.status >= 500 || !problem) taken.push(`${nameOf(route)}: ${answer.status}`);
    }
    process.stderr.write(`${routes.length - taken.length} of ${routes.length} routes refused broken input, `);
    process.stderr.write(`${given.length} more kinds of it are in bad-input.spec.ts\n`);
    expect(taken).toEqual([]);
  });

  it('keeps to the contract with the upstream', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
