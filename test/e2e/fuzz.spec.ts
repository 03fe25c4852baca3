import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { optionalModulesOn } from '../../apps/gateway/src/optional-modules.js';
import { bodyOf, parametersOf } from '../support/broken-requests.js';
import { keyFor } from '../support/drive.js';
import { calling, idsNamed, type KnownIds, knownIds } from '../support/known-ids.js';
import { type OpenApi, type Route, routesOf } from '../support/openapi-check.js';
import type { RawRequest } from '../support/raw-http.js';
import { deref, type Schema, typeOf } from '../support/samples.js';
import { Choice } from '../support/requests/choice.js';
import { driveRoute } from '../support/requests/drive-route.js';
import { type Caller, Scene, type ValidRequest } from '../support/requests/scene.js';
import { nameOf } from '../support/requests/valid-requests.js';
import { type Stack, startStack } from '../support/stack.js';

/** FUZZ_RUNS for a long run, FUZZ_SEED to repeat one. */
const runs = Number(process.env.FUZZ_RUNS ?? 1_500);
/** The same requests on every run, so that a change is judged and not luck; another seed is for the hunt. */
const seed = Number(process.env.FUZZ_SEED ?? 46_116_549);
const msPerRun = 20;
jest.setTimeout(60_000 + runs * msPerRun * 4);

/** What random requests leave of a drive is less and less: after so many it begins anew. */
const runsOfDrive = 1_000;
/** From so many runs on every route must have done what it is for. */
const manyRuns = 50_000;

/** What no key can do: the upstream takes the token of a session alone. */
const browsersOnly = ['POST /v1/users/import-checks', 'POST /v1/organization/user-limit', 'GET /v1/js-sdk'];

let stack: Stack;
let known: KnownIds;
const callers: Caller[] = [];
beforeAll(async () => {
  stack = await startStack({ sandbox: { jobs: { waitMs: 5, perFileMs: 1 } }, env: optionalModulesOn });
  known = await knownIds(stack);
  for (const name of calling) {
    const authorization = `Bearer ${await keyFor(stack, name)}`;
    callers.push({ name, userId: '', headers: { authorization } });
  }
});
afterAll(() => stack?.close());

const text = (maxLength: number) => fc.string({ unit: 'grapheme', maxLength });
/** Ids that stand where something is called so; others at times, and such as nothing has. */
function ids(place: Place): fc.Arbitrary<string> {
  const right = idsNamed(known, place.path, place.name);
  const any = fc.constantFrom(...Object.values(known).flat());
  return fc.oneof(
    { weight: right.length > 0 ? 12 : 0, arbitrary: right.length > 0 ? fc.constantFrom(...right) : any },
    any,
    fc.stringMatching(/^[A-Za-z0-9_-]{1,128}$/),
  );
}

/** Where a value stands: the path of its route, and what it is called there. */
interface Place {
  readonly path: string;
  readonly name: string;
}

/** Names of files: what is not allowed in them taken out, mostly. */
const names = () =>
  fc.oneof({ weight: 4, arbitrary: text(60).map((name) => `n${name.replace(/[<>|:"*?/\\]/g, '_')}`) }, text(260));

/** Values that a schema takes, mostly. */
function valid(description: OpenApi, given: Schema, place: Place, depth = 0): fc.Arbitrary<unknown> {
  const schema = deref(description, given);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (typeOf(schema)) {
    case 'integer': {
      const least = schema.minimum ?? 0;
      return fc.maxSafeInteger().map((n) => least + (Math.abs(n) % ((schema.maximum ?? least + 1_000) - least + 1)));
    }
    case 'boolean':
      return fc.boolean();
    case 'array': {
      const { items = {}, minItems = 0, maxItems = 5 } = schema;
      return fc.array(valid(description, items, place, depth + 1), {
        minLength: minItems,
        maxLength: Math.min(maxItems, 5),
      });
    }
    case 'string':
      if (schema.pattern?.includes('\\u0000')) return names();
      return schema.pattern === undefined ? text(Math.min(schema.maxLength ?? 40, 260)) : ids(place);
    default: {
      const members = Object.entries(schema.properties ?? {});
      const values = members.map(
        ([name, member]) => [name, valid(description, member, { ...place, name }, depth + 1)] as const,
      );
      return fc.record(Object.fromEntries(values), { requiredKeys: [...(schema.required ?? [])] });
    }
  }
}

const odd = (): fc.Arbitrary<string> =>
  fc.oneof(
    text(30),
    fc.constantFrom('', '-1', '0', '1e9', 'null', '__proto__', '..', '%00', '\u0000', 'x'.repeat(3_000)),
  );

const segment = (place: Place): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: ids(place) },
    text(20).map(encodeURIComponent),
    fc.constantFrom('%2F', '..', '%2e%2e', '%zz', '%00', '%ff', '.', '', 'x'.repeat(600)),
  );

function queryOf(description: OpenApi, route: Route, sound: boolean): fc.Arbitrary<string> {
  const described = parametersOf(route, 'query').map(({ name, required = false, schema }) => {
    const right = valid(description, schema, { path: route.path, name }).map(String);
    return fc
      .option(sound ? right : fc.oneof(right, odd()), { nil: undefined, freq: required ? 20 : 1 })
      .map((value) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  });
  const pairs = fc.array(fc.tuple(odd(), odd()), { maxLength: 1 });
  const none = fc.constant<string[]>([]);
  const strange = fc.oneof(
    { weight: 9, arbitrary: none },
    pairs.map((all) => all.map((pair) => pair.map(encodeURIComponent).join('='))),
  );
  return fc.tuple(...described, sound ? none : strange).map((all) => all.flat().join('&'));
}

function bodyFor(
  description: OpenApi,
  route: Route,
  sound: boolean,
): fc.Arbitrary<Pick<RawRequest, 'body' | 'headers'>> {
  const schema = bodyOf(description, route);
  const json = (body: string) => ({ body, headers: { 'content-type': 'application/json' } });
  if (!schema) {
    if (route.method === 'GET' || (sound && !route.operation.requestBody)) return fc.constant({});
    return fc.uint8Array({ maxLength: 2_000 }).map((body) => ({ body, headers: { 'content-type': 'text/plain' } }));
  }
  const whole = valid(description, schema, { path: route.path, name: '' });
  if (sound) return whole.map((value) => json(JSON.stringify(value)));
  return fc.oneof(
    { weight: 6, arbitrary: whole.map((value) => json(JSON.stringify(value))) },
    { weight: 3, arbitrary: mutated(whole).map((value) => json(JSON.stringify(value))) },
    fc.json().map(json),
    text(200).map(json),
  );
}

/** A valid body with one member changed into something else, or one member more. */
const mutated = (whole: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(whole, fc.nat(), fc.jsonValue({ maxDepth: 3 }), odd()).map(([value, at, other, stranger]) => {
    const members = Object.entries(value as object);
    const name = members.length > 0 ? members[at % (members.length + 1)]?.[0] : undefined;
    return { ...(value as object), [name ?? stranger]: other };
  });

const printable = (maxLength: number) => fc.stringMatching(new RegExp(`^[!-~]{0,${maxLength}}$`));
const headers = (): fc.Arbitrary<Record<string, string>> =>
  fc.record(
    {
      'accept-language': printable(30),
      'if-none-match': printable(30),
      'idempotency-key': printable(30),
      range: fc.oneof(printable(20), fc.constantFrom('bytes=0-1', 'bytes=9-', 'bytes=-0', 'bytes=5-1')),
      'cache-control': fc.constantFrom('no-cache', 'max-age=0', ''),
      'x-request-timeout': fc.constantFrom('20', '0', 'x'),
      accept: printable(20),
    },
    { requiredKeys: [] },
  );

function randomRequests(): fc.Arbitrary<RawRequest & { readonly route: string }> {
  const { description } = stack;
  // Half of them right in every part, so that handlers are reached; half of them broken in any.
  return fc.tuple(fc.constantFrom(...fuzzed()), fc.boolean()).chain(([route, sound]) => {
    const steps = route.path.split('/').map((step) => {
      if (!step.startsWith('{')) return fc.constant(step);
      const place = { path: route.path, name: step.slice(1, -1) };
      return sound ? ids(place) : segment(place);
    });
    const parts = fc.tuple(
      fc.tuple(...steps),
      sound && asksTwice(route) ? fc.constant('') : queryOf(description, route, sound),
      bodyFor(description, route, sound),
      sound ? fc.constant<Record<string, string>>({}) : headers(),
    );
    return parts.map(([path, query, content, more]) => ({
      method: route.method,
      path: path.join('/') + (query && `?${query}`) + (sound && asksTwice(route) ? confirmed(path, content) : ''),
      ...content,
      headers: { ...more, ...content.headers, authorization: `Bearer ${stack.key}` },
      route: nameOf(route),
    }));
  });
}

/** A request made of what is there now, by number; one member of its body changed into something else, or nothing. */
interface MadeRequest {
  readonly made: string;
  readonly choice: number;
  readonly change: { readonly at: number; readonly into: unknown } | null;
}

const madeRequests = (): fc.Arbitrary<MadeRequest> =>
  fc.record({
    made: fc.constantFrom(...fuzzed().map(nameOf)),
    choice: fc.nat(),
    change: fc.option(fc.record({ at: fc.nat(), into: fc.oneof(fc.jsonValue({ maxDepth: 2 }), odd()) })),
  });

const requests = () => fc.oneof({ weight: 4, arbitrary: randomRequests() }, { weight: 1, arbitrary: madeRequests() });

/** @returns the status; 0 where there was nothing to make a request of */
async function sendMade({ made, choice: number, change }: MadeRequest): Promise<number> {
  const choice = new Choice(number);
  const caller = choice.pick(callers);
  const send = (method: string, path: string, options = {}) => stack.call(method, path, { key: '', ...options });
  const route = fuzzed().find((each) => nameOf(each) === made) as Route;
  const driven = await driveRoute(route, new Scene({ caller, choice, look: send, send }), send, (request) =>
    change ? changed(request, change) : request,
  );
  if (typeof driven === 'string') return 0;
  const { answer, path, request } = driven;
  if (answer.status >= 500) throw new Error(`${path} ${JSON.stringify(request.body)}: ${answer.text}`);
  if (answer.status < 300 && !change) await request.after?.(answer);
  return answer.status;
}

function changed(request: ValidRequest, { at, into }: NonNullable<MadeRequest['change']>): ValidRequest {
  const members = Object.keys(request.body ?? {});
  const name = members[at % Math.max(1, members.length)];
  return name === undefined ? request : { ...request, body: { ...(request.body as object), [name]: into } };
}

const asksTwice = (route: Route): boolean => parametersOf(route, 'query').some(({ name }) => name === 'confirm');

/** What is to go is said twice: it is in the body, the last id of the path, or all there is. */
function confirmed(path: readonly string[], { body }: Pick<RawRequest, 'body'>): string {
  const named = typeof body === 'string' ? (JSON.parse(body) as { userId?: string }).userId : undefined;
  const last = path.at(-1) === 'recycle-bin' ? path.at(-2) : path.at(-1);
  return `?confirm=${named ?? (last === 'messages' ? 'all' : (last ?? ''))}`;
}

/** Each answer is held against the description; rejects where none comes, or the connection breaks. */
async function sendRandom({ route, ...request }: RawRequest & { readonly route: string }): Promise<number> {
  const answer = await stack.raw(request);
  if (answer.status >= 500) throw new Error(`${route}: ${answer.text}`);
  return answer.status;
}

/** But for signing in and out, and what takes no key: browsers are another matter (every-route.spec.ts). */
const fuzzed = (): Route[] =>
  routesOf(stack.description).filter(
    ({ path, operation }) => !path.startsWith('/auth/') && operation['x-scope'] !== 'session',
  );

/** What the upstream found wrong with the gateway's own calls; nothing. */
const breaches = (): unknown[] =>
  stack.sandbox
    .ledger()
    .flatMap(({ operation, path, refusedForContract }) =>
      refusedForContract ? [{ operation, path, refusedForContract }] : [],
    );

/** The gateway goes on; what it keeps of the drive before is of the same ids. */
async function anew(): Promise<void> {
  expect(breaches()).toEqual([]);
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  await stack.sandbox.reset();
  known = await knownIds(stack);
}

describe('any request', () => {
  it(`is answered as described, and never with a failure of ours (${runs} runs, seed ${seed})`, async () => {
    const statuses = new Map<number, number>();
    const never = new Set(
      fuzzed()
        .map(nameOf)
        .filter((name) => !browsersOnly.includes(name)),
    );
    let done = 0;
    const ask = async (asked: (RawRequest & { readonly route: string }) | MadeRequest): Promise<void> => {
      if (done > 0 && done % runsOfDrive === 0) await anew();
      done += 1;
      const status = 'made' in asked ? await sendMade(asked) : await sendRandom(asked);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status > 0 && status < 400) never.delete('made' in asked ? asked.made : asked.route);
    };
    const limit = { interruptAfterTimeLimit: 5_000 + runs * msPerRun, markInterruptAsFailure: false };
    await fc.assert(fc.asyncProperty(requests(), ask), { numRuns: runs, seed, ...limit, endOnFailure: true });
    const counted = JSON.stringify(Object.fromEntries([...statuses].sort(([a], [b]) => a - b)));
    process.stderr.write(
      `${done} requests, by status ${counted}; never 2xx or 3xx: ${[...never].join(', ') || 'none'}\n`,
    );
    // Not all of them the same: requests of all kinds came through.
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 404, 422]));
    if (done >= manyRuns) expect([...never]).toEqual([]);
  });

  it('leaves the gateway well, and the contract unbroken', async () => {
    expect((await stack.call('GET', '/ready')).status).toBe(200);
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
