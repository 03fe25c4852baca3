import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { getSeedContainerId, seedDepartments } from '../seed/organization.js';
import {
  startJob,
  waitForJobDetail,
  getFileId,
  listFileNames,
  createTestFolder,
  createTestDrive,
  runJob,
  getUserContainerId,
  type LooseJson,
  type TestDrive,
  type TestJobRequest,
} from '../test-drive.spec-support.js';

const getResultCodes = (job: LooseJson): unknown => job.taskInfos?.map((task) => task.resultCode);

describe('jobs', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await createTestDrive({ jobs: { waitMs: 100, perFileMs: 50 } });
  });
  afterEach(() => drive.close());

  const detail = async (jobId: string): Promise<LooseJson> =>
    (await drive.call('jonas', 'getJobDetail', { path: { job_id: jobId } })).data as LooseJson;
  /** Lets the steps that are due run. */
  const runDueSteps = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('waits, processes one file after another with progress, and completes', async () => {
    const fileIds = [await getFileId(drive, 'jonas', 'trip.zip'), await getFileId(drive, 'jonas', '会议纪要.md')];
    const targetFolder = await createTestFolder(drive, 'jonas', 'target');
    const jobId = await startJob(drive, 'jonas', { taskType: 3, actionType: 301, fileIds, targetFolder });
    expect((await detail(jobId)).jobInfo).toMatchObject({
      status: 0,
      progress: 0,
      contentNum: 2,
      createTime: '20251103070140',
    });
    drive.clock.advance(150);
    await runDueSteps();
    const running = await detail(jobId);
    expect(running.jobInfo).toMatchObject({ status: 1, progress: 49 });
    expect(running.taskInfos?.map((task) => task.status)).toEqual(['1', '0']);
    drive.clock.advance(50);
    await runDueSteps();
    const done = await detail(jobId);
    expect(done.jobInfo).toMatchObject({ status: 2, progress: 100, taskResultCode: 1 });
    expect(done.taskInfos?.[0]).toMatchObject({ newFileId: fileIds[0], resultCode: '0' });
    expect(done.taskInfos?.[0]?.newFilePath).toMatch(new RegExp(`/${targetFolder}/${fileIds[0] ?? ''}$`));
    expect(await listFileNames(drive, 'jonas', targetFolder)).toEqual(['trip.zip', '会议纪要.md']);
  });

  it('stops when it is canceled, and keeps what it has done', async () => {
    const fileIds = [await getFileId(drive, 'jonas', 'trip.zip'), await getFileId(drive, 'jonas', '会议纪要.md')];
    const targetFolder = await createTestFolder(drive, 'jonas', 'target');
    const jobId = await startJob(drive, 'jonas', { taskType: 3, fileIds, targetFolder });
    drive.clock.advance(150);
    await runDueSteps();
    await drive.call('jonas', 'cancelJob', { body: { jobId } });
    drive.clock.advance(10_000);
    const job = await waitForJobDetail(drive, 'jonas', jobId);
    expect(job.jobInfo?.status).toBe(3);
    expect(await listFileNames(drive, 'jonas', targetFolder)).toEqual(['trip.zip']);
    expect(await drive.getErrorCode('jonas', 'cancelJob', { body: { jobId } })).toBeUndefined();
    expect((await detail(jobId)).jobInfo?.status).toBe(3);
  });

  it('does nothing more when it is canceled while steps are due', async () => {
    const targetFolder = await createTestFolder(drive, 'jonas', 'target');
    const jobId = await startJob(drive, 'jonas', {
      taskType: 3,
      fileIds: [await getFileId(drive, 'jonas', 'trip.zip')],
      targetFolder,
    });
    drive.clock.advance(10_000);
    await drive.call('jonas', 'cancelJob', { body: { jobId } });
    await runDueSteps();
    expect((await detail(jobId)).jobInfo?.status).toBe(3);
    expect(await listFileNames(drive, 'jonas', targetFolder)).toEqual([]);
  });

  it('belongs to the user who started it, and is listed newest first', async () => {
    const fileIds = [await getFileId(drive, 'jonas', 'trip.zip')];
    const targetFolder = await createTestFolder(drive, 'jonas', 'target');
    const first = await startJob(drive, 'jonas', { taskType: 1, fileIds, targetFolder });
    const second = await startJob(drive, 'jonas', { taskType: 3, fileIds, targetFolder });
    const query = { offset: '0', limit: '10' };
    const { data } = await drive.call('jonas', 'getJobList', { query });
    expect(data?.map((job) => job.taskId)).toEqual([second, first]);
    const copies = await drive.call('jonas', 'getJobList', { query: { ...query, type: '1' } });
    expect(copies.data?.map((job) => job.taskId)).toEqual([first]);
    expect((await drive.call('fang', 'getJobList', { query })).data).toEqual([]);
    expect(await drive.getErrorCode('fang', 'getJobDetail', { path: { job_id: first } })).toBe(13000309);
  });

  it('reports for each file why it failed', async () => {
    const trip = await getFileId(drive, 'jonas', 'trip.zip');
    const documents = await getFileId(drive, 'jonas', 'Documents');
    const drafts = await getFileId(drive, 'jonas', 'Documents/Drafts');
    const other = await getFileId(drive, 'fang', 'trip.zip');
    const inTarget = await getFileId(drive, 'jonas', 'Documents/Drafts/Letter.txt');
    const job = await runJob(drive, 'jonas', {
      taskType: 3,
      fileIds: ['Fnowhere', other, documents, inTarget, trip],
      targetFolder: `/root/${documents}/${drafts}`,
    });
    expect(getResultCodes(job)).toEqual(['13000309', '13000302', '13000307', '13000312', '0']);
    expect(job.jobInfo?.taskResultCode).toBe(2);
    const failedJob = await runJob(drive, 'jonas', { taskType: 3, fileIds: ['Fnowhere'], targetFolder: drafts });
    expect(failedJob.jobInfo?.taskResultCode).toBe(3);
  });

  it('copies a folder with everything below it, under a new name if the name is taken', async () => {
    const documents = await getFileId(drive, 'jonas', 'Documents');
    const targetFolder = await createTestFolder(drive, 'jonas', 'target');
    await createTestFolder(drive, 'jonas', 'Documents', targetFolder);
    const job = await runJob(drive, 'jonas', { taskType: 1, actionType: 101, fileIds: [documents], targetFolder });
    expect(getResultCodes(job)).toEqual(['0']);
    expect(await listFileNames(drive, 'jonas', targetFolder)).toEqual(['Documents', 'Documents_20251103070240']);
    const copy = String(job.taskInfos?.[0]?.newFileId);
    expect(copy).not.toBe(documents);
    expect(await listFileNames(drive, 'jonas', copy)).toEqual(await listFileNames(drive, 'jonas', documents));
  });

  it('copies and moves into another space, and reports the source space', async () => {
    const destinationContainerId = getSeedContainerId(seedDepartments.engineering.id);
    const fileIds = [await getFileId(drive, 'jonas', 'trip.zip')];
    const job = await runJob(drive, 'jonas', { taskType: 1, fileIds, destinationContainerId, targetFolder: 'root' });
    expect(job.taskInfos?.[0]).toMatchObject({ status: '1', srcContainerId: getUserContainerId('jonas') });
    const moved = await runJob(drive, 'jonas', { taskType: 3, fileIds, destinationContainerId, targetFolder: 'root' });
    expect(moved.taskInfos?.[0]?.newFileId).not.toBe(fileIds[0]);
    expect(await listFileNames(drive, 'jonas')).not.toContain('trip.zip');
    const taskInfo = { fileInfo: [{ fileId: fileIds[0] }], srcContainerId: getUserContainerId('fang') };
    expect(
      await drive.getErrorCode('jonas', 'createJob', {
        body: { taskType: 1, dstContainerId: destinationContainerId, taskInfo },
      }),
    ).toBe(13000410);
  });

  it('moves to the recycle bin by full path, restores to the previous folder, and renames if the name is taken', async () => {
    const fileIds = [await getFileId(drive, 'jonas', 'Documents/Welcome.txt')];
    const documents = await getFileId(drive, 'jonas', 'Documents');
    expect(getResultCodes(await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds }))).toEqual(['0']);
    expect(await listFileNames(drive, 'jonas', 'root', true)).toEqual(['Welcome.txt', 'old notes.txt']);
    await createTestFolder(drive, 'jonas', 'Welcome.txt', documents);
    expect(getResultCodes(await runJob(drive, 'jonas', { taskType: 4, fileIds }))).toEqual(['0']);
    expect(await listFileNames(drive, 'jonas', documents)).toContain('Welcome_20251103070340.txt');
    expect(getResultCodes(await runJob(drive, 'jonas', { taskType: 4, fileIds }))).toEqual(['13000303']);
  });

  it('requires the full path of a file that is moved to the recycle bin', async () => {
    const fileId = await getFileId(drive, 'jonas', 'Documents/Welcome.txt');
    const body = (filePath?: string) => {
      const taskInfo = {
        fileInfo: [{ fileId, filePath }],
        srcContainerId: getUserContainerId('jonas'),
      };
      return { body: { taskType: 2, actionType: 201, dstContainerId: getUserContainerId('jonas'), taskInfo } };
    };
    expect(await drive.getErrorCode('jonas', 'createJob', body())).toBe(13000102);
    expect(await drive.getErrorCode('jonas', 'createJob', body('/root'))).toBe(13000102);
    const { data } = await drive.call('jonas', 'createJob', body(`/root/${fileId}`));
    drive.clock.advance(1000);
    expect(getResultCodes(await waitForJobDetail(drive, 'jonas', String(data)))).toEqual(['13000308']);
  });

  it('does not restore into a folder that is in the recycle bin or was deleted', async () => {
    const documents = await getFileId(drive, 'jonas', 'Documents');
    const fileIds = [await getFileId(drive, 'jonas', 'Documents/Welcome.txt')];
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds });
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds: [documents] });
    expect(getResultCodes(await runJob(drive, 'jonas', { taskType: 4, fileIds }))).toEqual(['13000305']);
    await runJob(drive, 'jonas', { taskType: 2, actionType: 202, fileIds: [documents] });
    expect(getResultCodes(await runJob(drive, 'jonas', { taskType: 4, fileIds }))).toEqual(['13000304']);
    expect(getResultCodes(await runJob(drive, 'jonas', { taskType: 4, fileIds, targetFolder: 'root' }))).toEqual(['0']);
    expect(await listFileNames(drive, 'jonas')).toContain('Welcome.txt');
  });

  it('releases quota when files are deleted permanently, not when they are recycled', async () => {
    const used = async (): Promise<number> => {
      const path = { containerId: getUserContainerId('jonas') };
      return Number((await drive.call('jonas', 'getSpaceByContainerID', { path })).data?.spaceUsed);
    };
    const before = await used();
    const pictures = await getFileId(drive, 'jonas', '图片');
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds: [pictures] });
    expect(await used()).toBe(before);
    await runJob(drive, 'jonas', { taskType: 7, actionType: 701, fileIds: [] });
    expect(await used()).toBeLessThan(before);
    expect(await listFileNames(drive, 'jonas', 'root', true)).toEqual([]);
  });

  it('lists an archive, extracts all of it, and extracts selected paths', async () => {
    const fileIds = [await getFileId(drive, 'jonas', 'trip.zip')];
    const listed = await runJob(drive, 'jonas', { taskType: 5, actionType: 501, fileIds });
    expect(listed.uncompressedFileList?.map((entry) => [entry.name, entry.type])).toEqual([
      ['plan/', '2'],
      ['plan/readme.txt', '1'],
      ['plan/图片/map.txt', '1'],
      ['notes.md', '1'],
    ]);
    const all = await runJob(drive, 'jonas', { taskType: 5, actionType: 502, fileIds, targetFolder: 'root' });
    expect(await listFileNames(drive, 'jonas', String(all.taskInfos?.[0]?.newFileId))).toEqual(['notes.md', 'plan']);
    const extraTaskInfo = { uncompressFilePaths: ['plan/图片'] };
    const part = await runJob(drive, 'jonas', {
      taskType: 5,
      actionType: 503,
      fileIds,
      targetFolder: 'root',
      extraTaskInfo,
    });
    const folder = String(part.taskInfos?.[0]?.newFileId);
    expect(await listFileNames(drive, 'jonas', folder)).toEqual(['plan']);
    const notZip = await runJob(drive, 'jonas', {
      taskType: 5,
      actionType: 502,
      fileIds: [await getFileId(drive, 'jonas', '会议纪要.md')],
    });
    expect(getResultCodes(notZip)).toEqual(['13000308']);
  });

  it('creates an archive of files and folders for download', async () => {
    const fileIds = [await getFileId(drive, 'jonas', 'Documents'), await getFileId(drive, 'jonas', '会议纪要.md')];
    const job = await runJob(drive, 'jonas', { taskType: 6, fileIds });
    const response = await fetch(String(job.jobInfo?.downloadUrl));
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.includes(Buffer.from('Documents/Drafts/Letter.txt'))).toBe(true);
    expect(bytes.includes(Buffer.from('会议纪要.md'))).toBe(true);
  });

  it('rejects an invalid combination of task type, action type and files', async () => {
    const getStartError = (request: TestJobRequest): Promise<number | undefined> =>
      startJob(drive, 'jonas', request).then(
        () => undefined,
        (error: { code: number }) => error.code,
      );
    expect(await getStartError({ taskType: 2, fileIds: ['F1'] })).toBe(13000102);
    expect(await getStartError({ taskType: 1, actionType: 301, fileIds: ['F1'] })).toBe(13000102);
    expect(await getStartError({ taskType: 1, fileIds: [] })).toBe(13000102);
    expect(await getStartError({ taskType: 1, fileIds: ['F1', 'F1'] })).toBe(13000102);
    const tooManyIds = Array.from({ length: 1001 }, (_, i) => `F${i}`);
    expect(await getStartError({ taskType: 4, fileIds: tooManyIds })).toBe(13000102);
  });
});
