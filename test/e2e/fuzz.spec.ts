import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { bodyOf, parametersOf } from '../support/broken-requests.js';
import { fileNamed, spaceOf } from '../support/drive.js';
import { type OpenApi, type Route, routesOf } from '../support/openapi-check.js';
import type { RawRequest } from '../support/raw-http.js';
import { deref, type Schema, typeOf } from '../support/samples.js';
import { type Stack, startStack } from '../support/stack.js';

/** FUZZ_RUNS for a long run, FUZZ_SEED to repeat one. */
const runs = Number(process.env.FUZZ_RUNS ?? 1_500);
/** The same requests on every run, so that a change is judged and not luck; another seed is for the hunt. */
const seed = Number(process.env.FUZZ_SEED ?? 46_116_549);
const msPerRun = 10;
jest.setTimeout(60_000 + runs * msPerRun * 4);

let stack: Stack;
let pool: string[];
beforeAll(async () => {
  stack = await startStack();
  const space = await spaceOf(stack, 'individual');
  const folder = await fileNamed(stack, space.id, 'Documents');
  const file = await fileNamed(stack, space.id, 'trip.zip');
  pool = [space.id, folder.id, file.id, 'root', '1316083732377070977', '1320279092268104961'];
});
afterAll(() => stack.close());

const text = (maxLength: number) => fc.string({ unit: 'grapheme', maxLength });
const ids = () =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pool) }, fc.stringMatching(/^[A-Za-z0-9_-]{1,128}$/));

/** Names of files: what is not allowed in them taken out, mostly. */
const names = () =>
  fc.oneof({ weight: 4, arbitrary: text(60).map((name) => `n${name.replace(/[<>|:"*?/\\]/g, '_')}`) }, text(260));

/** Values that a schema takes, mostly. */
function valid(description: OpenApi, given: Schema, depth = 0): fc.Arbitrary<unknown> {
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
      return fc.array(valid(description, items, depth + 1), { minLength: minItems, maxLength: Math.min(maxItems, 5) });
    }
    case 'string':
      if (schema.pattern?.includes('\\u0000')) return names();
      return schema.pattern === undefined ? text(Math.min(schema.maxLength ?? 40, 260)) : ids();
    default: {
      const members = Object.entries(schema.properties ?? {});
      const values = members.map(([name, member]) => [name, valid(description, member, depth + 1)] as const);
      return fc.record(Object.fromEntries(values), { requiredKeys: [...(schema.required ?? [])] });
    }
  }
}

const odd = (): fc.Arbitrary<string> =>
  fc.oneof(
    text(30),
    fc.constantFrom('', '-1', '0', '1e9', 'null', '__proto__', '..', '%00', '\u0000', 'x'.repeat(3_000)),
  );

const segment = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: ids() },
    text(20).map(encodeURIComponent),
    fc.constantFrom('%2F', '..', '%2e%2e', '%zz', '%00', '%ff', '.', '', 'x'.repeat(600)),
  );

function queryOf(description: OpenApi, route: Route, sound: boolean): fc.Arbitrary<string> {
  const known = parametersOf(route, 'query').map(({ name, required = false, schema }) =>
    fc
      .option(
        sound ? valid(description, schema).map(String) : fc.oneof(valid(description, schema).map(String), odd()),
        {
          nil: undefined,
          freq: required ? 20 : 1,
        },
      )
      .map((value) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`])),
  );
  const pairs = fc.array(fc.tuple(odd(), odd()), { maxLength: 1 });
  const none = fc.constant<string[]>([]);
  const strange = fc.oneof(
    { weight: 9, arbitrary: none },
    pairs.map((all) => all.map((pair) => pair.map(encodeURIComponent).join('='))),
  );
  return fc.tuple(...known, sound ? none : strange).map((all) => all.flat().join('&'));
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
  const whole = valid(description, schema);
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

function requests(): fc.Arbitrary<RawRequest> {
  const { description } = stack;
  // What ends the very user that asks, or its credential, would end the run.
  const routes = routesOf(description).filter(({ path }) => !path.startsWith('/auth/'));
  // Half of them right in every part, so that handlers are reached; half of them broken in any.
  return fc.tuple(fc.constantFrom(...routes), fc.boolean()).chain(([route, sound]) => {
    const steps = route.path.split('/').map((step) => {
      if (!step.startsWith('{')) return fc.constant(step);
      return sound ? fc.constantFrom(...pool) : segment();
    });
    return fc
      .tuple(
        fc.tuple(...steps),
        queryOf(description, route, sound),
        bodyFor(description, route, sound),
        sound ? fc.constant<Record<string, string>>({}) : headers(),
      )
      .map(([path, query, content, more]) => ({
        method: route.method,
        path: path.join('/') + (query && `?${query}`),
        ...content,
        headers: { ...more, ...content.headers, authorization: `Bearer ${stack.key}` },
      }));
  });
}

describe('any request', () => {
  it(`is answered as described, and never with a failure of ours (${runs} runs, seed ${seed})`, async () => {
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(requests(), async (request) => {
        // Holds the answer against the description; rejects where none comes, or the connection breaks.
        const answer = await stack.raw(request);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status >= 500) throw new Error(`${answer.status}: ${answer.text}`);
      }),
      { numRuns: runs, seed, interruptAfterTimeLimit: 5_000 + runs * msPerRun, markInterruptAsFailure: false },
    );
    // Not all of them the same: requests of all kinds came through.
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 404, 422]));
  });

  it('leaves the gateway well, and the contract unbroken', async () => {
    expect((await stack.call('GET', '/ready')).status).toBe(200);
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
