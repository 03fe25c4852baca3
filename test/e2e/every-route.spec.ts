import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type OperationExample } from '../../apps/gateway/src/http/openapi/examples.js';
import { examples } from '../../apps/gateway/src/http/openapi/generated/examples.js';
import { optionalModuleVariables } from '../../apps/gateway/src/composition/optional-modules.js';
import { isBrowserSessionScope, scopeNames } from '../../libs/callers/src/index.js';
import { findUserId } from '../support/gateway-api.js';
import { buildInvalidRequests, fillPathTemplate } from '../support/invalid-requests.js';
import { SimulatedBrowser, signIn } from '../support/simulated-browser.js';
import { signInAtProvider, type TestOpenIdProvider, startOpenIdProvider } from '../support/openid-provider.js';
import { OpenApiValidator, type ApiRoute, listRoutes } from '../support/openapi-validator.js';
import { findFreePort } from '../support/ports.js';
import { SeededRandom } from '../support/requests/seeded-random.js';
import { callRoute } from '../support/requests/call-route.js';
import { toExample, inferShape } from '../support/requests/record-examples.js';
import { type TestCaller, GeneratorContext } from '../support/requests/generator-context.js';
import { formatRoute } from '../support/requests/request-generators.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

jest.setTimeout(240_000);

const host = 'localhost';
const userNames = ['Mei Lin', 'Jonas Weber', 'Amara Okafor', '王芳'];
/** Several passes, because some requests need resources that others create, or another caller. */
const maxPasses = 24;

let stack: GatewayStack;
let provider: TestOpenIdProvider;
let origin: string;
let routes: ApiRoute[];
const callers: TestCaller[] = [];
beforeAll(async () => {
  const port = await findFreePort();
  origin = `http://${host}:${port}`;
  const callback = `${origin}/auth/openid/callback`;
  provider = await startOpenIdProvider(callback, 'http://127.0.0.1:1/bye');
  stack = await startGatewayStack({
    sandbox: { jobs: { waitMs: 10, perFileMs: 1 } },
    env: {
      ...optionalModuleVariables,
      PORT: String(port),
      LOGIN_DOMAIN: `${origin}/auth/callback`,
      SESSION_SCOPES: scopeNames.filter(isBrowserSessionScope).join(','),
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_REDIRECT_URL: callback,
      OIDC_USER_CLAIM: 'koodrive_user',
    },
  });
  provider.accounts.set('ada', { koodrive_user: stack.userId });
  routes = listRoutes(stack.openApiDocument);
  for (const name of userNames) {
    const userId = findUserId(stack.sandbox, name);
    const key = await stack.issueKey({ scopes: ['*'], userId });
    callers.push({ name, userId, headers: { authorization: `Bearer ${key}` } });
  }
});
afterAll(async () => {
  await stack?.close();
  await provider?.close();
});

/** A caller with a new browser session: some calls end the browser session that they use. */
async function createBrowserCaller(): Promise<TestCaller> {
  const browser = new SimulatedBrowser();
  await signIn(browser, origin, stack.userId);
  const headers = { cookie: browser.cookieHeader(host), 'x-csrf': '1', 'sec-fetch-site': 'same-origin' };
  return { name: 'a browser', userId: stack.userId, headers };
}

/** The last request and response of each route in this run, and the routes that were read before the first write. */
const recordedExamples = new Map<string, OperationExample>();
const initialReadRoutes = new Set<string>();
let hasWritten = false;

/** Routes that are called without a caller. */
const unauthenticatedCalls: Readonly<Record<string, () => Promise<GatewayResponse | { status: number }>>> = {
  'GET /live': () => stack.call('GET', '/live'),
  'GET /ready': () => stack.call('GET', '/ready'),
  'GET /metrics': () => stack.call('GET', '/metrics'),
  'GET /auth/login': () => new SimulatedBrowser().fetch('GET', `${origin}/auth/login`),
  'GET /auth/callback': () => signIn(new SimulatedBrowser(), origin, stack.userId),
  'GET /auth/openid/login': () => new SimulatedBrowser().fetch('GET', `${origin}/auth/openid/login`),
  'GET /auth/openid/callback': () => signInByOpenId(),
  'POST /auth/openid/backchannel-logout': async () => {
    const form = new URLSearchParams({ logout_token: await provider.signLogoutToken({ sub: 'ada' }) }).toString();
    return new SimulatedBrowser().fetch('POST', `${origin}/auth/openid/backchannel-logout`, {}, form);
  },
  'GET /auth/openid/logout': async () => {
    const browser = new SimulatedBrowser();
    await signInByOpenId(browser);
    return browser.fetchSameOrigin('GET', `${origin}/auth/openid/logout`);
  },
};

async function signInByOpenId(browser = new SimulatedBrowser()): Promise<{ status: number }> {
  const page = (await browser.fetch('GET', `${origin}/auth/openid/login`)).headers.get('location') ?? '';
  return browser.fetch('GET', await signInAtProvider(browser, page, 'ada'));
}

const requiresBrowser = ({ path, operation }: ApiRoute): boolean =>
  operation['x-scope'] === 'session' || path === '/auth/logout';

/** @returns the status of a successful call, or the reason of the failure */
async function tryRoute(route: ApiRoute, random: SeededRandom, pass: number): Promise<number | string> {
  const callUnauthenticated = unauthenticatedCalls[formatRoute(route)];
  if (callUnauthenticated) {
    const response = await callUnauthenticated();
    if ('text' in response)
      recordedExamples.set(formatRoute(route), toExample({ path: route.path, request: {}, response }));
    return response.status;
  }
  // Routes that accept no key are called by a browser. A browser also calls the other routes in every fifth pass.
  const caller = requiresBrowser(route) || pass % 5 === 4 ? await createBrowserCaller() : callers[pass % 5];
  if (!caller) throw new Error('there is no caller');
  const send = (method: string, path: string, options = {}) => stack.call(method, path, { key: '', ...options });
  const call = await callRoute(route, new GeneratorContext({ caller, random, read: send, send }), send);
  if (typeof call === 'string') return call;
  const { response, request } = call;
  if (response.status < 400) {
    recordedExamples.set(formatRoute(route), toExample(call));
    if (!hasWritten) initialReadRoutes.add(formatRoute(route));
    await request.waitForEffects?.(response);
  }
  return response.status < 400 ? response.status : response.text;
}

/** Writes the recorded requests and responses as the examples of the description (`npm run examples`). */
async function writeExamples(): Promise<void> {
  const file = new URL('../../apps/gateway/src/http/openapi/generated/examples.ts', import.meta.url);
  const examplesWithBody = [...recordedExamples].filter(
    ([, { request, response }]) => request !== undefined || response !== undefined,
  );
  const inOrder = Object.fromEntries(examplesWithBody.sort(([one], [other]) => (one < other ? -1 : 1)));
  const header =
    "// Recorded by `npm run examples`. Do not edit.\nimport type { OperationExample } from '../examples.js';\n";
  const value = JSON.stringify(inOrder, null, 2);
  await writeFile(file, `${header}\nexport const examples: Readonly<Record<string, OperationExample>> = ${value};\n`);
}

describe('every route', () => {
  it('does what it is for', async () => {
    const random = new SeededRandom(20_261_122);
    const failures = new Map<string, string>();
    // Reads come first: they return the seed data, which is the same in each run.
    let remaining = [...routes].sort((one, other) => Number(one.method !== 'GET') - Number(other.method !== 'GET'));
    for (let pass = 0; pass < maxPasses && remaining.length > 0; pass += 1) {
      const failed: ApiRoute[] = [];
      for (const route of remaining) {
        hasWritten ||= route.method !== 'GET';
        const result = await tryRoute(route, random, pass);
        if (typeof result === 'number') continue;
        failed.push(route);
        failures.set(formatRoute(route), result.slice(0, 300));
      }
      remaining = failed;
    }
    process.stderr.write(`${routes.length - remaining.length} of ${routes.length} routes responded with 2xx or 3xx\n`);
    expect(remaining.map((route) => `${formatRoute(route)}: ${failures.get(formatRoute(route)) ?? ''}`)).toEqual([]);
  });

  it('is shown by an example: a recorded request and response, validated against the description', async () => {
    if (process.env.RECORD_EXAMPLES) return writeExamples();
    const validator = new OpenApiValidator(stack.openApiDocument);
    const withoutExample: string[] = [];
    for (const { method, path, operation } of routes) {
      const name = formatRoute({ method, path });
      const [status = '', success] = Object.entries(operation.responses).find(([each]) => each.startsWith('2')) ?? [];
      const example = examples[name];
      const returnsJson = success?.content?.['application/json'] !== undefined;
      const acceptsJson = operation.requestBody?.content['application/json'] !== undefined;
      if ((returnsJson && example?.response === undefined) || (acceptsJson && example?.request === undefined))
        withoutExample.push(name);
      if (example?.request !== undefined) validator.validateRequestBody(method, path, example.request);
      if (example?.response === undefined) continue;
      const headers = new Headers({ 'content-type': 'application/json' });
      validator.validateResponse(method, example.url, {
        status: Number(status),
        headers,
        text: JSON.stringify(example.response),
      });
      if (initialReadRoutes.has(name))
        expect([name, inferShape(example.response)]).toEqual([name, inferShape(recordedExamples.get(name)?.response)]);
    }
    process.stderr.write(`${initialReadRoutes.size} examples have the shape of the first responses of this run\n`);
    expect(withoutExample).toEqual([]);
    expect(initialReadRoutes.size).toBeGreaterThan(50);
  });

  it('rejects invalid input with a problem', async () => {
    const { headers } = await createBrowserCaller();
    const [{ headers: keyHeaders } = { headers: {} }] = callers;
    const otherInvalidRequests = buildInvalidRequests(stack.openApiDocument, stack.key);
    const accepted: string[] = [];
    for (const route of routes) {
      const path = `${fillPathTemplate(route)}?surprise=1`;
      const credential = requiresBrowser(route) || route.path === '/v1/users/import-checks' ? headers : keyHeaders;
      const body = route.operation.requestBody && { bytes: '{', headers: { 'content-type': 'application/json' } };
      const response = await stack.call(route.method, path, {
        key: '',
        ...body,
        headers: { ...body?.headers, ...credential },
      });
      const isProblem = response.headers.get('content-type') === 'application/problem+json';
      if (response.status < 400 || response.status >= 500 || !isProblem)
        accepted.push(`${formatRoute(route)}: ${response.status}`);
    }
    process.stderr.write(`${routes.length - accepted.length} of ${routes.length} routes rejected invalid input, `);
    process.stderr.write(`${otherInvalidRequests.length} more invalid requests are in invalid-input.spec.ts\n`);
    expect(accepted).toEqual([]);
  });

  it('does not violate the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
