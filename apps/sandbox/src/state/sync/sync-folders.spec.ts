import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  getFileId,
  createTestFolder,
  createTestDrive,
  runJob,
  getUserContainerId,
  type LooseJson,
  type TestDrive,
} from '../test-drive.spec-support.js';

describe('sync folders', () => {
  let drive: TestDrive;
  let syncDirId: string;
  const container = getUserContainerId('jonas');
  beforeEach(async () => {
    drive = await createTestDrive();
    syncDirId = String(
      (await drive.call('jonas', 'createSyncDir', { body: { container, fileName: 'Synced' } })).fileId,
    );
  });
  afterEach(() => drive.close());

  const readPage = (overrides = {}): Promise<LooseJson> =>
    drive.call('jonas', 'listChanges', { body: { container, syncDirId, pageSize: 100, ...overrides } });
  const listChanges = async (overrides = {}): Promise<unknown> =>
    (await readPage(overrides)).fileChangeList?.map((change) => [change.changeType, change.fileInfo?.fileName]);

  it('creates a sync folder by name or from an existing folder, but not from a root folder', async () => {
    const again = await drive.call('jonas', 'createSyncDir', { body: { container, fileName: 'Synced' } });
    expect(again).toMatchObject({ fileId: syncDirId, exist: true });
    const fileId = await getFileId(drive, 'jonas', 'Documents');
    expect(await drive.call('jonas', 'createSyncDir', { body: { container, fileId } })).not.toHaveProperty('exist');
    const getCode = (overrides: object) =>
      drive.getErrorCode('jonas', 'createSyncDir', { body: { container, ...overrides } });
    expect(await getCode({ fileId, fileName: 'both' })).toBe(13000102);
    expect(await getCode({})).toBe(13000102);
    expect(await getCode({ fileName: 'x', parentFolder: 'root' })).toBe(13000102);
    expect(await getCode({ fileId: `DEUI7pa0C24Aroot${container}` })).toBe(13000102);
  });

  it('lists creations, updates and deletions below a sync folder, one for each file', async () => {
    const inner = await createTestFolder(drive, 'jonas', 'inner', syncDirId);
    await createTestFolder(drive, 'jonas', 'deep', inner);
    await drive.call('jonas', 'renameFile', {
      path: { fileId: inner },
      body: { containerId: container, name: 'renamed', renameMode: 3 },
    });
    expect(await listChanges()).toEqual([
      ['create', 'deep'],
      ['create', 'renamed'],
    ]);
    const { nextCursor } = await readPage();
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds: [inner] });
    expect(await listChanges({ cursor: nextCursor })).toEqual([['delete', 'renamed']]);
  });

  it('lists moves in and out as creations and deletions, and no changes elsewhere', async () => {
    const trip = await getFileId(drive, 'jonas', 'trip.zip');
    await createTestFolder(drive, 'jonas', 'elsewhere');
    await runJob(drive, 'jonas', { taskType: 3, fileIds: [trip], targetFolder: syncDirId });
    expect(await listChanges()).toEqual([['create', 'trip.zip']]);
    await runJob(drive, 'jonas', { taskType: 3, fileIds: [trip], targetFolder: 'root' });
    expect(await listChanges()).toEqual([['delete', 'trip.zip']]);
  });

  it('pages the changes by cursor until there are no more', async () => {
    for (const name of ['a', 'b', 'c']) await createTestFolder(drive, 'jonas', name, syncDirId);
    const first = await readPage({ pageSize: 2 });
    expect([first.hasMore, first.fileChangeList?.length]).toEqual([true, 2]);
    const second = await readPage({ pageSize: 2, cursor: first.nextCursor });
    expect([second.hasMore, second.fileChangeList?.map((change) => change.fileInfo?.fileName)]).toEqual([false, ['c']]);
  });

  it('deletes the changes of a sync folder that is closed', async () => {
    await drive.call('jonas', 'closeSyncDir', { body: { container, syncDirId } });
    expect(await drive.getErrorCode('jonas', 'listChanges', { body: { container, syncDirId } })).toBe(13000309);
  });
});
