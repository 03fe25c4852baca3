import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  countUpstreamCalls,
  issueKeyFor,
  type ListResponse,
  parseProblem,
  fetchAllPages,
  findUserId,
  noCacheHeaders,
} from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

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
interface ItemResult {
  id: string;
  status: string;
  problem?: { code: string };
}

let stack: GatewayStack;
/** Jonas owns the group Launch and is a member of the group Reading Room. */
let jonasKey: string;
let fangKey: string;
let sofiaKey: string;
beforeAll(async () => {
  stack = await startGatewayStack();
  jonasKey = await issueKeyFor(stack, 'Jonas Weber');
  fangKey = await issueKeyFor(stack, '王芳');
  sofiaKey = await issueKeyFor(stack, 'Sofía Álvarez');
});
beforeEach(() => stack.sandbox.reset());
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const listGroups = async (query = ''): Promise<Group[]> =>
  (await stack.call('GET', `/v1/groups?limit=100${query}`, { key: jonasKey, headers: noCacheHeaders })).json<
    ListResponse<Group>
  >().items;
const findLaunchGroup = async (): Promise<Group> => {
  const group = (await listGroups()).find(({ name }) => name.startsWith('Launch'));
  if (!group) throw new Error('there is no group Launch');
  return group;
};
const listMembers = async (groupId: string, query = ''): Promise<Member[]> =>
  (await stack.call('GET', `/v1/groups/${groupId}/members?limit=100${query}`, { key: jonasKey })).json<
    ListResponse<Member>
  >().items;

describe('GET /v1/groups', () => {
  it('lists the groups of both kinds of which the user is a member', async () => {
    await stack.call('POST', '/v1/groups', { key: jonasKey, body: { name: 'Tea', kind: 'user-group' } });
    const all = await listGroups();
    expect(all.map(({ kind }) => kind)).toEqual(['group', 'group', 'user-group']);
    expect((await listGroups('&kind=user-group')).map(({ name }) => name)).toEqual(['Tea']);
    expect((await listGroups('&q=reading')).map(({ name }) => name)).toEqual(['Reading Room']);
    const { entries } = await fetchAllPages<Group>(stack, '/v1/groups?limit=2', jonasKey);
    expect(entries).toEqual(all);
  });
});

describe('a group', () => {
  it.each(['group', 'user-group'])(
    'of kind %s is created, read, changed and deleted, and every next read shows the change',
    async (kind) => {
      await listGroups();
      const created = await stack.call('POST', '/v1/groups', { key: jonasKey, body: { name: '茶', kind } });
      expect(created.status).toBe(201);
      expect(created.json()).toMatchObject({ name: '茶', kind, ownerId: findUserId(stack.sandbox, 'Jonas Weber') });
      const { id } = created.json<Group>();
      const path = `/v1/groups/${id}`;
      expect(created.headers.get('location')).toBe(path);
      expect((await stack.call('GET', `${path}?fields=name,kind`, { key: jonasKey })).json()).toEqual({
        name: '茶',
        kind,
      });

      const change = { name: 'Tea', iconUrl: 'https://pictures.example/tea.png', pinned: true };
      const changed = await stack.call('PATCH', path, { key: jonasKey, body: change });
      expect(changed.json()).toMatchObject({ name: 'Tea', iconUrl: 'https://pictures.example/tea.png' });
      expect(await listMembers(id)).toMatchObject([{ role: 'owner', pinned: true }]);
      const pinned = await stack.call('PATCH', path, { key: jonasKey, body: { pinned: false } });
      expect(pinned.json()).toMatchObject({ name: 'Tea' });
      expect(await listMembers(id)).toMatchObject([{ pinned: false }]);

      const unconfirmed = await stack.call('DELETE', path, { key: jonasKey });
      expect(parseProblem(unconfirmed).code).toBe('confirmation-required');
      expect((await stack.call('DELETE', `${path}?confirm=${id}`, { key: jonasKey })).status).toBe(204);
      expect((await stack.call('GET', path, { key: jonasKey })).status).toBe(404);
    },
  );

  it('of kind group is created with a space', async () => {
    const countSpaces = async (): Promise<number> =>
      (await stack.call('GET', '/v1/spaces?kind=group', { key: jonasKey })).json<ListResponse<unknown>>().items.length;
    const before = await countSpaces();
    await stack.call('POST', '/v1/groups', { key: jonasKey, body: { name: 'With a space', kind: 'group' } });
    expect(await countSpaces()).toBe(before + 1);
  });

  it('is rejected with an invalid or taken name, and to users who are not members', async () => {
    const { id } = await findLaunchGroup();
    const createGroup = (body: object) => stack.call('POST', '/v1/groups', { key: jonasKey, body });
    expect(parseProblem(await createGroup({ name: 'Launch 发布', kind: 'group' })).code).toBe('name-taken');
    for (const name of ['', ' ', '..', 'a/b', 'x'.repeat(31)]) expect((await createGroup({ name })).status).toBe(422);
    expect((await createGroup({ name: 'Tea', kind: 1 })).status).toBe(422);
    expect(parseProblem(await stack.call('GET', `/v1/groups/${id}`, { key: sofiaKey })).code).toBe('no-permission');
    expect(parseProblem(await stack.call('GET', '/v1/groups/1', { key: jonasKey })).code).toBe('not-found');
  });
});

describe('the members of a group', () => {
  it('are listed in pages and found by name', async () => {
    const { id } = await findLaunchGroup();
    const all = await listMembers(id);
    expect(all.map(({ role }) => role)).toEqual(['owner', 'member', 'member', 'member']);
    const { entries } = await fetchAllPages<Member>(stack, `/v1/groups/${id}/members?limit=2`, jonasKey);
    expect(entries).toEqual(all);
    expect((await listMembers(id, '&q=amara')).map(({ name }) => name)).toEqual(['Amara Okafor']);
  });

  it('are added and removed with one result for each', async () => {
    const { id } = await findLaunchGroup();
    await listMembers(id);
    const [sofia, amara, unknownUser] = [
      findUserId(stack.sandbox, 'Sofía Álvarez'),
      findUserId(stack.sandbox, 'Amara Okafor'),
      '7777777777777777777',
    ];
    const added = await stack.call('POST', `/v1/groups/${id}/members`, {
      key: jonasKey,
      body: { userIds: [sofia, amara, unknownUser] },
    });
    expect(added.status).toBe(200);
    expect(added.json<{ items: ItemResult[] }>().items).toMatchObject([
      { id: sofia, status: 'done' },
      { id: amara, status: 'failed', problem: { code: 'refused-by-upstream' } },
      { id: unknownUser, status: 'failed' },
    ]);
    expect((await listMembers(id)).map((member) => member.id)).toContain(sofia);

    const body = { userIds: [sofia, unknownUser] };
    const removed = await stack.call('POST', `/v1/groups/${id}/members/remove`, { key: jonasKey, body });
    expect(removed.json<{ items: ItemResult[] }>().items.map(({ status }) => status)).toEqual(['done', 'failed']);
    expect((await listMembers(id)).map((member) => member.id)).not.toContain(sofia);
    const notRemoved = await stack.call('POST', `/v1/groups/${id}/members/remove`, {
      key: jonasKey,
      body: { userIds: [unknownUser] },
    });
    expect(notRemoved.json<{ items: ItemResult[] }>().items.map(({ status }) => status)).toEqual(['failed']);
  });

  it('can open the space of the group after they are added', async () => {
    const { id } = await findLaunchGroup();
    const weiKey = await issueKeyFor(stack, '陈伟');
    const countSpaces = async (): Promise<number> =>
      (await stack.call('GET', '/v1/spaces?kind=group', { key: weiKey })).json<ListResponse<unknown>>().items.length;
    const before = await countSpaces();
    await stack.call('POST', `/v1/groups/${id}/members`, {
      key: jonasKey,
      body: { userIds: [findUserId(stack.sandbox, '陈伟')] },
    });
    expect(await countSpaces()).toBe(before + 1);
  });

  it('can get another role, and can become the owner', async () => {
    const { id } = await findLaunchGroup();
    const changeRole = (userId: string, body: object, key = jonasKey) =>
      stack.call('PATCH', `/v1/groups/${id}/members/${userId}`, { key, body });
    const amara = findUserId(stack.sandbox, 'Amara Okafor');
    expect((await changeRole(amara, { role: 'administrator' })).status).toBe(204);
    expect((await listMembers(id)).find((member) => member.id === amara)?.role).toBe('administrator');
    expect((await changeRole(amara, { role: 'owner' })).status).toBe(204);
    expect((await stack.call('GET', `/v1/groups/${id}`, { key: jonasKey })).json()).toMatchObject({ ownerId: amara });
    expect(parseProblem(await changeRole(amara, { role: 'member' }, fangKey)).code).toBe('no-permission');
    expect((await changeRole(amara, { role: 'king' })).status).toBe(422);
    expect(parseProblem(await changeRole('1', { role: 'member' })).code).toBe('not-found');
  });

  it('have unique numeric ids, and are changed only by owner and administrators', async () => {
    const { id } = await findLaunchGroup();
    const calls = await countUpstreamCalls(stack, async () => {
      for (const userIds of [[], ['abc'], ['1', '1'], ['0'], 'x', [1]]) {
        for (const path of ['members', 'members/remove']) {
          expect(
            (await stack.call('POST', `/v1/groups/${id}/${path}`, { key: jonasKey, body: { userIds } })).status,
          ).toBe(422);
        }
      }
    });
    expect(calls).toBe(0);
    const response = await stack.call('POST', `/v1/groups/${id}/members`, { key: fangKey, body: { userIds: ['1'] } });
    expect(parseProblem(response).code).toBe('no-permission');
  });
});
