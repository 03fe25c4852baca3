import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { getSeedContainerId, seedDepartments } from '../seed/organization.js';
import {
  getFileId,
  listFileNames,
  createTestFolder,
  createTestDrive,
  runJob,
  getUserContainerId,
  testTimeMs,
  type TestDrive,
} from '../test-drive.spec-support.js';

describe('files and folders', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await createTestDrive();
  });
  afterEach(() => drive.close());

  const folder = (fileName: string, overrides: Readonly<Record<string, unknown>> = {}) => ({
    body: { containerId: getUserContainerId('jonas'), fileName, fileType: '10', ...overrides },
  });
  const rename = (fileId: string, name: string, renameMode = 3, containerId = getUserContainerId('jonas')) => ({
    path: { fileId },
    body: { containerId, name, renameMode },
  });

  it('creates a folder in the root folder if no parent is given', async () => {
    const { id, fileName, mimeType } = await drive.call('jonas', 'createDirectory', folder('新建文件夹'));
    expect([fileName, mimeType]).toEqual(['新建文件夹', 'application/vnd.huawei-apps.folder']);
    expect(id).toMatch(/^F[\w-]{32}$/);
    expect(await listFileNames(drive, 'jonas')).toContain('新建文件夹');
  });

  it.each(['', '.', '..', 'a<b', 'a>b', 'a|b', 'a:b', 'a"b', 'a*b', 'a?b', 'a/b', 'a\\b'])(
    'rejects the name %j',
    async (name) => {
      expect(await drive.getErrorCode('jonas', 'createDirectory', folder(name))).toBe(13000102);
    },
  );

  it('accepts names of 250 characters and rejects longer ones', async () => {
    expect(await drive.getErrorCode('jonas', 'createDirectory', folder('文'.repeat(250)))).toBeUndefined();
    expect(await drive.getErrorCode('jonas', 'createDirectory', folder('文'.repeat(251)))).toBe(13000417);
  });

  it('rejects a taken name or appends a timestamp, depending on renameMode', async () => {
    expect(await drive.getErrorCode('jonas', 'createDirectory', folder('Documents', { renameMode: 3 }))).toBe(13000405);
    const renamed = await drive.call('jonas', 'createDirectory', folder('Documents', { renameMode: 2 }));
    expect(renamed.fileName).toBe('Documents_20251103070140');
    const again = await drive.call('jonas', 'createDirectory', folder('Documents', { renameMode: 2 }));
    expect(again.fileName).toBe('Documents_20251103070140_1');
  });

  it('appends the timestamp before the extension, within 250 characters in total', async () => {
    const long = 'x'.repeat(246);
    const first = await getFileId(drive, 'jonas', 'trip.zip');
    const second = await getFileId(drive, 'jonas', '会议纪要.md');
    await drive.call('jonas', 'renameFile', rename(first, `${long}.zip`));
    await drive.call('jonas', 'renameFile', rename(second, `${long}.zip`, 2));
    expect(await listFileNames(drive, 'jonas')).toContain(`${'x'.repeat(231)}_20251103070140.zip`);
  });

  it('allows at most thirty levels of folders', async () => {
    let parent = 'root';
    for (let level = 1; level <= 30; level += 1)
      parent = await createTestFolder(drive, 'jonas', `level ${level}`, parent);
    expect(await drive.getErrorCode('jonas', 'createDirectory', folder('one more', { parentFolder: [parent] }))).toBe(
      13000310,
    );
  });

  it('renames a file and updates its edited time', async () => {
    const fileId = await getFileId(drive, 'jonas', 'trip.zip');
    await drive.call('jonas', 'renameFile', rename(fileId, 'journey.zip'));
    const file = await drive.call('jonas', 'getFile', {
      path: { fileId },
      body: { containerId: getUserContainerId('jonas') },
    });
    expect(file).toMatchObject({ fileName: 'journey.zip', editedTime: new Date(testTimeMs).toISOString() });
    expect(file.attachments?.[0]).toMatchObject({ type: 3, length: file.size });
    expect(await drive.getErrorCode('jonas', 'renameFile', rename(fileId, 'Documents'))).toBe(13000405);
    expect(await drive.getErrorCode('jonas', 'renameFile', rename(fileId, 'journey.zip'))).toBeUndefined();
  });

  it('reports different codes for a file that does not exist and a file in another space', async () => {
    const other = await getFileId(drive, 'fang', 'trip.zip');
    expect(await drive.getErrorCode('jonas', 'renameFile', rename('Fnowhere', 'x'))).toBe(13000309);
    expect(await drive.getErrorCode('jonas', 'renameFile', rename(other, 'x'))).toBe(13000411);
    expect(await drive.getErrorCode('jonas', 'renameFile', rename(other, 'x', 3, getUserContainerId('fang')))).toBe(
      13000410,
    );
  });

  it('rejects a rename of a folder in the recycle bin, and a new folder in it', async () => {
    const fileId = await getFileId(drive, 'jonas', 'Documents');
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds: [fileId] });
    expect(await drive.getErrorCode('jonas', 'renameFile', rename(fileId, 'x'))).toBe(13000306);
    expect(await drive.getErrorCode('jonas', 'createDirectory', folder('x', { parentFolder: [fileId] }))).toBe(
      13000305,
    );
    const detail = await drive.call('jonas', 'getFile', {
      path: { fileId },
      body: { containerId: getUserContainerId('jonas') },
    });
    expect(detail.recycled).toBe(true);
  });

  it('returns the full path by ids and by names', async () => {
    const containerId = getUserContainerId('jonas');
    const drafts = await getFileId(drive, 'jonas', 'Documents/Drafts');
    const path = await drive.call('jonas', 'GetFullPath', { query: { fileId: drafts, containerId } });
    const documents = await getFileId(drive, 'jonas', 'Documents');
    expect(path.fileIdPath).toBe(`/DEUI7pa0C24Aroot${containerId}/${documents}/${drafts}`);
    expect(path.namePath).toBe(`/root${containerId}/Documents/Drafts`);
  });

  it('counts the files and folders below a folder', async () => {
    const getStatistics = async (overrides: Readonly<Record<string, string>>) =>
      (
        await drive.call('jonas', 'StatsDir', {
          query: { fileId: 'root', containerId: getUserContainerId('jonas'), ...overrides },
        })
      ).data;
    expect(await getStatistics({})).toMatchObject({ subDirCount: '3', subFileCount: '8' });
    expect(await getStatistics({ recursive: 'false' })).toMatchObject({ subDirCount: '2', subFileCount: '2' });
    expect(await getStatistics({ extensions: 'MD,txt', type: '1' })).toMatchObject({
      subDirCount: '0',
      subFileCount: '4',
    });
    expect(await getStatistics({ categorys: '15', includeTotalSize: 'false' })).not.toHaveProperty('totalSize');
    expect(await getStatistics({ isRecycled: 'true' })).toMatchObject({ subDirCount: '0', subFileCount: '1' });
  });

  it('empties the recycle bin after the response', async () => {
    const countRecycled = async (): Promise<unknown> => {
      const query = { fileId: 'root', containerId: getUserContainerId('jonas'), isRecycled: 'true' };
      return (await drive.call('jonas', 'StatsDir', { query })).data?.subFileCount;
    };
    await drive.call('jonas', 'clearRecycleFile', { body: { container: getUserContainerId('jonas') } });
    expect(await countRecycled()).toBe('1');
    drive.clock.advance(1000);
    expect(await countRecycled()).toBe('0');
    expect(await listFileNames(drive, 'jonas', 'root', true)).toEqual([]);
  });
});

describe('search', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await createTestDrive();
  });
  afterEach(() => drive.close());

  const pageInfo = { pageSize: 100, pageCursor: '' };
  const search = (searchType: string, filter = {}, overrides = {}) => ({
    body: { searchType, pageInfo, filter, recursived: true, ...overrides },
  });

  it('finds a part of a name without regard to case, only in the own spaces', async () => {
    const response = await drive.call('jonas', 'Search', search('personal', { keyWord: 'WELCOME' }));
    expect(response).toMatchObject({ total: 1, nextPageCursor: '' });
    expect(response.files?.[0]).toMatchObject({
      fileName: 'Welcome.txt',
      containerType: '1',
      containerId: getUserContainerId('jonas'),
    });
  });

  it('finds files in team spaces, with the name of the team', async () => {
    const response = await drive.call('jonas', 'Search', search('team', { keyWord: 'measurement 0' }));
    expect(response.total).toBe(9);
    expect(response.files?.[0]).toMatchObject({ teamName: 'Engineering', owner: 'Amara Okafor', containerType: '0' });
    expect((await drive.call('fang', 'Search', search('team', { keyWord: 'measurement' }))).total).toBe(0);
    expect(
      (
        await drive.call(
          'mei',
          'Search',
          search('team', { fileType: '27', containerId: getSeedContainerId(seedDepartments.sales.id) }),
        )
      ).total,
    ).toBe(2);
  });

  it('searches below subfolders only if requested', async () => {
    const direct = await drive.call('jonas', 'Search', search('personal', { keyWord: '.' }, { recursived: false }));
    expect(direct.files?.map((file) => file.fileName).sort()).toEqual(['trip.zip', '会议纪要.md']);
    const parentFolder = await getFileId(drive, 'jonas', 'Documents');
    const inFolder = { containerId: getUserContainerId('jonas'), parentFolder };
    expect((await drive.call('jonas', 'Search', search('personal', inFolder))).total).toBe(5);
    expect(await drive.getErrorCode('jonas', 'Search', search('personal', { parentFolder }))).toBe(13000102);
  });

  it('finds files in the recycle bin if requested', async () => {
    const { files } = await drive.call('jonas', 'Search', search('personal', {}, { recycled: true }));
    expect(files?.map((file) => file.fileName)).toEqual(['old notes.txt']);
  });

  it('pages by nextPageCursor', async () => {
    const page = async (pageCursor: string) =>
      drive.call('jonas', 'Search', {
        body: { ...search('team', { keyWord: 'measurement 0' }).body, pageInfo: { pageSize: 5, pageCursor } },
      });
    const first = await page('');
    const second = await page(String(first.nextPageCursor));
    expect([first.files?.length, second.files?.length, second.nextPageCursor]).toEqual([5, 4, '']);
    expect(new Set([...(first.files ?? []), ...(second.files ?? [])].map((file) => file.id)).size).toBe(9);
  });

  it('reports different codes for a missing and an unknown search type', async () => {
    expect(await drive.getErrorCode('jonas', 'Search', { body: { pageInfo } })).toBe(13000414);
    expect(await drive.getErrorCode('jonas', 'Search', search('everywhere'))).toBe(13000413);
  });
});
