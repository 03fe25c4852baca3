import { Injectable } from '@nestjs/common';
import { type BoundClient, parseId } from '#koodrive';
import { createInvalidInputProblem } from '#problem';
import { DeferredInvalidation } from '../http/response/deferred-invalidation.js';
import { requireFolder } from '../upstream/named-folder.js';
import { requiredFrom } from '../upstream/required.js';
import { SpaceMetadataCache } from '../upstream/space-metadata-cache.js';
import { hasJobEnded, type Job, type StartJobBody } from './jobs.dto.js';
import { cancelJob, readIdPath, readIdPaths, readJob, toCreateJobInput } from './jobs.upstream.js';

/**
 * Reads the paths that a job needs before it starts, and invalidates the responses that it changed when it has ended.
 */
@Injectable()
export class JobsService {
  constructor(
    private readonly spaces: SpaceMetadataCache,
    private readonly deferredInvalidation: DeferredInvalidation,
  ) {}

  /** @throws ProblemError invalid-input for a field that the action does not use */
  async start(koodrive: BoundClient, body: StartJobBody): Promise<Job> {
    rejectInapplicableFields(body);
    const paths = await this.readPaths(koodrive, body);
    const jobId = requiredFrom(
      'createJob',
      parseId(await koodrive.call('createJob', toCreateJobInput(body, paths))),
      'an id',
    );
    // The detail of a job names its target space only.
    await this.deferredInvalidation.trackJob(koodrive.principal, `job:${jobId}`, [
      body.spaceId,
      body.targetSpaceId ?? body.spaceId,
    ]);
    // The job runs whether or not it can be read, and its id is all that a caller needs.
    const { action, spaceId, targetSpaceId = spaceId } = body;
    return this.read(koodrive, jobId).catch(() => ({ id: jobId, action, status: 'waiting', spaceId: targetSpaceId }));
  }

  async read(koodrive: BoundClient, jobId: string): Promise<Job> {
    const job = await readJob(koodrive, jobId);
    if (hasJobEnded(job)) {
      await this.deferredInvalidation.invalidateAfterJob(
        koodrive.principal,
        `job:${jobId}`,
        job.spaceId ? [job.spaceId] : [],
      );
    }
    return job;
  }

  async cancel(koodrive: BoundClient, jobId: string): Promise<Job> {
    await cancelJob(koodrive, jobId);
    return this.read(koodrive, jobId);
  }

  /**
   * The paths that the contract requires: of the target folder, or of deleted files, because restoring them depends on
   * it.
   */
  private async readPaths(
    koodrive: BoundClient,
    { action, spaceId, fileIds, targetSpaceId = spaceId, targetFolderId, permanently }: StartJobBody,
  ): Promise<{ files: ReadonlyMap<string, string>; target?: string }> {
    if (action === 'copy' || action === 'move' || action === 'extract') {
      const space = await this.spaces.get(koodrive, targetSpaceId);
      const [target] = await Promise.all([
        readIdPath(koodrive, space, targetSpaceId, targetFolderId),
        requireFolder(koodrive, this.spaces, {
          spaceId: targetSpaceId,
          folderId: targetFolderId,
          pointer: '/targetFolderId',
        }),
      ]);
      return { files: new Map(), target };
    }
    if (action === 'delete' && !permanently) {
      const space = await this.spaces.get(koodrive, spaceId);
      return { files: await readIdPaths(koodrive, space, spaceId, fileIds) };
    }
    return { files: new Map() };
  }
}

const actionsWithTarget: readonly StartJobBody['action'][] = ['copy', 'move', 'extract'];

/** A field that the action does not use is rejected, because the caller expects an effect that it does not have. */
function rejectInapplicableFields(body: StartJobBody): void {
  const { action, targetSpaceId, targetFolderId, permanently, entries, password } = body;
  const hasTarget = actionsWithTarget.includes(action);
  const inapplicableFields = [
    ['/targetSpaceId', !hasTarget && targetSpaceId !== undefined],
    ['/targetFolderId', !hasTarget && targetFolderId !== 'root'],
    ['/permanently', action !== 'delete' && permanently],
    ['/entries', action !== 'extract' && entries !== undefined],
    ['/password', action !== 'extract' && password !== undefined],
  ] as const;
  for (const [pointer, isPresent] of inapplicableFields) {
    if (isPresent) {
      throw createInvalidInputProblem(pointer, {
        en: `does not go with action ${action}`,
        zh: `不适用于操作 ${action}`,
      });
    }
  }
}
