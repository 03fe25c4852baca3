import type { Handlers } from '../../operation.js';
import { archiveContent } from '../../state/archives/extraction.js';
import type { Drive } from '../../state/drive.js';
import { liveFileIn } from '../../state/files/lookup.js';
import { ActionType, TaskType, workOf } from '../../state/jobs/job-work.js';
import { newJob } from '../../state/jobs/jobs.js';
import { callerOf, openSpace } from '../../state/spaces/access.js';

/**
 * Looking into an archive. The page has two ways to answer; the contract types the list of the direct one as an
 * object, so that it could hold one entry: the sandbox always begins a job, whose detail lists the entries.
 */
export function archiveHandlers(drive: Drive): Handlers {
  return {
    listFile: ({ subject, body }) => {
      const { userId } = callerOf(drive, subject);
      const space = openSpace(drive, subject, String(body.containerId));
      const node = liveFileIn(drive, space, String(body.fileId));
      archiveContent(drive, node);
      const job = newJob({
        ...{ jobId: drive.ids.number(), userId, taskType: TaskType.extract, actionType: ActionType.viewArchive },
        ...{ srcContainerId: space.containerId, dstContainerId: space.containerId, createdAt: drive.clock.now() },
        files: [{ fileId: node.id, filePath: undefined }],
      });
      drive.jobs.start(job, workOf(drive, subject, job));
      return { data: { taskId: job.jobId, taskKey: job.jobId, progress: 0 } };
    },
  };
}
