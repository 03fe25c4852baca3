import { Refusal, type Subject } from '../../operation.js';
import { extract, archiveContent } from '../archives/extraction.js';
import { pack } from '../archives/packing.js';
import { readDirectory } from '../archives/zip-reader.js';
import type { Drive } from '../drive.js';
import type { FileNode } from '../files/file-node.js';
import { fileIn, liveFileIn, targetIn } from '../files/lookup.js';
import { copyInto, moveInto, removeForGood, type Target } from '../files/moving.js';
import { recycle, restore } from '../files/recycle-bin.js';
import { noteVisit } from '../files/uploading.js';
import { Act } from '../files/visits.js';
import { openSpace } from '../spaces/access.js';
import { SpaceKind } from '../spaces/spaces.js';
import type { Job, JobTask, JobWork } from './jobs.js';

/** Numbers of JobTaskType and JobActionType in the contract. */
export const TaskType = { copy: 1, delete: 2, move: 3, restore: 4, extract: 5, pack: 6, emptyBin: 7 } as const;
export const ActionType = { toBin: 201, forGood: 202, viewArchive: 501, extractPart: 503 } as const;

/** What a job of this kind does with each file; everything is looked up when its turn comes, not when it is asked for. */
export function workOf(drive: Drive, subject: Subject, job: Job): JobWork {
  const source = (): ReturnType<typeof openSpace> => openSpace(drive, subject, job.srcContainerId);
  const live = (task: JobTask): FileNode => liveFileIn(drive, source(), task.fileId, 13000302);
  const target = (): Target => targetOf(drive, subject, job);
  switch (job.taskType) {
    case TaskType.copy:
      return { step: (task) => became(drive, task, copied(drive, live(task), target())) };
    case TaskType.move:
      return { step: (task) => became(drive, task, moveInto(drive, live(task), target())) };
    case TaskType.restore:
      return { step: (task) => putBack(drive, subject, job, task) };
    case TaskType.extract:
      return { step: (task) => unzip(drive, job, task, live(task), target) };
    case TaskType.pack:
      return packing(drive, job, live);
    case TaskType.emptyBin:
      return { step: (task) => removeForGood(drive, recycledIn(drive, subject, job, task)) };
    default:
      return { step: (task) => remove(drive, job, task, fileIn(drive, source(), task.fileId, 13000302)) };
  }
}

/** The folder that a job puts things into: the last of a path of ids, or the root. */
function targetOf(drive: Drive, subject: Subject, job: Job): Target {
  const space = openSpace(drive, subject, job.dstContainerId);
  const folderId = job.targetPath?.split('/').findLast((id) => id !== '') ?? 'root';
  return { space, folder: targetIn(drive, space, folderId, 13000305), userId: job.userId };
}

/** A copy out of a team's space into one's own is among what one did lately. */
function copied(drive: Drive, node: FileNode, target: Target): FileNode {
  const copy = copyInto(drive, node, target);
  const fromTeam = drive.spaces.get(node.containerId).kind !== SpaceKind.individual;
  if (fromTeam && target.space.kind === SpaceKind.individual) noteVisit(drive, target.userId, copy, Act.saveToOwnSpace);
  return copy;
}

/** Notes what a file became, with its path of ids. */
function became(drive: Drive, task: JobTask, node: FileNode): void {
  task.newFileId = node.id;
  task.newFilePath = idPath(drive, node);
}

export function idPath(drive: Drive, node: FileNode): string {
  return `/${drive.tree
    .path(node)
    .map(({ id }) => id)
    .join('/')}`;
}

function remove(drive: Drive, job: Job, task: JobTask, node: FileNode): void {
  if (job.actionType === ActionType.forGood) return removeForGood(drive, node);
  // The path is what upstream restores by: a path that is not the file's own would lose it.
  if (task.filePath !== idPath(drive, node)) throw new Refusal(13000308, 'filePath');
  recycle(drive, node);
}

function recycledIn(drive: Drive, subject: Subject, job: Job, task: JobTask): FileNode {
  const node = fileIn(drive, openSpace(drive, subject, job.srcContainerId), task.fileId, 13000302);
  if (node.recycledAt === undefined) throw new Refusal(13000303, node.id);
  return node;
}

function putBack(drive: Drive, subject: Subject, job: Job, task: JobTask): void {
  const node = recycledIn(drive, subject, job, task);
  restore(drive, node, job.targetPath ? targetOf(drive, subject, job).folder : undefined);
  became(drive, task, node);
}

async function unzip(drive: Drive, job: Job, task: JobTask, archive: FileNode, target: () => Target): Promise<void> {
  if (job.actionType === ActionType.viewArchive) {
    job.entries = await readDirectory(archiveContent(drive, archive));
    return;
  }
  const paths = job.actionType === ActionType.extractPart ? job.uncompressFilePaths : undefined;
  became(drive, task, await extract(drive, archive, target(), paths));
}

/** Each file is looked at in its step, and all that are there are packed together at the end. */
function packing(drive: Drive, job: Job, live: (task: JobTask) => FileNode): JobWork {
  const nodes: FileNode[] = [];
  return {
    step: (task) => void nodes.push(live(task)),
    finish: async () => {
      if (nodes.length === 0) return;
      const name = nodes.length === 1 ? `${nodes[0]?.name ?? ''}.zip` : `package-${job.jobId}.zip`;
      job.packed = { key: await pack(drive, nodes), name };
    },
  };
}
