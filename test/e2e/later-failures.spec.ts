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
  ['loses its connection', { reset: 'before' }],
];
/** Not every request can be generated at every time. */
const maxAttempts = 8;

let stack: GatewayStack;
beforeAll(async () => {
  stack = await startGatewayStack({ sandbox: { jobs: { waitMs: 1, perFileMs: 1 } }, env: optionalModuleVariables });
});
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

/** The operations that the route calls after its first effect, with how often it calls them before. */
async function findLaterOperations(route: ApiRoute, random: SeededRandom): Promise<Map<string, number>> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const call = await callWithKey(route, random);
    if (!call || call.first.status >= 400) continue;
    const operations = listUpstreamCalls(call.first).map(({ operation = '' }) => operation);
    const before = operations.slice(0, operations.findIndex(hasEffect));
    const later = operations.slice(before.length + 1);
    return new Map(later.map((name) => [name, before.filter((other) => other === name).length]));
  }
  return new Map();
}

describe('a write of which a later upstream call fails', () => {
  it('is never reported as undone, is not done again, and is not recommended to be repeated', async () => {
    const random = new SeededRandom(20_261_201);
    const routes = listRoutes(stack.openApiDocument).filter(({ method, operation }) => {
      const operations = operation['x-koodrive-operations'];
      return method !== 'GET' && operations.length > 1 && operations.some(hasEffect);
    });
    const wrong: string[] = [];
    const failedRoutes = new Set<string>();
    let cases = 0;
    for (const route of routes) {
      for (const [operation, skip] of await findLaterOperations(route, random)) {
        for (const [failure, effect, headers] of failures) {
          for (let attempt = 0, done = false; attempt < maxAttempts && !done; attempt += 1) {
            const call = await callWithKey(route, random, headers, () => {
              stack.sandbox.faults.add({ match: { operation }, effect, skip });
            });
            const calls = call ? listUpstreamCalls(call.first) : [];
            const struck = stack.sandbox.faults.list().some((fault) => fault.struck > 0);
            stack.sandbox.faults.clear();
            done = struck && calls.some(({ operation: name, committed }) => committed && hasEffect(name));
            if (!call || !done) continue;
            cases += 1;
            failedRoutes.add(formatRoute(route));
            const repetition = await call.repeat();
            const [line] = findAuditLines(call.first);
            const complaints = [
              (line?.outcome === 'refused' || line?.outcome === 'failed') && `recorded as ${line.outcome}`,
              listUpstreamCalls(repetition).some(({ operation: name }) => hasEffect(name)) && 'done twice',
              isRetryable(call.first) && 'retryable',
              isRetryable(repetition) && 'retryable when repeated',
              call.first.status !== repetition.status && `${call.first.status}, then ${repetition.status}`,
            ].filter(Boolean);
            if (complaints.length > 0)
              wrong.push(`${formatRoute(route)}, ${operation} ${failure}: ${complaints.join(', ')}`);
          }
        }
      }
    }
    process.stderr.write(`${cases} later failures of ${failedRoutes.size} of ${routes.length} routes\n`);
    expect(wrong).toEqual([]);
    expect(cases).toBeGreaterThan(60);
  });
});
