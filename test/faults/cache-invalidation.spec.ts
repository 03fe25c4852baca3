import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { noCacheHeaders } from '../support/gateway-api.js';
import { type GatewayInstances, startGatewayInstances } from '../support/gateway-instances.js';
import { type ApiRoute, listRoutes } from '../support/openapi-validator.js';
import { SeededRandom, NoCandidateError } from '../support/requests/seeded-random.js';
import { callRoute } from '../support/requests/call-route.js';
import { type TestCaller, GeneratorContext } from '../support/requests/generator-context.js';
import { buildPath, findGenerator, formatRoute } from '../support/requests/request-generators.js';

/** GRAPH_SECONDS sets the length of a run, GRAPH_SEED repeats a run. */
const runSeconds = Number(process.env.GRAPH_SECONDS ?? 20);
const seed = Number(process.env.GRAPH_SEED ?? 20_261_122);
jest.setTimeout(60_000 + runSeconds * 10_000);

/** An episode has one set of cached reads and several rounds of writes. */
const maxReadsPerEpisode = 60;
const roundsPerEpisode = 8;
/** A run ends after that number of stale reads. */
const maxStaleReads = 40;

/** Writes that change no cached read, with the reason. Every other write must be made by this test. */
const writesWithoutEffect: Readonly<Record<string, string>> = {
  'POST /v1/spaces/{spaceId}/download-links': 'a read',
  'POST /v1/spaces/{spaceId}/files/{fileId}/entries': 'a read',
  'POST /v1/reviews/find': 'a read',
  'POST /v1/batch': 'reads',
  'POST /v1/users/import-checks': 'a check',
  'POST /v1/share-links/{code}/unlock': 'unlocks a link, and no route of links is cached',
  'POST /v1/public-links/{code}/unlock': 'unlocks a link, and no route of links is cached',
  'POST /v1/spaces/{spaceId}/uploads/{uploadId}/parts': 'returns URLs',
  'DELETE /v1/me/sessions': 'sessions are read from the store',
  'DELETE /v1/me/sessions/{sessionId}': 'sessions are read from the store',
  'POST /auth/logout': 'sessions are read from the store',
  'POST /auth/openid/backchannel-logout': 'sessions are read from the store',
};
/** GET routes that change the responses of other reads. */
const readsWithEffect = ['GET /v1/share-links/{code}/files', 'GET /v1/public-links/{code}/files'];

/** Routes that accept no key. */
const browserOnlyPaths = ['/v1/organization/user-limit'];

interface CachedRead {
  readonly caller: TestCaller;
  readonly route: string;
  readonly path: string;
}

let instances: GatewayInstances;
let callers: TestCaller[];
let administrator: TestCaller;
let cachedRoutes: ApiRoute[];
let writeRoutes: ApiRoute[];
beforeAll(async () => {
  instances = await startGatewayInstances({ sandbox: { jobs: { waitMs: 20, perFileMs: 1 } } });
  const routes = listRoutes(instances.openApiDocument);
  cachedRoutes = routes.filter(({ operation }) => operation['x-fresh-seconds'] !== undefined);
  writeRoutes = routes.filter((route) => {
    const name = formatRoute(route);
    return (route.method !== 'GET' || readsWithEffect.includes(name)) && !(name in writesWithoutEffect);
  });
  administrator = await instances.createKeyCaller('Mei Lin');
  const others = ['Jonas Weber', 'Amara Okafor', '王芳'].map((name) => instances.createKeyCaller(name));
  callers = [administrator, ...(await Promise.all(others))];
});
afterAll(() => instances?.close());

const createContext = (
  caller: TestCaller,
  random: SeededRandom,
  preferredSpaceIds: readonly string[],
): GeneratorContext =>
  new GeneratorContext({ caller, random, preferredSpaceIds, read: instances.writer, send: instances.writer });

/** Generates different reads of cached routes, at most `maxReadsPerEpisode`. */
async function pickReads(random: SeededRandom, preferredSpaceIds: readonly string[]): Promise<CachedRead[]> {
  const reads = new Map<string, CachedRead>();
  for (let attempt = 0; attempt < maxReadsPerEpisode * 3 && reads.size < maxReadsPerEpisode; attempt += 1) {
    const route = random.pick(cachedRoutes);
    const caller = random.chance(0.4) ? administrator : random.pick(callers);
    try {
      const request = await findGenerator(route)?.(createContext(caller, random, preferredSpaceIds));
      if (!request) continue;
      const path = buildPath(route.path, request.params, request.query);
      reads.set(`${caller.name} ${path}`, { caller, route: formatRoute(route), path });
    } catch (error) {
      if (!(error instanceof NoCandidateError)) throw error;
    }
  }
  return [...reads.values()];
}

/** Sends a write of the route as one caller or, if no request can be generated, as another. @returns whether it succeeded */
async function performWrite(
  route: ApiRoute,
  random: SeededRandom,
  preferredSpaceIds: readonly string[],
): Promise<boolean> {
  if (browserOnlyPaths.includes(route.path))
    return performWriteAs(await instances.createBrowserCaller('Mei Lin'), route, random, preferredSpaceIds);
  const first = random.chance(0.4) ? administrator : random.pick(callers);
  for (const caller of [first, ...callers.filter((other) => other !== first)]) {
    if (await performWriteAs(caller, route, random, preferredSpaceIds)) return true;
  }
  return false;
}

async function performWriteAs(
  caller: TestCaller,
  route: ApiRoute,
  random: SeededRandom,
  preferredSpaceIds: readonly string[],
): Promise<boolean> {
  const call = await callRoute(route, createContext(caller, random, preferredSpaceIds), instances.writer);
  if (typeof call === 'string') {
    lastFailures.set(formatRoute(route), call);
    return false;
  }
  const { response, request } = call;
  if (response.status >= 500) throw new Error(`${formatRoute(route)}: ${response.text}`);
  if (response.status >= 300) lastFailures.set(formatRoute(route), response.text);
  else await request.waitForEffects?.(response);
  return response.status < 300;
}

const comparableResponse = (status: number, text: string): string => (status === 200 ? text : String(status));

/** The first difference of two responses, with 60 characters before and after it. */
function describeDifference(actual: string, expected: string): string {
  let index = 0;
  while (index < actual.length && actual[index] === expected[index]) index += 1;
  const from = Math.max(0, index - 60);
  return `${actual.slice(from, index + 60)}\n    instead of ${expected.slice(from, index + 60)}`;
}

/** The difference of a stale response; undefined if the reader's response is current or did not come from the cache. */
async function findStaleness({ caller: { headers }, path }: CachedRead): Promise<string | undefined> {
  const cached = await instances.reader('GET', path, { headers });
  if (cached.status !== 200 || !/; hit/.test(cached.headers.get('cache-status') ?? '')) return undefined;
  counts.hits += 1;
  const uncached = await instances.uncached('GET', path, { headers });
  const actual = comparableResponse(cached.status, cached.text);
  const expected = comparableResponse(uncached.status, uncached.text);
  if (actual === expected) return undefined;
  // Revalidate, so that this stale response is not attributed to the next write.
  await instances.reader('GET', path, { headers: { ...headers, ...noCacheHeaders } });
  return describeDifference(actual, expected);
}

/** The time of the run is over: only writes that have never succeeded are still made. */
let isOverTime = false;
const counts = { rounds: 0, writes: 0, reads: 0, hits: 0 };
const completedCounts = new Map<string, number>();
/** The reason of the last failure of a write, by route. */
const lastFailures = new Map<string, string>();
const attemptCounts = new Map<string, number>();
const readRoutes = new Set<string>();

/** Caches one set of reads in the reader and repeats them after each round of writes. @returns descriptions of stale reads */
async function runEpisode(random: SeededRandom): Promise<string[]> {
  const spaces = await createContext(administrator, random, []).list('/v1/spaces');
  const preferredSpaceIds = random.pickSome(spaces, 4).map(({ id }) => id);
  const reads = await pickReads(random, preferredSpaceIds);
  for (const { route } of reads) readRoutes.add(route);
  await Promise.all(reads.map(({ path, caller: { headers } }) => instances.reader('GET', path, { headers })));
  const staleReads: string[] = [];
  for (let round = 0; round < roundsPerEpisode; round += 1) {
    counts.rounds += 1;
    const writes: string[] = [];
    for (let writesLeft = random.pick([1, 1, 2, 3]); writesLeft > 0; writesLeft -= 1) {
      // Half of the writes are those attempted least: many writes need resources that other writes create.
      const route = random.pick(findLeastAttempted(random));
      attemptCounts.set(formatRoute(route), (attemptCounts.get(formatRoute(route)) ?? 0) + 1);
      if (await performWrite(route, random, preferredSpaceIds)) {
        writes.push(formatRoute(route));
        completedCounts.set(formatRoute(route), (completedCounts.get(formatRoute(route)) ?? 0) + 1);
      }
    }
    counts.writes += writes.length;
    counts.reads += reads.length;
    const results = await Promise.all(reads.map(async (read) => ({ read, difference: await findStaleness(read) })));
    for (const { read, difference } of results) {
      if (difference)
        staleReads.push(
          `${read.route} of ${read.caller.name} after ${writes.join(', ')}: ${read.path}\n    ${difference}`,
        );
    }
  }
  return staleReads;
}

function findLeastAttempted(random: SeededRandom): ApiRoute[] {
  const missing = writeRoutes.filter((route) => !completedCounts.has(formatRoute(route)));
  if (isOverTime && missing.length > 0) return missing;
  if (random.chance(0.5)) return writeRoutes;
  const minAttempts = Math.min(...writeRoutes.map((route) => attemptCounts.get(formatRoute(route)) ?? 0));
  return writeRoutes.filter((route) => (attemptCounts.get(formatRoute(route)) ?? 0) === minAttempts);
}

describe('the cache invalidation of all routes', () => {
  it('has a request generator for each cached route and each write', () => {
    const withoutGenerator = [...cachedRoutes, ...writeRoutes]
      .filter((route) => !findGenerator(route))
      .map(formatRoute);
    expect(withoutGenerator).toEqual([]);
    expect(cachedRoutes.length).toBeGreaterThan(25);
  });

  it(`shows writes through one instance in the next read through another (${runSeconds} s, seed ${seed})`, async () => {
    const start = performance.now();
    const elapsedSeconds = (): number => (performance.now() - start) / 1_000;
    const missing = (): string[] => writeRoutes.map(formatRoute).filter((name) => !completedCounts.has(name));
    const staleReads: string[] = [];
    // On a busy machine it takes longer until each write has succeeded.
    const shouldContinue = (): boolean =>
      elapsedSeconds() < runSeconds || (missing().length > 0 && elapsedSeconds() < runSeconds * 8);
    for (let episode = 0; shouldContinue() && staleReads.length < maxStaleReads; episode += 1) {
      staleReads.push(...(await runEpisode(new SeededRandom(seed + episode))));
      isOverTime = elapsedSeconds() > runSeconds;
    }
    process.stderr.write(`cache invalidation, seed ${seed}: ${JSON.stringify(counts)}, ${staleReads.length} stale\n`);
    expect(staleReads).toEqual([]);
    expect(missing().map((name) => `${name}: ${lastFailures.get(name) ?? 'not attempted'}`)).toEqual([]);
    expect(cachedRoutes.map(formatRoute).filter((name) => !readRoutes.has(name))).toEqual([]);
    expect(counts.hits).toBeGreaterThan(counts.writes);
  });

  it('does not violate the contract', () => {
    expect(instances.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
