import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import { listOrganizationSpaces, readSpacesByOwner } from './organization-spaces.upstream.js';
import {
  changeSpace,
  createGroupSpace,
  createSpace,
  deleteSpace,
  ownedSpace,
  toMemberResults,
} from './space-lives.upstream.js';
import { spacesOfUser, toSpaceState } from './spaces.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream?.close());

const GB = 1024 ** 3;
const success = { code: 0, msg: 'success' };
const session = { kind: 'session', sessionId: 's', userId: '1316083732377070977' } as const;
const page = { limit: 50, direct: false };
const bodyOf = (operation: 'createSpace' | 'createGroupSpace' | 'updateSpace' | 'batchGetSpace'): unknown =>
  JSON.parse(upstream.sent(operation)[0]?.body ?? '');
/** A space as the pages print it: numbers as text, or as numbers. */
const wire = (more: object = {}): object => ({
  ...{ containerId: 'C1', ownerId: '7', type: '1', status: '0', capacity: '1', spaceUsed: '2' },
  ...more,
});
const answered = (more: object = {}): object => ({ ...success, data: wire(more) });

describe('a space', () => {
  it.each([
    [undefined, undefined],
    [0, 'active'],
    ['0', 'active'],
    [1, 'disabled'],
    ['1', 'disabled'],
  ])('has a word for the state %j', (code, word) => {
    expect(toSpaceState(code)).toBe(word);
  });

  it('is addressed by its kind and owner, whether the kind comes as a number or as text', async () => {
    for (const type of [0, '0']) {
      upstream = await startDocumentedUpstream({ getSpaceByContainerID: answered({ type }) });
      expect(await ownedSpace(upstream.koodrive, 'C1')).toEqual({ id: 'C1', kind: 'department', ownerId: '7' });
      await upstream.close();
    }
  });

  it.each([{ type: '9' }, { type: undefined }, { ownerId: '' }])(
    'is addressed by nothing made up: %j',
    async (more) => {
      upstream = await startDocumentedUpstream({ getSpaceByContainerID: answered(more) });
      await expect(ownedSpace(upstream.koodrive, 'C1')).rejects.toMatchObject({ code: 'upstream-protocol' });
    },
  );
});

describe('a new space', () => {
  const wish = { kind: 'department', ownerId: '1289173650183882753', capacity: GB } as const;

  it('is the only one of its owner where the answer has none, as in the documented example', async () => {
    upstream = await startDocumentedUpstream({ getSpace: answered({ type: '0', ownerId: wish.ownerId }) });
    const made = await createSpace(upstream.koodrive, wish);
    expect(made).toMatchObject({ id: 'C1', kind: 'department', ownerId: wish.ownerId, capacity: GB, used: 2048 });
    expect(bodyOf('createSpace')).toEqual({ type: 0, capacity: '1' });
    expect(upstream.sent('getSpace')).toMatchObject([{ query: 'type=0', path: expect.stringMatching(wish.ownerId) }]);
  });

  it('is the one answered, where one is', async () => {
    upstream = await startDocumentedUpstream({
      createSpace: { ...success, data: { containerId: 'C2' } },
      getSpaceByContainerID: answered({ containerId: 'C2' }),
    });
    expect(await createSpace(upstream.koodrive, wish)).toMatchObject({ id: 'C2' });
    expect(upstream.sent('getSpace')).toEqual([]);
  });

  it('is not guessed among several of a user', async () => {
    upstream = await startDocumentedUpstream({
      getSpaceV2: { ...success, data: [wire(), wire({ containerId: 'C2' })] },
    });
    const making = createSpace(upstream.koodrive, { ...wish, kind: 'individual' });
    await expect(making).rejects.toMatchObject({ code: 'outcome-unknown' });
  });

  it('begins with eleven flags where capabilities are named', async () => {
    upstream = await startDocumentedUpstream({ getSpace: answered() });
    await createSpace(upstream.koodrive, { ...wish, capabilities: ['list', 'share'] });
    const { capabilities } = bodyOf('createSpace') as { capabilities: Record<string, boolean> };
    expect(Object.keys(capabilities)).toHaveLength(11);
    expect(Object.entries(capabilities).filter(([, granted]) => granted)).toEqual([
      ['listChildNodePermission', true],
      ['shareFilePermission', true],
    ]);
  });
});

describe('a new group space', () => {
  it('is read by the id of its group, as the documented example answers it', async () => {
    upstream = await startDocumentedUpstream({ getSpace: answered({ type: '2', ownerId: 'xxx', capacity: '20' }) });
    const made = await createGroupSpace(upstream.koodrive, {
      ...{
        name: 'API Demo',
        capacity: 20 * GB,
        iconUrl: '1',
        members: [
          { userId: '5', templateId: '6' },
          { userId: '7', capabilities: [] },
        ],
      },
    });
    expect(made).toMatchObject({ kind: 'group', name: 'API Demo', ownerId: 'xxx', capacity: 20 * GB });
    expect(made.members?.map(({ status }) => status)).toEqual(['done', 'done']);
    const { addGroupUsers, ...rest } = bodyOf('createGroupSpace') as { addGroupUsers: Record<string, unknown>[] };
    expect(rest).toEqual({ name: 'API Demo', iconUrl: '1', capacity: 20 });
    expect(addGroupUsers).toEqual([
      { userId: '5', template: 6 },
      { userId: '7', template: -1, capabilities: expect.objectContaining({ viewPermission: false }) },
    ]);
    expect(upstream.sent('getSpace')).toMatchObject([{ query: 'type=2', path: expect.stringMatching(/\/xxx$/) }]);
  });

  it('tells of each member whether they are in it', () => {
    const results = toMemberResults([{ userId: '5' }, { userId: '6' }], ['6']);
    expect(results).toMatchObject([
      { id: '5', status: 'done' },
      { id: '6', status: 'failed', problem: { upstream: { operation: 'createGroupSpace' } } },
    ]);
  });
});

describe('a change of a space', () => {
  it('goes out in GB and numbers as text, with the id of the space', async () => {
    upstream = await startDocumentedUpstream({ getSpaceByContainerID: answered() });
    const space = { id: 'C1', kind: 'individual', ownerId: '7' } as const;
    await changeSpace(upstream.koodrive, space, { capacity: 3 * GB, status: 'disabled' });
    expect(bodyOf('updateSpace')).toEqual({ type: 1, containerId: 'C1', capacity: '3', status: '1' });
  });

  it('is a deletion by the operation of its kind', async () => {
    upstream = await startDocumentedUpstream();
    await deleteSpace(upstream.koodrive, { id: 'C1', kind: 'department', ownerId: '1289173650183882753' });
    await deleteSpace(upstream.koodrive, { id: 'C2', kind: 'group', ownerId: '1320279092268104961' });
    expect(upstream.sent('deleteSpace')).toMatchObject([{ query: 'type=0&containerId=C1' }]);
    expect(upstream.sent('deleteGroupSpace')).toMatchObject([
      { path: expect.stringMatching(/group\/1320279092268104961$/) },
    ]);
  });
});

describe('the spaces of the organization', () => {
  it('are those of the departments that have one, by the documented example', async () => {
    upstream = await startDocumentedUpstream();
    const found = await listOrganizationSpaces(upstream.koodrive, { ...page, limit: 1, kind: 'department' });
    expect(found.items).toEqual([
      {
        id: 'IAADfsBFCO6WtAtuAb7e92cde625843cfb7f4ceba802e0b',
        kind: 'department',
        name: '部门1699953477584',
        ownerId: '1289173668999530369',
        status: 'active',
        capacity: GB,
        used: 654_777 * 1024,
        rootFolderId: 'DEUI7pa0C24ArootIAADfsBFCO6WtAtuAb7e92cde625843cfb7f4ceba802e0b',
        memberCount: 1,
        createdAt: '2023-11-14T20:39:06.000Z',
        modifiedAt: '2023-12-26T11:40:08.000Z',
      },
    ]);
    expect(found.nextCursor).not.toBeNull();
    expect(found).not.toHaveProperty('total');
  });

  it('are those of the groups, with their number', async () => {
    const groups = [{ id: '3', ownerId: '7', containerId: 'C3', groupName: 'Tea', status: 1, capacity: 10 }];
    upstream = await startDocumentedUpstream({ getGroupSpaceList: { ...success, total: 1, groups } });
    const found = await listOrganizationSpaces(upstream.koodrive, { ...page, kind: 'group', q: 'tea' });
    expect(found).toMatchObject({
      items: [{ id: 'C3', kind: 'group', name: 'Tea', ownerId: '3', status: 'disabled', capacity: 10 * GB }],
      total: 1,
      nextCursor: null,
    });
    expect(upstream.sent('getGroupSpaceList')[0]?.query).toContain('keyWord=tea');
  });

  it('are those of the users, asked for with the words of the upstream', async () => {
    const users = [
      { id: 's', userId: '7', name: '王芳', containerId: 'C1', capacity: 10, spaceUsed: 3, spaceStatus: '0' },
      { id: 's2', userId: '8', name: 'Without', spaceStatus: '0' },
    ];
    upstream = await startDocumentedUpstream({ getUserSpaceList: { ...success, total: '2', users } });
    const query = { limit: 50, kind: 'individual', direct: true, department: '5', status: 'active' } as const;
    const { items } = await listOrganizationSpaces(upstream.koodrive, query);
    expect(items).toMatchObject([
      { id: 'C1', kind: 'individual', name: '王芳', ownerId: '7', status: 'active', capacity: 10 * GB, used: 3072 },
    ]);
    expect(items).toHaveLength(1);
    expect(upstream.sent('getUserSpaceList')[0]?.query).toBe('deptId=5&isDirect=true&offset=0&limit=50&spaceStatus=0');
  });
});

describe('spaces by their owners', () => {
  it('are asked for in the body of a GET, one owner a call', async () => {
    upstream = await startDocumentedUpstream({ batchGetSpace: { ...success, data: [wire({ type: 2 })] } });
    const { items } = await readSpacesByOwner(upstream.koodrive, { kind: 'group', ownerIds: ['7'] });
    expect(items).toMatchObject([{ id: '7', status: 'done', spaces: [{ id: 'C1', kind: 'group' }] }]);
    expect(bodyOf('batchGetSpace')).toEqual({ ownerId: '7', type: '2' });
  });

  it('are taken as one space in place of a list too, since no page shows the answer', async () => {
    upstream = await startDocumentedUpstream({ batchGetSpace: answered() });
    const { items } = await readSpacesByOwner(upstream.koodrive, { kind: 'individual', ownerIds: ['7'] });
    expect(items[0]?.spaces).toHaveLength(1);
  });

  it('fail alone', async () => {
    upstream = await startDocumentedUpstream({
      batchGetSpace: ({ body }) =>
        body.toString().includes('"8"') ? { code: 13000301, msg: 'none' } : { ...success, data: [wire()] },
    });
    const { items } = await readSpacesByOwner(upstream.koodrive, { kind: 'individual', ownerIds: ['7', '8'] });
    expect(items).toMatchObject([{ status: 'done' }, { id: '8', status: 'failed', problem: { code: 'not-found' } }]);
  });

  it('are all told to the app, one to a session', async () => {
    const both = { ...success, data: [wire(), wire({ containerId: 'C2' })] };
    upstream = await startDocumentedUpstream({ getSpaceV2: both });
    expect(await spacesOfUser(upstream.koodrive, '7')).toHaveLength(2);
    await upstream.close();
    upstream = await startDocumentedUpstream({ getSpace: answered() }, session);
    expect(await spacesOfUser(upstream.koodrive, '7')).toMatchObject([{ id: 'C1', ownerId: '7' }]);
  });
});
