import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { idOf, makeFolder, openTestDrive, runJob, spaceOf, type Json, type TestDrive } from '../test-drive.js';

describe('sync folders', () => {
  let drive: TestDrive;
  let syncDirId: string;
  const container = spaceOf('jonas');
  beforeEach(async () => {
    drive = await openTestDrive();
    syncDirId = String(
      (await drive.call('jonas', 'createSyncDir', { body: { container, fileName: 'Synced' } })).fileId,
    );
  });
  afterEach(() => drive.close());

  const read = (more = {}): Promise<Json> =>
    drive.call('jonas', 'listChanges', { body: { container, syncDirId, pageSize: 100, ...more } });
  const changes = async (more = {}): Promise<unknown> =>
    (await read(more)).fileChangeList?.map((change) => [change.changeType, change.fileInfo?.fileName]);

  it('are made by name or of an existing folder, never of a root', async () => {
    const again = await drive.call('jonas', 'createSyncDir', { body: { container, fileName: 'Synced' } });
    expect(again).toMatchObject({ fileId: syncDirId, exist: true });
    const fileId = await idOf(drive, 'jonas', 'Documents');
    expect(await drive.call('jonas', 'createSyncDir', { body: { container, fileId } })).not.toHaveProperty('exist');
    const refused = (more: object) => drive.refusal('jonas', 'createSyncDir', { body: { container, ...more } });
    expect(await refused({ fileId, fileName: 'both' })).toBe(13000102);
    expect(await refused({})).toBe(13000102);
    expect(await refused({ fileName: 'x', parentFolder: 'root' })).toBe(13000102);
    expect(await refused({ fileId: `DEUI7pa0C24Aroot${container}` })).toBe(13000102);
  });

  it('tell what was made, changed and taken away below them, once for each file', async () => {
    const inner = await makeFolder(drive, 'jonas', 'inner', syncDirId);
    await makeFolder(drive, 'jonas', 'deep', inner);
    await drive.call('jonas', 'renameFile', {
      path: { fileId: inner },
      body: { containerId: container, name: 'renamed', renameMode: 3 },
    });
    expect(await changes()).toEqual([
      ['create', 'deep'],
      ['create', 'renamed'],
    ]);
    const { nextCursor } = await read();
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds: [inner] });
    expect(await changes({ cursor: nextCursor })).toEqual([['delete', 'renamed']]);
  });

  it('tell moves in and out, and what goes on elsewhere not at all', async () => {
    const trip = await idOf(drive, 'jonas', 'trip.zip');
    await makeFolder(drive, 'jonas', 'elsewhere');
    await runJob(drive, 'jonas', { taskType: 3, fileIds: [trip], to: syncDirId });
    expect(await changes()).toEqual([['create', 'trip.zip']]);
    await runJob(drive, 'jonas', { taskType: 3, fileIds: [trip], to: 'root' });
    expect(await changes()).toEqual([['delete', 'trip.zip']]);
  });

  it('page by cursor until there is no more', async () => {
    for (const name of ['a', 'b', 'c']) await makeFolder(drive, 'jonas', name, syncDirId);
    const first = await read({ pageSize: 2 });
    expect([first.hasMore, first.fileChangeList?.length]).toEqual([true, 2]);
    const second = await read({ pageSize: 2, cursor: first.nextCursor });
    expect([second.hasMore, second.fileChangeList?.map((change) => change.fileInfo?.fileName)]).toEqual([false, ['c']]);
  });

  it('are forgotten when they are closed', async () => {
    await drive.call('jonas', 'closeSyncDir', { body: { container, syncDirId } });
    expect(await drive.refusal('jonas', 'listChanges', { body: { container, syncDirId } })).toBe(13000309);
  });
});
