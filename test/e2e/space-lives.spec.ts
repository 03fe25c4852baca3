import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { tags } from '../../apps/gateway/src/http/answer/freshness.js';
import { departments, groups } from '../../apps/sandbox/src/state/seed/people.js';
import {
  callsDuring,
  keyFor,
  type List,
  problemOf,
  type Space as AnySpace,
  spaceOf,
  upload,
} from '../support/drive.js';
import { type Answer, startStack, type Stack } from '../support/stack.js';

jest.setTimeout(60_000);

const GB = 1024 ** 3;
interface Space extends AnySpace {
  readonly ownerId: string;
  readonly capacity: number;
  readonly status: string;
  readonly memberCount?: number;
  readonly members?: readonly { id: string; status: string; problem?: { code: string } }[];
}

let stack: Stack;
/** Administers Engineering and what is below it. */
let amara: string;
/** A member of Platform, who administers nothing. */
let jonas: string;
beforeAll(async () => {
  stack = await startStack();
  amara = await keyFor(stack, 'Amara Okafor');
  jonas = await keyFor(stack, 'Jonas Weber');
});
beforeEach(async () => {
  await stack.sandbox.reset();
  // What was kept of the drive before the reset is no truth of the one after it.
  await stack.gateway.parts.cache.purge([tags.spaces, tags.access, tags.users]);
});
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const idOf = (name: string): string => stack.sandbox.users().find((user) => user.name === name)?.userId ?? '';
const make = (body: object, key = stack.key): Promise<Answer> => stack.call('POST', '/v1/spaces', { key, body });
const change = (id: string, body: object, key = stack.key): Promise<Answer> =>
  stack.call('PATCH', `/v1/spaces/${id}`, { key, body });
const remove = (id: string, confirm = id, key = stack.key): Promise<Answer> =>
  stack.call('DELETE', `/v1/spaces/${id}?confirm=${confirm}`, { key });
const listed = async (path: string, key = stack.key): Promise<Space[]> =>
  (await stack.call('GET', path, { key })).json<List<Space>>().items;
const folder = (spaceId: string, key: string): Promise<Answer> =>
  stack.call('POST', `/v1/spaces/${spaceId}/folders`, { key, body: { name: 'New' } });
const codeOf = (answer: Answer): string => problemOf(answer).code;

describe('POST /v1/spaces', () => {
  it('makes the space of a department: its members see it at once and can put files in it', async () => {
    const ownerId = departments.platform.id;
    expect((await listed('/v1/spaces?kind=department', jonas)).map(({ name }) => name)).toEqual(['Engineering']);
    const made = await make({ kind: 'department', ownerId, capacity: 4 * GB, capabilities: ['list', 'download'] });
    expect(made.status).toBe(201);
    const space = made.json<Space>();
    expect(space).toMatchObject({ kind: 'department', ownerId, capacity: 4 * GB, used: 0, status: 'active' });
    expect(made.headers.get('location')).toBe(`/v1/spaces/${space.id}`);
    expect((await stack.call('GET', `/v1/spaces/${space.id}`, { key: jonas })).json()).toEqual(space);
    expect((await listed('/v1/spaces?kind=department', jonas)).map(({ name }) => name)).toContain('Platform');
    await upload(stack, space.id, 'first.txt', 'first');
    const files = await stack.call('GET', `/v1/spaces/${space.id}/files`, { key: jonas });
    expect(files.json<List<{ name: string }>>().items.map(({ name }) => name)).toEqual(['first.txt']);
    expect(codeOf(await folder(space.id, jonas))).toBe('no-permission');
  });

  it('makes a second individual space of a user', async () => {
    const ownerId = idOf('Jonas Weber');
    const made = await make({ kind: 'individual', ownerId, capacity: GB });
    expect(made.json()).toMatchObject({ kind: 'individual', ownerId, capacity: GB });
    expect((await listed(`/v1/users/${ownerId}/spaces`)).map(({ capacity }) => capacity)).toEqual([10 * GB, GB]);
    expect(await listed('/v1/spaces?kind=individual', jonas)).toHaveLength(2);
  });

  it('makes a group with its space, and tells which members could not be added', async () => {
    const capabilities = ['list', 'preview'];
    const members = [idOf('Amara Okafor'), '9'].map((userId) => ({ userId, capabilities }));
    await listed('/v1/spaces?kind=group', amara);
    const made = await make({ kind: 'group', name: '茶 Tea', capacity: 2 * GB, members }, jonas);
    const space = made.json<Space>();
    expect([made.status, space]).toMatchObject([201, { kind: 'group', name: '茶 Tea', capacity: 2 * GB }]);
    expect(space.members).toEqual([
      { id: members[0]?.userId, status: 'done' },
      expect.objectContaining({ id: '9', status: 'failed' }),
    ]);
    const hers = (await listed('/v1/spaces?kind=group', amara)).find(({ id }) => id === space.id);
    expect(hers).toMatchObject({ name: '茶 Tea', ownerId: space.ownerId, memberCount: 2 });
    expect((await stack.call('GET', `/v1/spaces/${space.id}/files`, { key: amara })).status).toBe(200);
    expect(codeOf(await folder(space.id, amara))).toBe('no-permission');
    const group = await stack.call('GET', `/v1/groups/${space.ownerId}`, { key: jonas });
    expect(group.json()).toMatchObject({ name: '茶 Tea', ownerId: idOf('Jonas Weber') });
  });

  it('gives a group 10 GB where nothing is said, and takes a name once', async () => {
    expect((await make({ kind: 'group', name: 'Tea' }, jonas)).json()).toMatchObject({
      capacity: 10 * GB,
      members: [],
    });
    expect(codeOf(await make({ kind: 'group', name: 'Tea' }, jonas))).toBe('name-taken');
    expect((await make({ kind: 'group', name: 'Tea' }, amara)).status).toBe(201);
  });

  it('is refused as the upstream refuses it', async () => {
    const ownerId = departments.storage.id;
    expect(codeOf(await make({ kind: 'department', ownerId, capacity: GB }, jonas))).toBe('no-permission');
    expect((await make({ kind: 'department', ownerId, capacity: GB }, amara)).status).toBe(201);
    expect(codeOf(await make({ kind: 'department', ownerId, capacity: GB }))).toBe('refused-by-upstream');
    const sales = { kind: 'department', ownerId: departments.platform.id, capacity: 9000 * GB };
    expect(codeOf(await make(sales))).toBe('space-full');
    expect(codeOf(await make({ kind: 'individual', ownerId: '9', capacity: GB }))).toBe('not-found');
  });

  it.each([
    ['/ownerId', { kind: 'department', capacity: GB }],
    ['/capacity', { kind: 'individual', ownerId: '1' }],
    ['/capacity', { kind: 'individual', ownerId: '1', capacity: GB + 1 }],
    ['/capacity', { kind: 'group', name: 'Tea', capacity: 1 }],
    ['/capabilities', { kind: 'individual', ownerId: '1', capacity: GB, capabilities: ['list'] }],
    ['/name', { kind: 'department', ownerId: '1', capacity: GB, name: 'Tea' }],
    ['/members', { kind: 'individual', ownerId: '1', capacity: GB, members: [] }],
    ['/name', { kind: 'group' }],
    ['/name', { kind: 'group', name: 'a/b' }],
    ['/ownerId', { kind: 'group', name: 'Tea', ownerId: '1' }],
    [
      '/members/1/userId',
      { kind: 'group', name: 'Tea', members: [1, 1].map(() => ({ userId: '1', templateId: '1' })) },
    ],
    ['/members/0/templateId', { kind: 'group', name: 'Tea', members: [{ userId: '1' }] }],
    ['/kind', { kind: 'team' }],
  ])('names %s as wrong in %j and sends nothing', async (pointer, body) => {
    const calls = await callsDuring(stack, async () => {
      const answer = await make(body);
      expect(answer.status).toBe(422);
      expect(problemOf(answer).errors?.map((error) => error.pointer)).toEqual([pointer]);
    });
    expect(calls).toBe(0);
  });
});

describe('PATCH /v1/spaces/{spaceId}', () => {
  it('resizes a space: its owner, the lists and the quota know at once', async () => {
    const space = await spaceOf(stack, 'individual', jonas);
    const quota = async () => (await stack.call('GET', '/v1/quota')).json<{ allocated: number }>().allocated;
    const before = await quota();
    expect((await stack.call('GET', '/v1/me', { key: jonas })).json()).toMatchObject({ quota: { capacity: 10 * GB } });
    const changed = await change(space.id, { capacity: 12 * GB });
    expect(changed.json()).toMatchObject({ id: space.id, capacity: 12 * GB, status: 'active' });
    expect((await stack.call('GET', '/v1/me', { key: jonas })).json()).toMatchObject({ quota: { capacity: 12 * GB } });
    expect(await quota()).toBe(before + 2 * GB);
  });

  it('changes the space that is named, of a user who has two', async () => {
    const [first, second] = await listed(`/v1/users/${idOf('Dmitri Petrov')}/spaces`);
    await change(second?.id ?? '', { capacity: 6 * GB });
    const after = await listed(`/v1/users/${idOf('Dmitri Petrov')}/spaces`);
    expect(after.map(({ capacity }) => capacity)).toEqual([first?.capacity, 6 * GB]);
  });

  it('disables a space and enables it: what was kept of its inside is served to nobody meanwhile', async () => {
    const { id } = await spaceOf(stack, 'department', amara);
    const files = () => stack.call('GET', `/v1/spaces/${id}/files`, { key: amara });
    expect((await files()).status).toBe(200);
    expect((await change(id, { status: 'disabled' })).json()).toMatchObject({ status: 'disabled' });
    expect(codeOf(await files())).toBe('space-inactive');
    expect((await stack.call('GET', `/v1/spaces/${id}`, { key: amara })).json()).toMatchObject({ status: 'disabled' });
    await change(id, { status: 'active' });
    expect((await files()).status).toBe(200);
  });

  it('is refused to who does not manage it, below what is in use, and for groups', async () => {
    const own = await spaceOf(stack, 'individual', jonas);
    expect(codeOf(await change(own.id, { capacity: 11 * GB }, jonas))).toBe('no-permission');
    expect(codeOf(await change(own.id, { capacity: GB + 1 }))).toBe('invalid-input');
    expect(codeOf(await change(own.id, { capacity: 0 }))).toBe('refused-by-upstream');
    expect(codeOf(await change('nothing', { status: 'active' }))).toBe('not-found');
    const group = await spaceOf(stack, 'group', jonas);
    const answer = await change(group.id, { status: 'disabled' }, jonas);
    expect(problemOf(answer)).toMatchObject({ code: 'invalid-input', errors: [{ pointer: '/spaceId' }] });
    expect(stack.sandbox.counters().byOperation['updateSpace']).toBe(2);
  });
});

describe('DELETE /v1/spaces/{spaceId}', () => {
  it('asks twice: nothing happens without the id once more', async () => {
    const { id } = await spaceOf(stack, 'individual');
    const calls = await callsDuring(stack, async () => {
      for (const query of ['', '?confirm=', '?confirm=yes']) {
        const answer = await stack.call('DELETE', `/v1/spaces/${id}${query}`);
        expect(answer.status).toBe(422);
      }
      expect(codeOf(await stack.call('DELETE', `/v1/spaces/${id}`))).toBe('confirmation-required');
    });
    expect(calls).toBe(0);
  });

  it('deletes the space of a department with its files, and what was kept of them', async () => {
    const { id } = await spaceOf(stack, 'department', amara);
    await stack.call('GET', `/v1/spaces/${id}/files`, { key: amara });
    const shares = async () => (await listed('/v1/shares', amara)).map(({ status }) => status);
    expect(await shares()).toEqual(['active']);
    expect((await remove(id)).status).toBe(204);
    expect(await shares()).toEqual(['invalid']);
    expect(codeOf(await stack.call('GET', `/v1/spaces/${id}/files`, { key: amara }))).toBe('not-found');
    expect(codeOf(await stack.call('GET', `/v1/spaces/${id}`, { key: amara }))).toBe('not-found');
    expect(await listed('/v1/spaces?kind=department', amara)).toEqual([]);
    expect(codeOf(await remove(id))).toBe('not-found');
  });

  it('never takes the space that its owner got since', async () => {
    const ownerId = departments.engineering.id;
    const { id: old } = await spaceOf(stack, 'department', amara);
    await remove(old);
    const { id: young } = (await make({ kind: 'department', ownerId, capacity: GB })).json<Space>();
    expect(codeOf(await remove(old))).toBe('not-found');
    expect(codeOf(await change(old, { status: 'disabled' }))).toBe('not-found');
    expect((await stack.call('GET', `/v1/spaces/${young}`)).json()).toMatchObject({ status: 'active' });
  });

  it('takes a group along with its space, for its owner only', async () => {
    const [owned] = (await listed('/v1/spaces?kind=group', jonas)).filter(
      ({ ownerId }) => ownerId === groups.launch.id,
    );
    const { id = '' } = owned ?? {};
    await stack.call('GET', `/v1/groups/${groups.launch.id}`, { key: jonas });
    expect(codeOf(await remove(id, id, amara))).toBe('no-permission');
    expect((await remove(id, id, jonas)).status).toBe(204);
    expect(codeOf(await stack.call('GET', `/v1/groups/${groups.launch.id}`, { key: jonas }))).toBe('not-found');
    expect((await listed('/v1/spaces?kind=group', amara)).map((space) => space.id)).not.toContain(id);
  });

  it('deletes one of two spaces of a user', async () => {
    const path = `/v1/users/${idOf('Dmitri Petrov')}/spaces`;
    const [first, second] = await listed(path);
    await remove(first?.id ?? '');
    expect(await listed(path)).toEqual([second]);
  });

  it('is in the audit log, done or refused', async () => {
    const { id } = await spaceOf(stack, 'individual', jonas);
    await remove(id, id, jonas);
    await remove(id);
    const log = await readFile(join(dirname(stack.keysFile), 'audit.log'), 'utf8');
    const entries = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ event, target }) => event === 'space-changed' && (target as { spaceId?: string }).spaceId === id);
    expect(entries.slice(-2)).toMatchObject([
      { outcome: 'refused', reason: 'no-permission', method: 'DELETE', route: '/v1/spaces/:spaceId' },
      { outcome: 'done' },
    ]);
  });
});

describe('what was kept of the inside of a space', () => {
  const files = (id: string, key: string) => stack.call('GET', `/v1/spaces/${id}/files`, { key });

  it('is no longer served to who left the group', async () => {
    const { id, ownerId } = (await listed('/v1/spaces?kind=group', amara))[0] as Space;
    expect((await files(id, amara)).status).toBe(200);
    const body = { userIds: [idOf('Amara Okafor')] };
    await stack.call('POST', `/v1/groups/${ownerId}/members/remove`, { key: jonas, body });
    expect(codeOf(await files(id, amara))).toBe('no-permission');
  });

  it('is no longer served to who moved to another department', async () => {
    const { id } = await spaceOf(stack, 'department', jonas);
    expect((await files(id, jonas)).status).toBe(200);
    await stack.call('PATCH', `/v1/users/${idOf('Jonas Weber')}`, { body: { departmentId: departments.sales.id } });
    expect(codeOf(await files(id, jonas))).toBe('no-permission');
  });
});

describe('the quota', () => {
  it('tells of an upload at once', async () => {
    const used = async () => (await stack.call('GET', '/v1/quota')).json<{ used: number }>().used;
    const before = await used();
    await upload(stack, (await spaceOf(stack, 'individual')).id, 'mega.bin', new Uint8Array(2 ** 20));
    expect((await used()) - before).toBe(2 ** 20);
  });
});
