import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { optionalModuleVariables } from '../../apps/gateway/src/composition/optional-modules.js';
import type { EndpointSpec } from '../../apps/gateway/src/http/endpoint.js';
import { type PipelineDependencies, registerPipeline } from '../../apps/gateway/src/http/pipeline.js';
import type { RouteTable } from '../../apps/gateway/src/http/route-table.js';
import { findSpace, findUserId, issueKeyFor, type Job, uploadFile } from '../support/gateway-api.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';
import { buildLargestRequest } from '../support/largest-requests.js';
import { type ApiRoute, listRoutes } from '../support/openapi-validator.js';
import { callRoute } from '../support/requests/call-route.js';
import { GeneratorContext, type TestCaller, type ValidRequest } from '../support/requests/generator-context.js';
import { formatRoute } from '../support/requests/request-generators.js';
import { SeededRandom } from '../support/requests/seeded-random.js';
import { waitUntil } from '../support/wait-until.js';

jest.setTimeout(120_000);

interface AuditLine {
  readonly event: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly part?: string;
  readonly traceId: string;
  readonly target?: Readonly<Record<string, unknown>>;
  readonly resultId?: string;
}

/** Lines are written before the response is sent. */
const maxLineLength = 5_000;

let stack: GatewayStack;
let spaceId: string;
let recordedRoutes: ApiRoute[];
beforeAll(async () => {
  stack = await startGatewayStack({ sandbox: { jobs: { waitMs: 1, perFileMs: 1 } }, env: optionalModuleVariables });
  spaceId = (await findSpace(stack, 'individual')).id;
  recordedRoutes = listRoutes(stack.openApiDocument).filter((route) => {
    const audit = findEndpoint(route)?.audit;
    return audit !== undefined && (typeof audit === 'string' || typeof audit === 'function');
  });
});
afterAll(() => stack.close());

function findEndpoint({ method, path }: ApiRoute): EndpointSpec | undefined {
  const { routeTable } = stack.gateway.app.getHttpAdapter().getInstance() as unknown as { routeTable: RouteTable };
  const routePath = path.replace(/\{(\w+)\}/g, ':$1');
  // A parameter matches its own name, and no other route has that path.
  return routeTable.findEndpoints(method, routePath).at(-1);
}

/** The texts of the lines about one request. */
function findLineTexts({ headers }: GatewayResponse): string[] {
  const traceId = headers.get('traceparent')?.slice(3, 35) ?? 'no trace';
  const text = readFileSync(join(stack.keysFile, '../audit.log'), 'utf8');
  return text.split('\n').filter((line) => line.includes(traceId));
}
const findLines = (response: GatewayResponse): AuditLine[] =>
  findLineTexts(response).map((line) => JSON.parse(line) as AuditLine);

const isRead = (route: ApiRoute): boolean => route.method === 'GET' || findEndpoint(route)?.safe === true;

describe('S34: an entry of the audit log', () => {
  const upload = async (name: string): Promise<string> => (await uploadFile(stack, spaceId, name, 'bytes')).id;

  it('about a deletion by a job has the files, the space and the kind of deletion', async () => {
    const fileIds = [await upload('deleted 1.txt'), await upload('deleted 2.txt')];
    const body = { action: 'delete', spaceId, fileIds, permanently: true };
    const response = await stack.call('POST', '/v1/jobs', { body });
    expect(response.status).toBe(202);
    expect(findLines(response)).toMatchObject([
      { event: 'file-deleted', outcome: 'done', target: body, resultId: response.json<Job>().id },
    ]);
    const copy = await stack.call('POST', '/v1/jobs', { body: { action: 'copy', spaceId, fileIds } });
    expect(findLines(copy)).toMatchObject([{ event: 'file-changed', target: { action: 'copy', fileIds } }]);
  });

  it('about granted permissions has who was granted what', async () => {
    const jonasKey = await issueKeyFor(stack, 'Jonas Weber');
    const { id: teamSpaceId } = await findSpace(stack, 'group', jonasKey);
    const { items } = (await stack.call('GET', `/v1/spaces/${teamSpaceId}/permissions`)).json<{
      items: { userId: string }[];
    }>();
    const grants = items.slice(0, 2).map(({ userId }, index) => ({
      userId,
      capabilities: index === 0 ? ['list', 'download'] : ['list'],
    }));
    const response = await stack.call('PATCH', `/v1/spaces/${teamSpaceId}/permissions`, { body: { grants } });
    expect(response.status).toBe(200);
    expect(findLines(response)).toMatchObject([
      { event: 'permission-changed', outcome: 'done', target: { spaceId: teamSpaceId, grants } },
    ]);
  });

  it('about a share has the recipients, the scope and the days, and neither the extraction code nor the comment', async () => {
    const target = {
      spaceId,
      fileIds: [await upload('shared.txt')],
      userIds: [findUserId(stack.sandbox, 'Jonas Weber')],
      scope: 'selected',
      validDays: 7,
    };
    const secrets = { extractCode: 'Xy12Zw34', comment: 'for your eyes only' };
    const response = await stack.call('POST', '/v1/shares', { body: { ...target, ...secrets } });
    expect(response.status).toBe(201);
    const [line = ''] = findLineTexts(response);
    expect(JSON.parse(line)).toMatchObject({ event: 'share-changed', target, resultId: response.json<Job>().id });
    for (const secret of Object.values(secrets)) expect(line).not.toContain(secret);
  });

  it('about several entries has those that were not changed', async () => {
    const { items } = (await stack.call('GET', '/v1/messages')).json<{ items: { id: string }[] }>();
    const [known = '', unknown] = [items[0]?.id, '1234567890123456789'];
    const partly = await stack.call('POST', '/v1/messages/read', { body: { ids: [known, unknown] } });
    const failedIds = partly
      .json<{ items: { id: string; status: string }[] }>()
      .items.filter(({ status }) => status === 'failed');
    expect(failedIds.map(({ id }) => id)).toEqual([unknown]);
    expect(findLines(partly)).toMatchObject([
      { event: 'message-changed', outcome: 'partly-done', target: { ids: [known, unknown], failedIds: [unknown] } },
    ]);
    const rejected = await stack.call('POST', '/v1/messages/read', { body: { ids: [unknown] } });
    expect(findLines(rejected)).toMatchObject([{ outcome: 'refused', target: { failedIds: [unknown] } }]);
  });

  it('about a setting has its value', async () => {
    const response = await stack.call('PUT', '/v1/settings/package-retention', { body: { days: 3 } });
    expect(findLines(response)).toMatchObject([{ event: 'setting-changed', outcome: 'done', target: { days: 3 } }]);
  });

  it.each([
    ['done', undefined, 201],
    ['unknown', { reset: 'after' } as const, 504],
    ['failed', { status: 429, body: '' } as const, 503],
  ])('says that the outcome is: %s', async (outcome, effect, status) => {
    if (effect) stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect });
    const body = { name: `outcome ${outcome}` };
    const response = await stack.call('POST', `/v1/spaces/${spaceId}/folders`, { body });
    stack.sandbox.faults.clear();
    expect([response.status, findLines(response)[0]?.outcome]).toEqual([status, outcome]);
  });
});

describe('S34: a write in progress when the process exits without waiting for it', () => {
  it('is recorded as unknown', async () => {
    const fault = stack.sandbox.faults.add({ match: { operation: 'createDirectory' }, effect: { delayMs: 2_000 } });
    const call = stack.call('POST', `/v1/spaces/${spaceId}/folders`, { body: { name: 'unfinished' } });
    await waitUntil('the call of KooDrive', () => fault.struck === 1);
    stack.gateway.recordRunningWrites();
    stack.gateway.recordRunningWrites();
    const [line, ...others] = findLines(await call);
    stack.sandbox.faults.clear();
    expect(line).toMatchObject({ event: 'file-changed', outcome: 'unknown', reason: 'shutting-down' });
    expect(others).toMatchObject([{ outcome: 'done' }]);
  });
});

describe('S34: the audit log', () => {
  it('is declared by each write, with the event or with the reason why it is not recorded', () => {
    const writes = listRoutes(stack.openApiDocument).filter((route) => !isRead(route));
    const undeclared = writes.filter((route) => findEndpoint(route)?.audit === undefined);
    expect(undeclared.map(formatRoute)).toEqual([]);
    const recorded = new Set(recordedRoutes.map(formatRoute));
    expect(writes.map(formatRoute).filter((name) => !recorded.has(name))).toEqual([
      'POST /auth/logout',
      'POST /auth/openid/backchannel-logout',
      'DELETE /v1/me/sessions',
      'DELETE /v1/me/sessions/{sessionId}',
      'POST /v1/me/favorites',
      'POST /v1/me/favorites/remove',
      'POST /v1/spaces/{spaceId}/uploads/{uploadId}/parts',
    ]);
  });

  it('keeps the gateway from starting with a write that does not declare it', () => {
    const fastify = Fastify();
    const unused = { browserAuthentication: {}, strategies: [] } as unknown as PipelineDependencies;
    registerPipeline(fastify, unused);
    const endpoint: EndpointSpec = { summary: 'A write', scope: 'any', upstreamOperations: [] };
    const handler = (): undefined => undefined;
    expect(() => fastify.post('/v1/things', { config: { endpoint } }, handler)).toThrow(
      /POST \/v1\/things .*audit log/,
    );
    fastify.get('/v1/things', { config: { endpoint } }, handler);
    fastify.put('/v1/things', { config: { endpoint: { ...endpoint, audit: 'file-changed' } } }, handler);
  });

  it('names every id of the largest request of each write, however many and long the others are', async () => {
    const missing: string[] = [];
    let idCount = 0;
    for (const route of recordedRoutes) {
      const { path, body, ids } = buildLargestRequest(stack.openApiDocument, route);
      const bytes = route.operation.requestBody?.content['application/octet-stream'] && 'bytes';
      const texts = findLineTexts(await stack.call(route.method, path, { body, bytes }));
      const recorded = texts.join('\n');
      missing.push(...ids.filter((id) => !recorded.includes(`"${id}"`)).map((id) => `${formatRoute(route)}: ${id}`));
      if (ids.length === 0 && texts.length === 0) missing.push(`${formatRoute(route)}: no line`);
      if (texts.some(({ length }) => length > maxLineLength)) missing.push(`${formatRoute(route)}: a long line`);
      idCount += ids.length;
    }
    process.stderr.write(`${recordedRoutes.length} writes, ${idCount} ids, ${missing.length} not in the audit log\n`);
    expect(missing.slice(0, 20)).toEqual([]);
    expect(recordedRoutes.length).toBeGreaterThan(45);
    expect(idCount).toBeGreaterThan(4_000);
  });

  it('names every id of generated requests, and that they were done', async () => {
    const random = new SeededRandom(20_261_130);
    const caller: TestCaller = {
      name: 'Mei Lin',
      userId: stack.userId,
      headers: { authorization: `Bearer ${stack.key}` },
    };
    const send = (method: string, path: string, options = {}) => stack.call(method, path, { key: '', ...options });
    const context = new GeneratorContext({ caller, random, read: send, send });
    const done = new Set<string>();
    for (const route of recordedRoutes) {
      for (let attempt = 0; attempt < 4 && !done.has(formatRoute(route)); attempt += 1) {
        const call = await callRoute(route, context, send).catch((error: Error) => error.message);
        if (typeof call === 'string') continue;
        const lines = findLines(call.response);
        const recordedIds = new Set(lines.flatMap(({ target, resultId }) => [...listTexts(target), resultId]));
        const requestedIds = listIds(call.request);
        expect([formatRoute(route), requestedIds.filter((id) => !recordedIds.has(id))]).toEqual([
          formatRoute(route),
          [],
        ]);
        if (call.response.status < 400) {
          expect([formatRoute(route), lines[0]?.outcome]).toEqual([formatRoute(route), 'done']);
          done.add(formatRoute(route));
        }
      }
    }
    process.stderr.write(`${done.size} of ${recordedRoutes.length} writes were done and recorded\n`);
    expect(done.size).toBeGreaterThan(40);
  });
});

/** All texts of a value, at any depth. */
const listTexts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
};

/** The ids of a generated request: its path parameters, and the members that are named as ids. */
function listIds({ params = {}, query = {}, body }: ValidRequest): string[] {
  const isIdName = (name: string): boolean => /^ids?$|Ids?$|^(parent|sha256)$/.test(name);
  const listMembers = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(listMembers);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, member]) =>
      isIdName(name) ? listTexts(member) : listMembers(member),
    );
  };
  return [...Object.values(params), ...listMembers(query), ...listMembers(body)];
}
