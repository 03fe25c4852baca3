import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { callsDuring, keyFor, type List, problemOf, walk } from '../support/drive.js';
import { startStack, type Stack } from '../support/stack.js';

interface Group {
  id: string;
  kind: string;
  name: string;
  ownerId: string;
}
interface Member {
  id: string;
  name: string;
  role: string;
  pinned: boolean;
}
interface Result {
  id: string;
  status: string;
  problem?: { code: string };
}

let stack: Stack;
/** Owns Launch and is a member of Reading Room. */
let jonas: string;
let fang: string;
let sofia: string;
beforeAll(async () => {
  stack = await startStack();
  jonas = await keyFor(stack, 'Jonas Weber');
  fang = await keyFor(stack, '王芳');
  sofia = await keyFor(stack, 'Sofía Álvarez');
});
beforeEach(() => stack.sandbox.reset());
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const headers = { 'cache-control': 'no-cache' };
const listed = async (query = ''): Promise<Group[]> =>
  (await stack.call('GET', `/v1/groups?limit=100${query}`, { key: jonas, headers })).json<List<Group>>().items;
const launch = async (): Promise<Group> => {
  const found = (await listed()).find(({ name }) => name.startsWith('Launch'));
  if (!found) throw new Error('there is no Launch');
  return found;
};
const idOf = (name: string): string => stack.sandbox.users().find((user) => user.name === name)?.userId ?? '';
const membersOf = async (groupId: string, query = ''): Promise<Member[]> =>
  (await stack.call('GET', `/v1/groups/${groupId}/members?limit=100${query}`, { key: jonas })).json<List<Member>>()
    .items;

describe('GET /v1/groups', () => {
  it('lists the groups that the user is in, of both kinds', async () => {
    await stack.call('POST', '/v1/groups', { key: jonas, body: { name: 'Tea', kind: 'user-group' } });
    const all = await listed();
    expect(all.map(({ kind }) => kind)).toEqual(['group', 'group', 'user-group']);
    expect((await listed('&kind=user-group')).map(({ name }) => name)).toEqual(['Tea']);
    expect((await listed('&q=reading')).map(({ name }) => name)).toEqual(['Reading Room']);
    const { entries } = await walk<Group>(stack, '/v1/groups?limit=2', jonas);
    expect(entries).toEqual(all);
  });
});

describe('a group', () => {
  it.each(['group', 'user-group'])(
    'of kind %s is made, read, changed and deleted, and reads know at once',
    async (kind) => {
      await listed();
      const made = await stack.call('POST', '/v1/groups', { key: jonas, body: { name: '茶', kind } });
      expect(made.status).toBe(201);
      expect(made.json()).toMatchObject({ name: '茶', kind, ownerId: idOf('Jonas Weber') });
      const { id } = made.json<Group>();
      const path = `/v1/groups/${id}`;
      expect(made.headers.get('location')).toBe(path);
      expect((await stack.call('GET', `${path}?fields=name,kind`, { key: jonas })).json()).toEqual({
        name: '茶',
        kind,
      });

      const change = { name: 'Tea', iconUrl: 'https://pictures.example/tea.png', pinned: true };
      const changed = await stack.call('PATCH', path, { key: jonas, body: change });
      expect(changed.json()).toMatchObject({ name: 'Tea', iconUrl: 'https://pictures.example/tea.png' });
      expect(await membersOf(id)).toMatchObject([{ role: 'owner', pinned: true }]);
      const pinned = await stack.call('PATCH', path, { key: jonas, body: { pinned: false } });
      expect(pinned.json()).toMatchObject({ name: 'Tea' });
      expect(await membersOf(id)).toMatchObject([{ pinned: false }]);

      const unconfirmed = await stack.call('DELETE', path, { key: jonas });
      expect(problemOf(unconfirmed).code).toBe('confirmation-required');
      expect((await stack.call('DELETE', `${path}?confirm=${id}`, { key: jonas })).status).toBe(204);
      expect((await stack.call('GET', path, { key: jonas })).status).toBe(404);
    },
  );

  it('brings its space with it, where it is of kind group', async () => {
    const spaces = async (): Promise<number> =>
      (await stack.call('GET', '/v1/spaces?kind=group', { key: jonas })).json<List<unknown>>().items.length;
    const before = await spaces();
    await stack.call('POST', '/v1/groups', { key: jonas, body: { name: 'With a space', kind: 'group' } });
    expect(await spaces()).toBe(before + 1);
  });

  it('is refused with a bad or a taken name, and to who is not in it', async () => {
    const { id } = await launch();
    const make = (body: object) => stack.call('POST', '/v1/groups', { key: jonas, body });
    expect(problemOf(await make({ name: 'Launch 发布', kind: 'group' })).code).toBe('name-taken');
    for (const name of ['', ' ', '..', 'a/b', 'x'.repeat(31)]) expect((await make({ name })).status).toBe(422);
    expect((await make({ name: 'Tea', kind: 1 })).status).toBe(422);
    expect(problemOf(await stack.call('GET', `/v1/groups/${id}`, { key: sofia })).code).toBe('no-permission');
    expect(problemOf(await stack.call('GET', '/v1/groups/1', { key: jonas })).code).toBe('not-found');
  });
});

describe('the members of a group', () => {
  it('are listed by pages and by name', async () => {
    const { id } = await launch();
    const all = await membersOf(id);
    expect(all.map(({ role }) => role)).toEqual(['owner', 'member', 'member']);
    const { entries } = await walk<Member>(stack, `/v1/groups/${id}/members?limit=2`, jonas);
    expect(entries).toEqual(all);
    expect((await membersOf(id, '&q=amara')).map(({ name }) => name)).toEqual(['Amara Okafor']);
  });

  it('are added and removed with one result for each', async () => {
    const { id } = await launch();
    await membersOf(id);
    const [mei, amara, nobody] = [idOf('Mei Lin'), idOf('Amara Okafor'), '7777777777777777777'];
    const added = await stack.call('POST', `/v1/groups/${id}/members`, {
      ...{ key: jonas, body: { userIds: [mei, amara, nobody] } },
    });
    expect(added.status).toBe(200);
    expect(added.json<{ items: Result[] }>().items).toMatchObject([
      { id: mei, status: 'done' },
      { id: amara, status: 'failed', problem: { code: 'refused-by-upstream' } },
      { id: nobody, status: 'failed' },
    ]);
    expect((await membersOf(id)).map((member) => member.id)).toContain(mei);

    const body = { userIds: [mei, nobody] };
    const removed = await stack.call('POST', `/v1/groups/${id}/members/remove`, { key: jonas, body });
    expect(removed.json<{ items: Result[] }>().items.map(({ status }) => status)).toEqual(['done', 'failed']);
    expect((await membersOf(id)).map((member) => member.id)).not.toContain(mei);
    const none = await stack.call('POST', `/v1/groups/${id}/members/remove`, {
      key: jonas,
      body: { userIds: [nobody] },
    });
    expect(none.json<{ items: Result[] }>().items.map(({ status }) => status)).toEqual(['failed']);
  });

  it('open the space of the group to who is added', async () => {
    const { id } = await launch();
    const wei = await keyFor(stack, '陈伟');
    const spaces = async (): Promise<number> =>
      (await stack.call('GET', '/v1/spaces?kind=group', { key: wei })).json<List<unknown>>().items.length;
    const before = await spaces();
    await stack.call('POST', `/v1/groups/${id}/members`, { key: jonas, body: { userIds: [idOf('陈伟')] } });
    expect(await spaces()).toBe(before + 1);
  });

  it('get another role, and the group another owner', async () => {
    const { id } = await launch();
    const role = (userId: string, body: object, key = jonas) =>
      stack.call('PATCH', `/v1/groups/${id}/members/${userId}`, { key, body });
    const amara = idOf('Amara Okafor');
    expect((await role(amara, { role: 'administrator' })).status).toBe(204);
    expect((await membersOf(id)).find((member) => member.id === amara)?.role).toBe('administrator');
    expect((await role(amara, { role: 'owner' })).status).toBe(204);
    expect((await stack.call('GET', `/v1/groups/${id}`, { key: jonas })).json()).toMatchObject({ ownerId: amara });
    expect(problemOf(await role(amara, { role: 'member' }, fang)).code).toBe('no-permission');
    expect((await role(amara, { role: 'king' })).status).toBe(422);
    expect(problemOf(await role('1', { role: 'member' })).code).toBe('not-found');
  });

  it('are named by digits, each once, and changed by none but owner and administrators', async () => {
    const { id } = await launch();
    const calls = await callsDuring(stack, async () => {
      for (const userIds of [[], ['abc'], ['1', '1'], ['0'], 'x', [1]]) {
        for (const path of ['members', 'members/remove']) {
          expect((await stack.call('POST', `/v1/groups/${id}/${path}`, { key: jonas, body: { userIds } })).status).toBe(
            422,
          );
        }
      }
    });
    expect(calls).toBe(0);
    const answer = await stack.call('POST', `/v1/groups/${id}/members`, { key: fang, body: { userIds: ['1'] } });
    expect(problemOf(answer).code).toBe('no-permission');
  });
});
