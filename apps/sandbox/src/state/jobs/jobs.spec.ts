import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { departments } from '../seed/people.js';
import {
  beginJob,
  containerIdOf,
  finishedJob,
  idOf,
  listNames,
  makeFolder,
  openTestDrive,
  runJob,
  spaceOf,
  type Json,
  type TestDrive,
} from '../test-drive.js';

const codes = (job: Json): unknown => job.taskInfos?.map((task) => task.resultCode);

describe('jobs', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await openTestDrive({ jobs: { waitMs: 100, perFileMs: 50 } });
  });
  afterEach(() => drive.close());

  const detail = async (jobId: string): Promise<Json> =>
    (await drive.call('jonas', 'getJobDetail', { path: { job_id: jobId } })).data as Json;
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('wait, run one file after another with progress, and complete', async () => {
    const fileIds = [await idOf(drive, 'jonas', 'trip.zip'), await idOf(drive, 'jonas', '会议纪要.md')];
    const to = await makeFolder(drive, 'jonas', 'target');
    const jobId = await beginJob(drive, 'jonas', { taskType: 3, actionType: 301, fileIds, to });
    expect((await detail(jobId)).jobInfo).toMatchObject({
      status: 0,
      progress: 0,
      contentNum: 2,
      createTime: '20251103070140',
    });
    drive.clock.advance(150);
    await settle();
    const running = await detail(jobId);
    expect(running.jobInfo).toMatchObject({ status: 1, progress: 49 });
    expect(running.taskInfos?.map((task) => task.status)).toEqual(['1', '0']);
    drive.clock.advance(50);
    await settle();
    const done = await detail(jobId);
    expect(done.jobInfo).toMatchObject({ status: 2, progress: 100, taskResultCode: 1 });
    expect(done.taskInfos?.[0]).toMatchObject({ newFileId: fileIds[0], resultCode: '0' });
    expect(done.taskInfos?.[0]?.newFilePath).toMatch(new RegExp(`/${to}/${fileIds[0] ?? ''}$`));
    expect(await listNames(drive, 'jonas', to)).toEqual(['trip.zip', '会议纪要.md']);
  });

  it('stop when cancelled: what is done stays done', async () => {
    const fileIds = [await idOf(drive, 'jonas', 'trip.zip'), await idOf(drive, 'jonas', '会议纪要.md')];
    const to = await makeFolder(drive, 'jonas', 'target');
    const jobId = await beginJob(drive, 'jonas', { taskType: 3, fileIds, to });
    drive.clock.advance(150);
    await settle();
    await drive.call('jonas', 'cancelJob', { body: { jobId } });
    drive.clock.advance(10_000);
    const job = await finishedJob(drive, 'jonas', jobId);
    expect(job.jobInfo?.status).toBe(3);
    expect(await listNames(drive, 'jonas', to)).toEqual(['trip.zip']);
    expect(await drive.refusal('jonas', 'cancelJob', { body: { jobId } })).toBeUndefined();
    expect((await detail(jobId)).jobInfo?.status).toBe(3);
  });

  it('do nothing more when they are cancelled with steps already due', async () => {
    const to = await makeFolder(drive, 'jonas', 'target');
    const jobId = await beginJob(drive, 'jonas', {
      taskType: 3,
      fileIds: [await idOf(drive, 'jonas', 'trip.zip')],
      to,
    });
    drive.clock.advance(10_000);
    await drive.call('jonas', 'cancelJob', { body: { jobId } });
    await settle();
    expect((await detail(jobId)).jobInfo?.status).toBe(3);
    expect(await listNames(drive, 'jonas', to)).toEqual([]);
  });

  it('belong to who began them, newest first', async () => {
    const fileIds = [await idOf(drive, 'jonas', 'trip.zip')];
    const to = await makeFolder(drive, 'jonas', 'target');
    const first = await beginJob(drive, 'jonas', { taskType: 1, fileIds, to });
    const second = await beginJob(drive, 'jonas', { taskType: 3, fileIds, to });
    const query = { offset: '0', limit: '10' };
    const { data } = await drive.call('jonas', 'getJobList', { query });
    expect(data?.map((job) => job.taskId)).toEqual([second, first]);
    const copies = await drive.call('jonas', 'getJobList', { query: { ...query, type: '1' } });
    expect(copies.data?.map((job) => job.taskId)).toEqual([first]);
    expect((await drive.call('fang', 'getJobList', { query })).data).toEqual([]);
    expect(await drive.refusal('fang', 'getJobDetail', { path: { job_id: first } })).toBe(13000309);
  });

  it('fail for some files and say for each why', async () => {
    const trip = await idOf(drive, 'jonas', 'trip.zip');
    const documents = await idOf(drive, 'jonas', 'Documents');
    const drafts = await idOf(drive, 'jonas', 'Documents/Drafts');
    const other = await idOf(drive, 'fang', 'trip.zip');
    const inTarget = await idOf(drive, 'jonas', 'Documents/Drafts/Letter.txt');
    const job = await runJob(drive, 'jonas', {
      taskType: 3,
      fileIds: ['Fnowhere', other, documents, inTarget, trip],
      to: `/root/${documents}/${drafts}`,
    });
    expect(codes(job)).toEqual(['13000309', '13000302', '13000307', '13000312', '0']);
    expect(job.jobInfo?.taskResultCode).toBe(2);
    const none = await runJob(drive, 'jonas', { taskType: 3, fileIds: ['Fnowhere'], to: drafts });
    expect(none.jobInfo?.taskResultCode).toBe(3);
  });

  it('copy a folder with all below, under a new name where the name is taken', async () => {
    const documents = await idOf(drive, 'jonas', 'Documents');
    const to = await makeFolder(drive, 'jonas', 'target');
    await makeFolder(drive, 'jonas', 'Documents', to);
    const job = await runJob(drive, 'jonas', { taskType: 1, actionType: 101, fileIds: [documents], to });
    expect(codes(job)).toEqual(['0']);
    expect(await listNames(drive, 'jonas', to)).toEqual(['Documents', 'Documents_20251103070240']);
    const copy = String(job.taskInfos?.[0]?.newFileId);
    expect(copy).not.toBe(documents);
    expect(await listNames(drive, 'jonas', copy)).toEqual(await listNames(drive, 'jonas', documents));
  });

  it('copy into another space and name the space they came from', async () => {
    const dst = containerIdOf(departments.engineering.id);
    const fileIds = [await idOf(drive, 'jonas', 'trip.zip')];
    const job = await runJob(drive, 'jonas', { taskType: 1, fileIds, dst, to: 'root' });
    expect(job.taskInfos?.[0]).toMatchObject({ status: '1', srcContainerId: spaceOf('jonas') });
    const moved = await runJob(drive, 'jonas', { taskType: 3, fileIds, dst, to: 'root' });
    expect(moved.taskInfos?.[0]?.newFileId).not.toBe(fileIds[0]);
    expect(await listNames(drive, 'jonas')).not.toContain('trip.zip');
    const taskInfo = { fileInfo: [{ fileId: fileIds[0] }], srcContainerId: spaceOf('fang') };
    expect(await drive.refusal('jonas', 'createJob', { body: { taskType: 1, dstContainerId: dst, taskInfo } })).toBe(
      13000410,
    );
  });

  it('put into the recycle bin by full path, restore to where it was, and rename on a clash', async () => {
    const fileIds = [await idOf(drive, 'jonas', 'Documents/Welcome.txt')];
    const documents = await idOf(drive, 'jonas', 'Documents');
    expect(codes(await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds }))).toEqual(['0']);
    expect(await listNames(drive, 'jonas', 'root', true)).toEqual(['Welcome.txt', 'old notes.txt']);
    await makeFolder(drive, 'jonas', 'Welcome.txt', documents);
    expect(codes(await runJob(drive, 'jonas', { taskType: 4, fileIds }))).toEqual(['0']);
    expect(await listNames(drive, 'jonas', documents)).toContain('Welcome_20251103070340.txt');
    expect(codes(await runJob(drive, 'jonas', { taskType: 4, fileIds }))).toEqual(['13000303']);
  });

  it('want the full path of what goes into the recycle bin', async () => {
    const fileId = await idOf(drive, 'jonas', 'Documents/Welcome.txt');
    const body = (filePath?: string) => {
      const taskInfo = { fileInfo: [{ fileId, ...(filePath && { filePath }) }], srcContainerId: spaceOf('jonas') };
      return { body: { taskType: 2, actionType: 201, dstContainerId: spaceOf('jonas'), taskInfo } };
    };
    expect(await drive.refusal('jonas', 'createJob', body())).toBe(13000102);
    expect(await drive.refusal('jonas', 'createJob', body('/root'))).toBe(13000102);
    const { data } = await drive.call('jonas', 'createJob', body(`/root/${fileId}`));
    drive.clock.advance(1000);
    expect(codes(await finishedJob(drive, 'jonas', String(data)))).toEqual(['13000308']);
  });

  it('refuse to restore into a recycled folder, and into one that is gone', async () => {
    const documents = await idOf(drive, 'jonas', 'Documents');
    const fileIds = [await idOf(drive, 'jonas', 'Documents/Welcome.txt')];
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds });
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds: [documents] });
    expect(codes(await runJob(drive, 'jonas', { taskType: 4, fileIds }))).toEqual(['13000305']);
    await runJob(drive, 'jonas', { taskType: 2, actionType: 202, fileIds: [documents] });
    expect(codes(await runJob(drive, 'jonas', { taskType: 4, fileIds }))).toEqual(['13000304']);
    expect(codes(await runJob(drive, 'jonas', { taskType: 4, fileIds, to: 'root' }))).toEqual(['0']);
    expect(await listNames(drive, 'jonas')).toContain('Welcome.txt');
  });

  it('keep the quota of what is recycled and give it back for what is deleted for good', async () => {
    const used = async (): Promise<number> => {
      const path = { containerId: spaceOf('jonas') };
      return Number((await drive.call('jonas', 'getSpaceByContainerID', { path })).data?.spaceUsed);
    };
    const before = await used();
    const pictures = await idOf(drive, 'jonas', '图片');
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds: [pictures] });
    expect(await used()).toBe(before);
    await runJob(drive, 'jonas', { taskType: 7, actionType: 701, fileIds: [] });
    expect(await used()).toBeLessThan(before);
    expect(await listNames(drive, 'jonas', 'root', true)).toEqual([]);
  });

  it('look into an archive, unpack all of it, and unpack part of it', async () => {
    const fileIds = [await idOf(drive, 'jonas', 'trip.zip')];
    const seen = await runJob(drive, 'jonas', { taskType: 5, actionType: 501, fileIds });
    expect(seen.uncompressedFileList?.map((entry) => [entry.name, entry.type])).toEqual([
      ['plan/', '2'],
      ['plan/readme.txt', '1'],
      ['plan/图片/map.txt', '1'],
      ['notes.md', '1'],
    ]);
    const all = await runJob(drive, 'jonas', { taskType: 5, actionType: 502, fileIds, to: 'root' });
    expect(await listNames(drive, 'jonas', String(all.taskInfos?.[0]?.newFileId))).toEqual(['notes.md', 'plan']);
    const more = { uncompressFilePaths: ['plan/图片'] };
    const part = await runJob(drive, 'jonas', { taskType: 5, actionType: 503, fileIds, to: 'root', more });
    const folder = String(part.taskInfos?.[0]?.newFileId);
    expect(await listNames(drive, 'jonas', folder)).toEqual(['plan']);
    const notZip = await runJob(drive, 'jonas', {
      taskType: 5,
      actionType: 502,
      fileIds: [await idOf(drive, 'jonas', '会议纪要.md')],
    });
    expect(codes(notZip)).toEqual(['13000308']);
  });

  it('pack files and folders into an archive to download', async () => {
    const fileIds = [await idOf(drive, 'jonas', 'Documents'), await idOf(drive, 'jonas', '会议纪要.md')];
    const job = await runJob(drive, 'jonas', { taskType: 6, fileIds });
    const answer = await fetch(String(job.jobInfo?.downloadUrl));
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.includes(Buffer.from('Documents/Drafts/Letter.txt'))).toBe(true);
    expect(bytes.includes(Buffer.from('会议纪要.md'))).toBe(true);
  });

  it('are refused when kind and files do not make sense', async () => {
    const refused = (wish: Parameters<typeof beginJob>[2]): Promise<number | undefined> =>
      beginJob(drive, 'jonas', wish).then(
        () => undefined,
        (error: { code: number }) => error.code,
      );
    expect(await refused({ taskType: 2, fileIds: ['F1'] })).toBe(13000102);
    expect(await refused({ taskType: 1, actionType: 301, fileIds: ['F1'] })).toBe(13000102);
    expect(await refused({ taskType: 1, fileIds: [] })).toBe(13000102);
    expect(await refused({ taskType: 1, fileIds: ['F1', 'F1'] })).toBe(13000102);
    const many = Array.from({ length: 1001 }, (_, i) => `F${i}`);
    expect(await refused({ taskType: 4, fileIds: many })).toBe(13000102);
  });
});
