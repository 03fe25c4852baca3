import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { optionalModuleVariables } from '../../apps/gateway/src/composition/optional-modules.js';
import { findJsonBodySchema, listParameters } from '../support/invalid-requests.js';
import { issueKeyFor } from '../support/gateway-api.js';
import { fuzzCallerNames, findKnownIds, type KnownIds, collectKnownIds } from '../support/known-ids.js';
import { type OpenApiDocument, type ApiRoute, listRoutes } from '../support/openapi-validator.js';
import type { RawRequest } from '../support/raw-http.js';
import { dereference, type OpenApiSchema, schemaType } from '../support/schema-samples.js';
import { SeededRandom } from '../support/requests/seeded-random.js';
import { callRoute } from '../support/requests/call-route.js';
import { type TestCaller, GeneratorContext, type ValidRequest } from '../support/requests/generator-context.js';
import { formatRoute } from '../support/requests/request-generators.js';
import { type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

/** FUZZ_RUNS sets the length of a run, FUZZ_SEED repeats a run. */
const runCount = Number(process.env.FUZZ_RUNS ?? 1_500);
/** A fixed seed: each run has the same requests, so a failure comes from a change. Other seeds find new failures. */
const seed = Number(process.env.FUZZ_SEED ?? 46_116_549);
const msPerRun = 20;
jest.setTimeout(60_000 + runCount * msPerRun * 4);

/** Random requests destroy the data of the drive, so the sandbox is reset after this number of runs. */
const runsPerReset = 1_000;
/** With at least this number of runs, each route must have succeeded once. */
const fullCoverageRuns = 50_000;

/** Routes that fail with an API key: the upstream accepts the token of a KooDrive session only. */
const browserOnlyRoutes = ['POST /v1/users/import-checks', 'POST /v1/organization/user-limit', 'GET /v1/js-sdk'];

let stack: GatewayStack;
let known: KnownIds;
const callers: TestCaller[] = [];
beforeAll(async () => {
  stack = await startGatewayStack({ sandbox: { jobs: { waitMs: 5, perFileMs: 1 } }, env: optionalModuleVariables });
  known = await collectKnownIds(stack);
  for (const name of fuzzCallerNames) {
    const authorization = `Bearer ${await issueKeyFor(stack, name)}`;
    callers.push({ name, userId: '', headers: { authorization } });
  }
});
afterAll(() => stack?.close());

const arbitraryText = (maxLength: number) => fc.string({ unit: 'grapheme', maxLength });
/** Mostly existing ids of the kind that the location takes; sometimes ids of other kinds, and unknown ids. */
function arbitraryId(location: ValueLocation): fc.Arbitrary<string> {
  const matchingIds = findKnownIds(known, location.path, location.name);
  const anyId = fc.constantFrom(...Object.values(known).flat());
  return fc.oneof(
    {
      weight: matchingIds.length > 0 ? 12 : 0,
      arbitrary: matchingIds.length > 0 ? fc.constantFrom(...matchingIds) : anyId,
    },
    anyId,
    fc.stringMatching(/^[A-Za-z0-9_-]{1,128}$/),
  );
}

/** The location of a value: the path of the route, and the name of the parameter or member. */
interface ValueLocation {
  readonly path: string;
  readonly name: string;
}

/** Mostly valid file names. */
const arbitraryFileName = () =>
  fc.oneof(
    { weight: 4, arbitrary: arbitraryText(60).map((name) => `n${name.replace(/[<>|:"*?/\\]/g, '_')}`) },
    arbitraryText(260),
  );

/** Mostly valid values of a schema. */
function arbitraryValidValue(
  description: OpenApiDocument,
  schemaOrReference: OpenApiSchema,
  location: ValueLocation,
): fc.Arbitrary<unknown> {
  const schema = dereference(description, schemaOrReference);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schemaType(schema)) {
    case 'integer': {
      const min = schema.minimum ?? 0;
      return fc.maxSafeInteger().map((n) => min + (Math.abs(n) % ((schema.maximum ?? min + 1_000) - min + 1)));
    }
    case 'boolean':
      return fc.boolean();
    case 'array': {
      const { items = {}, minItems = 0, maxItems = 5 } = schema;
      return fc.array(arbitraryValidValue(description, items, location), {
        minLength: minItems,
        maxLength: Math.min(maxItems, 5),
      });
    }
    case 'string':
      if (schema.pattern?.includes('\\u0000')) return arbitraryFileName();
      return schema.pattern === undefined
        ? arbitraryText(Math.min(schema.maxLength ?? 40, 260))
        : arbitraryId(location);
    default: {
      const members = Object.entries(schema.properties ?? {});
      const values = members.map(
        ([name, member]) => [name, arbitraryValidValue(description, member, { ...location, name })] as const,
      );
      return fc.record(Object.fromEntries(values), { requiredKeys: [...(schema.required ?? [])] });
    }
  }
}

const arbitraryOddText = (): fc.Arbitrary<string> =>
  fc.oneof(
    arbitraryText(30),
    fc.constantFrom('', '-1', '0', '1e9', 'null', '__proto__', '..', '%00', '\u0000', 'x'.repeat(3_000)),
  );

const arbitraryPathSegment = (location: ValueLocation): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: arbitraryId(location) },
    arbitraryText(20).map(encodeURIComponent),
    fc.constantFrom('%2F', '..', '%2e%2e', '%zz', '%00', '%ff', '.', '', 'x'.repeat(600)),
  );

function arbitraryQuery(description: OpenApiDocument, route: ApiRoute, valid: boolean): fc.Arbitrary<string> {
  const declared = listParameters(route, 'query').map(({ name, required = false, schema }) => {
    const validValue = arbitraryValidValue(description, schema, { path: route.path, name }).map(String);
    return fc
      .option(valid ? validValue : fc.oneof(validValue, arbitraryOddText()), {
        nil: undefined,
        freq: required ? 20 : 1,
      })
      .map((value) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  });
  const pairs = fc.array(fc.tuple(arbitraryOddText(), arbitraryOddText()), { maxLength: 1 });
  const none = fc.constant<string[]>([]);
  const undeclared = fc.oneof(
    { weight: 9, arbitrary: none },
    pairs.map((all) => all.map((pair) => pair.map(encodeURIComponent).join('='))),
  );
  return fc.tuple(...declared, valid ? none : undeclared).map((all) => all.flat().join('&'));
}

function arbitraryBody(
  description: OpenApiDocument,
  route: ApiRoute,
  valid: boolean,
): fc.Arbitrary<Pick<RawRequest, 'body' | 'headers'>> {
  const schema = findJsonBodySchema(description, route);
  const json = (body: string) => ({ body, headers: { 'content-type': 'application/json' } });
  if (!schema) {
    if (route.method === 'GET' || (valid && !route.operation.requestBody)) return fc.constant({});
    return fc.uint8Array({ maxLength: 2_000 }).map((body) => ({ body, headers: { 'content-type': 'text/plain' } }));
  }
  const validBody = arbitraryValidValue(description, schema, { path: route.path, name: '' });
  if (valid) return validBody.map((value) => json(JSON.stringify(value)));
  return fc.oneof(
    { weight: 6, arbitrary: validBody.map((value) => json(JSON.stringify(value))) },
    { weight: 3, arbitrary: mutateBody(validBody).map((value) => json(JSON.stringify(value))) },
    fc.json().map(json),
    arbitraryText(200).map(json),
  );
}

/** A valid body with one member replaced or added. */
const mutateBody = (body: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(body, fc.nat(), fc.jsonValue({ maxDepth: 3 }), arbitraryOddText())
    .map(([value, index, newValue, newName]) => {
      const members = Object.entries(value as object);
      const name = members.length > 0 ? members[index % (members.length + 1)]?.[0] : undefined;
      return { ...(value as object), [name ?? newName]: newValue };
    });

const arbitraryPrintable = (maxLength: number) => fc.stringMatching(new RegExp(`^[!-~]{0,${maxLength}}$`));
const arbitraryHeaders = (): fc.Arbitrary<Record<string, string>> =>
  fc.record(
    {
      'accept-language': arbitraryPrintable(30),
      'if-none-match': arbitraryPrintable(30),
      'idempotency-key': arbitraryPrintable(30),
      range: fc.oneof(arbitraryPrintable(20), fc.constantFrom('bytes=0-1', 'bytes=9-', 'bytes=-0', 'bytes=5-1')),
      'cache-control': fc.constantFrom('no-cache', 'max-age=0', ''),
      'x-request-timeout': fc.constantFrom('20', '0', 'x'),
      accept: arbitraryPrintable(20),
    },
    { requiredKeys: [] },
  );

function arbitraryRawRequest(): fc.Arbitrary<RawRequest & { readonly route: string }> {
  const { openApiDocument } = stack;
  // Half of the requests are valid, so that handlers are reached; the other half may be invalid in any part.
  return fc.tuple(fc.constantFrom(...listFuzzedRoutes()), fc.boolean()).chain(([route, valid]) => {
    const segments = route.path.split('/').map((segment) => {
      if (!segment.startsWith('{')) return fc.constant(segment);
      const location = { path: route.path, name: segment.slice(1, -1) };
      return valid ? arbitraryId(location) : arbitraryPathSegment(location);
    });
    const parts = fc.tuple(
      fc.tuple(...segments),
      valid && requiresConfirmation(route) ? fc.constant('') : arbitraryQuery(openApiDocument, route, valid),
      arbitraryBody(openApiDocument, route, valid),
      valid ? fc.constant<Record<string, string>>({}) : arbitraryHeaders(),
    );
    return parts.map(([path, query, content, extraHeaders]) => ({
      method: route.method,
      path:
        path.join('/') +
        (query && `?${query}`) +
        (valid && requiresConfirmation(route) ? buildConfirmationQuery(path, content) : ''),
      ...content,
      headers: { ...extraHeaders, ...content.headers, authorization: `Bearer ${stack.key}` },
      route: formatRoute(route),
    }));
  });
}

/** A request that is generated from existing resources, by a seed, with an optional mutation of one body member. */
interface GeneratedRequest {
  readonly route: string;
  readonly seed: number;
  readonly mutation?: { readonly index: number; readonly value: unknown };
}

const arbitraryGeneratedRequest = (): fc.Arbitrary<GeneratedRequest> =>
  fc.record({
    route: fc.constantFrom(...listFuzzedRoutes().map(formatRoute)),
    seed: fc.nat(),
    mutation: fc.option(
      fc.record({ index: fc.nat(), value: fc.oneof(fc.jsonValue({ maxDepth: 2 }), arbitraryOddText()) }),
      { nil: undefined },
    ),
  });

const arbitraryRequest = () =>
  fc.oneof({ weight: 4, arbitrary: arbitraryRawRequest() }, { weight: 1, arbitrary: arbitraryGeneratedRequest() });

/** @returns the status; 0 if no request could be generated */
async function sendGenerated({ route: name, seed: requestSeed, mutation }: GeneratedRequest): Promise<number> {
  const random = new SeededRandom(requestSeed);
  const caller = random.pick(callers);
  const send = (method: string, path: string, options = {}) => stack.call(method, path, { key: '', ...options });
  const route = listFuzzedRoutes().find((each) => formatRoute(each) === name) as ApiRoute;
  const call = await callRoute(route, new GeneratorContext({ caller, random, read: send, send }), send, (request) =>
    mutation ? mutateRequest(request, mutation) : request,
  );
  if (typeof call === 'string') return 0;
  const { response, path, request } = call;
  if (response.status >= 500) throw new Error(`${path} ${JSON.stringify(request.body)}: ${response.text}`);
  if (response.status < 300 && !mutation) await request.waitForEffects?.(response);
  return response.status;
}

function mutateRequest(
  request: ValidRequest,
  { index, value }: NonNullable<GeneratedRequest['mutation']>,
): ValidRequest {
  const members = Object.keys(request.body ?? {});
  const name = members[index % Math.max(1, members.length)];
  return name === undefined ? request : { ...request, body: { ...(request.body as object), [name]: value } };
}

const requiresConfirmation = (route: ApiRoute): boolean =>
  listParameters(route, 'query').some(({ name }) => name === 'confirm');

/** The confirmation of a deletion is the id in the body, the last id of the path, or `all`. */
function buildConfirmationQuery(path: readonly string[], { body }: Pick<RawRequest, 'body'>): string {
  const bodyUserId = typeof body === 'string' ? (JSON.parse(body) as { userId?: string }).userId : undefined;
  const lastSegment = path.at(-1) === 'recycle-bin' ? path.at(-2) : path.at(-1);
  return `?confirm=${bodyUserId ?? (lastSegment === 'messages' ? 'all' : (lastSegment ?? ''))}`;
}

/** Every response is validated against the description. Rejects without a response, and if the connection breaks. */
async function sendRandom({ route, ...request }: RawRequest & { readonly route: string }): Promise<number> {
  const response = await stack.sendRaw(request);
  if (response.status >= 500) throw new Error(`${route}: ${response.text}`);
  return response.status;
}

/** All routes except those for signing in and out, and those that accept browsers only (see every-route.spec.ts). */
const listFuzzedRoutes = (): ApiRoute[] =>
  listRoutes(stack.openApiDocument).filter(
    ({ path, operation }) => !path.startsWith('/auth/') && operation['x-scope'] !== 'session',
  );

/** The upstream calls of the gateway that violate the contract; there must be none. */
const listContractViolations = (): unknown[] =>
  stack.sandbox
    .ledger()
    .flatMap(({ operation, path, refusedForContract }) =>
      refusedForContract ? [{ operation, path, refusedForContract }] : [],
    );

/** The gateway keeps running. Its cache stays usable, because the ids are the same after the reset. */
async function resetSandbox(): Promise<void> {
  expect(listContractViolations()).toEqual([]);
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  await stack.sandbox.reset();
  known = await collectKnownIds(stack);
}

describe('any random request', () => {
  it(`gets a response as described, and never a 5xx (${runCount} runs, seed ${seed})`, async () => {
    const statuses = new Map<number, number>();
    const neverSuccessful = new Set(
      listFuzzedRoutes()
        .map(formatRoute)
        .filter((name) => !browserOnlyRoutes.includes(name)),
    );
    let requestCount = 0;
    const send = async (request: (RawRequest & { readonly route: string }) | GeneratedRequest): Promise<void> => {
      if (requestCount > 0 && requestCount % runsPerReset === 0) await resetSandbox();
      requestCount += 1;
      const status = 'seed' in request ? await sendGenerated(request) : await sendRandom(request);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status > 0 && status < 400) neverSuccessful.delete(request.route);
    };
    const limit = { interruptAfterTimeLimit: 5_000 + runCount * msPerRun, markInterruptAsFailure: false };
    await fc.assert(fc.asyncProperty(arbitraryRequest(), send), {
      numRuns: runCount,
      seed,
      ...limit,
      endOnFailure: true,
    });
    const statusCounts = JSON.stringify(Object.fromEntries([...statuses].sort(([a], [b]) => a - b)));
    process.stderr.write(
      `${requestCount} requests, by status ${statusCounts}; never 2xx or 3xx: ${[...neverSuccessful].join(', ') || 'none'}\n`,
    );
    // The run had successful requests, unknown resources and invalid input.
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 404, 422]));
    if (requestCount >= fullCoverageRuns) expect([...neverSuccessful]).toEqual([]);
  });

  it('leaves the gateway ready, and does not violate the contract', async () => {
    expect((await stack.call('GET', '/ready')).status).toBe(200);
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
