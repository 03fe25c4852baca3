import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import { listRecentFiles, listRelatedEvents, toRecentFile } from './activity.upstream.js';
import { readOrganization, readProfile } from './me.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream?.close());

const success = { code: '0', msg: 'success' };
const file = { id: 'F1', containerId: 'C1', name: '湖边.png', fileType: '15' } as const;

describe('a recently used file', () => {
  it('is mapped from the codes of the upstream', () => {
    const accessedFile = { ...file, owner: '王芳', containerName: 'Sales', containerType: 0, favorite: true } as const;
    expect(toRecentFile({ operateTime: '2026-01-02T03:04:05.678Z', operateType: 6, file: accessedFile })).toEqual({
      file: {
        id: 'F1',
        kind: 'file',
        name: '湖边.png',
        type: 'image',
        spaceId: 'C1',
        owner: '王芳',
        favorite: true,
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
  ] as const)('maps operateType %j to %s and status %j to %s', (operateType, action, status, state) => {
    expect(toRecentFile({ operateType, status, file })).toMatchObject({ action, state });
  });

  it('has the last action of another user', () => {
    const collaboration = {
      collaborator: 'Mei Lin',
      collaborateType: '2',
      collaborateTime: '2026-01-02T03:04:05.678Z',
    } as const;
    expect(toRecentFile({ operateType: 1, file: { ...file, ...collaboration } }).collaboration).toEqual({
      by: 'Mei Lin',
      action: 'edited',
      at: '2026-01-02T03:04:05.678Z',
    });
  });

  it('without a file is left out of the list', async () => {
    upstream = await startDocumentedUpstream({ ListRecentlyAccess: { ...success, list: [{ operateType: 1 }] } });
    expect(await listRecentFiles(upstream.koodrive, { limit: 5 })).toEqual({ items: [], nextCursor: null, omitted: 1 });
  });

  it('is listed in pages that the gateway makes, because the upstream returns the complete list', async () => {
    const list = ['a', 'b', 'c'].map((name) => ({ operateType: 1, file: { ...file, name } }));
    upstream = await startDocumentedUpstream({ ListRecentlyAccess: { ...success, list } });
    const first = await listRecentFiles(upstream.koodrive, { limit: 2 });
    const second = await listRecentFiles(upstream.koodrive, { limit: 2, cursor: first.nextCursor ?? '' });
    expect([first.items.length, second.items.map((each) => each.file.name), second.nextCursor]).toEqual([
      2,
      ['c'],
      null,
    ]);
  });
});

describe('a related event', () => {
  it('is a share, with its files', async () => {
    const relatedToMeInfos = [
      {
        operator: '王芳',
        operateType: 1,
        operateTime: '20260102030405',
        id: '1689759841444195841',
        displayName: '价格表.csv',
        expireTime: '2026-02-02T03:04:05.000Z',
        files: [{ id: 'F1', fileName: '价格表.csv', fileType: '27', size: 5, containers: ['C1'] }],
      },
    ];
    upstream = await startDocumentedUpstream({ ListRelatedToMe: { ...success, relatedToMeInfos, total: 1 } });
    const page = await listRelatedEvents(upstream.koodrive, { limit: 5, q: '价格', sort: '-at' });
    expect(page).toMatchObject({
      items: [
        {
          id: '1689759841444195841',
          action: 'shared',
          by: '王芳',
          name: '价格表.csv',
          at: '2026-01-02T03:04:05.000Z',
          expiresAt: '2026-02-02T03:04:05.000Z',
          files: [{ id: 'F1', kind: 'file', type: 'excel', size: 5, spaceId: 'C1' }],
        },
      ],
      nextCursor: null,
      total: 1,
    });
    expect(upstream.requestsFor('ListRelatedToMe')[0]?.query).toBe(
      'pageSize=5&sortType=1&sortDirection=2&displayName=价格',
    );
  });
});

describe('the user', () => {
  it('has a profile that is read from the documented example', async () => {
    upstream = await startDocumentedUpstream();
    expect(await readProfile(upstream.koodrive, '1316083732377070977')).toEqual({
      id: '1316083732377070977',
      name: '小二的测试账号',
      role: 'member',
      departmentId: '1243693141656107521',
      departmentName: 'newDept',
    });
  });

  it('has an organization that is read from the documented example, with a KooDrive session', async () => {
    upstream = await startDocumentedUpstream(
      {},
      { kind: 'session', browserSessionId: 's', userId: '369528171409614001' },
    );
    expect(await readOrganization(upstream.koodrive)).toEqual({ id: '9190086000001210958', name: 'KooDrive-不要删' });
  });

  it('has an organization for a KooDrive session only', async () => {
    upstream = await startDocumentedUpstream();
    await expect(readOrganization(upstream.koodrive)).rejects.toThrow('session');
    expect(upstream.requestsFor('authSession')).toEqual([]);
  });
});
