import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { departments, groups } from '../seed/people.js';
import {
  containerIdOf,
  idOf,
  listNames,
  makeFolder,
  openTestDrive,
  spaceOf,
  type Json,
  type TestDrive,
} from '../test-drive.js';

const engineering = containerIdOf(departments.engineering.id);
const team = { groupId: departments.engineering.id, type: '0' };

describe('listing files', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await openTestDrive();
  });
  afterEach(() => drive.close());

  const list = (more: Readonly<Record<string, unknown>>, type = '0'): Promise<Json> =>
    drive.call('jonas', 'getPersonalFiles', {
      path: { type },
      body: { containerId: spaceOf('jonas'), parentFileId: 'root', ...more },
    });

  const measurements = async (): Promise<string> => {
    const body = { containerId: engineering, parentFileId: 'root' };
    const { files } = await drive.call('jonas', 'getDepartmentFiles', { path: team, body });
    return String(files?.find((file) => String(file.fileName) === 'Measurements')?.id);
  };

  it('lists the root of an individual space', async () => {
    expect(await listNames(drive, 'jonas')).toEqual(['Documents', 'trip.zip', '会议纪要.md', '图片']);
  });

  it('tells of a file what the reference prints', async () => {
    const [file] = (await list({ fileType: '35' })).files ?? [];
    expect(file).toMatchObject({
      fileName: 'trip.zip',
      fileSuffix: 'zip',
      mimeType: 'application/zip',
      recycled: false,
    });
    expect(file).toMatchObject({
      containers: [spaceOf('jonas')],
      parentFolder: [`DEUI7pa0C24Aroot${spaceOf('jonas')}`],
    });
    expect(file).toMatchObject({
      owners: [{ me: true, displayName: 'Jonas Weber' }],
      createdTime: '2025-03-03T08:11:00.000Z',
    });
    expect(file?.attachments?.[0]).toMatchObject({ usage: 'content', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const [folder] = (await list({ fileType: '10' })).files ?? [];
    expect(folder).toMatchObject({ mimeType: 'application/vnd.huawei-apps.folder', fileSuffix: '' });
    expect(folder).not.toHaveProperty('size');
  });

  it('pages by cursors that hold characters which need encoding, and says when the end is reached', async () => {
    const body = {
      containerId: engineering,
      parentFileId: await measurements(),
      sortInfo: { sortType: 1, sortDirection: 1 },
    };
    const names: string[] = [];
    let pageCursor = '';
    for (let turn = 0; turn === 0 || (pageCursor !== '' && turn < 10); turn += 1) {
      const pageInfo = { pageSize: 20, pageCursor };
      const page = await drive.call('jonas', 'getDepartmentFiles', { path: team, body: { ...body, pageInfo } });
      names.push(...(page.files?.map((file) => String(file.fileName)) ?? []));
      pageCursor = String(page.nextCursor ?? '');
      if (pageCursor) expect(pageCursor).toMatch(/^0\|\[1-1-0,11-0-1\]\[[^,]+=,[^,]+\]$/);
      expect(page.searchCompleted).toBe(pageCursor === '');
    }
    expect(names).toHaveLength(50);
    expect(names).toEqual([...names].sort());
  });

  it('goes on at the same place when a file that a cursor names is gone', async () => {
    const sorted = { sortInfo: { sortType: 1 } };
    const first = await list({ ...sorted, pageInfo: { pageSize: 2 } });
    const gone = String(first.files?.[1]?.id);
    await drive.call('jonas', 'renameFile', {
      path: { fileId: gone },
      body: { containerId: spaceOf('jonas'), name: 'zz.zip', renameMode: 3 },
    });
    const next = await list({ ...sorted, pageInfo: { pageSize: 1, pageCursor: first.nextCursor } });
    expect(next.files?.map((file) => file.fileName)).toEqual(['zz.zip']);
  });

  it('gives short pages and an empty last one where that is wanted', async () => {
    await drive.close();
    drive = await openTestDrive({ shortPages: true });
    const sizes: number[] = [];
    let pageCursor = '';
    for (let turn = 0; turn === 0 || (pageCursor !== '' && turn < 10); turn += 1) {
      const page = await list({ pageInfo: { pageSize: 4, pageCursor } });
      sizes.push(page.files?.length ?? -1);
      pageCursor = String(page.nextCursor ?? '');
    }
    expect(sizes).toEqual([2, 2, 0]);
  });

  it('sorts by what is asked for, in both directions', async () => {
    const documents = await idOf(drive, 'jonas', 'Documents');
    const inDocuments = async (sortType: number, sortDirection: number): Promise<unknown> =>
      (await list({ parentFileId: documents, sortInfo: { sortType, sortDirection } })).files?.map(
        (file) => file.fileName,
      );
    expect(await inDocuments(1, 1)).toEqual(['Drafts', 'Invoice 2025-03.pdf', 'Travel plan.md', 'Welcome.txt']);
    expect(await inDocuments(2, 2)).toEqual(['Invoice 2025-03.pdf', 'Travel plan.md', 'Welcome.txt', 'Drafts']);
    expect(await inDocuments(3, 1)).toEqual(['Welcome.txt', 'Travel plan.md', 'Invoice 2025-03.pdf', 'Drafts']);
    expect(await inDocuments(6, 1)).toEqual(['Drafts', 'Travel plan.md', 'Invoice 2025-03.pdf', 'Welcome.txt']);
  });

  it('takes empty sort fields and a page size in text, as the published example sends them', async () => {
    const page = await list({
      sortInfo: { sortType: '', sortDirection: '' },
      pageInfo: { pageSize: '10', pageCursor: '' },
    });
    expect(page.files).toHaveLength(4);
  });

  it('refuses a forged cursor, and one of another order', async () => {
    const first = await list({ pageInfo: { pageSize: 1 } });
    const refused = (more: Readonly<Record<string, unknown>>): Promise<number | undefined> => {
      const body = { containerId: spaceOf('jonas'), parentFileId: 'root', ...more };
      return drive.refusal('jonas', 'getPersonalFiles', { path: { type: '0' }, body });
    };
    expect(await refused({ pageInfo: { pageCursor: 'forged' } })).toBe(13000102);
    expect(await refused({ pageInfo: { pageCursor: first.nextCursor }, sortInfo: { sortType: 2 } })).toBe(13000102);
    expect(await refused({ parentFileId: 'Fnowhere' })).toBe(13000309);
    expect(await refused({ parentFileId: await idOf(drive, 'fang', 'Documents') })).toBe(13000302);
    expect(await refused({ parentFileId: await idOf(drive, 'jonas', 'trip.zip') })).toBe(13000304);
  });

  it('leaves hidden files out unless a team listing asks for them', async () => {
    await makeFolder(drive, 'jonas', 'seen');
    const body = { containerId: engineering, fileName: '.hidden', fileType: '10', hidden: true };
    await drive.call('amara', 'createDirectory', { body });
    const names = async (hidden: boolean): Promise<unknown[]> => {
      const wish = { containerId: engineering, parentFileId: 'root', hidden };
      const page = await drive.call('amara', 'getDepartmentFiles', { path: team, body: wish });
      return page.files?.map((file) => file.fileName) ?? [];
    };
    expect(await names(false)).not.toContain('.hidden');
    expect(await names(true)).toContain('.hidden');
  });

  it('wants the team that the space belongs to', async () => {
    const body = { containerId: containerIdOf(groups.launch.id), parentFileId: 'root' };
    const path = { groupId: groups.launch.id, type: '0' };
    expect(await drive.refusal('jonas', 'getDepartmentFiles', { path, body })).toBe(13000415);
    const page = await drive.call('jonas', 'getDepartmentFiles', { path, query: { team_type: '2' }, body });
    expect(page.files).toHaveLength(2);
    expect(await drive.refusal('jonas', 'getDepartmentFiles', { path: team, query: { team_type: '2' }, body })).toBe(
      13000415,
    );
    expect(await drive.refusal('sofia', 'getDepartmentFiles', { path, query: { team_type: '2' }, body })).toBe(
      13000410,
    );
    expect(await drive.refusal('jonas', 'getPersonalFiles', { path: { type: '0' }, body })).toBe(13000301);
  });

  it('lists the recycle bin, and what lies in a recycled folder', async () => {
    const sales = containerIdOf(departments.sales.id);
    const path = { groupId: departments.sales.id, type: '1' };
    const page = await drive.call('fang', 'getDepartmentFiles', {
      path,
      body: { containerId: sales, parentFileId: 'root' },
    });
    expect(page.files?.map((file) => [file.fileName, file.recycled])).toEqual([['Last year', true]]);
    const inside = { containerId: sales, parentFileId: page.files?.[0]?.id };
    const below = await drive.call('fang', 'getDepartmentFiles', { path, body: inside });
    expect(below.files?.map((file) => file.fileName)).toEqual(['Figures.csv']);
    expect(await drive.refusal('fang', 'getDepartmentFiles', { path: { ...path, type: '0' }, body: inside })).toBe(
      13000306,
    );
  });
});
