import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type File,
  keyFor,
  type List,
  type Problem,
  problemOf,
  type Space,
  spaceOf,
  upload,
} from '../support/drive.js';
import { type Answer, type Stack, startStack } from '../support/stack.js';

interface Expanded {
  readonly permissions?: List<{ userId: string; departmentName?: string; capabilities: string[] }>;
  readonly path?: { path: string; ids: string[] };
  readonly versions?: List<{ id: string; current: boolean }>;
  readonly files?: List<{ id: string; name: string }>;
  readonly failed: readonly { part: string; problem: Problem }[];
}
interface WithParts {
  readonly id: string;
  readonly name: string;
  readonly code?: string;
  readonly viewCount?: number;
  readonly expanded?: Expanded;
}

let stack: Stack;
let mine: Space;
beforeAll(async () => {
  stack = await startStack();
  mine = await spaceOf(stack, 'individual');
});
beforeEach(() => stack.sandbox.reset());
afterEach(() => {
  const { refusedForContract, answersBreakingContract } = stack.sandbox.counters();
  expect({ refusedForContract, answersBreakingContract }).toEqual({
    refusedForContract: 0,
    answersBreakingContract: 0,
  });
});
afterAll(() => stack.close());

const partsOf = (answer: Answer): Expanded => answer.json<WithParts>().expanded ?? { failed: [] };
const statusOf = (answer: Answer): string => answer.headers.get('cache-status') ?? '';

describe('GET /v1/spaces/{spaceId}/files/{fileId}?expand=', () => {
  let address: string;
  let file: File;
  let space: Space;
  let key: string;
  beforeAll(async () => {
    key = await keyFor(stack, 'Jonas Weber');
  });
  beforeEach(async () => {
    space = await spaceOf(stack, 'group', key);
    const path = `/v1/spaces/${space.id}/content?name=expanded.txt`;
    file = (await stack.call('PUT', path, { key, bytes: 'one' })).json<File>();
    address = `/v1/spaces/${space.id}/files/${file.id}`;
  });
  const call: Stack['call'] = (method, path, options) => stack.call(method, path, { key, ...options });
  const read = async (words: string, path = address, as = key): Promise<Expanded> =>
    partsOf(await stack.call('GET', `${path}?expand=${words}`, { key: as }));

  it('brings each part as its own route answers it', async () => {
    const { permissions, path, versions, failed } = await read('permissions,path,versions');
    const alone = async (at: string): Promise<unknown> => (await call('GET', at)).json();
    expect(failed).toEqual([]);
    expect(permissions).toEqual(await alone(`/v1/spaces/${space.id}/permissions?fileId=${file.id}`));
    expect(permissions?.items.length).toBeGreaterThan(0);
    expect(path).toEqual(await alone(`${address}/path`));
    expect(path?.path).toBe('/expanded.txt');
    expect(versions).toEqual(await alone(`${address}/versions`));
    expect(versions?.items).toHaveLength(1);
  });

  it('brings only what was asked for, and nothing where nothing was', async () => {
    expect(Object.keys(await read('path'))).toEqual(['path', 'failed']);
    const before = stack.sandbox.counters().byOperation;
    const answer = await call('GET', address, { headers: { 'cache-control': 'no-cache' } });
    expect(answer.json()).not.toHaveProperty('expanded');
    const after = stack.sandbox.counters().byOperation;
    expect((after.getFile ?? 0) - (before.getFile ?? 0)).toBe(1);
    expect(after.listRevision).toBe(before.listRevision);
  });

  it('names a part that fails, keeps the others, and asks anew the next time', async () => {
    stack.sandbox.faults.add({ match: { operation: 'listRevision' }, effect: { status: 400, code: 13000410 } });
    const first = await call('GET', `${address}?expand=path,versions`);
    expect(first.status).toBe(200);
    expect(partsOf(first)).toMatchObject({
      path: { path: '/expanded.txt' },
      failed: [{ part: 'versions', problem: { code: 'no-permission' } }],
    });
    stack.sandbox.faults.clear();
    const second = await call('GET', `${address}?expand=path,versions`);
    expect(statusOf(second)).not.toMatch(/; hit/);
    expect(partsOf(second)).toMatchObject({ failed: [], versions: { items: [{ current: true }] } });
  });

  it('says that nobody has permissions in a space of one user', async () => {
    const own = await upload(stack, mine.id, 'own.txt', 'x');
    const parts = await read('permissions,path', `/v1/spaces/${mine.id}/files/${own.id}`, stack.key);
    expect(parts).toMatchObject({ path: { path: '/own.txt' }, failed: [{ part: 'permissions' }] });
    expect(parts.failed[0]?.problem.errors?.[0]?.pointer).toBe('/spaceId');
  });

  it('fails as a whole where the file cannot be read', async () => {
    const answer = await call('GET', `/v1/spaces/${space.id}/files/1111111111111111111?expand=path`);
    expect(answer.status).toBe(404);
  });

  it('is kept by its words, and is no answer to other ones', async () => {
    await read('path');
    const again = await call('GET', `${address}?expand=path`);
    expect(statusOf(again)).toMatch(/; hit/);
    expect(partsOf(await call('GET', `${address}?expand=versions`))).not.toHaveProperty('path');
    expect((await call('GET', address)).json()).not.toHaveProperty('expanded');
  });

  it('goes with fields', async () => {
    const answer = await call('GET', `${address}?expand=path&fields=id,expanded`);
    expect(answer.json()).toMatchObject({ id: file.id, expanded: { path: { path: '/expanded.txt' } } });
    expect(answer.json()).not.toHaveProperty('name');
  });

  it('is stale at once after a rename', async () => {
    await read('path');
    await call('PATCH', address, { body: { name: 'renamed.txt' } });
    expect((await read('path')).path?.path).toBe('/renamed.txt');
  });

  it('is stale at once after a new version', async () => {
    expect((await read('versions')).versions?.items).toHaveLength(1);
    await call('PUT', `${address}/content`, { bytes: 'two' });
    expect((await read('versions')).versions?.items).toHaveLength(2);
  });

  it('is stale at once after somebody was given a permission', async () => {
    const userId = (await read('permissions')).permissions?.items.at(-1)?.userId ?? '';
    const body = { fileId: file.id, grants: [{ userId, capabilities: ['list', 'preview'] }] };
    expect((await stack.call('PATCH', `/v1/spaces/${space.id}/permissions`, { body })).status).toBe(200);
    const { items } = (await read('permissions')).permissions ?? { items: [] };
    expect(items.find((each) => each.userId === userId)?.capabilities).toEqual(['list', 'preview']);
  });

  it('is stale at once after a member has moved to another department', async () => {
    const member = (await read('permissions')).permissions?.items.at(-1)?.userId ?? '';
    const departments = (await call('GET', '/v1/departments')).json<List<{ id: string; name: string }>>().items;
    const departmentOf = async (): Promise<string | undefined> =>
      (await read('permissions')).permissions?.items.find(({ userId }) => userId === member)?.departmentName;
    const before = await departmentOf();
    const target = departments.find(({ name }) => name !== before);
    const moved = await stack.call('PATCH', `/v1/users/${member}`, { body: { departmentId: target?.id } });
    expect(moved.status).toBe(200);
    expect(await departmentOf()).toBe(target?.name);
  });

  it('needs the scope of each part, also where the answer is in memory', async () => {
    const userId = stack.sandbox.users().find(({ name }) => name === 'Jonas Weber')?.userId ?? '';
    const less = await stack.newKey({ scopes: ['files:read'], userId });
    // Kept for the same user: only the scopes of the two keys differ.
    await read('permissions');
    expect(statusOf(await call('GET', `${address}?expand=permissions`))).toMatch(/; hit/);
    for (const words of ['permissions', 'path,permissions', '%20permissions', 'permission%73']) {
      const answer = await call('GET', `${address}?expand=${words}`, { key: less });
      expect([words, answer.status, problemOf(answer).code]).toEqual([words, 403, 'missing-scope']);
    }
    expect((await call('GET', `${address}?expand=path,versions`, { key: less })).status).toBe(200);
  });

  it.each(['', 'files', 'path,path', 'path,', 'constructor', 'Path'])('refuses the words "%s"', async (words) => {
    const answer = await call('GET', `${address}?expand=${words}`);
    expect(answer.status).toBe(422);
    expect(problemOf(answer).errors?.[0]?.pointer).toBe('/expand');
  });
});

describe('GET /v1/shares/{shareId}?expand=files', () => {
  async function share(more: object = {}): Promise<{ address: string; file: File }> {
    const file = await upload(stack, mine.id, 'shared.txt', 'one');
    const body = { spaceId: mine.id, fileIds: [file.id], scope: 'organization', validDays: 7, ...more };
    const { id } = (await stack.call('POST', '/v1/shares', { body })).json<WithParts>();
    return { address: `/v1/shares/${id}`, file };
  }
  const read = async (address: string): Promise<Expanded> =>
    partsOf(await stack.call('GET', `${address}?expand=files`));

  it('brings what is shared, behind an access code as well, and counts no view', async () => {
    for (const more of [{}, { extractCode: 'a1B2c3D4' }]) {
      const { address, file } = await share(more);
      expect(await read(address)).toMatchObject({
        files: { items: [{ id: file.id, name: 'shared.txt' }] },
        failed: [],
      });
      const [listed] = (await stack.call('GET', '/v1/shares?limit=1')).json<List<WithParts>>().items;
      expect(listed?.viewCount).toBe(0);
      await stack.sandbox.reset();
      mine = await spaceOf(stack, 'individual');
    }
  });

  it('is stale at once after a shared file was renamed', async () => {
    const { address, file } = await share();
    await read(address);
    await stack.call('PATCH', `/v1/spaces/${mine.id}/files/${file.id}`, { body: { name: 'renamed.txt' } });
    expect((await read(address)).files?.items.map(({ name }) => name)).toEqual(['renamed.txt']);
    const listed = (await stack.call('GET', '/v1/shares')).json<List<{ files: File[] }>>().items;
    expect(listed[0]?.files.map(({ name }) => name)).toEqual(['renamed.txt']);
  });

  it('says why the files cannot be had, where they cannot', async () => {
    const { address } = await share();
    stack.sandbox.faults.add({ match: { operation: 'listShareFiles' }, effect: { status: 400, code: 13000309 } });
    expect(await read(address)).toMatchObject({ failed: [{ part: 'files', problem: { code: 'not-found' } }] });
    stack.sandbox.faults.clear();
    expect((await read(address)).failed).toEqual([]);
  });

  it('is not there without being asked for', async () => {
    const { address } = await share();
    expect((await stack.call('GET', address)).json()).not.toHaveProperty('expanded');
  });
});
