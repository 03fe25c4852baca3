import { createArchive } from '../archives/archive-creation.js';
import type { Drive } from '../drive.js';
import type { FileNode } from '../files/file-node.js';
import type { Job, JobProcessor, JobTask } from './jobs.js';

/**
 * Checks each file in its own step, and puts those that exist into one archive at the end.
 * @param findNode throws OperationError if the file of a task cannot be archived
 * @param getName name of the archive of these files
 */
export function createArchiveProcessor(
  drive: Drive,
  job: Job,
  findNode: (task: JobTask) => FileNode,
  getName: (nodes: readonly FileNode[]) => string,
): JobProcessor {
  const nodes: FileNode[] = [];
  return {
    processTask: (task) => void nodes.push(findNode(task)),
    finish: async () => {
      if (nodes.length > 0) job.archive = { key: await createArchive(drive, nodes), name: getName(nodes) };
    },
  };
}
