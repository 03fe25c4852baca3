import { Injectable } from '@nestjs/common';
import { AnswerCache } from '#cache';
import { type BoundClient, id } from '#koodrive';
import { tags } from '../http/freshness.js';
import { demand } from '../upstream/demand.js';
import { SharedStore } from '../upstream/shared-store.js';
import { SpaceDirectory } from '../upstream/space-directory.js';
import type { Job, StartJobBody } from './jobs.dto.js';
import { cancelJob, idPath, idPaths, readJob, startInput } from './jobs.upstream.js';

const dayInMs = 86_400_000;

/** What a job needs before it starts, and what becomes stale once it has ended. */
@Injectable()
export class JobsService {
  constructor(
    private readonly spaces: SpaceDirectory,
    private readonly cache: AnswerCache,
    private readonly store: SharedStore,
  ) {}

  async start(koodrive: BoundClient, body: StartJobBody): Promise<Job> {
    const paths = await this.paths(koodrive, body);
    const jobId = demand(id(await koodrive.call('createJob', startInput(body, paths))));
    await this.remember(jobId, [body.spaceId, body.targetSpaceId ?? body.spaceId]);
    return this.read(koodrive, jobId);
  }

  async read(koodrive: BoundClient, jobId: string): Promise<Job> {
    const job = await readJob(koodrive, jobId);
    if (job.status === 'completed' || job.status === 'cancelled') await this.settle(job);
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

  /** A job's detail names its target space only: which other space it changes is kept from its start. */
  private async remember(jobId: string, spaceIds: readonly string[]): Promise<void> {
    await this.store.use((store) => store.set(`job:${jobId}`, JSON.stringify([...new Set(spaceIds)]), dayInMs));
  }

  /**
   * Makes stale what the job has changed, before anybody hears that it has ended. Marked as done only afterwards: two
   * who see the end at once both purge, which costs little; one who skipped it too early could answer with old lists.
   */
  private async settle(job: Job): Promise<void> {
    const settled = `job-settled:${job.id}`;
    if (await this.store.use((store) => store.get(settled))) return;
    const kept = await this.store.use((store) => store.get(`job:${job.id}`));
    const spaceIds = new Set<string>(kept ? (JSON.parse(kept.toString()) as string[]) : []);
    if (job.spaceId) spaceIds.add(job.spaceId);
    await this.cache.purge([...[...spaceIds].map((spaceId) => tags.files(spaceId)), tags.search, tags.spaces]);
    await this.store.use((store) => store.set(settled, '1', dayInMs));
  }
}
