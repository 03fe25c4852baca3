import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { departments } from '../seed/people.js';
import {
  containerIdOf,
  idOf,
  listNames,
  makeFolder,
  openTestDrive,
  runJob,
  spaceOf,
  TEST_TIME,
  type TestDrive,
} from '../test-drive.js';

describe('files and folders', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await openTestDrive();
  });
  afterEach(() => drive.close());

  const folder = (fileName: string, more: Readonly<Record<string, unknown>> = {}) => ({
    body: { containerId: spaceOf('jonas'), fileName, fileType: '10', ...more },
  });
  const rename = (fileId: string, name: string, renameMode = 3, containerId = spaceOf('jonas')) => ({
    path: { fileId },
    body: { containerId, name, renameMode },
  });

  it('makes a folder in the root when no parent is named', async () => {
    const { id, fileName, mimeType } = await drive.call('jonas', 'createDirectory', folder('新建文件夹'));
    expect([fileName, mimeType]).toEqual(['新建文件夹', 'application/vnd.huawei-apps.folder']);
    expect(id).toMatch(/^F[\w-]{32}$/);
    expect(await listNames(drive, 'jonas')).toContain('新建文件夹');
  });

  it.each(['', '.', '..', 'a<b', 'a>b', 'a|b', 'a:b', 'a"b', 'a*b', 'a?b', 'a/b', 'a\\b'])(
    'refuses the name %j',
    async (name) => {
      expect(await drive.refusal('jonas', 'createDirectory', folder(name))).toBe(13000102);
    },
  );

  it('takes names of 250 characters and refuses longer ones', async () => {
    expect(await drive.refusal('jonas', 'createDirectory', folder('文'.repeat(250)))).toBeUndefined();
    expect(await drive.refusal('jonas', 'createDirectory', folder('文'.repeat(251)))).toBe(13000417);
  });

  it('refuses a taken name, or appends the time, as renameMode says', async () => {
    expect(await drive.refusal('jonas', 'createDirectory', folder('Documents', { renameMode: 3 }))).toBe(13000405);
    const renamed = await drive.call('jonas', 'createDirectory', folder('Documents', { renameMode: 2 }));
    expect(renamed.fileName).toBe('Documents_20251103070140');
    const again = await drive.call('jonas', 'createDirectory', folder('Documents', { renameMode: 2 }));
    expect(again.fileName).toBe('Documents_20251103070140_1');
  });

  it('keeps the extension behind an appended time, and the whole within 250 characters', async () => {
    const long = 'x'.repeat(246);
    const first = await idOf(drive, 'jonas', 'trip.zip');
    const second = await idOf(drive, 'jonas', '会议纪要.md');
    await drive.call('jonas', 'renameFile', rename(first, `${long}.zip`));
    await drive.call('jonas', 'renameFile', rename(second, `${long}.zip`, 2));
    expect(await listNames(drive, 'jonas')).toContain(`${'x'.repeat(231)}_20251103070140.zip`);
  });

  it('nests folders thirty deep and no deeper', async () => {
    let parent = 'root';
    for (let level = 1; level <= 30; level += 1) parent = await makeFolder(drive, 'jonas', `level ${level}`, parent);
    expect(await drive.refusal('jonas', 'createDirectory', folder('one more', { parentFolder: [parent] }))).toBe(
      13000310,
    );
  });

  it('renames, and says who did it when', async () => {
    const fileId = await idOf(drive, 'jonas', 'trip.zip');
    await drive.call('jonas', 'renameFile', rename(fileId, 'journey.zip'));
    const file = await drive.call('jonas', 'getFile', { path: { fileId }, body: { containerId: spaceOf('jonas') } });
    expect(file).toMatchObject({ fileName: 'journey.zip', editedTime: new Date(TEST_TIME).toISOString() });
    expect(file.attachments?.[0]).toMatchObject({ type: 3, length: file.size });
    expect(await drive.refusal('jonas', 'renameFile', rename(fileId, 'Documents'))).toBe(13000405);
    expect(await drive.refusal('jonas', 'renameFile', rename(fileId, 'journey.zip'))).toBeUndefined();
  });

  it('tells a file that is nowhere from one in another space', async () => {
    const other = await idOf(drive, 'fang', 'trip.zip');
    expect(await drive.refusal('jonas', 'renameFile', rename('Fnowhere', 'x'))).toBe(13000309);
    expect(await drive.refusal('jonas', 'renameFile', rename(other, 'x'))).toBe(13000411);
    expect(await drive.refusal('jonas', 'renameFile', rename(other, 'x', 3, spaceOf('fang')))).toBe(13000410);
  });

  it('does not rename what is recycled, and puts nothing into a recycled folder', async () => {
    const fileId = await idOf(drive, 'jonas', 'Documents');
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds: [fileId] });
    expect(await drive.refusal('jonas', 'renameFile', rename(fileId, 'x'))).toBe(13000306);
    expect(await drive.refusal('jonas', 'createDirectory', folder('x', { parentFolder: [fileId] }))).toBe(13000305);
    const detail = await drive.call('jonas', 'getFile', { path: { fileId }, body: { containerId: spaceOf('jonas') } });
    expect(detail.recycled).toBe(true);
  });

  it('gives the full path by ids and by names', async () => {
    const containerId = spaceOf('jonas');
    const drafts = await idOf(drive, 'jonas', 'Documents/Drafts');
    const path = await drive.call('jonas', 'GetFullPath', { query: { fileId: drafts, containerId } });
    const documents = await idOf(drive, 'jonas', 'Documents');
    expect(path.fileIdPath).toBe(`/DEUI7pa0C24Aroot${containerId}/${documents}/${drafts}`);
    expect(path.namePath).toBe(`/root${containerId}/Documents/Drafts`);
  });

  it('counts what lies below a folder', async () => {
    const stats = async (more: Readonly<Record<string, string>>) =>
      (await drive.call('jonas', 'StatsDir', { query: { fileId: 'root', containerId: spaceOf('jonas'), ...more } }))
        .data;
    expect(await stats({})).toMatchObject({ subDirCount: '3', subFileCount: '8' });
    expect(await stats({ recursive: 'false' })).toMatchObject({ subDirCount: '2', subFileCount: '2' });
    expect(await stats({ extensions: 'MD,txt', type: '1' })).toMatchObject({ subDirCount: '0', subFileCount: '4' });
    expect(await stats({ categorys: '15', includeTotalSize: 'false' })).not.toHaveProperty('totalSize');
    expect(await stats({ isRecycled: 'true' })).toMatchObject({ subDirCount: '0', subFileCount: '1' });
  });

  it('empties the recycle bin after the answer, and gives the space back', async () => {
    const used = async (): Promise<unknown> => {
      const stats = { fileId: 'root', containerId: spaceOf('jonas'), isRecycled: 'true' };
      return (await drive.call('jonas', 'StatsDir', { query: stats })).data?.subFileCount;
    };
    await drive.call('jonas', 'clearRecycleFile', { body: { container: spaceOf('jonas') } });
    expect(await used()).toBe('1');
    drive.clock.advance(1000);
    expect(await used()).toBe('0');
    expect(await listNames(drive, 'jonas', 'root', true)).toEqual([]);
  });
});

describe('search', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await openTestDrive();
  });
  afterEach(() => drive.close());

  const pageInfo = { pageSize: 100, pageCursor: '' };
  const wish = (searchType: string, filter = {}, more = {}) => ({
    body: { searchType, pageInfo, filter, recursived: true, ...more },
  });

  it('finds part of a name in whatever case, in the own spaces only', async () => {
    const answer = await drive.call('jonas', 'Search', wish('personal', { keyWord: 'WELCOME' }));
    expect(answer).toMatchObject({ total: 1, nextPageCursor: '' });
    expect(answer.files?.[0]).toMatchObject({
      fileName: 'Welcome.txt',
      containerType: '1',
      containerId: spaceOf('jonas'),
    });
  });

  it('finds in team spaces with the name of the team', async () => {
    const answer = await drive.call('jonas', 'Search', wish('team', { keyWord: 'measurement 0' }));
    expect(answer.total).toBe(9);
    expect(answer.files?.[0]).toMatchObject({ teamName: 'Engineering', owner: 'Amara Okafor', containerType: '0' });
    expect((await drive.call('fang', 'Search', wish('team', { keyWord: 'measurement' }))).total).toBe(0);
    expect(
      (
        await drive.call(
          'mei',
          'Search',
          wish('team', { fileType: '27', containerId: containerIdOf(departments.sales.id) }),
        )
      ).total,
    ).toBe(2);
  });

  it('looks into folders below only when told to', async () => {
    const direct = await drive.call('jonas', 'Search', wish('personal', { keyWord: '.' }, { recursived: false }));
    expect(direct.files?.map((file) => file.fileName).sort()).toEqual(['trip.zip', '会议纪要.md']);
    const parentFolder = await idOf(drive, 'jonas', 'Documents');
    const inFolder = { containerId: spaceOf('jonas'), parentFolder };
    expect((await drive.call('jonas', 'Search', wish('personal', inFolder))).total).toBe(5);
    expect(await drive.refusal('jonas', 'Search', wish('personal', { parentFolder }))).toBe(13000102);
  });

  it('finds what was recycled when asked for it', async () => {
    const { files } = await drive.call('jonas', 'Search', wish('personal', {}, { recycled: true }));
    expect(files?.map((file) => file.fileName)).toEqual(['old notes.txt']);
  });

  it('pages with the cursor under its other name', async () => {
    const page = async (pageCursor: string) =>
      drive.call('jonas', 'Search', {
        body: { ...wish('team', { keyWord: 'measurement 0' }).body, pageInfo: { pageSize: 5, pageCursor } },
      });
    const first = await page('');
    const second = await page(String(first.nextPageCursor));
    expect([first.files?.length, second.files?.length, second.nextPageCursor]).toEqual([5, 4, '']);
    expect(new Set([...(first.files ?? []), ...(second.files ?? [])].map((file) => file.id)).size).toBe(9);
  });

  it('tells a missing search type from an unknown one', async () => {
    expect(await drive.refusal('jonas', 'Search', { body: { pageInfo } })).toBe(13000414);
    expect(await drive.refusal('jonas', 'Search', wish('everywhere'))).toBe(13000413);
  });
});
