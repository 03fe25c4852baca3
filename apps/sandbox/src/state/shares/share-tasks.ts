import { errorCodes } from '../../contract/errors.js';
import { OperationError, type Subject } from '../../operation.js';
import type { Drive } from '../drive.js';
import { copyNode, getDestination } from '../files/copy-move-delete.js';
import { recordVisit } from '../files/upload-lifecycle.js';
import { VisitAction } from '../files/visits.js';
import { createArchiveProcessor } from '../jobs/archive-processor.js';
import { buildJob, type Job, type JobProcessor } from '../jobs/jobs.js';
import { getAccessibleSpace, requireUser } from '../spaces/space-access.js';
import { getSharedFile, requireReadableShare } from './share-access.js';
import type { Share } from './shares.js';

/** Numbers of the contract for share tasks. Batch jobs have other numbers (JobTaskType). */
const ShareTaskType = { createArchive: 1, save: 2 } as const;

const defaultZipName = 'share.zip';

export interface ShareTaskRequest {
  /** 1 create an archive, 2 save copies. */
  readonly taskType: number;
  /** The space of the share. */
  readonly containerId: string;
  readonly fileIds: readonly string[];
  /** The folder for copies. */
  readonly target: { readonly fileId: string; readonly containerId: string } | undefined;
  readonly zipName: string | undefined;
  readonly kdstoken: string | undefined;
}

/**
 * Starts a job that creates an archive of files of a share, or saves copies of them. Only a user can save copies, into a
 * space that the user may access (inferred for visitors without a KooDrive session).
 * @throws OperationError invalidParameter (a duplicate file, a missing member, or no user), fileNotInSpecifiedSpace (not the
 *   space of the share), and the codes of `requireReadableShare` and `getAccessibleSpace`
 */
export function startShareTask(drive: Drive, subject: Subject, share: Share, request: ShareTaskRequest): Job {
  const { taskType, containerId, fileIds, target, zipName } = request;
  requireReadableShare(drive, subject, share, request.kdstoken);
  if (containerId !== share.containerId) throw new OperationError(errorCodes.fileNotInSpecifiedSpace, containerId);
  if (new Set(fileIds).size < fileIds.length) throw new OperationError(errorCodes.invalidParameter, 'fileIds: twice');
  if (taskType === ShareTaskType.createArchive && zipName === undefined)
    throw new OperationError(errorCodes.invalidParameter, 'zipName: missing');
  if (taskType === ShareTaskType.save) {
    requireUser(drive, subject);
    if (!target) throw new OperationError(errorCodes.invalidParameter, 'targetFileId: missing');
    getAccessibleSpace(drive, subject, target.containerId);
  }
  const job = buildJob({
    jobId: drive.ids.nextNumericId(),
    userId: subject.kind === 'user' ? subject.userId : '',
    taskType,
    actionType: undefined,
    srcContainerId: share.containerId,
    dstContainerId: target?.containerId ?? share.containerId,
    createdAt: drive.clock.now(),
    files: fileIds.map((fileId) => ({ fileId, filePath: undefined })),
  });
  const processor =
    taskType === ShareTaskType.save && target !== undefined
      ? createSaveProcessor(drive, subject, share, target)
      : createArchiveProcessor(
          drive,
          job,
          (task) => getSharedFile(drive, share, task.fileId),
          () => zipName ?? defaultZipName,
        );
  drive.shareTasks.start(job, processor);
  return job;
}

function createSaveProcessor(
  drive: Drive,
  subject: Subject,
  share: Share,
  target: NonNullable<ShareTaskRequest['target']>,
): JobProcessor {
  const { userId } = requireUser(drive, subject);
  return {
    processTask: (task) => {
      const sharedFile = getSharedFile(drive, share, task.fileId);
      const copy = copyNode(drive, sharedFile, getDestination(drive, subject, target, userId));
      task.newFileId = copy.id;
      recordVisit(drive, userId, copy, VisitAction.saveFromShare);
    },
    finish: () => {
      share.saveCount += 1;
    },
  };
}
