import { Injectable } from '@nestjs/common';
import { type BoundClient, id } from '#koodrive';
import { invalidInput } from '#problem';
import { ChangedSpaces } from '../upstream/changed-spaces.js';
import { demand } from '../upstream/demand.js';
import { SpaceDirectory } from '../upstream/space-directory.js';
import type { Job, StartJobBody } from './jobs.dto.js';
import { cancelJob, idPath, idPaths, readJob, startInput } from './jobs.upstream.js';

/** What a job needs before it starts, and what becomes stale once it has ended. */
@Injectable()
export class JobsService {
  constructor(
    private readonly spaces: SpaceDirectory,
    private readonly changed: ChangedSpaces,
  ) {}

  async start(koodrive: BoundClient, body: StartJobBody): Promise<Job> {
    refuseWhatDoesNotApply(body);
    const paths = await this.paths(koodrive, body);
    const jobId = demand(id(await koodrive.call('createJob', startInput(body, paths))));
    // A job's detail names its target space only.
    await this.changed.remember(`job:${jobId}`, [body.spaceId, body.targetSpaceId ?? body.spaceId]);
    return this.read(koodrive, jobId);
  }

  async read(koodrive: BoundClient, jobId: string): Promise<Job> {
    const job = await readJob(koodrive, jobId);
    const ended = job.status === 'completed' || job.status === 'cancelled';
    if (ended) await this.changed.settle(`job:${jobId}`, job.spaceId ? [job.spaceId] : []);
    return job;
  }

  async cancel(koodrive: BoundClient, jobId: string): Promise<Job> {
    await cancelJob(koodrive, jobId);
    return this.read(koodrive, jobId);
  }

  /** Only what the contract asks for: a file's own path where restoring depends on it, the target's for a new place. */
  private async paths(
    koodrive: BoundClient,
    { action, spaceId, fileIds, targetSpaceId = spaceId, targetFolderId, permanently }: StartJobBody,
  ): Promise<{ files: ReadonlyMap<string, string>; target?: string }> {
    if (action === 'copy' || action === 'move' || action === 'extract') {
      const space = await this.spaces.find(koodrive, targetSpaceId);
      return { files: new Map(), target: await idPath(koodrive, space, targetSpaceId, targetFolderId) };
    }
    if (action === 'delete' && !permanently) {
      const space = await this.spaces.find(koodrive, spaceId);
      return { files: await idPaths(koodrive, space, spaceId, fileIds) };
    }
    return { files: new Map() };
  }
}

const withTarget: readonly StartJobBody['action'][] = ['copy', 'move', 'extract'];

/** What an action does not look at is refused: a caller who says it means something that will not happen. */
function refuseWhatDoesNotApply(body: StartJobBody): void {
  const { action, targetSpaceId, targetFolderId, permanently, entries, password } = body;
  const targeted = withTarget.includes(action);
  const stray = [
    ['/targetSpaceId', !targeted && targetSpaceId !== undefined],
    ['/targetFolderId', !targeted && targetFolderId !== 'root'],
    ['/permanently', action !== 'delete' && permanently],
    ['/entries', action !== 'extract' && entries !== undefined],
    ['/password', action !== 'extract' && password !== undefined],
  ] as const;
  for (const [pointer, given] of stray) {
    if (given) throw invalidInput(pointer, { en: `does not go with action ${action}`, zh: `不适用于操作 ${action}` });
  }
}
