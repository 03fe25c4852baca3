import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { findUserId, noCacheHeaders, parseProblem } from '../support/gateway-api.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';
import { type ApiRoute, listRoutes } from '../support/openapi-validator.js';
import { callRoute } from '../support/requests/call-route.js';
import { GeneratorContext, type TestCaller } from '../support/requests/generator-context.js';
import { SeededRandom } from '../support/requests/seeded-random.js';
import { findDifference } from '../support/deviated-values.js';

jest.setTimeout(3_600_000);

const deviationCount = Number(process.env.DEVIATIONS ?? 1000);
const seed = Number(process.env.DEVIATION_SEED ?? 20_261_130);
const userNames = ['Mei Lin', 'Jonas Weber', 'Amara Okafor', '王芳'];
/** Passes over all routes in search of requests that succeed. */
const maxPasses = 4;
/** Routes whose responses are not JSON, or come from the gateway alone. */
const otherRoutes = /^\/(live|ready|metrics|auth|openapi|docs)|\/events$|\/content$|^\/v1\/sessions/;

/** A read that succeeds, and its response while the upstream is as documented. */
interface Read {
  readonly route: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Two responses: what differs between them cannot be compared. */
  expected: readonly [unknown, unknown];
  readonly upstreamCalls: number;
}

let stack: GatewayStack;
let routes: ApiRoute[];
const candidates: Pick<Read, 'route' | 'path' | 'headers'>[] = [];
const reads: Read[] = [];

const send = (method: string, path: string, options: { headers?: Readonly<Record<string, string>> } = {}) =>
  stack.call(method, path, { key: '', ...options, headers: { ...options.headers, ...noCacheHeaders } });

beforeAll(async () => {
  stack = await startGatewayStack({ sandbox: { jobs: { waitMs: 0, perFileMs: 0 } } });
  routes = listRoutes(stack.openApiDocument).filter(({ method, path }) => method === 'GET' && !otherRoutes.test(path));
  const random = new SeededRandom(seed);
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const userId = findUserId(stack.sandbox, userNames[pass % userNames.length] ?? '');
    const key = await stack.issueKey({ scopes: ['*'], userId });
    const caller: TestCaller = { name: userId, userId, headers: { authorization: `Bearer ${key}` } };
    for (const route of routes) await addRead(route, new GeneratorContext({ caller, random, read: send, send }));
  }
  for (const candidate of candidates) await recordExpected(candidate);
});
afterAll(() => stack?.close());

async function addRead(route: ApiRoute, context: GeneratorContext): Promise<void> {
  const call = await callRoute(route, context, send);
  if (typeof call === 'string' || call.response.status !== 200 || !isJson(call.response)) return;
  candidates.push({ route: route.path, path: call.path, headers: context.caller.headers });
}

/** Only now: the generators of requests write, too. */
async function recordExpected(candidate: Pick<Read, 'route' | 'path' | 'headers'>): Promise<void> {
  const { path, headers } = candidate;
  const first = await send('GET', path, { headers });
  const before = stack.sandbox.counters().calls;
  const second = await send('GET', path, { headers });
  const upstreamCalls = stack.sandbox.counters().calls - before;
  if (first.status !== 200 || upstreamCalls === 0) return;
  reads.push({ ...candidate, expected: [first.json(), second.json()], upstreamCalls });
}

async function readTwice({ path, headers }: Pick<Read, 'path' | 'headers'>): Promise<readonly [unknown, unknown]> {
  const readOnce = async (): Promise<unknown> => (await send('GET', path, { headers })).json();
  return [await readOnce(), await readOnce()];
}

const isJson = ({ headers }: GatewayResponse): boolean =>
  headers.get('content-type')?.startsWith('application/json') ?? false;

/** How a read ended while one response of the upstream deviated. */
type Outcome = 'equal' | 'absent' | 'unreadable' | 'wrong' | 'list lost' | 'other failure';

function classify({ expected }: Read, response: GatewayResponse, pointer: string): Outcome {
  if (response.headers.get('cache-status')?.includes('hit')) return 'other failure';
  if (response.status === 200) {
    const difference = findDifference(response.json(), expected);
    return difference === undefined ? 'equal' : difference.startsWith('absent') ? 'absent' : 'wrong';
  }
  if (response.status !== 502) return 'other failure';
  const problem = parseProblem(response);
  if (problem.code !== 'upstream-protocol' || !problem.upstream?.operation) return 'other failure';
  const { items } = expected[0] as { items?: unknown[] };
  const isInEntry = /\/\d+(\/|$)/.test(pointer);
  return items && items.length > 1 && isInEntry ? 'list lost' : 'unreadable';
}

describe('R20: a response of the upstream with one random deviation', () => {
  it(`costs at most the value that deviates, in ${deviationCount} reads of all routes`, async () => {
    process.stderr.write(
      `DEVIATION_SEED=${seed}; ${reads.length} reads of ${new Set(reads.map((r) => r.route)).size} routes\n`,
    );
    const random = new SeededRandom(seed);
    const counts = new Map<Outcome, number>();
    const failures: string[] = [];
    let done = 0;
    for (let attempt = 0; done < deviationCount && attempt < 3 * deviationCount; attempt += 1) {
      const read = reads[attempt % reads.length] as Read;
      const skip = Math.floor(random.nextFloat() * read.upstreamCalls);
      stack.sandbox.deviations.start({ seed: Math.floor(random.nextFloat() * 2 ** 32), times: 1, skip });
      const response = await send('GET', read.path, { headers: read.headers }).catch(
        (error: unknown) => error as Error,
      );
      stack.sandbox.deviations.stop();
      const [sent] = stack.sandbox.deviations.describe().last;
      // The gateway remembers some responses, and then makes fewer calls.
      if (!sent) continue;
      done += 1;
      if (response instanceof Error) {
        failures.push(`not as described: ${JSON.stringify(sent)}: ${response.message}`);
        continue;
      }
      let outcome = classify(read, response, sent.pointer);
      if (outcome === 'wrong') {
        // A read changes some lists, such as the audit log: compare with what they are now.
        read.expected = await readTwice(read);
        outcome = classify(read, response, sent.pointer);
      }
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      if (['equal', 'absent', 'unreadable'].includes(outcome)) continue;
      const difference = response.status === 200 ? findDifference(response.json(), read.expected) : response.text;
      failures.push(`${outcome}: GET ${read.path}: ${JSON.stringify(sent)}: ${difference ?? ''}`);
    }
    process.stderr.write(`${JSON.stringify(Object.fromEntries(counts))}\n`);
    expect(failures).toEqual([]);
  });

  it('is not cached where it costs entries of a list', async () => {
    const { headers } = reads.find(({ route }) => route === '/v1/users') as Read;
    const read = (limit: number) => stack.call('GET', `/v1/users?limit=${limit}`, { key: '', headers });
    // Each limit is a cache entry of its own.
    for (let limit = 100; limit > 0; limit -= 1) {
      stack.sandbox.deviations.start({ seed: limit, kinds: ['drop'], times: 1 });
      const incomplete = (await read(limit)).json<{ omitted?: number }>();
      stack.sandbox.deviations.stop();
      if (incomplete.omitted === undefined) continue;
      const next = await read(limit);
      expect(next.headers.get('cache-status')).not.toContain('hit');
      expect(next.json()).not.toHaveProperty('omitted');
      return;
    }
    throw new Error('no entry was left out');
  });
});
