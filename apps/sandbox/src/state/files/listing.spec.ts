import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { getSeedContainerId, seedDepartments, seedGroups } from '../seed/organization.js';
import {
  getFileId,
  listFileNames,
  createTestDrive,
  getUserContainerId,
  type LooseJson,
  type TestDrive,
} from '../test-drive.spec-support.js';

const engineeringContainerId = getSeedContainerId(seedDepartments.engineering.id);
const engineeringTeamPath = { groupId: seedDepartments.engineering.id, type: '0' };

describe('listings', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await createTestDrive();
  });
  afterEach(() => drive.close());

  const list = (overrides: Readonly<Record<string, unknown>>, type = '0'): Promise<LooseJson> =>
    drive.call('jonas', 'getPersonalFiles', {
      path: { type },
      body: { containerId: getUserContainerId('jonas'), parentFileId: 'root', ...overrides },
    });

  const getMeasurementsId = async (): Promise<string> => {
    const body = { containerId: engineeringContainerId, parentFileId: 'root' };
    const { files } = await drive.call('jonas', 'getDepartmentFiles', { path: engineeringTeamPath, body });
    return String(files?.find((file) => String(file.fileName) === 'Measurements')?.id);
  };

  it('lists the root folder of an individual space', async () => {
    expect(await listFileNames(drive, 'jonas')).toEqual(['Documents', 'trip.zip', '会议纪要.md', '图片']);
  });

  it('returns the members of a file that the reference documents', async () => {
    const [file] = (await list({ fileType: '35' })).files ?? [];
    expect(file).toMatchObject({
      fileName: 'trip.zip',
      fileSuffix: 'zip',
      mimeType: 'application/zip',
      recycled: false,
    });
    expect(file).toMatchObject({
      containers: [getUserContainerId('jonas')],
      parentFolder: [`DEUI7pa0C24Aroot${getUserContainerId('jonas')}`],
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

  it('pages by cursors with characters that need encoding, and reports the last page', async () => {
    const body = {
      containerId: engineeringContainerId,
      parentFileId: await getMeasurementsId(),
      sortInfo: { sortType: 1, sortDirection: 1 },
    };
    const names: string[] = [];
    let pageCursor = '';
    for (let turn = 0; turn === 0 || (pageCursor !== '' && turn < 10); turn += 1) {
      const pageInfo = { pageSize: 20, pageCursor };
      const page = await drive.call('jonas', 'getDepartmentFiles', {
        path: engineeringTeamPath,
        body: { ...body, pageInfo },
      });
      names.push(...(page.files?.map((file) => String(file.fileName)) ?? []));
      pageCursor = String(page.nextCursor ?? '');
      if (pageCursor) expect(pageCursor).toMatch(/^0\|\[1-1-0,11-0-1\]\[[^,]+=,[^,]+\]$/);
      expect(page.searchCompleted).toBe(pageCursor === '');
    }
    expect(names).toHaveLength(50);
    expect(names).toEqual([...names].sort());
  });

  it('continues at the position of a cursor after its file was renamed', async () => {
    const sorted = { sortInfo: { sortType: 1 } };
    const first = await list({ ...sorted, pageInfo: { pageSize: 2 } });
    const renamedId = String(first.files?.[1]?.id);
    await drive.call('jonas', 'renameFile', {
      path: { fileId: renamedId },
      body: { containerId: getUserContainerId('jonas'), name: 'zz.zip', renameMode: 3 },
    });
    const next = await list({ ...sorted, pageInfo: { pageSize: 1, pageCursor: first.nextCursor } });
    expect(next.files?.map((file) => file.fileName)).toEqual(['zz.zip']);
  });

  it('returns half pages and an empty last page with the option shortPages', async () => {
    await drive.close();
    drive = await createTestDrive({ shortPages: true });
    const sizes: number[] = [];
    let pageCursor = '';
    for (let turn = 0; turn === 0 || (pageCursor !== '' && turn < 10); turn += 1) {
      const page = await list({ pageInfo: { pageSize: 4, pageCursor } });
      sizes.push(page.files?.length ?? -1);
      pageCursor = String(page.nextCursor ?? '');
    }
    expect(sizes).toEqual([2, 2, 0]);
  });

  it('sorts by the requested key and direction', async () => {
    const documents = await getFileId(drive, 'jonas', 'Documents');
    const inDocuments = async (sortType: number, sortDirection: number): Promise<unknown> =>
      (await list({ parentFileId: documents, sortInfo: { sortType, sortDirection } })).files?.map(
        (file) => file.fileName,
      );
    expect(await inDocuments(1, 1)).toEqual(['Drafts', 'Invoice 2025-03.pdf', 'Travel plan.md', 'Welcome.txt']);
    expect(await inDocuments(2, 2)).toEqual(['Invoice 2025-03.pdf', 'Travel plan.md', 'Welcome.txt', 'Drafts']);
    expect(await inDocuments(3, 1)).toEqual(['Welcome.txt', 'Travel plan.md', 'Invoice 2025-03.pdf', 'Drafts']);
    expect(await inDocuments(6, 1)).toEqual(['Drafts', 'Travel plan.md', 'Invoice 2025-03.pdf', 'Welcome.txt']);
  });

  it('accepts empty sort fields and a page size in text, as in the published example', async () => {
    const page = await list({
      sortInfo: { sortType: '', sortDirection: '' },
      pageInfo: { pageSize: '10', pageCursor: '' },
    });
    expect(page.files).toHaveLength(4);
  });

  it('rejects an invalid cursor, a cursor of another order, and an invalid folder', async () => {
    const first = await list({ pageInfo: { pageSize: 1 } });
    const getCode = (overrides: Readonly<Record<string, unknown>>): Promise<number | undefined> => {
      const body = { containerId: getUserContainerId('jonas'), parentFileId: 'root', ...overrides };
      return drive.getErrorCode('jonas', 'getPersonalFiles', { path: { type: '0' }, body });
    };
    expect(await getCode({ pageInfo: { pageCursor: 'forged' } })).toBe(13000102);
    expect(await getCode({ pageInfo: { pageCursor: first.nextCursor }, sortInfo: { sortType: 2 } })).toBe(13000102);
    expect(await getCode({ parentFileId: 'Fnowhere' })).toBe(13000309);
    expect(await getCode({ parentFileId: await getFileId(drive, 'fang', 'Documents') })).toBe(13000302);
    expect(await getCode({ parentFileId: await getFileId(drive, 'jonas', 'trip.zip') })).toBe(13000304);
  });

  it('omits hidden files unless a team listing requests them', async () => {
    const body = { containerId: engineeringContainerId, fileName: '.hidden', fileType: '10', hidden: true };
    await drive.call('amara', 'createDirectory', { body });
    const names = async (hidden: boolean): Promise<unknown[]> => {
      const listBody = { containerId: engineeringContainerId, parentFileId: 'root', hidden };
      const page = await drive.call('amara', 'getDepartmentFiles', { path: engineeringTeamPath, body: listBody });
      return page.files?.map((file) => file.fileName) ?? [];
    };
    expect(await names(false)).not.toContain('.hidden');
    expect(await names(true)).toContain('.hidden');
  });

  it('requires the team to which the space belongs', async () => {
    const body = { containerId: getSeedContainerId(seedGroups.launch.id), parentFileId: 'root' };
    const path = { groupId: seedGroups.launch.id, type: '0' };
    expect(await drive.getErrorCode('jonas', 'getDepartmentFiles', { path, body })).toBe(13000415);
    const page = await drive.call('jonas', 'getDepartmentFiles', { path, query: { team_type: '2' }, body });
    expect(page.files).toHaveLength(2);
    expect(
      await drive.getErrorCode('jonas', 'getDepartmentFiles', {
        path: engineeringTeamPath,
        query: { team_type: '2' },
        body,
      }),
    ).toBe(13000415);
    expect(await drive.getErrorCode('sofia', 'getDepartmentFiles', { path, query: { team_type: '2' }, body })).toBe(
      13000410,
    );
    expect(await drive.getErrorCode('jonas', 'getPersonalFiles', { path: { type: '0' }, body })).toBe(13000301);
  });

  it('lists the recycle bin, and the content of a folder in it', async () => {
    const sales = getSeedContainerId(seedDepartments.sales.id);
    const path = { groupId: seedDepartments.sales.id, type: '1' };
    const page = await drive.call('fang', 'getDepartmentFiles', {
      path,
      body: { containerId: sales, parentFileId: 'root' },
    });
    expect(page.files?.map((file) => [file.fileName, file.recycled])).toEqual([['Last year', true]]);
    const inRecycledFolder = { containerId: sales, parentFileId: page.files?.[0]?.id };
    const content = await drive.call('fang', 'getDepartmentFiles', { path, body: inRecycledFolder });
    expect(content.files?.map((file) => file.fileName)).toEqual(['Figures.csv']);
    expect(
      await drive.getErrorCode('fang', 'getDepartmentFiles', { path: { ...path, type: '0' }, body: inRecycledFolder }),
    ).toBe(13000306);
  });
});
