import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  countUpstreamCalls,
  type DriveFile,
  findFileByName,
  runJobToEnd,
  issueKeyFor,
  type ListResponse,
  parseProblem,
  findSpace,
  fetchAllPages,
} from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

let stack: GatewayStack;
let individualSpaceId: string;
/** The department space with a folder of 50 files, and a key of a user who can open it. */
let departmentSpaceId: string;
let amaraKey: string;
let measurementsFolderId: string;
beforeAll(async () => {
  stack = await startGatewayStack();
  individualSpaceId = (await findSpace(stack, 'individual')).id;
  amaraKey = await issueKeyFor(stack, 'Amara Okafor');
  departmentSpaceId = (await findSpace(stack, 'department', amaraKey)).id;
  measurementsFolderId = (await findFileByName(stack, departmentSpaceId, 'Measurements', { key: amaraKey })).id;
});
afterAll(() => stack.close());

const fileNames = (items: readonly DriveFile[]): string[] => items.map(({ name }) => name);
const listFiles = async (path: string, key = stack.key): Promise<ListResponse<DriveFile>> =>
  (await stack.call('GET', path, { key })).json();
const createFolder = async (name: string, parentId = 'root'): Promise<DriveFile> =>
  (await stack.call('POST', `/v1/spaces/${individualSpaceId}/folders`, { body: { name, parentId } })).json();

describe('GET /v1/spaces/{spaceId}/files', () => {
  it('lists the root folder of a space, without files in the recycle bin', async () => {
    const { items } = await listFiles(`/v1/spaces/${individualSpaceId}/files`);
    expect(new Set(fileNames(items))).toEqual(new Set(['Documents', '图片', '会议纪要.md', 'trip.zip']));
    const zip = items.find(({ name }) => name === 'trip.zip');
    expect(zip).toMatchObject({ kind: 'file', type: 'archive', spaceId: individualSpaceId, recycled: false });
    expect(zip?.size).toBeGreaterThan(0);
    expect(items.find(({ name }) => name === 'Documents')).toMatchObject({ kind: 'folder', type: 'folder' });
  });

  it('lists a folder', async () => {
    const { id } = await findFileByName(stack, individualSpaceId, 'Documents');
    const { items } = await listFiles(`/v1/spaces/${individualSpaceId}/files?parent=${id}&sort=name`);
    expect(new Set(fileNames(items))).toEqual(
      new Set(['Drafts', 'Invoice 2025-03.pdf', 'Travel plan.md', 'Welcome.txt']),
    );
    expect(items.every(({ parentId }) => parentId === id)).toBe(true);
  });

  it('lists spaces of departments and of groups', async () => {
    expect(fileNames((await listFiles(`/v1/spaces/${departmentSpaceId}/files`, amaraKey)).items)).toContain(
      'Roadmap.pdf',
    );
    const group = await findSpace(stack, 'group', amaraKey);
    expect(fileNames((await listFiles(`/v1/spaces/${group.id}/files`, amaraKey)).items)).toContain('Checklist.md');
  });

  it.each([1, 7, 49, 50, 51, 100])('returns 50 files in pages of %i, each once', async (limit) => {
    const path = `/v1/spaces/${departmentSpaceId}/files?parent=${measurementsFolderId}&sort=name&limit=${limit}`;
    const { entries, pages } = await fetchAllPages<DriveFile>(stack, path, amaraKey);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(50);
    expect(entries).toHaveLength(50);
    expect(Math.max(...pages.map((page) => page.length))).toBe(Math.min(limit, 50));
    expect(fileNames(entries)).toEqual([...fileNames(entries)].sort());
  });

  it('returns at most 50 files by default', async () => {
    const { items } = await listFiles(`/v1/spaces/${departmentSpaceId}/files?parent=${measurementsFolderId}`, amaraKey);
    expect(items).toHaveLength(50);
  });

  it.each([
    ['name', (file: DriveFile) => file.name],
    ['size', (file: DriveFile) => file.size ?? 0],
    ['modifiedAt', (file: DriveFile) => file.modifiedAt ?? ''],
  ] as const)('sorts by %s, ascending and descending', async (sortKey, getValue) => {
    const base = `/v1/spaces/${departmentSpaceId}/files?parent=${measurementsFolderId}&limit=100`;
    const listValues = async (sort: string): Promise<(string | number)[]> =>
      (await listFiles(`${base}&sort=${sort}`, amaraKey)).items.map((file) => getValue(file));
    const ascending = await listValues(sortKey);
    const descending = await listValues(`-${sortKey}`);
    expect(ascending).toHaveLength(50);
    expect(ascending).toEqual([...ascending].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    expect(descending).toEqual([...ascending].reverse());
  });

  it.each([
    ['folder', ['Documents', '图片']],
    ['archive', ['trip.zip']],
    ['image', []],
  ])('lists only files of type %s', async (type, names) => {
    expect(new Set(fileNames((await listFiles(`/v1/spaces/${individualSpaceId}/files?type=${type}`)).items))).toEqual(
      new Set(names),
    );
  });

  it('returns only the requested fields', async () => {
    const { items } = await listFiles(`/v1/spaces/${individualSpaceId}/files?fields=name,id`);
    expect(items.map((item) => Object.keys(item))).toEqual(items.map(() => ['name', 'id']));
  });

  it('caches separately for each user', async () => {
    await stack.call('GET', `/v1/spaces/${departmentSpaceId}/files?limit=3`, { key: amaraKey });
    const sofiaKey = await issueKeyFor(stack, 'Sofía Álvarez');
    const rejected = await stack.call('GET', `/v1/spaces/${departmentSpaceId}/files?limit=3`, { key: sofiaKey });
    expect(parseProblem(rejected)).toMatchObject({ status: 403, code: 'no-permission' });
  });

  it('returns 404 for an unknown folder', async () => {
    const missing = await stack.call('GET', `/v1/spaces/${individualSpaceId}/files?parent=Fnothing`);
    expect(parseProblem(missing)).toMatchObject({ status: 404, code: 'not-found' });
  });
});

describe('POST /v1/spaces/{spaceId}/folders', () => {
  it('creates a folder that the next list shows, although the list was cached', async () => {
    const path = `/v1/spaces/${individualSpaceId}/files?type=folder&limit=100`;
    await listFiles(path);
    expect((await stack.call('GET', path)).headers.get('cache-status')).toMatch(/; hit/);
    const created = await stack.call('POST', `/v1/spaces/${individualSpaceId}/folders`, {
      body: { name: '新建 folder (1)' },
    });
    expect(created.status).toBe(201);
    expect(created.json<DriveFile>()).toMatchObject({
      name: '新建 folder (1)',
      kind: 'folder',
      type: 'folder',
      spaceId: individualSpaceId,
    });
    expect(fileNames((await listFiles(path)).items)).toContain('新建 folder (1)');
  });

  it('creates it in a parent folder', async () => {
    const parent = await createFolder('outer');
    const inner = await createFolder('inner', parent.id);
    expect(inner.parentId).toBe(parent.id);
    expect(fileNames((await listFiles(`/v1/spaces/${individualSpaceId}/files?parent=${parent.id}`)).items)).toEqual([
      'inner',
    ]);
  });

  it('rejects a taken name, or uses another name with onConflict=rename', async () => {
    await createFolder('twice');
    const body = { name: 'twice' };
    const rejected = await stack.call('POST', `/v1/spaces/${individualSpaceId}/folders`, { body });
    expect(parseProblem(rejected)).toMatchObject({ status: 409, code: 'name-taken', retryable: false });
    const renamed = await stack.call('POST', `/v1/spaces/${individualSpaceId}/folders`, {
      body: { ...body, onConflict: 'rename' },
    });
    expect(renamed.status).toBe(201);
    expect(renamed.json<DriveFile>().name).toMatch(/^twice.+/);
  });

  it('accepts a name of 250 characters', async () => {
    const name = '长'.repeat(250);
    expect((await createFolder(name)).name).toBe(name);
  });
});

describe('GET /v1/spaces/{spaceId}/files/{fileId}', () => {
  it('reads a file from the upstream once, then from the cache', async () => {
    const { id } = await findFileByName(stack, individualSpaceId, '会议纪要.md');
    const calls = await countUpstreamCalls(stack, async () => {
      const first = await stack.call('GET', `/v1/spaces/${individualSpaceId}/files/${id}`);
      const second = await stack.call('GET', `/v1/spaces/${individualSpaceId}/files/${id}`);
      expect(first.json<DriveFile>()).toMatchObject({
        id,
        name: '会议纪要.md',
        kind: 'file',
        spaceId: individualSpaceId,
      });
      expect(second.text).toBe(first.text);
    });
    expect(calls).toBe(1);
  });

  it('returns only the requested fields', async () => {
    const { id } = await findFileByName(stack, individualSpaceId, 'trip.zip');
    const response = await stack.call('GET', `/v1/spaces/${individualSpaceId}/files/${id}?fields=name`);
    expect(response.json()).toEqual({ name: 'trip.zip' });
  });

  it('returns 404 for a file of another space', async () => {
    const { id } = await findFileByName(stack, individualSpaceId, 'trip.zip');
    const response = await stack.call('GET', `/v1/spaces/${departmentSpaceId}/files/${id}`, { key: amaraKey });
    expect(response.status).toBe(404);
  });
});

describe('PATCH /v1/spaces/{spaceId}/files/{fileId}', () => {
  it('renames, and invalidates every cached response with the name', async () => {
    const { id } = await createFolder('before');
    const readPaths = [`files/${id}`, `files?type=folder&limit=99`, `files/${id}/path`].map(
      (path) => `/v1/spaces/${individualSpaceId}/${path}`,
    );
    for (const path of readPaths) expect((await stack.call('GET', path)).text).toContain('before');
    const renamed = await stack.call('PATCH', `/v1/spaces/${individualSpaceId}/files/${id}`, {
      body: { name: 'after' },
    });
    expect(renamed.json<DriveFile>()).toMatchObject({ id, name: 'after' });
    for (const path of readPaths) {
      const { text } = await stack.call('GET', path);
      expect(text).toContain('after');
      expect(text).not.toContain('before');
    }
  });

  it('can change only the case of a name', async () => {
    const { id } = await createFolder('lower');
    const renamed = await stack.call('PATCH', `/v1/spaces/${individualSpaceId}/files/${id}`, {
      body: { name: 'LOWER' },
    });
    expect(renamed.json<DriveFile>().name).toBe('LOWER');
  });

  it('rejects a taken name, or uses another name with onConflict=rename', async () => {
    await createFolder('taken');
    const { id } = await createFolder('original');
    const path = `/v1/spaces/${individualSpaceId}/files/${id}`;
    const rejected = await stack.call('PATCH', path, { body: { name: 'taken' } });
    expect(parseProblem(rejected)).toMatchObject({ status: 409, code: 'name-taken' });
    expect((await stack.call('GET', path)).json<DriveFile>().name).toBe('original');
    const renamed = await stack.call('PATCH', path, { body: { name: 'taken', onConflict: 'rename' } });
    expect(renamed.json<DriveFile>().name).toMatch(/^taken.+/);
  });
});

describe('GET /v1/spaces/{spaceId}/files/{fileId}/path', () => {
  it('returns the names and ids from the root folder down', async () => {
    const documents = await findFileByName(stack, individualSpaceId, 'Documents');
    const drafts = await findFileByName(stack, individualSpaceId, 'Drafts', { parent: documents.id });
    const letter = await findFileByName(stack, individualSpaceId, 'Letter.txt', { parent: drafts.id });
    const path = (await stack.call('GET', `/v1/spaces/${individualSpaceId}/files/${letter.id}/path`)).json<{
      path: string;
      ids: string[];
    }>();
    expect(path.path).toBe('/Documents/Drafts/Letter.txt');
    expect(path.ids.slice(-3)).toEqual([documents.id, drafts.id, letter.id]);
  });
});

describe('GET /v1/spaces/{spaceId}/files/{fileId}/stats', () => {
  it('counts folders and files at any depth, and is current after a change', async () => {
    const top = await createFolder('counted');
    const child = await createFolder('child', top.id);
    const path = `/v1/spaces/${individualSpaceId}/files/${top.id}/stats`;
    expect((await stack.call('GET', path)).json()).toEqual({ size: 0, folderCount: 1, fileCount: 0 });
    const contentPath = `/v1/spaces/${individualSpaceId}/content?name=a.txt&parent=${child.id}`;
    expect((await stack.call('PUT', contentPath, { bytes: '12345' })).status).toBe(201);
    expect((await stack.call('GET', path)).json()).toEqual({ size: 5, folderCount: 1, fileCount: 1 });
  });
});

describe('a file in the recycle bin', () => {
  it('is in no file list, and cannot be renamed', async () => {
    const { id } = await createFolder('recycled');
    await runJobToEnd(stack, { action: 'delete', spaceId: individualSpaceId, fileIds: [id] });
    expect(
      fileNames((await fetchAllPages<DriveFile>(stack, `/v1/spaces/${individualSpaceId}/files?limit=100`)).entries),
    ).not.toContain('recycled');
    const renamed = await stack.call('PATCH', `/v1/spaces/${individualSpaceId}/files/${id}`, {
      body: { name: 'renamed' },
    });
    expect(parseProblem(renamed)).toMatchObject({ status: 409, code: 'in-recycle-bin' });
  });
});

describe('a file in place of a folder', () => {
  it('is told from a folder that KooDrive cannot use at present', async () => {
    const match = { operation: 'createDirectory' };
    stack.sandbox.faults.add({ match, effect: { code: 13000304 }, times: 1 });
    const folder = await createFolder('parent');
    expect(folder).toMatchObject({ status: 409, code: 'file-state-conflict', retryable: true });
    const { id } = await createFolder('parent');
    stack.sandbox.faults.add({ match, effect: { code: 13000304 }, times: 1 });
    expect(await createFolder('child', id)).toMatchObject({ code: 'file-state-conflict', retryable: true });
    expect(await createFolder('child', id)).toMatchObject({ parentId: id });
  });
});

describe('the calls of this file', () => {
  it('do not violate the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
