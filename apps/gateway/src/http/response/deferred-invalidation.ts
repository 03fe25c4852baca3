import { ResponseCache } from '#cache';
import { cacheTags } from './cache-tags.js';
import { BestEffortStore, dayMs } from '#store';

/** One day. */
const trackingRetentionMs = dayMs;

/**
 * Invalidates what changes after the response to a write, once the gateway observes the change (docs/decisions/0005).
 * `job` is the kind and the id of a job, such as `job:7`.
 */
export class DeferredInvalidation {
  constructor(
    private readonly cache: ResponseCache,
    private readonly store: BestEffortStore,
  ) {}

  /**
   * Stores the spaces at the start of a job, since the details of a job do not always name all spaces that it changes.
   */
  async trackJob(job: string, spaceIds: readonly string[]): Promise<void> {
    await this.store.use((store) => store.set(job, JSON.stringify([...new Set(spaceIds)]), trackingRetentionMs));
  }

  /**
   * Call this before a response reports the end of the job. The job is marked as done after the invalidation: two
   * requests that observe the end at the same time both invalidate, which costs little. With the mark set first, the
   * second request could respond with old lists.
   *
   * @param otherSpaceIds spaces beside those of `trackJob`
   */
  async invalidateAfterJob(job: string, otherSpaceIds: readonly string[] = []): Promise<void> {
    const doneKey = `${job}:settled`;
    if (await this.store.use((store) => store.get(doneKey))) return;
    const trackedSpaceIds = await this.store.use((store) => store.get(job));
    const spaceIds = new Set([
      ...(trackedSpaceIds ? (JSON.parse(trackedSpaceIds.toString()) as string[]) : []),
      ...otherSpaceIds,
    ]);
    await this.invalidateSpaces([...spaceIds]);
    await this.store.use((store) => store.set(doneKey, '1', trackingRetentionMs));
  }

  /** Emptying a recycle bin continues after its response, without a job whose state could be read. */
  async trackRecycleBinEmptying(spaceId: string): Promise<void> {
    await this.store.use((store) => store.set(`emptying:${spaceId}`, '1', trackingRetentionMs));
  }

  /** Call this when a recycle bin was found empty, before the response reports it. */
  async invalidateAfterEmptying(spaceId: string): Promise<void> {
    if (!(await this.store.use((store) => store.get(`emptying:${spaceId}`)))) return;
    await this.invalidateSpaces([spaceId]);
    await this.store.use((store) => store.delete(`emptying:${spaceId}`));
  }

  /** A visit of a share changes its view count, which its owner sees. */
  invalidateShares(): Promise<void> {
    return this.cache.invalidate([cacheTags.shares]);
  }

  private invalidateSpaces(spaceIds: readonly string[]): Promise<void> {
    return this.cache.invalidate([
      ...spaceIds.map((spaceId) => cacheTags.files(spaceId)),
      cacheTags.search,
      cacheTags.spaces,
    ]);
  }
}
