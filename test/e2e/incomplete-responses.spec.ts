import { afterEach, describe, expect, it } from '@jest/globals';
import { createDownloadLinks, createPartUrls } from '../../apps/gateway/src/content/content.upstream.js';
import { readDepartmentTree } from '../../apps/gateway/src/departments/departments.tree.js';
import { changeDepartment, listDepartments } from '../../apps/gateway/src/departments/departments.upstream.js';
import { setFavorites } from '../../apps/gateway/src/favorites/favorites.upstream.js';
import { addMembers } from '../../apps/gateway/src/groups/members.upstream.js';
import { readJob } from '../../apps/gateway/src/jobs/jobs.upstream.js';
import { listRecentFiles } from '../../apps/gateway/src/me/activity.upstream.js';
import { MeService } from '../../apps/gateway/src/me/me.service.js';
import { markMessagesRead } from '../../apps/gateway/src/messages/messages.upstream.js';
import { findReviews } from '../../apps/gateway/src/reviews/reviews.upstream.js';
import { cancelShare, readShare } from '../../apps/gateway/src/shares/shares.upstream.js';
import { readSpacesByOwner } from '../../apps/gateway/src/spaces/organization-spaces.upstream.js';
import { createSpace } from '../../apps/gateway/src/spaces/space-lifecycle.upstream.js';
import { listSpacesOfUser } from '../../apps/gateway/src/spaces/spaces.upstream.js';
import { listChanges, openSyncFolder } from '../../apps/gateway/src/sync-folders/sync-folders.upstream.js';
import { checkImport } from '../../apps/gateway/src/users/import-checks.upstream.js';
import { listUsers } from '../../apps/gateway/src/users/users.upstream.js';
import { readImportResult } from '../../apps/gateway/src/user-tasks/user-tasks.upstream.js';
import { type DocumentedUpstream, startDocumentedUpstream } from '../support/documented-upstream.js';

let upstream: DocumentedUpstream | undefined;
afterEach(() => upstream?.close());

const success = { code: 0, msg: '' };
const page = { limit: 50, direct: false };
const space = { containerId: 'C1', type: 1, capacity: 1, spaceUsed: 2, ownerId: '7' };
const department = (id: string, parentId: unknown = '1') => ({ id, name: `D${id}`, parentId });
const protocolProblem = { code: 'upstream-protocol', options: { upstream: { operation: expect.any(String) } } };

/** The client in front of an upstream with these responses. */
async function respondWith(
  responses: NonNullable<Parameters<typeof startDocumentedUpstream>[0]>,
  principal?: Parameters<typeof startDocumentedUpstream>[1],
): Promise<DocumentedUpstream['koodrive']> {
  upstream = await startDocumentedUpstream(responses, principal);
  return upstream.koodrive;
}

describe('a list', () => {
  it.each([
    ['an entry without its id', [{ id: '1' }, { name: 'Ada' }, null], 2, ['1']],
    ['its only entry', [{ name: 'Ada' }], 1, []],
    ['its only entry, which is no object', [null], 1, []],
  ])('says how many entries are missing: %s', async (_what, list, omitted, ids) => {
    const koodrive = await respondWith({ getUserList: { ...success, total: list.length, list } });
    const users = await listUsers(koodrive, page);
    expect(users).toMatchObject({ items: ids.map((id) => ({ id })), omitted, total: undefined });
  });

  it('of which no entry is missing does not say so', async () => {
    const koodrive = await respondWith({ getUserList: { ...success, total: 1, list: [{ id: '1' }] } });
    expect(await listUsers(koodrive, page)).toMatchObject({ total: 1, omitted: undefined });
  });

  it.each([
    ['no entry has its id', [{ name: 'Ada' }, { name: 'Mei' }]],
    ['no entry is an object', ['Ada', 'Mei']],
  ])('of several entries is upstream-protocol where %s', async (_what, list) => {
    const koodrive = await respondWith({ getUserList: { ...success, total: 2, list } });
    await expect(listUsers(koodrive, page)).rejects.toMatchObject({
      ...protocolProblem,
      cause: { pointer: expect.stringMatching(/^\/list/) },
    });
  });

  it('that the upstream returns at once says it on the last page', async () => {
    const koodrive = await respondWith({ getSpaceV2: { ...success, data: [space, { type: 1 }, space] } });
    const first = await listSpacesOfUser(koodrive, '7', { limit: 1 });
    const last = await listSpacesOfUser(koodrive, '7', { limit: 1, cursor: first.nextCursor ?? '' });
    expect([first.omitted, last.omitted, last.nextCursor]).toEqual([undefined, 1, null]);
  });

  it('without a page says it too', async () => {
    const auditList = [{ sha256: 'a', size: 1 }, { size: 2 }];
    const koodrive = await respondWith({ batchGet: { ...success, data: { auditList } } });
    expect(await findReviews(koodrive, { contents: [] })).toMatchObject({ items: [{ sha256: 'a' }], omitted: 1 });
  });

  it('that is a value of something else is complete or absent', async () => {
    const jobInfo = { taskId: '1', taskType: 1, status: 1 };
    const taskInfos = [{ fileId: 'F1', status: 1 }, { fileId: 'F2' }];
    const koodrive = await respondWith({
      getJobDetail: { ...success, data: { jobInfo, taskInfos } },
      getShareByMeDetail: { ...success, shareLink: { shareId: '7', status: 0, users: [{ id: '1' }, { name: 'Ada' }] } },
    });
    const job = await readJob(koodrive, '1');
    expect([job.entries, job.progress]).toEqual([undefined, undefined]);
    expect((await readShare(koodrive, '7')).users).toBeUndefined();
  });
});

describe('what is derived from a list with a missing entry', () => {
  const readMe = async (spaces: readonly object[]) =>
    new MeService().read(
      await respondWith({
        getSpaceV2: { ...success, data: spaces },
        getTeamSpaceList: { ...success, teams: [], total: '0' },
      }),
    );

  it('/v1/me has no quota, and says how many spaces are missing', async () => {
    expect((await readMe([space, space])).quota).toEqual({ capacity: 2 * 1024 ** 3, used: 4 * 1024 });
    await upstream?.close();
    expect(await readMe([space, { type: 1 }])).toMatchObject({ spaces: [{ id: 'C1' }], omittedSpaces: 1, quota: {} });
  });

  it('/v1/me has no quota if there are more individual spaces than it lists', async () => {
    expect((await readMe(Array<object>(101).fill(space))).quota).toEqual({});
  });

  it('the spaces of an owner are a failure of that owner', async () => {
    const koodrive = await respondWith({ batchGetSpace: { ...success, data: [space, { type: 1 }] } });
    const { items } = await readSpacesByOwner(koodrive, { kind: 'individual', ownerIds: ['7'] });
    expect(items).toMatchObject([{ id: '7', status: 'failed', problem: { code: 'upstream-protocol' } }]);
  });

  it('a created space is not taken for the only one', async () => {
    const koodrive = await respondWith({
      createSpace: success,
      getSpaceV2: { ...success, data: [space, { type: 1 }] },
    });
    const options = { kind: 'individual', ownerId: '7', capacity: 1024 ** 3 } as const;
    await expect(createSpace(koodrive, options)).rejects.toMatchObject({ code: 'outcome-unknown' });
  });

  it('a tree of departments is not complete', async () => {
    const koodrive = await respondWith({
      getDepartment: { ...success, ...department('1', '0') },
      getDepartmentList: ({ url }) => ({
        ...success,
        list: url.includes('departmentId=1') ? [department('2'), { name: 'x' }] : [],
      }),
    });
    expect(await readDepartmentTree(koodrive, '1')).toMatchObject({ count: 2, complete: false, omitted: 1 });
  });

  it.each([
    ['the only department cannot be read', [{ name: 'x' }]],
    ['its parent cannot be read', [department('2', {})]],
  ])('the root department is not guessed where %s', async (_what, list) => {
    const koodrive = await respondWith({ getDepartmentList: { ...success, list } });
    await expect(listDepartments(koodrive, page)).rejects.toMatchObject(protocolProblem);
    await expect(readDepartmentTree(koodrive)).rejects.toMatchObject(protocolProblem);
  });

  it('a download link is not "not found"', async () => {
    const url = 'https://store.example/x';
    for (const other of [{ url }, null]) {
      const koodrive = await respondWith({ getDownLoadUrl: { ...success, downloads: [other] } });
      await expect(createDownloadLinks(koodrive, 'C1', ['F2'])).rejects.toMatchObject(protocolProblem);
      await upstream?.close();
    }
  });

  it('URLs of parts are complete', async () => {
    const koodrive = await respondWith({ uploadUrl: { ...success, multiParts: [{ partSize: 1 }] } });
    await expect(createPartUrls(koodrive, 'F1', [{ number: 1, size: 1 }])).rejects.toMatchObject(protocolProblem);
  });
});

describe('the outcome of a write that cannot be read is not invented', () => {
  it.each([
    ['a message without its id', [{ changed: true }]],
    ['a message without its outcome', [{ id: '1' }]],
    ['no message', undefined],
  ])('%s', async (_what, messages) => {
    const koodrive = await respondWith({ batchReadMessage: { ...success, messages } });
    await expect(markMessagesRead(koodrive, ['1'])).rejects.toMatchObject(protocolProblem);
  });

  it('a share, a favorite, and members of a group', async () => {
    const koodrive = await respondWith({
      batchCancel: { ...success, subResponseList: [{ shareId: '7' }] },
      batchStarFile: { ...success, status: 0, subResponseList: 'x' },
      batchAddGroupMembers: { ...success, failedList: [{}] },
    });
    await expect(cancelShare(koodrive, '7')).rejects.toMatchObject(protocolProblem);
    await expect(setFavorites(koodrive, true, [{ spaceId: 'C1', fileId: 'F1' }])).rejects.toMatchObject(
      protocolProblem,
    );
    await expect(addMembers(koodrive, '1', { userIds: ['7'] })).rejects.toMatchObject(protocolProblem);
  });

  it('a department is not moved because its parent cannot be read', async () => {
    const koodrive = await respondWith({
      getDepartment: { ...success, id: '2', name: 'D2' },
      updateDepartment: success,
    });
    await expect(changeDepartment(koodrive, '2', { name: 'x' })).rejects.toMatchObject(protocolProblem);
    expect(upstream?.requestsFor('updateDepartment')).toEqual([]);
  });

  it('a row of an import is not importable or rejected', async () => {
    for (const row of [{}, { isSuccess: 0, reason: {} }]) {
      const koodrive = await respondWith(
        { batchImportUserPreVerify: { ...success, data: [row] } },
        { kind: 'session', browserSessionId: 's', userId: '7' },
      );
      const users = [{ departmentName: 'D' }];
      const check = checkImport(koodrive, { departmentId: '1', users });
      await expect(check).rejects.toMatchObject(protocolProblem);
      await upstream?.close();
    }
  });
});

describe('a value that is missing', () => {
  const list = (response: object, cursor?: string) =>
    respondWith({ listChanges: { ...success, ...response } }).then((koodrive) =>
      listChanges(koodrive, 'C1', 'F1', { limit: 50, cursor }),
    );
  const change = { changeType: 'x', fileInfo: { id: 'F2', fileType: '10' } };

  it.each([
    ['changes without the flag', { fileChangeList: [change], nextCursor: 'n' }, true, 'n'],
    ['a change that cannot be read, without the flag', { fileChangeList: [null], nextCursor: 'n' }, true, 'n'],
    ['no changes, without the flag', { fileChangeList: [], nextCursor: 'n' }, false, 'n'],
    ['no changes, without flag and cursor', { fileChangeList: [] }, false, 'c'],
    ['changes and the flag', { fileChangeList: [change], nextCursor: 'n', hasMore: false }, false, 'n'],
  ])('does not end a list of changes early: %s', async (_what, response, more, nextCursor) => {
    expect(await list(response, 'c')).toMatchObject({ more, nextCursor });
  });

  it('does not return the same changes again', async () => {
    await expect(list({ fileChangeList: [change], hasMore: true }, 'c')).rejects.toMatchObject(protocolProblem);
  });

  it('is absent: the name of a sync folder, the state of a recent file, the number of failures', async () => {
    const file = { id: 'F1', name: 'a', fileType: '15' };
    const koodrive = await respondWith({
      createSyncDir: { fileId: 'F1', exist: 'perhaps' },
      ListRecentlyAccess: { ...success, list: [{ file, status: {} }, { file }, { file, status: 9 }] },
      getTaskResult: { data: { successCount: 1, failInfoList: 'x' } },
      getShareByMeDetail: { ...success, shareLink: { shareId: '7' } },
    });
    const folder = await openSyncFolder(koodrive, 'C1', { name: 'a' });
    expect([folder.name, folder.existed]).toEqual([undefined, undefined]);
    const states = (await listRecentFiles(koodrive, page)).items.map(({ state }) => state);
    expect(states).toEqual([undefined, 'available', undefined]);
    const { failedCount, failures } = await readImportResult(koodrive, '1');
    expect([failedCount, failures]).toEqual([undefined, undefined]);
    expect((await readShare(koodrive, '7')).status).toBeUndefined();
  });
});
