import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seedDepartments, seedGroups, seedUsers, type SeedUserName } from '../seed/organization.js';
import { seedExtractCode } from '../seed/seed-shares.js';
import {
  waitFor,
  getFileId,
  listFileNames,
  createTestDrive,
  getUserContainerId,
  type LooseJson,
  type TestDrive,
} from '../test-drive.spec-support.js';
import { dayMs, minuteMs } from '../time-units.js';
import { shareAccessTokenTtlMs } from './share-access-tokens.js';

let drive: TestDrive;
beforeEach(async () => {
  drive = await createTestDrive();
});
afterEach(() => drive.close());

interface CreatedShare {
  readonly shareId: string;
  readonly code: string;
}

async function createShare(
  who: SeedUserName,
  names: readonly string[],
  overrides: Record<string, unknown> = {},
): Promise<CreatedShare> {
  const fileIds = await Promise.all(names.map((name) => getFileId(drive, who, name)));
  const body = { containerId: getUserContainerId(who), fileIds, scope: 2, validDays: 7, ...overrides };
  const { shareLink } = await drive.call(who, 'createShare', { body });
  return { shareId: String(shareLink?.shareId), code: String(shareLink?.shortUrl) };
}

const selectedRecipients = (...who: SeedUserName[]): Record<string, unknown> => ({
  scope: 3,
  userIds: who.map((name) => seedUsers[name].userId),
});
const listReceivedIds = async (who: SeedUserName): Promise<(string | undefined)[]> =>
  (await drive.call(who, 'listShareWithMe')).shareLinks?.map((link) => link.shareId?.toString()) ?? [];
const listShareFiles = (
  who: SeedUserName | 'app',
  shortUrl: string,
  overrides: Record<string, unknown> = {},
): Promise<LooseJson> => drive.call(who, 'listShareFiles', { body: { shortUrl, ...overrides } });
const getFileNames = ({ files }: LooseJson): (string | undefined)[] =>
  files?.map((file) => file.fileName?.toString()) ?? [];

describe('shares', () => {
  it('lists the shares of the sharer by pages, newest first, with their names and links', async () => {
    const first = await createShare('jonas', ['Documents/Welcome.txt']);
    drive.clock.advance(1000);
    const second = await createShare('jonas', ['图片', '会议纪要.md']);
    const page = await drive.call('jonas', 'listShareByMe', { query: { pageSize: '1' } });
    expect(page.shareLinks?.map((link) => link.displayName)).toEqual(['图片 and 1 more']);
    expect(page.shareLinks?.[0]).toMatchObject({ shareId: second.shareId, status: 0, viewCnt: 0, scope: 2 });
    const query = { pageSize: '1', pageCursor: String(page.nextCursor) };
    const next = await drive.call('jonas', 'listShareByMe', { query });
    expect(next.shareLinks?.[0]).toMatchObject({ shareId: first.shareId, displayName: 'Welcome.txt' });
    expect(next).not.toHaveProperty('nextCursor');
    expect(String(next.shareLinks?.[0]?.linkUrl).endsWith(`/${first.code}`)).toBe(true);
  });

  it('requires existing recipients for the scope selected, and rejects recipients for other scopes', async () => {
    const fileIds = [await getFileId(drive, 'jonas', '会议纪要.md')];
    const getCode = (overrides: object): Promise<number | undefined> =>
      drive.getErrorCode('jonas', 'createShare', {
        body: { containerId: getUserContainerId('jonas'), fileIds, validDays: 1, scope: 3, ...overrides },
      });
    expect(await getCode({})).toBe(13000102);
    expect(await getCode({ scope: 2, userIds: [seedUsers.mei.userId] })).toBe(13000102);
    expect(await getCode({ userIds: ['1'] })).toBe(13000309);
    expect(await getCode({ scope: 2, containerId: getUserContainerId('amara') })).toBe(13000410);
    expect(await getCode({ scope: 2, expireTime: '2020-01-01 00:00:00' })).toBe(13000102);
    expect(await getCode({ userIds: [seedUsers.mei.userId] })).toBeUndefined();
  });

  it('has as recipients users, group members and all users below a department, and sends each a message', async () => {
    const { shareId } = await createShare('jonas', ['会议纪要.md'], {
      scope: 3,
      userIds: [seedUsers.mei.userId],
      groupIds: [seedGroups.reading.id],
      deptIds: [seedDepartments.platform.id],
    });
    for (const who of ['mei', 'fang', 'dmitri', 'wei'] as const) expect(await listReceivedIds(who)).toContain(shareId);
    for (const who of ['jonas', 'amara'] as const) expect(await listReceivedIds(who)).not.toContain(shareId);
    const messages = await drive.call('dmitri', 'listMessages', { query: { filterType: '000' } });
    expect(messages.messages?.map((message) => message.context)).toEqual(['Jonas Weber shared 会议纪要.md with you.']);
    const related = await drive.call('dmitri', 'ListRelatedToMe');
    expect(related.relatedToMeInfos?.[0]).toMatchObject({ id: shareId, operator: 'Jonas Weber', operateType: 1 });
  });

  it('lets only the sharer change a share, and sends a message to new recipients', async () => {
    const { shareId } = await createShare('jonas', ['会议纪要.md'], selectedRecipients('mei'));
    const body = { validDays: 30, comment: 'again', ...selectedRecipients('mei', 'fang'), scope: undefined };
    expect(await drive.getErrorCode('mei', 'updateShare', { path: { shareId }, body })).toBe(13000309);
    const { shareLink } = await drive.call('jonas', 'updateShare', { path: { shareId }, body });
    expect(Date.parse(String(shareLink?.expireTime))).toBe(drive.clock.now() + 30 * dayMs);
    const detail = await drive.call('jonas', 'getShareByMeDetail', { path: { shareId } });
    expect(detail.shareLink).toMatchObject({ comment: 'again', users: [{ name: 'Mei Lin' }, { name: '王芳' }] });
    const countMessages = async (who: SeedUserName): Promise<unknown> =>
      (await drive.call(who, 'listMessages', { query: { filterType: '000' } })).messages?.length;
    expect([await countMessages('mei'), await countMessages('fang')]).toEqual([1, 1]);
  });

  it('lets the sharer cancel and a recipient leave, with a result for each share', async () => {
    const one = await createShare('jonas', ['会议纪要.md'], selectedRecipients('mei', 'fang'));
    const left = await drive.call('mei', 'exitShare', { body: { shareIds: [one.shareId, '7'] } });
    expect(left.subResponseList?.map(({ code }) => code)).toEqual([0, 13000309]);
    expect(await listReceivedIds('mei')).not.toContain(one.shareId);
    expect(await listReceivedIds('fang')).toContain(one.shareId);
    const cancelled = await drive.call('jonas', 'batchCancel', { body: { shareIds: [one.shareId, '7'] } });
    expect(cancelled.subResponseList).toMatchObject([
      { shareId: one.shareId, code: '0' },
      { shareId: '7', code: '13000309' },
    ]);
    expect(await listReceivedIds('fang')).not.toContain(one.shareId);
    expect(await drive.getErrorCode('fang', 'visitShare', { query: { shortUrl: one.code } })).toBe(13000309);
  });

  it('has status 1 when its files are in the recycle bin, and status 2 when its sharer is disabled', async () => {
    const { shareId } = await createShare('jonas', ['会议纪要.md']);
    const status = async (): Promise<unknown> =>
      (await drive.call('jonas', 'getShareByMeDetail', { path: { shareId } })).shareLink?.status;
    expect(await status()).toBe(0);
    const fileId = await getFileId(drive, 'jonas', '会议纪要.md');
    const path = await drive.call('jonas', 'GetFullPath', {
      query: { fileId, containerId: getUserContainerId('jonas') },
    });
    await drive.call('jonas', 'createJob', {
      body: {
        taskType: 2,
        actionType: 201,
        dstContainerId: getUserContainerId('jonas'),
        taskInfo: {
          srcContainerId: getUserContainerId('jonas'),
          fileInfo: [{ fileId, filePath: String(path.fileIdPath) }],
        },
      },
    });
    drive.clock.advance(minuteMs);
    await waitFor(async () => ((await status()) === 1 ? true : undefined));
    await drive.call('mei', 'updateUser', { path: { userId: seedUsers.jonas.userId }, body: { status: 1 } });
    expect(await status()).toBe(2);
  });
});

describe('share links', () => {
  it('opens only for callers that the scope of the share allows', async () => {
    const organization = await createShare('jonas', ['会议纪要.md']);
    const selected = await createShare('jonas', ['会议纪要.md'], selectedRecipients('mei'));
    const external = await createShare('jonas', ['会议纪要.md'], { scope: 1 });
    const visit = (who: SeedUserName, { code }: CreatedShare): Promise<number | undefined> =>
      drive.getErrorCode(who, 'visitShare', { query: { shortUrl: code } });
    const visitPublicly = ({ code }: CreatedShare): Promise<number | undefined> =>
      drive.getErrorCode('app', 'visitSharePublic', { query: { shortUrl: code } });
    expect([await visit('fang', organization), await visitPublicly(organization)]).toEqual([undefined, 13000410]);
    expect([await visit('mei', selected), await visit('fang', selected)]).toEqual([undefined, 13000410]);
    expect([await visit('fang', external), await visitPublicly(external)]).toEqual([undefined, undefined]);
  });

  it('lists the shared files and the files below them, and counts a view if requested', async () => {
    const { code, shareId } = await createShare('jonas', ['Documents', '会议纪要.md']);
    const top = await listShareFiles('fang', code, { sortType: 1, sortDirection: 1, refreshCount: true });
    expect(getFileNames(top)).toEqual(['Documents', '会议纪要.md']);
    const folder = String(top.files?.[0]?.id);
    expect(getFileNames(await listShareFiles('fang', code, { parentFolder: folder, fileName: 'welc' }))).toEqual([
      'Welcome.txt',
    ]);
    const other = await getFileId(drive, 'jonas', '图片');
    const body = { shortUrl: code, parentFolder: other };
    expect(await drive.getErrorCode('fang', 'listShareFiles', { body })).toBe(13000309);
    const { shareLinks } = await drive.call('jonas', 'listShareByMe');
    expect(shareLinks?.find((link) => String(link.shareId) === shareId)).toMatchObject({ viewCnt: 1 });
  });

  it('opens with the token of its access code for half an hour, and not with the token of another share', async () => {
    const { code } = await createShare('jonas', ['会议纪要.md'], { extractCode: 'abcdEF12' });
    expect(await drive.getErrorCode('fang', 'listShareFiles', { body: { shortUrl: code } })).toBe(13000410);
    const verify = (extractCode: string, shortUrl = code): Promise<LooseJson> =>
      drive.call('fang', 'verifyExtractCode', { body: { shortUrl, extractCode } });
    const wrongCode = { body: { shortUrl: code, extractCode: 'abcdEF13' } };
    expect(await drive.getErrorCode('fang', 'verifyExtractCode', wrongCode)).toBe(13000102);
    const { kdstoken } = await verify('abcdEF12');
    expect(getFileNames(await listShareFiles('fang', code, { kdstoken: String(kdstoken) }))).toEqual(['会议纪要.md']);
    const otherUrl = (await drive.call('mei', 'listShareByMe')).shareLinks?.[0]?.shortUrl;
    const otherToken = await verify(seedExtractCode, String(otherUrl));
    const body = { shortUrl: code, kdstoken: String(otherToken.kdstoken) };
    expect(await drive.getErrorCode('fang', 'listShareFiles', { body })).toBe(13000410);
    drive.clock.advance(shareAccessTokenTtlMs);
    expect(await drive.getErrorCode('fang', 'listShareFiles', { body: { ...body, kdstoken: String(kdstoken) } })).toBe(
      13000410,
    );
  });

  it('reports its expiry, after which no file can be downloaded', async () => {
    const { code, shareId } = await createShare('jonas', ['会议纪要.md'], { validDays: 1 });
    const fileId = await getFileId(drive, 'jonas', '会议纪要.md');
    const download = { body: { shareId, fileId } };
    expect(await drive.getErrorCode('fang', 'downloadShareFile', download)).toBeUndefined();
    drive.clock.advance(dayMs);
    const { link } = await drive.call('fang', 'getShareInfo', { query: { shortUrl: code } });
    expect(link).toMatchObject({ status: 0, expireDate: '0', ownerName: 'Jonas Weber' });
    expect(await drive.getErrorCode('fang', 'downloadShareFile', download)).toBe(13000309);
  });
});

describe('share tasks', () => {
  const waitForTask = (who: SeedUserName, taskId: string, shareId: string): Promise<LooseJson> =>
    waitFor(async () => {
      const task = await drive.call(who, 'getBatchTask', { body: { taskId, shareId } });
      return Number(task.jobInfo?.taskStatus) >= 2 ? task : undefined;
    });

  it('saves copies into a space of the caller', async () => {
    const { shareId } = await createShare('jonas', ['Documents', '会议纪要.md']);
    const fileIds = [await getFileId(drive, 'jonas', 'Documents'), await getFileId(drive, 'jonas', 'trip.zip')];
    const body = { shareId, taskType: 2, containerId: getUserContainerId('jonas'), fileIds };
    expect(await drive.getErrorCode('mei', 'createBatchTask', { body })).toBe(13000102);
    const targetFileId = { fileId: 'root', containerId: getUserContainerId('mei') };
    const { taskId } = await drive.call('mei', 'createBatchTask', { body: { ...body, targetFileId } });
    drive.clock.advance(minuteMs);
    const done = await waitForTask('mei', String(taskId), shareId);
    // The second file is in the space, but not in the share.
    expect(done.jobInfo).toMatchObject({ taskStatus: 2, taskResultCode: 2, progress: 100 });
    expect(done.taskInfos?.map(({ status }) => status)).toEqual(['1', '2']);
    expect((await listFileNames(drive, 'mei')).filter((name) => name.startsWith('Documents'))).toHaveLength(2);
    expect(await drive.getErrorCode('fang', 'getBatchTask', { body: { taskId: String(taskId), shareId } })).toBe(
      13000309,
    );
  });

  it('creates an archive for every caller for whom the link opens', async () => {
    const { shareId } = await createShare('jonas', ['会议纪要.md'], { scope: 1 });
    const fileIds = [await getFileId(drive, 'jonas', '会议纪要.md')];
    const body = { shareId, taskType: 1, containerId: getUserContainerId('jonas'), fileIds, zipName: 'notes.zip' };
    const { taskId } = await drive.call('app', 'createBatchTaskPublic', { body });
    drive.clock.advance(minuteMs);
    const query = { shareId, taskId: String(taskId) };
    const done = await waitFor(async () => {
      const task = await drive.call('app', 'getBatchTaskPublic', { query });
      return Number(task.jobInfo?.taskStatus) === 2 ? task : undefined;
    });
    expect(done.taskInfos).toMatchObject({ fileId: fileIds[0], status: '1' });
    const archive = await fetch(String(done.jobInfo?.downloadUrl));
    expect(new Uint8Array(await archive.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    const saveBody = { ...body, taskType: 2, targetFileId: { fileId: 'root', containerId: getUserContainerId('mei') } };
    expect(await drive.getErrorCode('app', 'createBatchTaskPublic', { body: saveBody })).toBe(13000102);
  });
});
