import { errorCodes } from '../../contract/errors.js';
import { OperationError, type Subject } from '../../operation.js';
import { extractArchive, getArchiveBlob } from '../archives/extraction.js';
import { readCentralDirectory } from '../archives/zip-reader.js';
import type { Drive } from '../drive.js';
import { copyNode, deletePermanently, getDestination, moveNode, type Destination } from '../files/copy-move-delete.js';
import type { FileNode } from '../files/file-node.js';
import { getActiveNode, getNode } from '../files/lookup.js';
import { moveToRecycleBin, restoreFromRecycleBin } from '../files/recycle-bin.js';
import { recordVisit } from '../files/upload-lifecycle.js';
import { VisitAction } from '../files/visits.js';
import { getAccessibleSpace } from '../spaces/space-access.js';
import { SpaceKind, type Space } from '../spaces/spaces.js';
import { createArchiveProcessor } from './archive-processor.js';
import type { Job, JobProcessor, JobTask } from './jobs.js';

/** Numbers of the contract. */
export const JobTaskType = {
  copy: 1,
  delete: 2,
  move: 3,
  restore: 4,
  extract: 5,
  createArchive: 6,
  emptyRecycleBin: 7,
} as const;
/** Numbers of the contract. */
export const JobActionType = {
  moveToRecycleBin: 201,
  deletePermanently: 202,
  listArchive: 501,
  extractSelected: 503,
} as const;

/**
 * The processor for a job of this task type. It checks access and looks up nodes when a task runs, not when the job is
 * created.
 */
export function createJobProcessor(drive: Drive, subject: Subject, job: Job): JobProcessor {
  const getSource = (): Space => getAccessibleSpace(drive, subject, job.srcContainerId);
  const getTaskNode = (task: JobTask): FileNode =>
    getActiveNode(drive, getSource(), task.fileId, errorCodes.fileNotInSpecifiedSpace);
  const getTarget = (): Destination => getJobDestination(drive, subject, job);
  switch (job.taskType) {
    case JobTaskType.copy:
      return {
        processTask: (task) => recordNewNode(drive, task, copyAndRecordVisit(drive, getTaskNode(task), getTarget())),
      };
    case JobTaskType.move:
      return { processTask: (task) => recordNewNode(drive, task, moveNode(drive, getTaskNode(task), getTarget())) };
    case JobTaskType.restore:
      return { processTask: (task) => restoreTaskNode(drive, subject, job, task) };
    case JobTaskType.extract:
      return { processTask: (task) => processArchive(drive, job, task, getTaskNode(task), getTarget) };
    case JobTaskType.createArchive:
      return createArchiveProcessor(drive, job, getTaskNode, (nodes) => getArchiveName(job, nodes));
    case JobTaskType.emptyRecycleBin:
      return { processTask: (task) => deletePermanently(drive, getRecycledNode(drive, subject, job, task)) };
    default:
      return {
        processTask: (task) =>
          deleteTaskNode(
            drive,
            job,
            task,
            getNode(drive, getSource(), task.fileId, errorCodes.fileNotInSpecifiedSpace),
          ),
      };
  }
}

/** The destination folder of a job: the last id of `targetPath`, or the root of the destination space. */
function getJobDestination(drive: Drive, subject: Subject, job: Job): Destination {
  const fileId = job.targetPath?.split('/').findLast((id) => id !== '') ?? 'root';
  return getDestination(drive, subject, { containerId: job.dstContainerId, fileId }, job.userId);
}

/** Copies a node. A copy from a team space into an individual space is a recent visit of the user. */
function copyAndRecordVisit(drive: Drive, node: FileNode, destination: Destination): FileNode {
  const copy = copyNode(drive, node, destination);
  const isFromTeamSpace = drive.spaces.get(node.containerId).kind !== SpaceKind.individual;
  if (isFromTeamSpace && destination.space.kind === SpaceKind.individual)
    recordVisit(drive, destination.userId, copy, VisitAction.saveToOwnSpace);
  return copy;
}

/** Stores the id and the path of the node that a task created, moved or restored. */
function recordNewNode(drive: Drive, task: JobTask, node: FileNode): void {
  task.newFileId = node.id;
  task.newFilePath = getIdPath(drive, node);
}

/** Path of a node by ids, from the root folder of the space: `/<id>/<id>`. */
export function getIdPath(drive: Drive, node: FileNode): string {
  return `/${drive.tree
    .getPath(node)
    .map(({ id }) => id)
    .join('/')}`;
}

function deleteTaskNode(drive: Drive, job: Job, task: JobTask, node: FileNode): void {
  if (job.actionType === JobActionType.deletePermanently) return deletePermanently(drive, node);
  // Upstream restores by this path: with a wrong path, the file could not be restored to its folder.
  if (task.filePath !== getIdPath(drive, node)) throw new OperationError(errorCodes.fileMetadataError, 'filePath');
  moveToRecycleBin(drive, node);
}

function getRecycledNode(drive: Drive, subject: Subject, job: Job, task: JobTask): FileNode {
  const node = getNode(
    drive,
    getAccessibleSpace(drive, subject, job.srcContainerId),
    task.fileId,
    errorCodes.fileNotInSpecifiedSpace,
  );
  if (node.recycledAt === undefined) throw new OperationError(errorCodes.fileNotInRecycleBin, node.id);
  return node;
}

function restoreTaskNode(drive: Drive, subject: Subject, job: Job, task: JobTask): void {
  const node = getRecycledNode(drive, subject, job, task);
  restoreFromRecycleBin(drive, node, job.targetPath ? getJobDestination(drive, subject, job).folder : undefined);
  recordNewNode(drive, task, node);
}

async function processArchive(
  drive: Drive,
  job: Job,
  task: JobTask,
  archive: FileNode,
  getTarget: () => Destination,
): Promise<void> {
  if (job.actionType === JobActionType.listArchive) {
    job.archiveEntries = await readCentralDirectory(getArchiveBlob(drive, archive));
    return;
  }
  const paths = job.actionType === JobActionType.extractSelected ? job.uncompressFilePaths : undefined;
  recordNewNode(drive, task, await extractArchive(drive, archive, getTarget(), paths));
}

function getArchiveName(job: Job, nodes: readonly FileNode[]): string {
  const [first, ...others] = nodes;
  return first && others.length === 0 ? `${first.name}.zip` : `package-${job.jobId}.zip`;
}
