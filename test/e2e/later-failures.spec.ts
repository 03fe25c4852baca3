import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { optionalModuleVariables } from '../../apps/gateway/src/composition/optional-modules.js';
import type { FaultEffect } from '../../apps/sandbox/src/control/fault-rule.js';
import type { LedgerEntry } from '../../apps/sandbox/src/control/ledger.js';
import { errorCodes, operationTable } from '../../libs/koodrive/src/index.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';
import { type ApiRoute, listRoutes } from '../support/openapi-validator.js';
import { callRoute } from '../support/requests/call-route.js';
import { GeneratorContext, type SendRequest, type TestCaller } from '../support/requests/generator-context.js';
import { formatRoute } from '../support/requests/request-generators.js';
import { SeededRandom } from '../support/requests/seeded-random.js';

jest.setTimeout(300_000);

const deadlineHeaders = { 'x-request-timeout': '1' };
const failures: readonly [string, FaultEffect, Record<string, string>?][] = [
  ['has no time left', { delayMs: 1_500 }, deadlineHeaders],
  ['is rejected', { code: Number(errorCodes.badRequest) }],
  ['is throttled', { status: 429, body: '' }],
  ['fails', { status: 500, body: '' }],
  ['loses its connection', { reset: 'before' }],
  ['loses its connection within the response', { cutBodyAt: 20 }],
];
/** Not every request can be generated at every time. */
const maxAttempts = 20;
/** They need a browser session or the user's own KooDrive session, and call one operation. */
const routesOfSignedInUsers: ReadonlySet<string> = new Set([
  'POST /auth/logout',
  'DELETE /v1/me/sessions',
  'DELETE /v1/me/sessions/{sessionId}',
  'POST /v1/organization/user-limit',
]);

let stack: GatewayStack;
const startStack = async (): Promise<void> => {
  stack = await startGatewayStack({ sandbox: { jobs: { waitMs: 1, perFileMs: 1 } }, env: optionalModuleVariables });
};
beforeAll(startStack);
afterAll(() => stack.close());

const isOperation = (name: string): name is keyof typeof operationTable => Object.hasOwn(operationTable, name);
const hasEffect = (operation = ''): boolean => isOperation(operation) && operationTable[operation].hasEffect;

const getTraceId = ({ headers }: GatewayResponse): string => headers.get('traceparent')?.slice(3, 35) ?? 'no trace';
const listUpstreamCalls = (response: GatewayResponse): LedgerEntry[] =>
  stack.sandbox.ledger().filter(({ traceId }) => traceId?.startsWith(getTraceId(response)));
const findAuditLines = (response: GatewayResponse): { outcome: string }[] =>
  readFileSync(join(stack.keysFile, '../audit.log'), 'utf8')
    .split('\n')
    .filter((line) => line.includes(getTraceId(response)))
    .map((line) => JSON.parse(line) as { outcome: string });
const isRetryable = ({ status, text }: GatewayResponse): boolean =>
  status >= 400 && (JSON.parse(text) as { retryable?: boolean }).retryable === true;

let lastKeyNumber = 0;

interface RepeatedCall {
  readonly first: GatewayResponse;
  readonly repeat: () => Promise<GatewayResponse>;
}

/** Calls the route with an Idempotency-Key. @returns undefined where no request could be generated */
async function callWithKey(
  route: ApiRoute,
  random: SeededRandom,
  headers: Readonly<Record<string, string>> = {},
  beforeCall: () => void = () => undefined,
): Promise<RepeatedCall | undefined> {
  const caller: TestCaller = {
    name: 'Mei Lin',
    userId: stack.userId,
    headers: { authorization: `Bearer ${stack.key}` },
  };
  const send: SendRequest = (method, path, options = {}) => stack.call(method, path, { key: '', ...options });
  const key = { 'idempotency-key': `later failure ${(lastKeyNumber += 1)}`.replaceAll(' ', '-') };
  let repeat: RepeatedCall['repeat'] | undefined;
  const sendWithKey: SendRequest = (method, path, options = {}) => {
    repeat = () => send(method, path, { ...options, headers: { ...options.headers, ...key } });
    return send(method, path, { ...options, headers: { ...options.headers, ...key, ...headers } });
  };
  const call = await callRoute(
    route,
    new GeneratorContext({ caller, random, read: send, send }),
    sendWithKey,
    (request) => {
      beforeCall();
      return request;
    },
  );
  return typeof call === 'string' || !repeat ? undefined : { first: call.response, repeat };
}

/**
 * The operations that the route calls after its first effect, with how often it calls them until then.
 * @returns undefined where no call of the route had an effect
 */
async function findLaterOperations(route: ApiRoute, random: SeededRandom): Promise<Map<string, number> | undefined> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const call = await callWithKey(route, random);
    if (!call || call.first.status >= 400) continue;
    const operations = listUpstreamCalls(call.first).map(({ operation = '' }) => operation);
    const firstEffect = operations.findIndex(hasEffect);
    if (firstEffect < 0) continue;
    const untilEffect = operations.slice(0, firstEffect + 1);
    const later = operations.slice(firstEffect + 1);
    return new Map(later.map((name) => [name, untilEffect.filter((other) => other === name).length]));
  }
  return undefined;
}

/** Fails one later operation of the route. @returns what is wrong; undefined where no call got as far */
async function failLater(
  route: ApiRoute,
  random: SeededRandom,
  [operation, skip]: readonly [string, number],
  [, effect, headers]: (typeof failures)[number],
): Promise<string[] | undefined> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const call = await callWithKey(route, random, headers, () => {
      stack.sandbox.faults.add({ match: { operation }, effect, skip });
    });
    const calls = call ? listUpstreamCalls(call.first) : [];
    const struck = stack.sandbox.faults.list().some((fault) => fault.struck > 0);
    stack.sandbox.faults.clear();
    if (!call || !struck || !calls.some(({ operation: name, committed }) => committed && hasEffect(name))) continue;
    const repetition = await call.repeat();
    const [line] = findAuditLines(call.first);
    return [
      line?.outcome === 'refused' || line?.outcome === 'failed' ? `recorded as ${line.outcome}` : '',
      listUpstreamCalls(repetition).some(({ operation: name }) => hasEffect(name)) ? 'done twice' : '',
      isRetryable(call.first) ? 'retryable' : '',
      isRetryable(repetition) ? 'retryable when repeated' : '',
      call.first.status !== repetition.status ? `${call.first.status}, then ${repetition.status}` : '',
    ].filter(Boolean);
  }
  return undefined;
}

/** Earlier calls may have used up what the route needs: then it gets a new stack, twice. */
async function tryOnNewStacks<T>(attempt: () => Promise<T | undefined>): Promise<T | undefined> {
  let result = await attempt();
  for (let stacks = 0; result === undefined && stacks < 2; stacks += 1) {
    await stack.close();
    await startStack();
    result = await attempt();
  }
  return result;
}

describe('a write of which a later upstream call fails', () => {
  it('is never reported as undone, is not done again, and is not recommended to be repeated', async () => {
    const random = new SeededRandom(20_261_201);
    const routes = listRoutes(stack.openApiDocument).filter(
      (route) =>
        route.method !== 'GET' &&
        route.operation['x-koodrive-operations'].some(hasEffect) &&
        !routesOfSignedInUsers.has(formatRoute(route)),
    );
    const wrong: string[] = [];
    const untested: string[] = [];
    let cases = 0;
    for (const route of routes) {
      const laterOperations = await tryOnNewStacks(() => findLaterOperations(route, random));
      if (!laterOperations) untested.push(formatRoute(route));
      for (const later of laterOperations ?? []) {
        for (const failure of failures) {
          const name = `${formatRoute(route)}, ${later[0]} ${failure[0]}`;
          const complaints = await tryOnNewStacks(() => failLater(route, random, later, failure));
          if (!complaints) untested.push(name);
          else if (complaints.length > 0) wrong.push(`${name}: ${complaints.join(', ')}`);
          cases += 1;
        }
      }
    }
    process.stderr.write(`${cases} later failures of ${routes.length} routes\n`);
    expect(wrong).toEqual([]);
    expect(untested).toEqual([]);
    expect(cases).toBeGreaterThan(120);
  });
});
