import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { optionalModuleVariables } from '../../apps/gateway/src/composition/optional-modules.js';
import {
  downloadFile,
  type DriveFile,
  findSpace,
  findUserId,
  type ListResponse,
  noCacheHeaders,
  parseProblem,
  uploadFile,
} from '../support/gateway-api.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';
import { type ApiRoute, listRoutes } from '../support/openapi-validator.js';
import { callRoute } from '../support/requests/call-route.js';
import { GeneratorContext, type SendRequest, type TestCaller } from '../support/requests/generator-context.js';
import { formatRoute } from '../support/requests/request-generators.js';
import { SeededRandom } from '../support/requests/seeded-random.js';

jest.setTimeout(120_000);

const otherETag = '"not-this"';
const userNames = ['Mei Lin', 'Jonas Weber', 'Amara Okafor', '王芳'];
/** Some requests need resources that others create, or another caller. */
const maxPasses = 12;

let stack: GatewayStack;
let spaceId: string;
beforeAll(async () => {
  stack = await startGatewayStack({ sandbox: { jobs: { waitMs: 1, perFileMs: 1 } }, env: optionalModuleVariables });
  spaceId = (await findSpace(stack, 'individual')).id;
});
afterAll(() => stack.close());

const readETag = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
  (await stack.call('GET', path, { headers: { ...headers, ...noCacheHeaders } })).headers.get('etag') ?? '';
const problemCode = (response: GatewayResponse): string => parseProblem(response).code;

describe('If-Match on the file that is changed', () => {
  let file: DriveFile;
  let path: string;
  let count = 0;
  beforeEach(async () => {
    count += 1;
    file = await uploadFile(stack, spaceId, `guarded ${count}.txt`, 'one');
    path = `/v1/spaces/${spaceId}/files/${file.id}`;
  });
  const rename = (name: string, headers: Record<string, string>): Promise<GatewayResponse> =>
    stack.call('PATCH', path, { body: { name }, headers });
  const readName = async (): Promise<string> =>
    (await stack.call('GET', path, { headers: noCacheHeaders })).json<DriveFile>().name;

  it('renames while it is current, and not any more after a change', async () => {
    const etag = await readETag(path);
    expect((await rename('second.txt', { 'if-match': `${otherETag}, ${etag}` })).status).toBe(200);
    expect(parseProblem(await rename('third.txt', { 'if-match': etag }))).toMatchObject({
      status: 412,
      code: 'precondition-failed',
      retryable: false,
    });
    expect(await readName()).toBe('second.txt');
    expect((await rename('third.txt', { 'if-match': '*' })).status).toBe(200);
  });

  it('compares with what KooDrive has now, not with a cached response', async () => {
    const etag = await readETag(path);
    const cached = await stack.call('GET', path);
    expect(cached.headers.get('cache-status')).toMatch(/hit/);
    await renameAtUpstream('theirs.txt');
    expect((await stack.call('GET', path)).json<DriveFile>().name).toBe(file.name);
    expect(problemCode(await rename('mine.txt', { 'if-match': etag }))).toBe('precondition-failed');
    expect(await readName()).toBe('theirs.txt');
  });

  async function renameAtUpstream(name: string): Promise<void> {
    const { accessToken } = stack.sandbox.openSession(stack.userId);
    const response = await fetch(`${stack.sandbox.url}/koodrive/ose/v1/files/rename/${file.id}`, {
      method: 'POST',
      headers: { authorization: String(accessToken), 'content-type': 'application/json' },
      body: JSON.stringify({ containerId: spaceId, name, renameMode: 3 }),
    });
    expect(await response.json()).toMatchObject({ code: '0' });
  }

  it('never holds for a weak ETag, and a malformed one is invalid input', async () => {
    const etag = await readETag(path);
    expect(problemCode(await rename('x.txt', { 'if-match': `W/${etag}` }))).toBe('precondition-failed');
    expect(parseProblem(await rename('x.txt', { 'if-match': etag.replaceAll('"', '') }))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/If-Match', message: 'must be * or ETags with their quotes, separated by commas' }],
    });
    expect(await readName()).toBe(file.name);
  });

  it('is replaced by no date: If-Unmodified-Since alone is 412', async () => {
    const date = new Date().toUTCString();
    expect(problemCode(await rename('x.txt', { 'if-unmodified-since': date }))).toBe('precondition-failed');
    expect((await rename('x.txt', { 'if-unmodified-since': date, 'if-match': await readETag(path) })).status).toBe(200);
  });

  it('If-None-Match with its ETag is 412', async () => {
    const etag = await readETag(path);
    expect(problemCode(await rename('x.txt', { 'if-none-match': etag }))).toBe('precondition-failed');
    expect((await rename('y.txt', { 'if-none-match': otherETag })).status).toBe(200);
  });

  it('guards new content by the ETag of the content', async () => {
    const put = (bytes: string, etag: string): Promise<GatewayResponse> =>
      stack.call('PUT', `${path}/content`, { bytes, headers: { 'if-match': etag } });
    const first = (await downloadFile(stack, spaceId, file.id)).headers.get('etag') ?? '';
    const uploadsBefore = stack.sandbox.counters().objectStore.puts;
    expect(problemCode(await put('two', await readETag(path)))).toBe('precondition-failed');
    expect(stack.sandbox.counters().objectStore.puts).toBe(uploadsBefore);
    expect((await put('two', first)).status).toBe(200);
    expect(problemCode(await put('three', first))).toBe('precondition-failed');
    expect(Buffer.from((await downloadFile(stack, spaceId, file.id)).bytes).toString()).toBe('two');
  });

  it('guards the content of an empty file', async () => {
    const empty = await uploadFile(stack, spaceId, `empty ${count}.txt`, '');
    const contentPath = `/v1/spaces/${spaceId}/files/${empty.id}/content`;
    const put = (etag: string): Promise<GatewayResponse> =>
      stack.call('PUT', contentPath, { bytes: 'x', headers: { 'if-match': etag } });
    expect(problemCode(await put(otherETag))).toBe('precondition-failed');
    expect((await put(await readETag(contentPath))).status).toBe(200);
  });

  it('is the problem of the read where that fails', async () => {
    const missing = await stack.call('PATCH', `/v1/spaces/${spaceId}/files/Fnothing`, {
      body: { name: 'x' },
      headers: { 'if-match': otherETag },
    });
    expect(parseProblem(missing)).toMatchObject({ status: 404, instance: `/v1/spaces/${spaceId}/files/Fnothing` });
    const key = await stack.issueKey({ scopes: ['files:write'], userId: stack.userId });
    const unreadable = await stack.call('PATCH', path, { key, body: { name: 'x' }, headers: { 'if-match': '*' } });
    expect(parseProblem(unreadable)).toMatchObject({
      code: 'missing-scope',
      detail: 'This call needs the scope files:read.',
    });
  });

  it('is evaluated once for an Idempotency-Key: a repetition gets the first response', async () => {
    const headers = { 'if-match': await readETag(path), 'idempotency-key': `guarded-${count}` };
    expect((await rename('once.txt', headers)).status).toBe(200);
    const repeated = await rename('once.txt', headers);
    expect([repeated.status, repeated.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
  });

  it('is not stored for an Idempotency-Key where it does not hold: nothing was done', async () => {
    const headers = { 'idempotency-key': `not-held-${count}` };
    expect(problemCode(await rename('held.txt', { ...headers, 'if-match': otherETag }))).toBe('precondition-failed');
    expect((await rename('held.txt', { ...headers, 'if-match': await readETag(path) })).status).toBe(200);
  });
});

describe('If-None-Match: * on what is created by name', () => {
  const headers = { 'if-none-match': '*' };
  it.each([
    ['PUT', 'content?name=new.txt', { bytes: 'x' }],
    ['PUT', 'content?name=new.txt&onConflict=rename', { bytes: 'x' }],
    ['POST', 'folders', { body: { name: 'new.txt' } }],
    ['POST', 'folders', { body: { name: 'new.txt', onConflict: 'rename' } }],
    ['POST', 'uploads', { body: { name: 'new.txt', size: 1, onConflict: 'rename' } }],
  ])('%s %s %j is 412 where the name is taken', async (method, route, input) => {
    await stack.call('PUT', `/v1/spaces/${spaceId}/content?name=new.txt`, { bytes: 'first' });
    const listPath = `/v1/spaces/${spaceId}/files?limit=100`;
    const names = async (): Promise<string[]> =>
      (await stack.call('GET', listPath, { headers: noCacheHeaders }))
        .json<ListResponse<DriveFile>>()
        .items.map(({ name }) => name);
    const before = await names();
    const response = await stack.call(method, `/v1/spaces/${spaceId}/${route}`, { ...input, headers });
    expect(parseProblem(response)).toMatchObject({ status: 412, code: 'precondition-failed' });
    expect(await names()).toEqual(before);
  });

  it('creates where the name is free', async () => {
    const response = await stack.call('PUT', `/v1/spaces/${spaceId}/content?name=free.txt`, { bytes: 'x', headers });
    expect(response.status).toBe(201);
  });
});

describe('a precondition on any write', () => {
  /** The operations of the write that its precondition does not need. */
  const findWriteOperations = ({ operation }: ApiRoute, read?: ApiRoute): string[] =>
    operation['x-koodrive-operations'].filter((id) => !read?.operation['x-koodrive-operations'].includes(id));

  it('prevents the write where it does not hold, and not where it holds', async () => {
    const routes = listRoutes(stack.openApiDocument);
    const findRead = ({ path }: ApiRoute) => routes.find((route) => route.method === 'GET' && route.path === path);
    const callers: TestCaller[] = await Promise.all(
      userNames.map(async (name) => {
        const userId = findUserId(stack.sandbox, name);
        const key = await stack.issueKey({ scopes: ['*'], userId });
        return { name, userId, headers: { authorization: `Bearer ${key}` } };
      }),
    );
    const send: SendRequest = (method, path, options) => stack.call(method, path, { key: '', ...options });
    const random = new SeededRandom(20_261_130);
    const wrong: string[] = [];
    let remaining = routes.filter(
      ({ method, path, operation }) =>
        method !== 'GET' && path.startsWith('/v1/') && !operation['x-safe'] && operation['x-scope'] !== 'session',
    );
    const total = remaining.length;
    for (let pass = 0; pass < maxPasses && remaining.length > 0; pass += 1) {
      const failed: ApiRoute[] = [];
      for (const route of remaining) {
        const read = findRead(route);
        const caller = callers[pass % callers.length] as TestCaller;
        const sendGuarded: SendRequest = async (method, path, { headers, ...options } = {}) => {
          const guarded = (etag: string) =>
            send(method, path, { ...options, headers: { ...headers, 'if-match': etag } });
          const readPath = path.split('?')[0] ?? '';
          const [etag, again] = read ? [await readETag(readPath, headers), await readETag(readPath, headers)] : [];
          if (etag !== again) wrong.push(`${formatRoute(route)}: the ETag of its GET differs from read to read`);
          const { n = 0 } = stack.sandbox.ledger().at(-1) ?? {};
          const rejected = await guarded(otherETag);
          if (rejected.status !== 412) return rejected;
          const called = stack.sandbox.ledger(n).map(({ operation = '' }) => operation);
          const written = findWriteOperations(route, read).filter((id) => called.includes(id));
          if (written.length > 0) wrong.push(`${formatRoute(route)}: ${written.join()} was called`);
          const response = etag ? await guarded(etag) : rejected;
          if (etag && response.status === 412) wrong.push(`${formatRoute(route)}: 412 with the current ETag`);
          return response;
        };
        const context = new GeneratorContext({ caller, random, read: send, send });
        const call = await callRoute(route, context, sendGuarded);
        if (typeof call === 'string' || (call.response.status >= 400 && call.response.status !== 412)) {
          failed.push(route);
          if (pass === maxPasses - 1)
            wrong.push(`${formatRoute(route)}: ${typeof call === 'string' ? call : call.response.text}`);
        }
      }
      remaining = failed;
    }
    process.stderr.write(`${total - remaining.length} of ${total} writes were called with a precondition\n`);
    expect(wrong).toEqual([]);
  });
});
