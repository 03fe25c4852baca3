import type { OperationHandlers } from '../../operation.js';
import { getArchiveBlob } from '../../state/archives/extraction.js';
import type { Drive } from '../../state/drive.js';
import { getActiveNode } from '../../state/files/lookup.js';
import { JobActionType, JobTaskType, createJobProcessor } from '../../state/jobs/job-processor.js';
import { buildJob } from '../../state/jobs/jobs.js';
import { requireUser, getAccessibleSpace } from '../../state/spaces/space-access.js';

/**
 * Lists the entries of an archive. The page documents two responses: the entries or a job. The contract types the list of
 * entries as one object, so the sandbox always starts a job, whose detail lists the entries.
 */
export function archiveHandlers(drive: Drive): OperationHandlers {
  return {
    listFile: ({ subject, body }) => {
      const { userId } = requireUser(drive, subject);
      const space = getAccessibleSpace(drive, subject, String(body.containerId));
      const node = getActiveNode(drive, space, String(body.fileId));
      getArchiveBlob(drive, node);
      const job = buildJob({
        jobId: drive.ids.nextNumericId(),
        userId,
        taskType: JobTaskType.extract,
        actionType: JobActionType.listArchive,
        srcContainerId: space.containerId,
        dstContainerId: space.containerId,
        createdAt: drive.clock.now(),
        files: [{ fileId: node.id, filePath: undefined }],
      });
      drive.jobs.start(job, createJobProcessor(drive, subject, job));
      return { data: { taskId: job.jobId, taskKey: job.jobId, progress: 0 } };
    },
  };
}
