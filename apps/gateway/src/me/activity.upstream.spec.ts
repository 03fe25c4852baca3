import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import { listRecent, listRelated, toRecentFile } from './activity.upstream.js';
import { readOrganization, readProfile } from './me.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream?.close());

const success = { code: '0', msg: 'success' };
const file = { id: 'F1', containerId: 'C1', name: '湖边.png', fileType: '15' } as const;

describe('a file used lately', () => {
  it('has words for the numbers of the page', () => {
    const visited = { ...file, owner: '王芳', containerName: 'Sales', containerType: 0, favorite: true } as const;
    expect(toRecentFile({ operateTime: '2026-01-02T03:04:05.678Z', operateType: 6, file: visited })).toEqual({
      file: {
        ...{ id: 'F1', kind: 'file', name: '湖边.png', type: 'image', spaceId: 'C1', owner: '王芳', favorite: true },
      },
      action: 'saved-from-share',
      at: '2026-01-02T03:04:05.678Z',
      state: 'available',
      spaceKind: 'department',
      spaceName: 'Sales',
      collaboration: undefined,
    });
  });

  it.each([
    [1, 'viewed', undefined, 'available'],
    [2, 'edited', 1, 'file-deleted'],
    [3, 'shared', 2, 'space-unavailable'],
    [4, 'saved', undefined, 'available'],
    [5, 'uploaded', undefined, 'available'],
  ] as const)('tells act %j as %s and status %j as %s', (operateType, action, status, state) => {
    expect(toRecentFile({ operateType, ...(status && { status }), file })).toMatchObject({ action, state });
  });

  it('tells what somebody else did with it', () => {
    const by = { collaborator: 'Mei Lin', collaborateType: '2', collaborateTime: '2026-01-02T03:04:05.678Z' } as const;
    expect(toRecentFile({ operateType: 1, file: { ...file, ...by } }).collaboration).toEqual({
      ...{ by: 'Mei Lin', action: 'edited', at: '2026-01-02T03:04:05.678Z' },
    });
  });

  it('is not understood without its file, and no list is no empty list', async () => {
    upstream = await startDocumentedUpstream({ ListRecentlyAccess: { ...success, list: [{ operateType: 1 }] } });
    await expect(listRecent(upstream.koodrive, { limit: 5 })).rejects.toMatchObject({ code: 'upstream-protocol' });
  });

  it('comes in pages that are cut here, since the upstream gives the list whole', async () => {
    const list = ['a', 'b', 'c'].map((name) => ({ operateType: 1, file: { ...file, name } }));
    upstream = await startDocumentedUpstream({ ListRecentlyAccess: { ...success, list } });
    const first = await listRecent(upstream.koodrive, { limit: 2 });
    const second = await listRecent(upstream.koodrive, { limit: 2, cursor: first.nextCursor ?? '' });
    expect([first.items.length, second.items.map((each) => each.file.name), second.nextCursor]).toEqual([
      2,
      ['c'],
      null,
    ]);
  });
});

describe('what concerns the user', () => {
  it('is a share, with its files', async () => {
    const relatedToMeInfos = [
      {
        ...{ operator: '王芳', operateType: 1, operateTime: '20260102030405', id: '1689759841444195841' },
        ...{ displayName: '价格表.csv', expireTime: '2026-02-02T03:04:05.000Z' },
        files: [{ id: 'F1', fileName: '价格表.csv', fileType: '27', size: 5, containers: ['C1'] }],
      },
    ];
    upstream = await startDocumentedUpstream({ ListRelatedToMe: { ...success, relatedToMeInfos, total: 1 } });
    const found = await listRelated(upstream.koodrive, { limit: 5, q: '价格', sort: '-at' });
    expect(found).toMatchObject({
      items: [
        {
          ...{ id: '1689759841444195841', action: 'shared', by: '王芳', name: '价格表.csv' },
          ...{ at: '2026-01-02T03:04:05.000Z', expiresAt: '2026-02-02T03:04:05.000Z' },
          files: [{ id: 'F1', kind: 'file', type: 'excel', size: 5, spaceId: 'C1' }],
        },
      ],
      nextCursor: null,
      total: 1,
    });
    expect(upstream.sent('ListRelatedToMe')[0]?.query).toBe('pageSize=5&sortType=1&sortDirection=2&displayName=价格');
  });
});

describe('the user', () => {
  it('has a profile with the words of users, by the documented example', async () => {
    upstream = await startDocumentedUpstream();
    expect(await readProfile(upstream.koodrive, '1316083732377070977')).toEqual({
      ...{ id: '1316083732377070977', name: '小二的测试账号', role: 'member' },
      ...{ departmentId: '1243693141656107521', departmentName: 'newDept' },
    });
  });

  it('has an organization, by the documented example of a session', async () => {
    upstream = await startDocumentedUpstream({}, { kind: 'session', sessionId: 's', userId: '369528171409614001' });
    expect(await readOrganization(upstream.koodrive)).toEqual({ id: '9190086000001210958', name: 'KooDrive-不要删' });
  });

  it('asks for its organization with no other credential than a session', async () => {
    upstream = await startDocumentedUpstream();
    await expect(readOrganization(upstream.koodrive)).rejects.toThrow('session');
    expect(upstream.sent('authSession')).toEqual([]);
  });
});
