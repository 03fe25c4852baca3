import { Refusal, type Answer, type Handlers, type OperationRequest } from '../operation.js';
import type { Drive } from '../state/drive.js';
import { ActionType, TaskType, workOf } from '../state/jobs/job-work.js';
import { newJob, type Job, type JobTask } from '../state/jobs/jobs.js';
import { callerOf, openSpace } from '../state/spaces/access.js';
import { signedDownload } from './files/downloads.js';
import { digitTime } from './formats.js';
import { members, rows, slice, text, texts, whole } from './input.js';

/** Restoring and deleting for good take so many at a time (facts/files.md, facts/tasks.md). */
const MOST_AT_A_TIME = 1000;

/** Batch jobs: begin, list, read, cancel. */
export function jobHandlers(drive: Drive): Handlers {
  return {
    createJob: (request) => ({ data: createJob(drive, request) }),
    getJobList: ({ subject, query }) => {
      const { userId } = callerOf(drive, subject);
      const type = whole(query.type);
      const status = whole(query.status);
      const wanted = drive.jobs.of(userId).filter((job) => {
        return (type === undefined || job.taskType === type) && (status === undefined || job.status === status);
      });
      return { data: slice(wanted, query).map((job) => jobInfo(drive, job)) };
    },
    getJobDetail: ({ subject, path }) => {
      const job = drive.jobs.get(path.job_id ?? '', callerOf(drive, subject).userId);
      return { data: jobDetail(drive, job) };
    },
    cancelJob: ({ subject, body }) => {
      drive.jobs.cancel(drive.jobs.get(String(body.jobId), callerOf(drive, subject).userId));
      return {};
    },
  };
}

function createJob(drive: Drive, { subject, body }: OperationRequest): string {
  const { userId } = callerOf(drive, subject);
  const taskInfo = members(body.taskInfo);
  const taskType = whole(body.taskType) ?? 0;
  const actionType = whole(body.actionType);
  const srcContainerId = String(taskInfo.srcContainerId);
  const dstContainerId = String(body.dstContainerId);
  const source = openSpace(drive, subject, srcContainerId);
  openSpace(drive, subject, dstContainerId);
  const emptied = taskType === TaskType.emptyBin && rows(taskInfo.fileInfo).length === 0;
  const wanted: Readonly<Record<string, unknown>>[] = emptied
    ? [...drive.tree.bin(source.containerId)].map(({ id }) => ({ fileId: id }))
    : rows(taskInfo.fileInfo);
  const files = wanted.map(({ fileId, filePath }) => ({ fileId: text(fileId) ?? '', filePath: text(filePath) }));
  checkFiles(taskType, actionType, files, emptied);
  const paths = texts(taskInfo.uncompressFilePaths);
  const job = newJob({
    ...{ jobId: drive.ids.number(), userId, taskType, actionType, srcContainerId, dstContainerId, files },
    targetPath: text(taskInfo.newFilePath),
    uncompressFilePaths: paths.length > 0 ? paths : undefined,
    createdAt: drive.clock.now(),
  });
  drive.jobs.start(job, workOf(drive, subject, job));
  return job.jobId;
}

/** Refuses with 13000102 what is wrong with the request as a whole. */
function checkFiles(
  taskType: number,
  actionType: number | undefined,
  files: readonly Pick<JobTask, 'fileId' | 'filePath'>[],
  emptied: boolean,
): void {
  const bad = (why: string): Refusal => new Refusal(13000102, why);
  const finest: Readonly<Record<number, readonly number[]>> = {
    1: [101],
    2: [201, 202],
    3: [301],
    5: [501, 502, 503],
    7: [701],
  };
  if (actionType !== undefined && !finest[taskType]?.includes(actionType))
    throw bad('actionType does not go with taskType');
  if (taskType === TaskType.delete && actionType === undefined) throw bad('actionType: needed to delete');
  if (files.length === 0 && !emptied) throw bad('fileInfo: empty');
  if (files.some(({ fileId }) => fileId === '')) throw bad('fileId: missing');
  if (new Set(files.map(({ fileId }) => fileId)).size < files.length) throw bad('fileId: twice');
  const limited = taskType === TaskType.restore || actionType === ActionType.forGood;
  if (limited && files.length > MOST_AT_A_TIME) throw bad(`more than ${MOST_AT_A_TIME} files`);
  if (actionType !== ActionType.toBin) return;
  if (files.some(({ fileId, filePath }) => !filePath?.endsWith(`/${fileId}`)))
    throw bad('filePath: the path with the file itself');
}

function jobInfo(drive: Drive, job: Job): Record<string, unknown> {
  return {
    taskId: job.jobId,
    taskType: job.taskType,
    ...(job.actionType !== undefined && { actionType: job.actionType }),
    status: job.status,
    ...(job.result !== undefined && { taskResultCode: job.result, resultCode: 0 }),
    contentNum: job.tasks.length,
    containerId: job.dstContainerId,
    tenantId: drive.tenant.tenantId,
    createTime: digitTime(job.createdAt),
    ...(job.begunAt !== undefined && { beginTime: digitTime(job.begunAt) }),
    ...(job.endedAt !== undefined && { endTime: digitTime(job.endedAt) }),
  };
}

function jobDetail(drive: Drive, job: Job): Answer {
  const { packed, entries, userId } = job;
  return {
    jobInfo: {
      ...jobInfo(drive, job),
      taskName: `job-${job.jobId}`,
      userId: `${userId}-${drive.tenant.tenantId}`,
      progress: drive.jobs.progress(job),
      ...(packed && { downloadUrl: signedDownload(drive, packed.key, packed.name) }),
    },
    taskInfos: job.tasks.map((task) => taskInfo(job, task)),
    ...(entries && {
      uncompressedFileList: entries.map(({ name, folder, size, updatedAt }) => ({
        ...{ name, type: folder ? '2' : '1', updateAt: String(updatedAt), fileSize: String(size) },
      })),
    }),
  };
}

function taskInfo(job: Job, { fileId, status, newFileId, newFilePath, resultCode }: JobTask): Record<string, unknown> {
  return {
    fileId,
    status,
    ...(newFileId !== undefined && { newFileId }),
    ...(newFilePath !== undefined && { newFilePath }),
    ...(job.srcContainerId !== job.dstContainerId && { srcContainerId: job.srcContainerId }),
    ...(resultCode !== undefined && {
      resultCode: String(resultCode),
      resultDesc: resultCode === 0 ? 'success' : `failed: ${resultCode}`,
    }),
  };
}
