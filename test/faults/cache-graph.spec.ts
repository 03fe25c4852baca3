import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Instances, startInstances } from '../support/instances.js';
import { type Route, routesOf } from '../support/openapi-check.js';
import { Choice, NothingThere } from '../support/requests/choice.js';
import { driveRoute } from '../support/requests/drive-route.js';
import { type Caller, Scene } from '../support/requests/scene.js';
import { addressOf, makerOf, nameOf } from '../support/requests/valid-requests.js';

/** GRAPH_SECONDS for a long run, GRAPH_SEED to repeat one. */
const seconds = Number(process.env.GRAPH_SECONDS ?? 20);
const seed = Number(process.env.GRAPH_SEED ?? 20_261_122);
jest.setTimeout(60_000 + seconds * 10_000);

/** Reads that are followed through one episode, and rounds of writes in it. */
const readsAtOnce = 60;
const roundsOfEpisode = 8;
/** After so many stale reads a run ends. */
const mostFaults = 40;

/** Writes that change nothing any kept read shows; every other must be made here. */
const changesNoRead: Readonly<Record<string, string>> = {
  'POST /v1/spaces/{spaceId}/download-links': 'a read',
  'POST /v1/spaces/{spaceId}/files/{fileId}/entries': 'a read',
  'POST /v1/reviews/find': 'a read',
  'POST /v1/batch': 'reads',
  'POST /v1/users/import-checks': 'a check',
  'POST /v1/share-links/{code}/unlock': 'opens a link, and no route of links is kept',
  'POST /v1/public-links/{code}/unlock': 'opens a link, and no route of links is kept',
  'POST /v1/spaces/{spaceId}/uploads/{uploadId}/parts': 'gives addresses',
  'DELETE /v1/me/sessions': 'sessions are read from the store',
  'DELETE /v1/me/sessions/{sessionId}': 'sessions are read from the store',
  'POST /auth/logout': 'sessions are read from the store',
};
/** Reads by method that change what other reads show. */
const changingReads = ['GET /v1/share-links/{code}/files', 'GET /v1/public-links/{code}/files'];

/** What takes no key. */
const browserOnly = ['/v1/organization/user-limit'];

interface Read {
  readonly caller: Caller;
  readonly route: string;
  readonly path: string;
}

let instances: Instances;
let callers: Caller[];
let administrator: Caller;
let kept: Route[];
let writes: Route[];
beforeAll(async () => {
  instances = await startInstances({ jobs: { waitMs: 20, perFileMs: 1 } });
  const routes = routesOf(instances.description);
  kept = routes.filter(({ operation }) => operation['x-fresh-seconds'] !== undefined);
  writes = routes.filter((route) => {
    const name = nameOf(route);
    return (route.method !== 'GET' || changingReads.includes(name)) && !(name in changesNoRead);
  });
  administrator = await instances.caller('Mei Lin');
  const others = ['Jonas Weber', 'Amara Okafor', '王芳'].map((name) => instances.caller(name));
  callers = [administrator, ...(await Promise.all(others))];
});
afterAll(() => instances?.close());

const scene = (caller: Caller, choice: Choice, focus: readonly string[]): Scene =>
  new Scene({ caller, choice, focus, look: instances.writer, send: instances.writer });

/** Up to so many different reads of kept routes. */
async function chosenReads(choice: Choice, focus: readonly string[]): Promise<Read[]> {
  const reads = new Map<string, Read>();
  for (let tries = 0; tries < readsAtOnce * 3 && reads.size < readsAtOnce; tries += 1) {
    const route = choice.pick(kept);
    const caller = choice.chance(0.4) ? administrator : choice.pick(callers);
    try {
      const request = await makerOf(route)?.(scene(caller, choice, focus));
      if (!request) continue;
      const path = addressOf(route.path, request.params, request.query);
      reads.set(`${caller.name} ${path}`, { caller, route: nameOf(route), path });
    } catch (error) {
      if (!(error instanceof NothingThere)) throw error;
    }
  }
  return [...reads.values()];
}

/** By the administrator or, where they have nothing to do it with, by the others. @returns whether it was made */
async function write(route: Route, choice: Choice, focus: readonly string[]): Promise<boolean> {
  if (browserOnly.includes(route.path)) return writeAs(await instances.browser('Mei Lin'), route, choice, focus);
  const first = choice.chance(0.4) ? administrator : choice.pick(callers);
  for (const caller of [first, ...callers.filter((other) => other !== first)]) {
    if (await writeAs(caller, route, choice, focus)) return true;
  }
  return false;
}

async function writeAs(caller: Caller, route: Route, choice: Choice, focus: readonly string[]): Promise<boolean> {
  const driven = await driveRoute(route, scene(caller, choice, focus), instances.writer);
  if (typeof driven === 'string') {
    refusals.set(nameOf(route), driven);
    return false;
  }
  const { answer, request } = driven;
  if (answer.status >= 500) throw new Error(`${nameOf(route)}: ${answer.text}`);
  if (answer.status >= 300) refusals.set(nameOf(route), answer.text);
  else await request.after?.(answer);
  return answer.status < 300;
}

const shown = (status: number, text: string): string => (status === 200 ? text : String(status));

/** Where two answers part. */
function difference(got: string, truth: string): string {
  let at = 0;
  while (at < got.length && got[at] === truth[at]) at += 1;
  const from = Math.max(0, at - 60);
  return `${got.slice(from, at + 60)}\n    and not ${truth.slice(from, at + 60)}`;
}

/** Undefined where what the reader answers is true, or was asked of the upstream just now. */
async function staleness({ caller: { headers }, path }: Read): Promise<string | undefined> {
  const got = await instances.reader('GET', path, { headers });
  if (got.status !== 200 || !/; hit/.test(got.headers.get('cache-status') ?? '')) return undefined;
  counts.hits += 1;
  const truth = await instances.truth('GET', path, { headers });
  const [answered, right] = [shown(got.status, got.text), shown(truth.status, truth.text)];
  if (answered === right) return undefined;
  // Else what is wrong now would be laid at the door of the next write.
  await instances.reader('GET', path, { headers: { ...headers, 'cache-control': 'no-cache' } });
  return difference(answered, right);
}

/** Time is up: what was never written is all that is left to do. */
let late = false;
const counts = { rounds: 0, writes: 0, reads: 0, hits: 0 };
const done = new Map<string, number>();
/** Why a write was not made, the last time. */
const refusals = new Map<string, string>();
const tried = new Map<string, number>();
const read = new Set<string>();

/** One set of reads, kept by the reader, through several rounds of writes. @returns what was stale */
async function episode(choice: Choice): Promise<string[]> {
  const spaces = await scene(administrator, choice, []).list('/v1/spaces');
  const focus = choice.some(spaces, 4).map(({ id }) => id);
  const reads = await chosenReads(choice, focus);
  for (const { route } of reads) read.add(route);
  await Promise.all(reads.map(({ path, caller: { headers } }) => instances.reader('GET', path, { headers })));
  const faults: string[] = [];
  for (let round = 0; round < roundsOfEpisode; round += 1) {
    counts.rounds += 1;
    const made: string[] = [];
    for (let writesLeft = choice.pick([1, 1, 2, 3]); writesLeft > 0; writesLeft -= 1) {
      // Half of them among those tried least: many need something that others make.
      const route = choice.pick(leastTried(choice));
      tried.set(nameOf(route), (tried.get(nameOf(route)) ?? 0) + 1);
      if (await write(route, choice, focus)) {
        made.push(nameOf(route));
        done.set(nameOf(route), (done.get(nameOf(route)) ?? 0) + 1);
      }
    }
    counts.writes += made.length;
    counts.reads += reads.length;
    const found = await Promise.all(reads.map(async (each) => ({ each, fault: await staleness(each) })));
    for (const { each, fault } of found) {
      if (fault)
        faults.push(`${each.route} of ${each.caller.name} after ${made.join(', ')}: ${each.path}\n    ${fault}`);
    }
  }
  return faults;
}

function leastTried(choice: Choice): Route[] {
  const missing = writes.filter((route) => !done.has(nameOf(route)));
  if (late && missing.length > 0) return missing;
  if (choice.chance(0.5)) return writes;
  const least = Math.min(...writes.map((route) => tried.get(nameOf(route)) ?? 0));
  return writes.filter((route) => (tried.get(nameOf(route)) ?? 0) === least);
}

describe('the graph of kept reads and writes', () => {
  it('is known whole: each kept route is read here, and each write made', () => {
    const unknown = [...kept, ...writes].filter((route) => !makerOf(route)).map(nameOf);
    expect(unknown).toEqual([]);
    expect(kept.length).toBeGreaterThan(25);
  });

  it(`shows through one instance what was written through another (${seconds} s, seed ${seed})`, async () => {
    const start = performance.now();
    const passed = (): number => (performance.now() - start) / 1_000;
    const missing = (): string[] => writes.map(nameOf).filter((name) => !done.has(name));
    const faults: string[] = [];
    // On a busy machine it takes longer until each write was made.
    const goesOn = (): boolean => passed() < seconds || (missing().length > 0 && passed() < seconds * 8);
    for (let number = 0; goesOn() && faults.length < mostFaults; number += 1) {
      faults.push(...(await episode(new Choice(seed + number))));
      late = passed() > seconds;
    }
    process.stderr.write(`cache graph, seed ${seed}: ${JSON.stringify(counts)}, ${faults.length} stale\n`);
    expect(faults).toEqual([]);
    expect(missing().map((name) => `${name}: ${refusals.get(name) ?? 'not tried'}`)).toEqual([]);
    expect(kept.map(nameOf).filter((name) => !read.has(name))).toEqual([]);
    expect(counts.hits).toBeGreaterThan(counts.writes);
  });

  it('breaks no contract on the way', () => {
    expect(instances.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
