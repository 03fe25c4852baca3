import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import { listOrganizationSpaces, readSpacesByOwner } from './organization-spaces.upstream.js';
import {
  changeSpace,
  createGroupSpace,
  createSpace,
  deleteSpace,
  readOwnedSpace,
  toMemberResults,
} from './space-lifecycle.upstream.js';
import { readSpacesOfUser, toSpaceState } from './spaces.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream?.close());

const bytesPerGb = 1024 ** 3;
const success = { code: 0, msg: 'success' };
const sessionPrincipal = { kind: 'session', browserSessionId: 's', userId: '1316083732377070977' } as const;
const page = { limit: 50, direct: false };
const bodyOf = (operation: 'createSpace' | 'createGroupSpace' | 'updateSpace' | 'batchGetSpace'): unknown =>
  JSON.parse(upstream.requestsFor(operation)[0]?.body ?? '');
/** A space as the examples show it. Numbers are text there, or numbers. */
const wire = (members: object = {}): object => ({
  containerId: 'C1',
  ownerId: '7',
  type: '1',
  status: '0',
  capacity: '1',
  spaceUsed: '2',
  ...members,
});
const spaceResponse = (members: object = {}): object => ({ ...success, data: wire(members) });

describe('a space', () => {
  it.each([
    [undefined, undefined],
    [0, 'active'],
    ['0', 'active'],
    [1, 'disabled'],
    ['1', 'disabled'],
  ])('with the status %j has the state %j', (code, state) => {
    expect(toSpaceState(code)).toBe(state);
  });

  it('is identified by its kind and owner, with the kind as a number or as text', async () => {
    for (const type of [0, '0']) {
      upstream = await startDocumentedUpstream({ getSpaceByContainerID: spaceResponse({ type }) });
      expect(await readOwnedSpace(upstream.koodrive, 'C1')).toEqual({ id: 'C1', kind: 'department', ownerId: '7' });
      await upstream.close();
    }
  });

  it.each([{ type: '9' }, { type: undefined }, { ownerId: '' }])(
    'with the incomplete response %j is not identified',
    async (members) => {
      upstream = await startDocumentedUpstream({ getSpaceByContainerID: spaceResponse(members) });
      await expect(readOwnedSpace(upstream.koodrive, 'C1')).rejects.toMatchObject({ code: 'upstream-protocol' });
    },
  );
});

describe('a new space', () => {
  const options = { kind: 'department', ownerId: '1289173650183882753', capacity: bytesPerGb } as const;

  it('is the only one of its owner if the response has no space, as in the documented example', async () => {
    upstream = await startDocumentedUpstream({ getSpace: spaceResponse({ type: '0', ownerId: options.ownerId }) });
    const created = await createSpace(upstream.koodrive, options);
    expect(created).toMatchObject({
      id: 'C1',
      kind: 'department',
      ownerId: options.ownerId,
      capacity: bytesPerGb,
      used: 2048,
    });
    expect(bodyOf('createSpace')).toEqual({ type: 0, capacity: '1' });
    expect(upstream.requestsFor('getSpace')).toMatchObject([
      { query: 'type=0', path: expect.stringMatching(options.ownerId) },
    ]);
  });

  it('is the one in the response, if there is one', async () => {
    upstream = await startDocumentedUpstream({
      createSpace: { ...success, data: { containerId: 'C2' } },
      getSpaceByContainerID: spaceResponse({ containerId: 'C2' }),
    });
    expect(await createSpace(upstream.koodrive, options)).toMatchObject({ id: 'C2' });
    expect(upstream.requestsFor('getSpace')).toEqual([]);
  });

  it('has an unknown outcome if the user has several spaces', async () => {
    upstream = await startDocumentedUpstream({
      getSpaceV2: { ...success, data: [wire(), wire({ containerId: 'C2' })] },
    });
    const creation = createSpace(upstream.koodrive, { ...options, kind: 'individual' });
    await expect(creation).rejects.toMatchObject({ code: 'outcome-unknown' });
  });

  it('is created with all eleven flags if there are capabilities', async () => {
    upstream = await startDocumentedUpstream({ getSpace: spaceResponse() });
    await createSpace(upstream.koodrive, { ...options, capabilities: ['list', 'share'] });
    const { capabilities } = bodyOf('createSpace') as { capabilities: Record<string, boolean> };
    expect(Object.keys(capabilities)).toHaveLength(11);
    expect(Object.entries(capabilities).filter(([, granted]) => granted)).toEqual([
      ['listChildNodePermission', true],
      ['shareFilePermission', true],
    ]);
  });
});

describe('a new group space', () => {
  it('is read by the id of its group, which the documented example returns', async () => {
    upstream = await startDocumentedUpstream({
      getSpace: spaceResponse({ type: '2', ownerId: 'xxx', capacity: '20' }),
    });
    const created = await createGroupSpace(upstream.koodrive, {
      name: 'API Demo',
      capacity: 20 * bytesPerGb,
      iconUrl: '1',
      members: [
        { userId: '5', templateId: '6' },
        { userId: '7', capabilities: [] },
      ],
    });
    expect(created).toMatchObject({ kind: 'group', name: 'API Demo', ownerId: 'xxx', capacity: 20 * bytesPerGb });
    expect(created.members?.map(({ status }) => status)).toEqual(['done', 'done']);
    const { addGroupUsers, ...rest } = bodyOf('createGroupSpace') as { addGroupUsers: Record<string, unknown>[] };
    expect(rest).toEqual({ name: 'API Demo', iconUrl: '1', capacity: 20 });
    expect(addGroupUsers).toEqual([
      { userId: '5', template: 6 },
      { userId: '7', template: -1, capabilities: expect.objectContaining({ viewPermission: false }) },
    ]);
    expect(upstream.requestsFor('getSpace')).toMatchObject([
      { query: 'type=2', path: expect.stringMatching(/\/xxx$/) },
    ]);
  });

  it('has a result for each member', () => {
    const results = toMemberResults([{ userId: '5' }, { userId: '6' }], ['6']);
    expect(results).toMatchObject([
      { id: '5', status: 'done' },
      { id: '6', status: 'failed', problem: { upstream: { operation: 'createGroupSpace' } } },
    ]);
  });
});

describe('a change of a space', () => {
  it('is sent in GB with numbers as text, and with the id of the space', async () => {
    upstream = await startDocumentedUpstream({ getSpaceByContainerID: spaceResponse() });
    const space = { id: 'C1', kind: 'individual', ownerId: '7' } as const;
    await changeSpace(upstream.koodrive, space, { capacity: 3 * bytesPerGb, status: 'disabled' });
    expect(bodyOf('updateSpace')).toEqual({ type: 1, containerId: 'C1', capacity: '3', status: '1' });
  });

  it('deletes a space with the operation of its kind', async () => {
    upstream = await startDocumentedUpstream();
    await deleteSpace(upstream.koodrive, { id: 'C1', kind: 'department', ownerId: '1289173650183882753' });
    await deleteSpace(upstream.koodrive, { id: 'C2', kind: 'group', ownerId: '1320279092268104961' });
    expect(upstream.requestsFor('deleteSpace')).toMatchObject([{ query: 'type=0&containerId=C1' }]);
    expect(upstream.requestsFor('deleteGroupSpace')).toMatchObject([
      { path: expect.stringMatching(/group\/1320279092268104961$/) },
    ]);
  });
});

describe('the spaces of the organization', () => {
  it('are read for departments that have one, from the documented example', async () => {
    upstream = await startDocumentedUpstream();
    const found = await listOrganizationSpaces(upstream.koodrive, { ...page, limit: 1, kind: 'department' });
    expect(found.items).toEqual([
      {
        id: 'IAADfsBFCO6WtAtuAb7e92cde625843cfb7f4ceba802e0b',
        kind: 'department',
        name: '部门1699953477584',
        ownerId: '1289173668999530369',
        status: 'active',
        capacity: bytesPerGb,
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

  it('are read for groups, with their total', async () => {
    const groups = [{ id: '3', ownerId: '7', containerId: 'C3', groupName: 'Tea', status: 1, capacity: 10 }];
    upstream = await startDocumentedUpstream({ getGroupSpaceList: { ...success, total: 1, groups } });
    const found = await listOrganizationSpaces(upstream.koodrive, { ...page, kind: 'group', q: 'tea' });
    expect(found).toMatchObject({
      items: [{ id: 'C3', kind: 'group', name: 'Tea', ownerId: '3', status: 'disabled', capacity: 10 * bytesPerGb }],
      total: 1,
      nextCursor: null,
    });
    expect(upstream.requestsFor('getGroupSpaceList')[0]?.query).toContain('keyWord=tea');
  });

  it('are read for users, with the codes of the upstream', async () => {
    const users = [
      { id: 's', userId: '7', name: '王芳', containerId: 'C1', capacity: 10, spaceUsed: 3, spaceStatus: '0' },
      { id: 's2', userId: '8', name: 'No space', spaceStatus: '0' },
    ];
    upstream = await startDocumentedUpstream({ getUserSpaceList: { ...success, total: '2', users } });
    const query = { limit: 50, kind: 'individual', direct: true, department: '5', status: 'active' } as const;
    const { items } = await listOrganizationSpaces(upstream.koodrive, query);
    expect(items).toMatchObject([
      {
        id: 'C1',
        kind: 'individual',
        name: '王芳',
        ownerId: '7',
        status: 'active',
        capacity: 10 * bytesPerGb,
        used: 3072,
      },
    ]);
    expect(items).toHaveLength(1);
    expect(upstream.requestsFor('getUserSpaceList')[0]?.query).toBe(
      'deptId=5&isDirect=true&offset=0&limit=50&spaceStatus=0',
    );
  });
});

describe('spaces by their owners', () => {
  it('are requested with the body of a GET, one call for each owner', async () => {
    upstream = await startDocumentedUpstream({ batchGetSpace: { ...success, data: [wire({ type: 2 })] } });
    const { items } = await readSpacesByOwner(upstream.koodrive, { kind: 'group', ownerIds: ['7'] });
    expect(items).toMatchObject([{ id: '7', status: 'done', spaces: [{ id: 'C1', kind: 'group' }] }]);
    expect(bodyOf('batchGetSpace')).toEqual({ ownerId: '7', type: '2' });
  });

  it('are also accepted as one space instead of a list, because no page shows the response', async () => {
    upstream = await startDocumentedUpstream({ batchGetSpace: spaceResponse() });
    const { items } = await readSpacesByOwner(upstream.koodrive, { kind: 'individual', ownerIds: ['7'] });
    expect(items[0]?.spaces).toHaveLength(1);
  });

  it('fail for one owner without an effect on the others', async () => {
    upstream = await startDocumentedUpstream({
      batchGetSpace: ({ body }) =>
        body.toString().includes('"8"') ? { code: 13000301, msg: 'none' } : { ...success, data: [wire()] },
    });
    const { items } = await readSpacesByOwner(upstream.koodrive, { kind: 'individual', ownerIds: ['7', '8'] });
    expect(items).toMatchObject([{ status: 'done' }, { id: '8', status: 'failed', problem: { code: 'not-found' } }]);
  });

  it('are all returned to the app, and one to a KooDrive session', async () => {
    const twoSpaces = { ...success, data: [wire(), wire({ containerId: 'C2' })] };
    upstream = await startDocumentedUpstream({ getSpaceV2: twoSpaces });
    expect((await readSpacesOfUser(upstream.koodrive, '7')).items).toHaveLength(2);
    await upstream.close();
    upstream = await startDocumentedUpstream({ getSpace: spaceResponse() }, sessionPrincipal);
    expect((await readSpacesOfUser(upstream.koodrive, '7')).items).toMatchObject([{ id: 'C1', ownerId: '7' }]);
  });
});
