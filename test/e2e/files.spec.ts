import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  callsDuring,
  type File,
  fileNamed,
  finished,
  keyFor,
  type List,
  problemOf,
  spaceOf,
  walk,
} from '../support/drive.js';
import { startStack, type Stack } from '../support/stack.js';

jest.setTimeout(60_000);

let stack: Stack;
let space: string;
/** The department space with a folder of 50 files, and a key that opens it. */
let department: string;
let amara: string;
let measurements: string;
beforeAll(async () => {
  stack = await startStack();
  space = (await spaceOf(stack, 'individual')).id;
  amara = await keyFor(stack, 'Amara Okafor');
  department = (await spaceOf(stack, 'department', amara)).id;
  measurements = (await fileNamed(stack, department, 'Measurements', { key: amara })).id;
});
afterAll(() => stack.close());

const namesOf = (items: readonly File[]): string[] => items.map(({ name }) => name);
const list = async (path: string, key = stack.key): Promise<List<File>> =>
  (await stack.call('GET', path, { key })).json();
const folder = async (name: string, parentId = 'root'): Promise<File> =>
  (await stack.call('POST', `/v1/spaces/${space}/folders`, { body: { name, parentId } })).json();

describe('GET /v1/spaces/{spaceId}/files', () => {
  it('lists what is at the top of a space, without what is in the recycle bin', async () => {
    const { items } = await list(`/v1/spaces/${space}/files`);
    expect(new Set(namesOf(items))).toEqual(new Set(['Documents', '图片', '会议纪要.md', 'trip.zip']));
    const zip = items.find(({ name }) => name === 'trip.zip');
    expect(zip).toMatchObject({ kind: 'file', type: 'archive', spaceId: space, recycled: false });
    expect(zip?.size).toBeGreaterThan(0);
    expect(items.find(({ name }) => name === 'Documents')).toMatchObject({ kind: 'folder', type: 'folder' });
  });

  it('lists a folder', async () => {
    const { id } = await fileNamed(stack, space, 'Documents');
    const { items } = await list(`/v1/spaces/${space}/files?parent=${id}&sort=name`);
    expect(new Set(namesOf(items))).toEqual(
      new Set(['Drafts', 'Invoice 2025-03.pdf', 'Travel plan.md', 'Welcome.txt']),
    );
    expect(items.every(({ parentId }) => parentId === id)).toBe(true);
  });

  it('lists team spaces, of departments and of groups', async () => {
    expect(namesOf((await list(`/v1/spaces/${department}/files`, amara)).items)).toContain('Roadmap.pdf');
    const group = await spaceOf(stack, 'group', amara);
    expect(namesOf((await list(`/v1/spaces/${group.id}/files`, amara)).items)).toContain('Checklist.md');
  });

  it.each([1, 7, 49, 50, 51, 100])('gives 50 files in pages of %i, each once', async (limit) => {
    const path = `/v1/spaces/${department}/files?parent=${measurements}&sort=name&limit=${limit}`;
    const { entries, pages } = await walk<File>(stack, path, amara);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(50);
    expect(entries).toHaveLength(50);
    expect(Math.max(...pages.map((page) => page.length))).toBe(Math.min(limit, 50));
    expect(namesOf(entries)).toEqual([...namesOf(entries)].sort());
  });

  it('gives at most 50 where no limit is said', async () => {
    const { items } = await list(`/v1/spaces/${department}/files?parent=${measurements}`, amara);
    expect(items).toHaveLength(50);
  });

  it.each([
    ['name', (file: File) => file.name],
    ['size', (file: File) => file.size ?? 0],
    ['modifiedAt', (file: File) => file.modifiedAt ?? ''],
  ] as const)('sorts by %s, either way', async (key, of) => {
    const base = `/v1/spaces/${department}/files?parent=${measurements}&limit=100`;
    const ordered = async (sort: string): Promise<(string | number)[]> =>
      (await list(`${base}&sort=${sort}`, amara)).items.map((file) => of(file));
    const up = await ordered(key);
    const down = await ordered(`-${key}`);
    expect(up).toHaveLength(50);
    expect(up).toEqual([...up].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    expect(down).toEqual([...up].reverse());
  });

  it.each([
    ['folder', ['Documents', '图片']],
    ['archive', ['trip.zip']],
    ['image', []],
  ])('lists only files of type %s', async (type, names) => {
    expect(new Set(namesOf((await list(`/v1/spaces/${space}/files?type=${type}`)).items))).toEqual(new Set(names));
  });

  it('answers only the fields asked for', async () => {
    const { items } = await list(`/v1/spaces/${space}/files?fields=name,id`);
    expect(items.map((item) => Object.keys(item))).toEqual(items.map(() => ['name', 'id']));
  });

  it('keeps the answer for one caller and another apart', async () => {
    await stack.call('GET', `/v1/spaces/${department}/files?limit=3`, { key: amara });
    const stranger = await keyFor(stack, 'Sofía Álvarez');
    const refused = await stack.call('GET', `/v1/spaces/${department}/files?limit=3`, { key: stranger });
    expect(problemOf(refused)).toMatchObject({ status: 403, code: 'no-permission' });
  });

  it('says what is not there', async () => {
    const missing = await stack.call('GET', `/v1/spaces/${space}/files?parent=Fnothing`);
    expect(problemOf(missing)).toMatchObject({ status: 404, code: 'not-found' });
  });
});

describe('POST /v1/spaces/{spaceId}/folders', () => {
  it('makes a folder that the next list shows, though the list was kept', async () => {
    const path = `/v1/spaces/${space}/files?type=folder&limit=100`;
    await list(path);
    expect((await stack.call('GET', path)).headers.get('cache-status')).toMatch(/; hit/);
    const made = await stack.call('POST', `/v1/spaces/${space}/folders`, { body: { name: '新建 folder (1)' } });
    expect(made.status).toBe(201);
    expect(made.json<File>()).toMatchObject({
      name: '新建 folder (1)',
      kind: 'folder',
      type: 'folder',
      spaceId: space,
    });
    expect(namesOf((await list(path)).items)).toContain('新建 folder (1)');
  });

  it('makes it where it is told to', async () => {
    const parent = await folder('outer');
    const inner = await folder('inner', parent.id);
    expect(inner.parentId).toBe(parent.id);
    expect(namesOf((await list(`/v1/spaces/${space}/files?parent=${parent.id}`)).items)).toEqual(['inner']);
  });

  it('refuses a name that is taken, or finds another where that is wanted', async () => {
    await folder('twice');
    const body = { name: 'twice' };
    const refused = await stack.call('POST', `/v1/spaces/${space}/folders`, { body });
    expect(problemOf(refused)).toMatchObject({ status: 409, code: 'name-taken', retryable: false });
    const other = await stack.call('POST', `/v1/spaces/${space}/folders`, { body: { ...body, onConflict: 'rename' } });
    expect(other.status).toBe(201);
    expect(other.json<File>().name).toMatch(/^twice.+/);
  });

  it('takes a name of 250 characters', async () => {
    const name = '长'.repeat(250);
    expect((await folder(name)).name).toBe(name);
  });
});

describe('GET /v1/spaces/{spaceId}/files/{fileId}', () => {
  it('reads a file, once from the upstream', async () => {
    const { id } = await fileNamed(stack, space, '会议纪要.md');
    const calls = await callsDuring(stack, async () => {
      const first = await stack.call('GET', `/v1/spaces/${space}/files/${id}`);
      const second = await stack.call('GET', `/v1/spaces/${space}/files/${id}`);
      expect(first.json<File>()).toMatchObject({ id, name: '会议纪要.md', kind: 'file', spaceId: space });
      expect(second.text).toBe(first.text);
    });
    expect(calls).toBe(1);
  });

  it('answers only the fields asked for', async () => {
    const { id } = await fileNamed(stack, space, 'trip.zip');
    const answer = await stack.call('GET', `/v1/spaces/${space}/files/${id}?fields=name`);
    expect(answer.json()).toEqual({ name: 'trip.zip' });
  });

  it('does not open a file through another space', async () => {
    const { id } = await fileNamed(stack, space, 'trip.zip');
    const answer = await stack.call('GET', `/v1/spaces/${department}/files/${id}`, { key: amara });
    expect(answer.status).toBe(404);
  });
});

describe('PATCH /v1/spaces/{spaceId}/files/{fileId}', () => {
  it('renames, and every kept answer that shows the name is new', async () => {
    const { id } = await folder('before');
    const reads = [`files/${id}`, `files?type=folder&limit=99`, `files/${id}/path`].map(
      (rest) => `/v1/spaces/${space}/${rest}`,
    );
    for (const path of reads) expect((await stack.call('GET', path)).text).toContain('before');
    const renamed = await stack.call('PATCH', `/v1/spaces/${space}/files/${id}`, { body: { name: 'after' } });
    expect(renamed.json<File>()).toMatchObject({ id, name: 'after' });
    for (const path of reads) {
      const { text } = await stack.call('GET', path);
      expect(text).toContain('after');
      expect(text).not.toContain('before');
    }
  });

  it('changes capitals only', async () => {
    const { id } = await folder('lower');
    const renamed = await stack.call('PATCH', `/v1/spaces/${space}/files/${id}`, { body: { name: 'LOWER' } });
    expect(renamed.json<File>().name).toBe('LOWER');
  });

  it('refuses a name that is taken, or finds another where that is wanted', async () => {
    await folder('held');
    const { id } = await folder('mover');
    const path = `/v1/spaces/${space}/files/${id}`;
    const refused = await stack.call('PATCH', path, { body: { name: 'held' } });
    expect(problemOf(refused)).toMatchObject({ status: 409, code: 'name-taken' });
    expect((await stack.call('GET', path)).json<File>().name).toBe('mover');
    const other = await stack.call('PATCH', path, { body: { name: 'held', onConflict: 'rename' } });
    expect(other.json<File>().name).toMatch(/^held.+/);
  });
});

describe('GET /v1/spaces/{spaceId}/files/{fileId}/path', () => {
  it('tells the names and ids from the top down', async () => {
    const documents = await fileNamed(stack, space, 'Documents');
    const drafts = await fileNamed(stack, space, 'Drafts', { parent: documents.id });
    const letter = await fileNamed(stack, space, 'Letter.txt', { parent: drafts.id });
    const path = (await stack.call('GET', `/v1/spaces/${space}/files/${letter.id}/path`)).json<{
      path: string;
      ids: string[];
    }>();
    expect(path.path).toBe('/Documents/Drafts/Letter.txt');
    expect(path.ids.slice(-3)).toEqual([documents.id, drafts.id, letter.id]);
  });
});

describe('GET /v1/spaces/{spaceId}/files/{fileId}/stats', () => {
  it('counts what is below, at any depth, and again after a change', async () => {
    const top = await folder('counted');
    const below = await folder('below', top.id);
    const path = `/v1/spaces/${space}/files/${top.id}/stats`;
    expect((await stack.call('GET', path)).json()).toEqual({ size: 0, folderCount: 1, fileCount: 0 });
    const address = `/v1/spaces/${space}/content?name=a.txt&parent=${below.id}`;
    expect((await stack.call('PUT', address, { bytes: '12345' })).status).toBe(201);
    expect((await stack.call('GET', path)).json()).toEqual({ size: 5, folderCount: 1, fileCount: 1 });
  });
});

describe('a file in the recycle bin', () => {
  it('is in no list, and cannot be renamed', async () => {
    const { id } = await folder('thrown away');
    await finished(stack, { action: 'delete', spaceId: space, fileIds: [id] });
    expect(namesOf((await walk<File>(stack, `/v1/spaces/${space}/files?limit=100`)).entries)).not.toContain(
      'thrown away',
    );
    const renamed = await stack.call('PATCH', `/v1/spaces/${space}/files/${id}`, { body: { name: 'back' } });
    expect(problemOf(renamed)).toMatchObject({ status: 409, code: 'in-recycle-bin' });
  });
});

describe('the calls of this file', () => {
  it('broke no rule of the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
