import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { departments, groups, users, type UserName } from '../seed/people.js';
import { SEED_EXTRACT_CODE } from '../seed/shares.js';
import { eventually, idOf, listNames, openTestDrive, spaceOf, type Json, type TestDrive } from '../test-drive.js';
import { PASS_LIFE_MS } from './share-passes.js';

const DAY = 86_400_000;
let drive: TestDrive;
beforeEach(async () => {
  drive = await openTestDrive();
});
afterEach(() => drive.close());

interface Made {
  readonly shareId: string;
  readonly code: string;
}

async function share(who: UserName, names: readonly string[], more: Record<string, unknown> = {}): Promise<Made> {
  const fileIds = await Promise.all(names.map((name) => idOf(drive, who, name)));
  const body = { containerId: spaceOf(who), fileIds, scope: 2, validDays: 7, ...more };
  const { shareLink } = await drive.call(who, 'createShare', { body });
  return { shareId: String(shareLink?.shareId), code: String(shareLink?.shortUrl) };
}

const selected = (...who: UserName[]): Record<string, unknown> => ({
  scope: 3,
  userIds: who.map((name) => users[name].userId),
});
const received = async (who: UserName): Promise<(string | undefined)[]> =>
  (await drive.call(who, 'listShareWithMe')).shareLinks?.map((link) => link.shareId?.toString()) ?? [];
const files = (who: UserName | 'app', shortUrl: string, more: Record<string, unknown> = {}): Promise<Json> =>
  drive.call(who, 'listShareFiles', { body: { shortUrl, ...more } });
const names = ({ files: found }: Json): (string | undefined)[] => found?.map((file) => file.fileName?.toString()) ?? [];

describe('a share', () => {
  it('is listed by its sharer, newest first by pages, with its files and where it leads', async () => {
    const first = await share('jonas', ['Documents/Welcome.txt']);
    drive.clock.advance(1000);
    const second = await share('jonas', ['图片', '会议纪要.md']);
    const page = await drive.call('jonas', 'listShareByMe', { query: { pageSize: '1' } });
    expect(page.shareLinks?.map((link) => link.displayName)).toEqual(['图片 and 1 more']);
    expect(page.shareLinks?.[0]).toMatchObject({ shareId: second.shareId, status: 0, viewCnt: 0, scope: 2 });
    const query = { pageSize: '1', pageCursor: String(page.nextCursor) };
    const next = await drive.call('jonas', 'listShareByMe', { query });
    expect(next.shareLinks?.[0]).toMatchObject({ shareId: first.shareId, displayName: 'Welcome.txt' });
    expect(next).not.toHaveProperty('nextCursor');
    expect(String(next.shareLinks?.[0]?.linkUrl).endsWith(`/${first.code}`)).toBe(true);
  });

  it('names receivers exactly when it is for selected ones, and only those that exist', async () => {
    const fileIds = [await idOf(drive, 'jonas', '会议纪要.md')];
    const refusal = (more: object): Promise<number | undefined> =>
      drive.refusal('jonas', 'createShare', {
        body: { containerId: spaceOf('jonas'), fileIds, validDays: 1, scope: 3, ...more },
      });
    expect(await refusal({})).toBe(13000102);
    expect(await refusal({ scope: 2, userIds: [users.mei.userId] })).toBe(13000102);
    expect(await refusal({ userIds: ['1'] })).toBe(13000309);
    expect(await refusal({ scope: 2, containerId: spaceOf('amara') })).toBe(13000410);
    expect(await refusal({ scope: 2, expireTime: '2020-01-01 00:00:00' })).toBe(13000102);
    expect(await refusal({ userIds: [users.mei.userId] })).toBeUndefined();
  });

  it('reaches users, members of groups and everybody below a department, who are told by a message', async () => {
    const { shareId } = await share('jonas', ['会议纪要.md'], {
      scope: 3,
      userIds: [users.mei.userId],
      groupIds: [groups.reading.id],
      deptIds: [departments.platform.id],
    });
    for (const who of ['mei', 'fang', 'dmitri', 'wei'] as const) expect(await received(who)).toContain(shareId);
    for (const who of ['jonas', 'amara'] as const) expect(await received(who)).not.toContain(shareId);
    const messages = await drive.call('dmitri', 'listMessages', { query: { filterType: '000' } });
    expect(messages.messages?.map((message) => message.context)).toEqual(['Jonas Weber shared 会议纪要.md with you.']);
    const related = await drive.call('dmitri', 'ListRelatedToMe');
    expect(related.relatedToMeInfos?.[0]).toMatchObject({ id: shareId, operator: 'Jonas Weber', operateType: 1 });
  });

  it('is changed by its sharer alone; receivers who are new are told', async () => {
    const { shareId } = await share('jonas', ['会议纪要.md'], selected('mei'));
    const body = { validDays: 30, comment: 'again', ...selected('mei', 'fang'), scope: undefined };
    expect(await drive.refusal('mei', 'updateShare', { path: { shareId }, body })).toBe(13000309);
    const { shareLink } = await drive.call('jonas', 'updateShare', { path: { shareId }, body });
    expect(Date.parse(String(shareLink?.expireTime))).toBe(drive.clock.now() + 30 * DAY);
    const detail = await drive.call('jonas', 'getShareByMeDetail', { path: { shareId } });
    expect(detail.shareLink).toMatchObject({ comment: 'again', users: [{ name: 'Mei Lin' }, { name: '王芳' }] });
    const told = async (who: UserName): Promise<unknown> =>
      (await drive.call(who, 'listMessages', { query: { filterType: '000' } })).messages?.length;
    expect([await told('mei'), await told('fang')]).toEqual([1, 1]);
  });

  it('is cancelled by its sharer and left by its receivers, one outcome for each', async () => {
    const one = await share('jonas', ['会议纪要.md'], selected('mei', 'fang'));
    const left = await drive.call('mei', 'exitShare', { body: { shareIds: [one.shareId, '7'] } });
    expect(left.subResponseList?.map(({ code }) => code)).toEqual([0, 13000309]);
    expect(await received('mei')).not.toContain(one.shareId);
    expect(await received('fang')).toContain(one.shareId);
    const cancelled = await drive.call('jonas', 'batchCancel', { body: { shareIds: [one.shareId, '7'] } });
    expect(cancelled.subResponseList).toMatchObject([
      { shareId: one.shareId, code: '0' },
      { shareId: '7', code: '13000309' },
    ]);
    expect(await received('fang')).not.toContain(one.shareId);
    expect(await drive.refusal('fang', 'visitShare', { query: { shortUrl: one.code } })).toBe(13000309);
  });

  it('shows as deleted when its files are in the bin, and as invalid when its sharer is disabled', async () => {
    const { shareId } = await share('jonas', ['会议纪要.md']);
    const status = async (): Promise<unknown> =>
      (await drive.call('jonas', 'getShareByMeDetail', { path: { shareId } })).shareLink?.status;
    expect(await status()).toBe(0);
    const fileId = await idOf(drive, 'jonas', '会议纪要.md');
    const path = await drive.call('jonas', 'GetFullPath', { query: { fileId, containerId: spaceOf('jonas') } });
    await drive.call('jonas', 'createJob', {
      body: {
        taskType: 2,
        actionType: 201,
        dstContainerId: spaceOf('jonas'),
        taskInfo: { srcContainerId: spaceOf('jonas'), fileInfo: [{ fileId, filePath: String(path.fileIdPath) }] },
      },
    });
    drive.clock.advance(60_000);
    await eventually(async () => ((await status()) === 1 ? true : undefined));
    await drive.call('mei', 'updateUser', { path: { userId: users.jonas.userId }, body: { status: 1 } });
    expect(await status()).toBe(2);
  });
});

describe('a link', () => {
  it('opens to whom its scope lets in', async () => {
    const organization = await share('jonas', ['会议纪要.md']);
    const chosen = await share('jonas', ['会议纪要.md'], selected('mei'));
    const external = await share('jonas', ['会议纪要.md'], { scope: 1 });
    const visit = (who: UserName, { code }: Made): Promise<number | undefined> =>
      drive.refusal(who, 'visitShare', { query: { shortUrl: code } });
    const publicly = ({ code }: Made): Promise<number | undefined> =>
      drive.refusal('app', 'visitSharePublic', { query: { shortUrl: code } });
    expect([await visit('fang', organization), await publicly(organization)]).toEqual([undefined, 13000410]);
    expect([await visit('mei', chosen), await visit('fang', chosen)]).toEqual([undefined, 13000410]);
    expect([await visit('fang', external), await publicly(external)]).toEqual([undefined, undefined]);
  });

  it('lists what is shared and what lies below, and counts a view when asked to', async () => {
    const { code, shareId } = await share('jonas', ['Documents', '会议纪要.md']);
    const top = await files('fang', code, { sortType: 1, sortDirection: 1, refreshCount: true });
    expect(names(top)).toEqual(['Documents', '会议纪要.md']);
    const folder = String(top.files?.[0]?.id);
    expect(names(await files('fang', code, { parentFolder: folder, fileName: 'welc' }))).toEqual(['Welcome.txt']);
    const other = await idOf(drive, 'jonas', '图片');
    const body = { shortUrl: code, parentFolder: other };
    expect(await drive.refusal('fang', 'listShareFiles', { body })).toBe(13000309);
    const { shareLinks } = await drive.call('jonas', 'listShareByMe');
    expect(shareLinks?.find((link) => String(link.shareId) === shareId)).toMatchObject({ viewCnt: 1 });
  });

  it('opens by its access code for half an hour, and not by another share’s', async () => {
    const { code } = await share('jonas', ['会议纪要.md'], { extractCode: 'abcdEF12' });
    expect(await drive.refusal('fang', 'listShareFiles', { body: { shortUrl: code } })).toBe(13000410);
    const verify = (extractCode: string, shortUrl = code): Promise<Json> =>
      drive.call('fang', 'verifyExtractCode', { body: { shortUrl, extractCode } });
    const wrong = { body: { shortUrl: code, extractCode: 'abcdEF13' } };
    expect(await drive.refusal('fang', 'verifyExtractCode', wrong)).toBe(13000102);
    const { kdstoken } = await verify('abcdEF12');
    expect(names(await files('fang', code, { kdstoken: String(kdstoken) }))).toEqual(['会议纪要.md']);
    const seeded = (await drive.call('mei', 'listShareByMe')).shareLinks?.[0]?.shortUrl;
    const foreign = await verify(SEED_EXTRACT_CODE, String(seeded));
    const body = { shortUrl: code, kdstoken: String(foreign.kdstoken) };
    expect(await drive.refusal('fang', 'listShareFiles', { body })).toBe(13000410);
    drive.clock.advance(PASS_LIFE_MS);
    expect(await drive.refusal('fang', 'listShareFiles', { body: { ...body, kdstoken: String(kdstoken) } })).toBe(
      13000410,
    );
  });

  it('tells its end, after which nothing opens', async () => {
    const { code, shareId } = await share('jonas', ['会议纪要.md'], { validDays: 1 });
    const fileId = await idOf(drive, 'jonas', '会议纪要.md');
    const download = { body: { shareId, fileId } };
    expect(await drive.refusal('fang', 'downloadShareFile', download)).toBeUndefined();
    drive.clock.advance(DAY);
    const { link } = await drive.call('fang', 'getShareInfo', { query: { shortUrl: code } });
    expect(link).toMatchObject({ status: 0, expireDate: '0', ownerName: 'Jonas Weber' });
    expect(await drive.refusal('fang', 'downloadShareFile', download)).toBe(13000309);
  });
});

describe('a share task', () => {
  const detail = (who: UserName, taskId: string, shareId: string): Promise<Json> =>
    eventually(async () => {
      const found = await drive.call(who, 'getBatchTask', { body: { taskId, shareId } });
      return Number(found.jobInfo?.taskStatus) >= 2 ? found : undefined;
    });

  it('saves copies into a space of the visitor', async () => {
    const { shareId } = await share('jonas', ['Documents', '会议纪要.md']);
    const fileIds = [await idOf(drive, 'jonas', 'Documents'), await idOf(drive, 'jonas', 'trip.zip')];
    const body = { shareId, taskType: 2, containerId: spaceOf('jonas'), fileIds };
    expect(await drive.refusal('mei', 'createBatchTask', { body })).toBe(13000102);
    const targetFileId = { fileId: 'root', containerId: spaceOf('mei') };
    const { taskId } = await drive.call('mei', 'createBatchTask', { body: { ...body, targetFileId } });
    drive.clock.advance(60_000);
    const done = await detail('mei', String(taskId), shareId);
    // The second file is in the space, but not in the share.
    expect(done.jobInfo).toMatchObject({ taskStatus: 2, taskResultCode: 2, progress: 100 });
    expect(done.taskInfos?.map(({ status }) => status)).toEqual(['1', '2']);
    expect((await listNames(drive, 'mei')).filter((name) => name.startsWith('Documents'))).toHaveLength(2);
    expect(await drive.refusal('fang', 'getBatchTask', { body: { taskId: String(taskId), shareId } })).toBe(13000309);
  });

  it('packs files for anybody whom the link lets in', async () => {
    const { shareId } = await share('jonas', ['会议纪要.md'], { scope: 1 });
    const fileIds = [await idOf(drive, 'jonas', '会议纪要.md')];
    const body = { shareId, taskType: 1, containerId: spaceOf('jonas'), fileIds, zipName: 'notes.zip' };
    const { taskId } = await drive.call('app', 'createBatchTaskPublic', { body });
    drive.clock.advance(60_000);
    const query = { shareId, taskId: String(taskId) };
    const done = await eventually(async () => {
      const found = await drive.call('app', 'getBatchTaskPublic', { query });
      return Number(found.jobInfo?.taskStatus) === 2 ? found : undefined;
    });
    expect(done.taskInfos).toMatchObject({ fileId: fileIds[0], status: '1' });
    const archive = await fetch(String(done.jobInfo?.downloadUrl));
    expect(new Uint8Array(await archive.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    const saving = { ...body, taskType: 2, targetFileId: { fileId: 'root', containerId: spaceOf('mei') } };
    expect(await drive.refusal('app', 'createBatchTaskPublic', { body: saving })).toBe(13000102);
  });
});
