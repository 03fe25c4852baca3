import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { optionalModuleVariables } from '../../apps/gateway/src/composition/optional-modules.js';
import { findUserId, type Job, parseProblem } from '../support/gateway-api.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';
import { type IdField, listIdFields } from '../support/id-fields.js';
import { collectKnownIds, findKnownIds, type KnownIds } from '../support/known-ids.js';
import { type ApiRoute, listRoutes } from '../support/openapi-validator.js';
import { GeneratorContext, type TestCaller, type ValidRequest } from '../support/requests/generator-context.js';
import { buildPath, findGenerator, formatRoute } from '../support/requests/request-generators.js';
import { NoCandidateError, SeededRandom } from '../support/requests/seeded-random.js';
import { waitUntil } from '../support/wait-until.js';

jest.setTimeout(240_000);

let stack: GatewayStack;
let known: KnownIds;
/** The routes that accept an API key, and their fields that take an id. */
let routes: { readonly route: ApiRoute; readonly fields: IdField[] }[];
const callers: TestCaller[] = [];
const random = new SeededRandom(20_261_201);
beforeAll(async () => {
  stack = await startGatewayStack({ sandbox: { jobs: { waitMs: 10, perFileMs: 1 } }, env: optionalModuleVariables });
  known = await collectKnownIds(stack);
  routes = listRoutes(stack.openApiDocument)
    .filter(({ operation }) => !['public', 'session'].includes(operation['x-scope']))
    .map((route) => ({ route, fields: listIdFields(stack.openApiDocument, route) }));
  for (const name of ['Mei Lin', 'Jonas Weber', 'Amara Okafor', '王芳']) {
    const userId = findUserId(stack.sandbox, name);
    const authorization = `Bearer ${await stack.issueKey({ scopes: ['*'], userId })}`;
    callers.push({ name, userId, headers: { authorization } });
  }
});
afterAll(() => stack.close());

const knownId = (kind: string): string => known[kind]?.at(-1) ?? '';
const call = (method: string, path: string, options = {}) => stack.call(method, path, { key: '', ...options });

function send({ method, path }: ApiRoute, caller: TestCaller | undefined, request: ValidRequest) {
  const { params, query, body, bytes } = request;
  return call(method, buildPath(path, params, query), { headers: caller?.headers, body, bytes });
}

/** A valid request that some caller can send; the first such caller sends it. @throws Error if there is none */
async function generateRequest(route: ApiRoute): Promise<{ caller: TestCaller; request: ValidRequest }> {
  const preferredSpaceIds = known.spaceId?.slice(0, 1);
  for (const caller of [...callers, ...callers, ...callers]) {
    try {
      const context = new GeneratorContext({ caller, random, preferredSpaceIds, read: call, send: call });
      const request = await findGenerator(route)?.(context);
      if (request) return { caller, request };
    } catch (error) {
      if (!(error instanceof NoCandidateError)) throw error;
    }
  }
  throw new Error(`no request of ${formatRoute(route)} could be generated`);
}

describe('a file in place of a folder', () => {
  const isDepartment = ({ path }: ApiRoute): boolean => path.startsWith('/v1/departments');
  /** Recognized by its name or its description. */
  const takesFolder = ({ name, description }: IdField): boolean =>
    /^parent(Id)?$|folder/i.test(name) ||
    (/\bfolder\b/i.test(description) && !/files? (and|or) folders?/i.test(description));

  /** Requests in place of a generated one: where it does not always use the folder, or needs the space of the file. */
  async function buildRequests(): Promise<Readonly<Record<string, readonly ValidRequest[]>>> {
    const [spaceId = ''] = known.spaceId ?? [];
    const fileIds = [knownId('fileId')];
    const params = { spaceId };
    const link = { params: { code: knownId('code') } };
    const share = { spaceId, fileIds, scope: 'external', validDays: 7 };
    const { code } = (await stack.call('POST', '/v1/shares', { body: share })).json<{ code: string }>();
    const jobs = ['copy', 'move', 'extract'].map((action) => ({ body: { action, spaceId, fileIds } }));
    return {
      'GET /v1/spaces/{spaceId}/files /parent': [{ params }],
      'POST /v1/spaces/{spaceId}/folders /parentId': [{ params, body: { name: 'never' } }],
      'GET /v1/spaces/{spaceId}/files/{fileId}/stats /fileId': [{ params }],
      'GET /v1/search /parent': [{ query: { q: 'a', spaceId } }],
      'PUT /v1/spaces/{spaceId}/content /parent': [{ params, query: { name: 'never' }, bytes: 'x' }],
      'POST /v1/spaces/{spaceId}/uploads /parentId': [{ params, body: { name: 'never', size: 1 } }],
      'POST /v1/spaces/{spaceId}/sync-folders /parentId': [{ params, body: { name: 'never' } }],
      'POST /v1/spaces/{spaceId}/sync-folders /folderId': [{ params, body: {} }],
      'POST /v1/jobs /targetFolderId': jobs,
      'GET /v1/share-links/{code}/files /parent': [link],
      'GET /v1/public-links/{code}/files /parent': [{ params: { code } }],
      'POST /v1/share-links/{code}/jobs /targetFolderId': [
        { ...link, body: { action: 'save', fileIds, targetSpaceId: spaceId } },
      ],
    };
  }

  it('is rejected with the name of the field, and never as something to try again', async () => {
    const requests = await buildRequests();
    const tested: string[] = [];
    for (const { route, fields } of routes) {
      for (const field of isDepartment(route) ? [] : fields.filter(takesFolder)) {
        const name = `${formatRoute(route)} ${field.pointer}`;
        // A sync folder is a resource of its own, which is not found.
        const expected = name.includes('/sync-folders/{folderId}')
          ? { status: 404, code: 'not-found', retryable: false }
          : {
              status: 422,
              code: 'invalid-input',
              retryable: false,
              errors: [{ pointer: field.pointer, message: 'must be a folder, not a file' }],
            };
        for (const request of requests[name] ?? [(await generateRequest(route)).request]) {
          const response = await send(route, callers[0], field.set(request, knownId('fileId')));
          expect([name, parseProblem(response)]).toMatchObject([name, expected]);
        }
        tested.push(name);
      }
    }
    expect(tested).toEqual(expect.arrayContaining(Object.keys(requests)));
    process.stderr.write(`a file in ${tested.length} fields that take a folder\n`);
  });
});

describe('a folder in place of a file', () => {
  it('is rejected by every route on the content of a file, and never as something to try again', async () => {
    const [[spaceId = ''], [folderId = '']] = [known.spaceId ?? [], known.fileId ?? []];
    const share = { spaceId, fileIds: [folderId], scope: 'external', validDays: 7 };
    const { code } = (await stack.call('POST', '/v1/shares', { body: share })).json<{ code: string }>();
    const contentRoutes = routes.filter(({ route: { path } }) =>
      /\/files\/\{fileId\}\/(content|entries|versions)/.test(path),
    );
    expect(contentRoutes.length).toBeGreaterThanOrEqual(10);
    for (const { route } of contentRoutes) {
      const { request } = await generateRequest(route);
      const params = { ...request.params, spaceId, code, fileId: folderId };
      const response = await send(route, callers[0], { ...request, params });
      const expected = { status: 409, code: 'folder-not-allowed', retryable: false };
      expect([formatRoute(route), parseProblem(response)]).toMatchObject([formatRoute(route), expected]);
    }
  });

  it('has no download link', async () => {
    const [[spaceId = ''], fileIds] = [known.spaceId ?? [], known.fileId?.slice(0, 1)];
    const response = await stack.call('POST', `/v1/spaces/${spaceId}/download-links`, { body: { fileIds } });
    const problem = { code: 'folder-not-allowed', retryable: false };
    expect(response.json()).toMatchObject({ items: [{ status: 'failed', problem }] });
  });
});

describe('a root folder', () => {
  it.each(['rootFolderId', 'safe box'])('can neither be renamed nor shared: %s', async (kind) => {
    const [spaceId = ''] = known.spaceId ?? [];
    const { rootFolderId } = (await stack.call('GET', `/v1/spaces/${spaceId}`)).json<{ rootFolderId: string }>();
    const id = kind === 'rootFolderId' ? rootFolderId : rootFolderId.replace('root', 'sbox');
    const share = { spaceId, fileIds: [knownId('fileId'), id], scope: 'organization', validDays: 7 };
    const rejected = [
      ['/fileId', await stack.call('PATCH', `/v1/spaces/${spaceId}/files/${id}`, { body: { name: 'never' } })],
      ['/fileIds/1', await stack.call('POST', '/v1/shares', { body: share })],
    ] as const;
    for (const [pointer, response] of rejected) {
      const errors = [{ pointer, message: 'must not be a root folder' }];
      expect(parseProblem(response)).toMatchObject({ code: 'invalid-input', retryable: false, errors });
    }
  });
});

describe('an id of another kind of resource', () => {
  async function listKinds(): Promise<{ kind: string; id: string }[]> {
    const { rootFolderId } = (await stack.call('GET', `/v1/spaces/${known.spaceId?.[0] ?? ''}`)).json<{
      rootFolderId: string;
    }>();
    const kinds = Object.keys(known).map((kind) => ({ kind, id: knownId(kind) }));
    return [...kinds, { kind: 'root folder', id: rootFolderId }, { kind: 'root', id: 'root' }];
  }

  const waitForJobEnd = (id: string): Promise<Job> =>
    waitUntil(`the end of job ${id}`, async () => {
      const job = (await stack.call('GET', `/v1/jobs/${id}`)).json<Job>();
      return job.status === 'completed' ? job : undefined;
    });

  /** Also the problems of entries in a response of several. */
  const suggestsRetry = ({ status, text }: GatewayResponse): boolean =>
    status >= 500 || text.includes('"retryable":true');

  it('is rejected by no route with a 5xx, or as something to try again', async () => {
    const kinds = await listKinds();
    const wrong: string[] = [];
    let count = 0;
    for (const { route, fields } of routes.filter((each) => each.fields.length > 0)) {
      const { caller, request } = await generateRequest(route);
      for (const field of fields) {
        for (const { kind, id } of kinds) {
          if (findKnownIds(known, route.path, field.name).includes(id)) continue;
          count += 1;
          const response = await send(route, caller, field.set(request, id));
          if (suggestsRetry(response))
            wrong.push(
              `${formatRoute(route)} ${field.pointer} = ${kind}: ${response.status} ${response.text.slice(0, 300)}`,
            );
        }
      }
    }
    process.stderr.write(`${count} requests with an id of another kind\n`);
    expect(wrong).toEqual([]);
  });

  it.each(['copy', 'move', 'delete', 'restore', 'extract', 'package'])(
    'is no entry of a job that suggests to %s it again',
    async (action) => {
      const [spaceId = ''] = known.spaceId ?? [];
      for (const { id } of await listKinds()) {
        const started = await stack.call('POST', '/v1/jobs', { body: { action, spaceId, fileIds: [id] } });
        const job = started.status === 202 ? await waitForJobEnd(started.json<Job>().id) : parseProblem(started);
        expect([id, JSON.stringify(job)]).not.toEqual([id, expect.stringContaining('"retryable":true')]);
      }
    },
  );

  it('does not violate the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
