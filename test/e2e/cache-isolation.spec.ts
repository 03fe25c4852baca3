import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { RouteTable } from '../../apps/gateway/src/http/route-table.js';
import { optionalModuleVariables } from '../../apps/gateway/src/composition/optional-modules.js';
import { listParameters } from '../support/invalid-requests.js';
import { findUserId, issueKeyFor, noCacheHeaders } from '../support/gateway-api.js';
import { type ApiRoute, listRoutes } from '../support/openapi-validator.js';
import { createSample } from '../support/schema-samples.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

jest.setTimeout(120_000);

/** Queries for routes that otherwise return the same response to all users, or an empty list. */
const queriesByPath: Readonly<Record<string, () => string>> = {
  '/v1/search': () => 'q=e',
  '/v1/spaces/by-owner': () => `kind=individual&ownerIds=${meiUser.userId}`,
};
const maxItems = 20;

interface TestUser {
  readonly key: string;
  readonly userId: string;
}

let stack: GatewayStack;
/** Two users with different spaces, files, messages, groups and rights; each may act for the other. */
let meiUser: TestUser;
let jonasUser: TestUser;

beforeAll(async () => {
  stack = await startGatewayStack({ env: optionalModuleVariables });
  meiUser = { key: stack.key, userId: stack.userId };
  const userId = findUserId(stack.sandbox, 'Jonas Weber');
  jonasUser = { key: await issueKeyFor(stack, 'Jonas Weber'), userId };
});
afterAll(() => stack.close());

/** Every route whose responses may be cached, by the declarations of the routes. */
function listCachedRoutes(): ApiRoute[] {
  const { routeTable } = stack.gateway.app.getHttpAdapter().getInstance() as unknown as { routeTable: RouteTable };
  return listRoutes(stack.openApiDocument).filter(({ method, path }) => {
    const endpoints = routeTable.findEndpoints(method, path.replace(/\{(\w+)\}/g, ':$1'));
    return method === 'GET' && endpoints.some(({ cache }) => cache !== undefined);
  });
}

const getAs = (url: string, { key }: TestUser, headers: Record<string, string> = {}): Promise<GatewayResponse> =>
  stack.call('GET', url, { key, headers });

/** Ids for a path parameter: those in the list of the path before the parameter. */
async function listIds(listPath: string, user: TestUser): Promise<string[]> {
  const { items = [] } = (await getAs(`${listPath}?limit=${maxItems}`, user)).json<{ items?: { id?: string }[] }>();
  return items.flatMap(({ id }) => id ?? []);
}

/** A URL of the route that the user can read. Ids are taken from the lists along the path. */
async function findReadableUrl({ path, ...route }: ApiRoute, user: TestUser, prefix = ''): Promise<string | undefined> {
  const [, before = '', , after = ''] = /^([^{]*)(\{\w+\})(.*)$/.exec(path) ?? [];
  if (!path.includes('{')) {
    const required = listParameters({ path, ...route }, 'query').filter((parameter) => parameter.required);
    const samples = required.map(
      ({ name, schema }) => `${name}=${encodeURIComponent(String(createSample(stack.openApiDocument, schema)))}`,
    );
    const query = queriesByPath[prefix + path]?.() ?? samples.join('&');
    const url = `${prefix}${path}${query && `?${query}`}`;
    return (await getAs(url, user)).status === 200 ? url : undefined;
  }
  for (const id of await listIds(prefix + before.replace(/\/$/, ''), user)) {
    const url = await findReadableUrl({ ...route, path: after }, user, prefix + before + id);
    if (url !== undefined) return url;
  }
  return undefined;
}

/** The part of a response that does not depend on the request: the body, or status and code of a problem. */
function comparableResponse({ status, text }: GatewayResponse): string {
  if (status === 200) return text;
  const { code } = JSON.parse(text) as { code: string };
  return `${status} ${code}`;
}

describe('every cached route', () => {
  it('never returns the cached response of one user to another', async () => {
    const routes = listCachedRoutes();
    const unreached: string[] = [];
    const uncached: string[] = [];
    const leaks: string[] = [];
    let differingCount = 0;
    for (const route of routes) {
      const name = `GET ${route.path}`;
      let [first, second] = [meiUser, jonasUser];
      let url = await findReadableUrl(route, first);
      if (url === undefined) {
        [first, second] = [jonasUser, meiUser];
        url = await findReadableUrl(route, first);
      }
      if (url === undefined) {
        unreached.push(name);
        continue;
      }
      const cached = await getAs(url, first);
      if (!/; hit/.test(cached.headers.get('cache-status') ?? '')) uncached.push(name);
      const direct = comparableResponse(await getAs(url, second));
      const onBehalf = comparableResponse(await getAs(url, first, { 'x-on-behalf-of': second.userId }));
      // The expected response comes from KooDrive, not from the cache.
      const expected = comparableResponse(await getAs(url, second, noCacheHeaders));
      if (expected !== comparableResponse(cached)) differingCount += 1;
      if (direct !== expected) leaks.push(`${name}: ${direct.slice(0, 200)}, expected ${expected.slice(0, 200)}`);
      if (onBehalf !== expected)
        leaks.push(`${name} on behalf: ${onBehalf.slice(0, 200)}, expected ${expected.slice(0, 200)}`);
    }
    process.stderr.write(
      `\n${routes.length} cached routes; the two users get different responses on ${differingCount}; ${leaks.length} leaks\n`,
    );
    expect({ unreached, uncached, leaks }).toEqual({ unreached: [], uncached: [], leaks: [] });
    expect(routes.length).toBeGreaterThan(35);
    expect(differingCount).toBeGreaterThan(15);
  });
});
