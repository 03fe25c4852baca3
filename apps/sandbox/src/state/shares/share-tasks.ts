import { Refusal, type Subject } from '../../operation.js';
import { pack } from '../archives/packing.js';
import type { Drive } from '../drive.js';
import type { FileNode } from '../files/file-node.js';
import { targetIn } from '../files/lookup.js';
import { copyInto, type Target } from '../files/moving.js';
import { noteVisit } from '../files/uploading.js';
import { Act } from '../files/visits.js';
import { newJob, type Job, type JobWork } from '../jobs/jobs.js';
import { callerOf, openSpace } from '../spaces/access.js';
import { openedShare, sharedFile } from './share-access.js';
import type { Share } from './shares.js';

/** Numbers of the share tasks; those of the batch jobs are others. */
export const ShareTaskType = { pack: 1, save: 2 } as const;

export interface ShareTaskWish {
  readonly taskType: number;
  readonly containerId: string;
  readonly fileIds: readonly string[];
  readonly target: { readonly fileId: string; readonly containerId: string } | undefined;
  readonly zipName: string | undefined;
  readonly kdstoken: string | undefined;
}

/**
 * Begins to pack files of a share, or to save copies of them. Saving needs a user, in whose space they go (inferred
 * for visitors without a session). Refuses with 13000102, 13000302 (another space) and as opening a share does.
 */
export function startShareTask(drive: Drive, subject: Subject, share: Share, wish: ShareTaskWish): Job {
  const { taskType, target, zipName } = wish;
  openedShare(drive, subject, share, wish.kdstoken);
  if (wish.containerId !== share.containerId) throw new Refusal(13000302, wish.containerId);
  if (new Set(wish.fileIds).size < wish.fileIds.length) throw new Refusal(13000102, 'fileIds: twice');
  if (taskType === ShareTaskType.pack && zipName === undefined) throw new Refusal(13000102, 'zipName: missing');
  if (taskType === ShareTaskType.save) {
    callerOf(drive, subject);
    if (!target) throw new Refusal(13000102, 'targetFileId: missing');
    openSpace(drive, subject, target.containerId);
  }
  const job = newJob({
    ...{ jobId: drive.ids.number(), userId: subject.kind === 'user' ? subject.userId : '' },
    ...{ taskType, actionType: undefined, srcContainerId: share.containerId, createdAt: drive.clock.now() },
    dstContainerId: target?.containerId ?? share.containerId,
    files: wish.fileIds.map((fileId) => ({ fileId, filePath: undefined })),
  });
  const saves = taskType === ShareTaskType.save && target !== undefined;
  drive.shareTasks.start(job, saves ? saving(drive, subject, share, target) : packing(drive, share, job, zipName));
  return job;
}

function saving(
  drive: Drive,
  subject: Subject,
  share: Share,
  { fileId, containerId }: NonNullable<ShareTaskWish['target']>,
): JobWork {
  const { userId } = callerOf(drive, subject);
  const target = (): Target => {
    const space = openSpace(drive, subject, containerId);
    return { space, folder: targetIn(drive, space, fileId, 13000305), userId };
  };
  return {
    step: (task) => {
      const copy = copyInto(drive, sharedFile(drive, share, task.fileId), target());
      task.newFileId = copy.id;
      noteVisit(drive, userId, copy, Act.saveFromShare);
    },
    finish: () => {
      share.saves += 1;
    },
  };
}

function packing(drive: Drive, share: Share, job: Job, name = 'share.zip'): JobWork {
  const nodes: FileNode[] = [];
  return {
    step: (task) => void nodes.push(sharedFile(drive, share, task.fileId)),
    finish: async () => {
      if (nodes.length > 0) job.packed = { key: await pack(drive, nodes), name };
    },
  };
}
