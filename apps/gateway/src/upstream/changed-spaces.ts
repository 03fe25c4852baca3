import { Injectable } from '@nestjs/common';
import { AnswerCache } from '#cache';
import { tags } from '../http/answer/freshness.js';
import { SharedStore } from './shared-store.js';

const dayInMs = 86_400_000;

/** Makes stale what changes after the answer of a write, once that is seen. A job is named by its kind and id. */
@Injectable()
export class ChangedSpaces {
  constructor(
    private readonly cache: AnswerCache,
    private readonly store: SharedStore,
  ) {}

  /** A job's detail need not name all spaces it changes: they are kept from its start. */
  async remember(job: string, spaceIds: readonly string[]): Promise<void> {
    await this.store.use((store) => store.set(job, JSON.stringify([...new Set(spaceIds)]), dayInMs));
  }

  /**
   * To be called before anybody hears that the job has ended. Marked as done only afterwards: two who see the end at
   * once both purge, which costs little; one who skipped it too early could answer with old lists.
   */
  async settle(job: string, others: readonly string[] = []): Promise<void> {
    const settled = `${job}:settled`;
    if (await this.store.use((store) => store.get(settled))) return;
    const kept = await this.store.use((store) => store.get(job));
    const spaceIds = new Set([...(kept ? (JSON.parse(kept.toString()) as string[]) : []), ...others]);
    await this.purge([...spaceIds]);
    await this.store.use((store) => store.set(settled, '1', dayInMs));
  }

  /** An emptying goes on without a job that could be asked. */
  async emptying(spaceId: string): Promise<void> {
    await this.store.use((store) => store.set(`emptying:${spaceId}`, '1', dayInMs));
  }

  /** To be called when a recycle bin was found empty, before anybody hears of it. */
  async foundEmpty(spaceId: string): Promise<void> {
    if (!(await this.store.use((store) => store.get(`emptying:${spaceId}`)))) return;
    await this.purge([spaceId]);
    await this.store.use((store) => store.delete(`emptying:${spaceId}`));
  }

  /** Who shares is told how often it was looked at. */
  shareViewed(): Promise<void> {
    return this.cache.purge([tags.shares]);
  }

  private purge(spaceIds: readonly string[]): Promise<void> {
    return this.cache.purge([...spaceIds.map((spaceId) => tags.files(spaceId)), tags.search, tags.spaces]);
  }
}
