import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type DriveFile,
  findUserId,
  issueKeyFor,
  type ListResponse,
  noCacheHeaders,
  type ProblemBody,
  parseProblem,
  type Space,
  findSpace,
  uploadFile,
} from '../support/gateway-api.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

interface Expanded {
  readonly permissions?: ListResponse<{ userId: string; departmentName?: string; capabilities: string[] }>;
  readonly path?: { path: string; ids: string[] };
  readonly versions?: ListResponse<{ id: string; current: boolean }>;
  readonly files?: ListResponse<{ id: string; name: string }>;
  readonly failed: readonly { part: string; problem: ProblemBody }[];
}
interface ExpandedResource {
  readonly id: string;
  readonly name: string;
  readonly code?: string;
  readonly viewCount?: number;
  readonly expanded?: Expanded;
}

let stack: GatewayStack;
let ownSpace: Space;
beforeAll(async () => {
  stack = await startGatewayStack();
  ownSpace = await findSpace(stack, 'individual');
});
beforeEach(() => stack.sandbox.reset());
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const parseExpanded = (response: GatewayResponse): Expanded =>
  response.json<ExpandedResource>().expanded ?? { failed: [] };
const cacheStatus = (response: GatewayResponse): string => response.headers.get('cache-status') ?? '';

describe('GET /v1/spaces/{spaceId}/files/{fileId}?expand=', () => {
  let address: string;
  let file: DriveFile;
  let space: Space;
  let key: string;
  beforeAll(async () => {
    key = await issueKeyFor(stack, 'Jonas Weber');
  });
  beforeEach(async () => {
    space = await findSpace(stack, 'group', key);
    const path = `/v1/spaces/${space.id}/content?name=expanded.txt`;
    file = (await stack.call('PUT', path, { key, bytes: 'one' })).json<DriveFile>();
    address = `/v1/spaces/${space.id}/files/${file.id}`;
  });
  const call: GatewayStack['call'] = (method, path, options) => stack.call(method, path, { key, ...options });
  const expand = async (words: string, path = address, callerKey = key): Promise<Expanded> =>
    parseExpanded(await stack.call('GET', `${path}?expand=${words}`, { key: callerKey }));

  it('returns each part like its own route', async () => {
    const { permissions, path, versions, failed } = await expand('permissions,path,versions');
    const getJson = async (url: string): Promise<unknown> => (await call('GET', url)).json();
    expect(failed).toEqual([]);
    expect(permissions).toEqual(await getJson(`/v1/spaces/${space.id}/permissions?fileId=${file.id}`));
    expect(permissions?.items.length).toBeGreaterThan(0);
    expect(path).toEqual(await getJson(`${address}/path`));
    expect(path?.path).toBe('/expanded.txt');
    expect(versions).toEqual(await getJson(`${address}/versions`));
    expect(versions?.items).toHaveLength(1);
  });

  it('returns only the requested parts', async () => {
    expect(Object.keys(await expand('path'))).toEqual(['path', 'failed']);
    const before = stack.sandbox.counters().byOperation;
    const response = await call('GET', address, { headers: noCacheHeaders });
    expect(response.json()).not.toHaveProperty('expanded');
    const after = stack.sandbox.counters().byOperation;
    expect((after.getFile ?? 0) - (before.getFile ?? 0)).toBe(1);
    expect(after.listRevision).toBe(before.listRevision);
  });

  it('lists a part that fails, returns the others, and is not cached', async () => {
    stack.sandbox.faults.add({ match: { operation: 'listRevision' }, effect: { status: 400, code: 13000410 } });
    const first = await call('GET', `${address}?expand=path,versions`);
    expect(first.status).toBe(200);
    expect(parseExpanded(first)).toMatchObject({
      path: { path: '/expanded.txt' },
      failed: [{ part: 'versions', problem: { code: 'no-permission' } }],
    });
    stack.sandbox.faults.clear();
    const second = await call('GET', `${address}?expand=path,versions`);
    expect(cacheStatus(second)).not.toMatch(/; hit/);
    expect(parseExpanded(second)).toMatchObject({ failed: [], versions: { items: [{ current: true }] } });
  });

  it('fails for the permissions of an individual space', async () => {
    const ownFile = await uploadFile(stack, ownSpace.id, 'own.txt', 'x');
    const parts = await expand('permissions,path', `/v1/spaces/${ownSpace.id}/files/${ownFile.id}`, stack.key);
    expect(parts).toMatchObject({ path: { path: '/own.txt' }, failed: [{ part: 'permissions' }] });
    expect(parts.failed[0]?.problem.errors?.[0]?.pointer).toBe('/spaceId');
  });

  it('fails completely if the file cannot be read', async () => {
    const response = await call('GET', `/v1/spaces/${space.id}/files/1111111111111111111?expand=path`);
    expect(response.status).toBe(404);
  });

  it('is cached separately for each list of parts', async () => {
    await expand('path');
    const cached = await call('GET', `${address}?expand=path`);
    expect(cacheStatus(cached)).toMatch(/; hit/);
    expect(parseExpanded(await call('GET', `${address}?expand=versions`))).not.toHaveProperty('path');
    expect((await call('GET', address)).json()).not.toHaveProperty('expanded');
  });

  it('can be combined with fields', async () => {
    const response = await call('GET', `${address}?expand=path&fields=id,expanded`);
    expect(response.json()).toMatchObject({ id: file.id, expanded: { path: { path: '/expanded.txt' } } });
    expect(response.json()).not.toHaveProperty('name');
  });

  it('is current after a rename', async () => {
    await expand('path');
    await call('PATCH', address, { body: { name: 'renamed.txt' } });
    expect((await expand('path')).path?.path).toBe('/renamed.txt');
  });

  it('is current after a new version', async () => {
    expect((await expand('versions')).versions?.items).toHaveLength(1);
    await call('PUT', `${address}/content`, { bytes: 'two' });
    expect((await expand('versions')).versions?.items).toHaveLength(2);
  });

  it('is current after a permission was granted', async () => {
    await expand('permissions');
    const userId = findUserId(stack.sandbox, '王芳');
    const body = { fileId: file.id, grants: [{ userId, capabilities: ['list', 'preview'] }] };
    expect((await stack.call('PATCH', `/v1/spaces/${space.id}/permissions`, { body })).status).toBe(200);
    const { items } = (await expand('permissions')).permissions ?? { items: [] };
    expect(items.find((permission) => permission.userId === userId)?.capabilities).toEqual(['list', 'preview']);
  });

  it('is current after a member has moved to another department', async () => {
    const memberId = (await expand('permissions')).permissions?.items.at(-1)?.userId ?? '';
    const departments = (await call('GET', '/v1/departments')).json<ListResponse<{ id: string; name: string }>>().items;
    const readDepartmentName = async (): Promise<string | undefined> =>
      (await expand('permissions')).permissions?.items.find(({ userId }) => userId === memberId)?.departmentName;
    const before = await readDepartmentName();
    const target = departments.find(({ name }) => name !== before);
    const moved = await stack.call('PATCH', `/v1/users/${memberId}`, { body: { departmentId: target?.id } });
    expect(moved.status).toBe(200);
    expect(await readDepartmentName()).toBe(target?.name);
  });

  it('requires the scope of each part, also for a cached response', async () => {
    const userId = findUserId(stack.sandbox, 'Jonas Weber');
    const keyWithoutScope = await stack.issueKey({ scopes: ['files:read'], userId });
    // The cached response belongs to the same user; the two keys differ only in their scopes.
    await expand('permissions');
    expect(cacheStatus(await call('GET', `${address}?expand=permissions`))).toMatch(/; hit/);
    for (const words of ['permissions', 'path,permissions', '%20permissions', 'permission%73']) {
      const response = await call('GET', `${address}?expand=${words}`, { key: keyWithoutScope });
      expect([words, response.status, parseProblem(response).code]).toEqual([words, 403, 'missing-scope']);
    }
    expect((await call('GET', `${address}?expand=path,versions`, { key: keyWithoutScope })).status).toBe(200);
  });

  it.each(['', 'files', 'path,path', 'path,', 'constructor', 'Path'])('rejects the parts "%s"', async (words) => {
    const response = await call('GET', `${address}?expand=${words}`);
    expect(response.status).toBe(422);
    expect(parseProblem(response).errors?.[0]?.pointer).toBe('/expand');
  });
});

describe('GET /v1/shares/{shareId}?expand=files', () => {
  async function createShare(members: object = {}): Promise<{ address: string; file: DriveFile }> {
    const file = await uploadFile(stack, ownSpace.id, 'shared.txt', 'one');
    const body = { spaceId: ownSpace.id, fileIds: [file.id], scope: 'organization', validDays: 7, ...members };
    const { id } = (await stack.call('POST', '/v1/shares', { body })).json<ExpandedResource>();
    return { address: `/v1/shares/${id}`, file };
  }
  const expandFiles = async (address: string): Promise<Expanded> =>
    parseExpanded(await stack.call('GET', `${address}?expand=files`));

  it('returns the shared files, also with an access code, and counts no view', async () => {
    for (const members of [{}, { extractCode: 'a1B2c3D4' }]) {
      const { address, file } = await createShare(members);
      expect(await expandFiles(address)).toMatchObject({
        files: { items: [{ id: file.id, name: 'shared.txt' }] },
        failed: [],
      });
      const [listed] = (await stack.call('GET', '/v1/shares?limit=1')).json<ListResponse<ExpandedResource>>().items;
      expect(listed?.viewCount).toBe(0);
      await stack.sandbox.reset();
      ownSpace = await findSpace(stack, 'individual');
    }
  });

  it('is current after a shared file was renamed', async () => {
    const { address, file } = await createShare();
    await expandFiles(address);
    await stack.call('PATCH', `/v1/spaces/${ownSpace.id}/files/${file.id}`, { body: { name: 'renamed.txt' } });
    expect((await expandFiles(address)).files?.items.map(({ name }) => name)).toEqual(['renamed.txt']);
    const listed = (await stack.call('GET', '/v1/shares')).json<ListResponse<{ files: DriveFile[] }>>().items;
    expect(listed[0]?.files.map(({ name }) => name)).toEqual(['renamed.txt']);
  });

  it('returns the problem if the files cannot be read', async () => {
    const { address } = await createShare();
    stack.sandbox.faults.add({ match: { operation: 'listShareFiles' }, effect: { status: 400, code: 13000309 } });
    expect(await expandFiles(address)).toMatchObject({ failed: [{ part: 'files', problem: { code: 'not-found' } }] });
    stack.sandbox.faults.clear();
    expect((await expandFiles(address)).failed).toEqual([]);
  });

  it('is absent without expand', async () => {
    const { address } = await createShare();
    expect((await stack.call('GET', address)).json()).not.toHaveProperty('expanded');
  });
});
