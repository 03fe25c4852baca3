import { errorCodes } from '../contract/errors.js';
import { readObject, readObjects, readString, readStrings, readNumber } from '../json-input.js';
import { OperationError, type OperationResponse, type OperationHandlers, type OperationRequest } from '../operation.js';
import type { Drive } from '../state/drive.js';
import { JobActionType, JobTaskType, createJobProcessor } from '../state/jobs/job-processor.js';
import { buildJob, type ArchiveEntryInfo, type Job, type JobTask } from '../state/jobs/jobs.js';
import { requireUser, getAccessibleSpace } from '../state/spaces/space-access.js';
import { signDownloadUrl } from './files/downloads.js';
import { formatCompactTime } from './formats.js';
import { slicePage } from './input.js';

/** Max number of files to restore or to delete permanently in one job (facts/files.md, facts/tasks.md). */
const maxFilesPerJob = 1000;

/** The allowed actions of each task type. */
const actionTypesByTaskType: Readonly<Record<number, readonly number[]>> = {
  [JobTaskType.copy]: [101],
  [JobTaskType.delete]: [JobActionType.moveToRecycleBin, JobActionType.deletePermanently],
  [JobTaskType.move]: [301],
  [JobTaskType.extract]: [JobActionType.listArchive, 502, JobActionType.extractSelected],
  [JobTaskType.emptyRecycleBin]: [701],
};

/** Batch jobs: create, list, read, cancel. */
export function jobHandlers(drive: Drive): OperationHandlers {
  return {
    createJob: (request) => ({ data: createJob(drive, request) }),
    getJobList: ({ subject, query }) => {
      const { userId } = requireUser(drive, subject);
      const type = readNumber(query.type);
      const status = readNumber(query.status);
      const jobs = drive.jobs.listByUser(userId).filter((job) => {
        return (type === undefined || job.taskType === type) && (status === undefined || job.status === status);
      });
      return { data: slicePage(jobs, query).map((job) => toJobInfo(drive, job)) };
    },
    getJobDetail: ({ subject, path }) => {
      const job = drive.jobs.get(path.job_id ?? '', requireUser(drive, subject).userId);
      return { data: toJobDetail(drive, job) };
    },
    cancelJob: ({ subject, body }) => {
      drive.jobs.cancel(drive.jobs.get(String(body.jobId), requireUser(drive, subject).userId));
      return {};
    },
  };
}

function createJob(drive: Drive, { subject, body }: OperationRequest): string {
  const { userId } = requireUser(drive, subject);
  const taskInfo = readObject(body.taskInfo);
  const taskType = readNumber(body.taskType) ?? 0;
  const actionType = readNumber(body.actionType);
  const srcContainerId = String(taskInfo.srcContainerId);
  const dstContainerId = String(body.dstContainerId);
  const source = getAccessibleSpace(drive, subject, srcContainerId);
  getAccessibleSpace(drive, subject, dstContainerId);
  const emptiesRecycleBin = taskType === JobTaskType.emptyRecycleBin && readObjects(taskInfo.fileInfo).length === 0;
  const fileInfos: Readonly<Record<string, unknown>>[] = emptiesRecycleBin
    ? [...drive.tree.listRecycled(source.containerId)].map(({ id }) => ({ fileId: id }))
    : readObjects(taskInfo.fileInfo);
  const files = fileInfos.map(({ fileId, filePath }) => ({
    fileId: readString(fileId) ?? '',
    filePath: readString(filePath),
  }));
  checkFiles(taskType, actionType, files, emptiesRecycleBin);
  const paths = readStrings(taskInfo.uncompressFilePaths);
  const job = buildJob({
    jobId: drive.ids.nextNumericId(),
    userId,
    taskType,
    actionType,
    srcContainerId,
    dstContainerId,
    files,
    targetPath: readString(taskInfo.newFilePath),
    uncompressFilePaths: paths.length > 0 ? paths : undefined,
    createdAt: drive.clock.now(),
  });
  drive.jobs.start(job, createJobProcessor(drive, subject, job));
  return job.jobId;
}

/**
 * Checks the request before any file is looked up.
 * @throws OperationError invalidParameter
 */
function checkFiles(
  taskType: number,
  actionType: number | undefined,
  files: readonly Pick<JobTask, 'fileId' | 'filePath'>[],
  emptiesRecycleBin: boolean,
): void {
  const invalid = (detail: string): OperationError => new OperationError(errorCodes.invalidParameter, detail);
  if (actionType !== undefined && !actionTypesByTaskType[taskType]?.includes(actionType))
    throw invalid('actionType does not go with taskType');
  if (taskType === JobTaskType.delete && actionType === undefined) throw invalid('actionType: needed to delete');
  if (files.length === 0 && !emptiesRecycleBin) throw invalid('fileInfo: empty');
  if (files.some(({ fileId }) => fileId === '')) throw invalid('fileId: missing');
  if (new Set(files.map(({ fileId }) => fileId)).size < files.length) throw invalid('fileId: twice');
  const limited = taskType === JobTaskType.restore || actionType === JobActionType.deletePermanently;
  if (limited && files.length > maxFilesPerJob) throw invalid(`more than ${maxFilesPerJob} files`);
  if (actionType !== JobActionType.moveToRecycleBin) return;
  if (files.some(({ fileId, filePath }) => !filePath?.endsWith(`/${fileId}`)))
    throw invalid('filePath: the path with the file itself');
}

function toJobInfo(drive: Drive, job: Job): Record<string, unknown> {
  return {
    taskId: job.jobId,
    taskType: job.taskType,
    actionType: job.actionType,
    status: job.status,
    taskResultCode: job.result,
    resultCode: job.result === undefined ? undefined : 0,
    contentNum: job.tasks.length,
    containerId: job.dstContainerId,
    tenantId: drive.tenant.tenantId,
    createTime: formatCompactTime(job.createdAt),
    beginTime: job.startedAt === undefined ? undefined : formatCompactTime(job.startedAt),
    endTime: job.endedAt === undefined ? undefined : formatCompactTime(job.endedAt),
  };
}

function toJobDetail(drive: Drive, job: Job): OperationResponse {
  const { archive, archiveEntries, userId } = job;
  return {
    jobInfo: {
      ...toJobInfo(drive, job),
      taskName: `job-${job.jobId}`,
      userId: `${userId}-${drive.tenant.tenantId}`,
      progress: drive.jobs.getProgressPercent(job),
      downloadUrl: archive && signDownloadUrl(drive, archive.key, archive.name),
    },
    taskInfos: job.tasks.map((task) => toTaskInfo(job, task)),
    uncompressedFileList: archiveEntries?.map(toArchiveEntryInfo),
  };
}

function toArchiveEntryInfo({ name, isFolder, sizeBytes, updatedAt }: ArchiveEntryInfo): Record<string, unknown> {
  return { name, type: isFolder ? '2' : '1', updateAt: String(updatedAt), fileSize: String(sizeBytes) };
}

function toTaskInfo(
  job: Job,
  { fileId, status, newFileId, newFilePath, resultCode }: JobTask,
): Record<string, unknown> {
  return {
    fileId,
    status,
    newFileId,
    newFilePath,
    srcContainerId: job.srcContainerId === job.dstContainerId ? undefined : job.srcContainerId,
    resultCode: resultCode === undefined ? undefined : String(resultCode),
    resultDesc: describeResult(resultCode),
  };
}

function describeResult(resultCode: number | undefined): string | undefined {
  if (resultCode === undefined) return undefined;
  return resultCode === 0 ? 'success' : `failed: ${resultCode}`;
}
