import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { EndpointSpec } from '../../apps/gateway/src/http/endpoint.js';
import { optionalModulesOn } from '../../apps/gateway/src/optional-modules.js';
import { parametersOf } from '../support/broken-requests.js';
import { keyFor } from '../support/drive.js';
import { type Route, routesOf } from '../support/openapi-check.js';
import { sampleOf } from '../support/samples.js';
import { type Answer, type Stack, startStack } from '../support/stack.js';

jest.setTimeout(120_000);

/** Queries without which a route answers the same to everybody, or nothing. */
const queries: Readonly<Record<string, () => string>> = {
  '/v1/search': () => 'q=e',
  '/v1/spaces/by-owner': () => `kind=individual&ownerIds=${mei.userId}`,
};
const mostItems = 20;

interface Person {
  readonly key: string;
  readonly userId: string;
}

let stack: Stack;
/** Two users with different spaces, files, messages, groups and rights; each may act for the other. */
let mei: Person;
let jonas: Person;

beforeAll(async () => {
  stack = await startStack({ env: optionalModulesOn });
  mei = { key: stack.key, userId: stack.userId };
  const userId = stack.sandbox.users().find(({ name }) => name === 'Jonas Weber')?.userId ?? '';
  jonas = { key: await keyFor(stack, 'Jonas Weber'), userId };
});
afterAll(() => stack.close());

interface KnownRoutes {
  endpoints(method: string, address: string): readonly EndpointSpec[];
}

/** Every route whose answers may be kept, as the routes themselves say. */
function cachedRoutes(): Route[] {
  const { knownRoutes } = stack.gateway.app.getHttpAdapter().getInstance() as unknown as { knownRoutes: KnownRoutes };
  return routesOf(stack.description).filter(({ method, path }) => {
    const own = knownRoutes.endpoints(method, path.replace(/\{(\w+)\}/g, ':$1'));
    return method === 'GET' && own.some(({ cache }) => cache !== undefined);
  });
}

const read = (address: string, { key }: Person, headers: Record<string, string> = {}): Promise<Answer> =>
  stack.call('GET', address, { key, headers });

/** Ids for a parameter of a path: those of the list that stands before it. */
async function idsBelow(prefix: string, who: Person): Promise<string[]> {
  const { items = [] } = (await read(`${prefix}?limit=${mostItems}`, who)).json<{ items?: { id?: string }[] }>();
  return items.flatMap(({ id }) => id ?? []);
}

/** An address of the route where that user finds something: ids are taken from the lists along the path. */
async function addressOf({ path, ...route }: Route, who: Person, filled = ''): Promise<string | undefined> {
  const [, before = '', , after = ''] = /^([^{]*)(\{\w+\})(.*)$/.exec(path) ?? [];
  if (!path.includes('{')) {
    const required = parametersOf({ path, ...route }, 'query').filter((parameter) => parameter.required);
    const samples = required.map(
      ({ name, schema }) => `${name}=${encodeURIComponent(String(sampleOf(stack.description, schema)))}`,
    );
    const query = queries[filled + path]?.() ?? samples.join('&');
    const address = `${filled}${path}${query && `?${query}`}`;
    return (await read(address, who)).status === 200 ? address : undefined;
  }
  for (const id of await idsBelow(filled + before.replace(/\/$/, ''), who)) {
    const found = await addressOf({ ...route, path: after }, who, filled + before + id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What somebody was told, without what differs from request to request. */
function told({ status, text }: Answer): string {
  if (status === 200) return text;
  const { code } = JSON.parse(text) as { code: string };
  return `${status} ${code}`;
}

describe('Every route whose answers may be kept', () => {
  it('gives a second user what is theirs, never what was kept for the first', async () => {
    const routes = cachedRoutes();
    const unreached: string[] = [];
    const unkept: string[] = [];
    const leaks: string[] = [];
    let differing = 0;
    for (const route of routes) {
      const name = `GET ${route.path}`;
      let [first, second] = [mei, jonas];
      let address = await addressOf(route, first);
      if (address === undefined) {
        [first, second] = [jonas, mei];
        address = await addressOf(route, first);
      }
      if (address === undefined) {
        unreached.push(name);
        continue;
      }
      const kept = await read(address, first);
      if (!/; hit/.test(kept.headers.get('cache-status') ?? '')) unkept.push(name);
      const own = await read(address, second);
      const acting = await read(address, first, { 'x-on-behalf-of': second.userId });
      // As without a cache: asked of KooDrive anew.
      const truth = told(await read(address, second, { 'cache-control': 'no-cache' }));
      if (truth !== told(kept)) differing += 1;
      if (told(own) !== truth) leaks.push(`${name}: told ${told(own).slice(0, 200)}, should be ${truth.slice(0, 200)}`);
      if (told(acting) !== truth)
        leaks.push(`${name} on behalf: ${told(acting).slice(0, 200)}, not ${truth.slice(0, 200)}`);
    }
    process.stderr.write(
      `\n${routes.length} cached routes walked; on ${differing} the two users are told different things; ${leaks.length} leaks\n`,
    );
    expect({ unreached, unkept, leaks }).toEqual({ unreached: [], unkept: [], leaks: [] });
    expect(routes.length).toBeGreaterThan(35);
    expect(differing).toBeGreaterThan(15);
  });
});
