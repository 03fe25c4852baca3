import { ResponseCache } from '#cache';
import { cacheTags } from './cache-tags.js';
import type { Principal } from '#koodrive';
import type { WriteRecords } from './write-records.js';

/**
 * Invalidates what changes after the response to a write, once the gateway observes the change (docs/decisions/0005).
 * `job` is the kind and the id of a job, such as `job:7`.
 */
export class DeferredInvalidation {
  constructor(
    private readonly cache: ResponseCache,
    private readonly records: WriteRecords,
  ) {}

  /**
   * Stores the spaces at the start of a job, since the details of a job do not always name all spaces that it changes.
   */
  async trackJob(principal: Principal, job: string, spaceIds: readonly string[]): Promise<void> {
    await this.records.save(principal, job, JSON.stringify([...new Set(spaceIds)]));
  }

  /**
   * Call this before a response reports the end of the job. The job is marked as done after the invalidation: two
   * requests that observe the end at the same time both invalidate, which costs little. With the mark set first, the
   * second request could respond with old lists.
   *
   * @param principal whom the mark is counted for
   * @param otherSpaceIds spaces beside those of `trackJob`
   */
  async invalidateAfterJob(principal: Principal, job: string, otherSpaceIds: readonly string[] = []): Promise<void> {
    const doneKey = `${job}:settled`;
    if (await this.records.find(doneKey)) return;
    const trackedSpaceIds = await this.records.find(job);
    const spaceIds = new Set([...(trackedSpaceIds ? (JSON.parse(trackedSpaceIds) as string[]) : []), ...otherSpaceIds]);
    await this.invalidateSpaces([...spaceIds]);
    await this.records.save(principal, doneKey, '1');
  }

  /** Emptying a recycle bin continues after its response, without a job whose state could be read. */
  async trackRecycleBinEmptying(principal: Principal, spaceId: string): Promise<void> {
    await this.records.save(principal, `emptying:${spaceId}`, '1');
  }

  /** Call this when a recycle bin was found empty, before the response reports it. */
  async invalidateAfterEmptying(principal: Principal, spaceId: string): Promise<void> {
    if (!(await this.records.find(`emptying:${spaceId}`))) return;
    await this.invalidateSpaces([spaceId]);
    await this.records.delete(principal, `emptying:${spaceId}`);
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
