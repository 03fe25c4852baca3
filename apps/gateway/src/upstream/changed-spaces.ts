import { Injectable } from '@nestjs/common';
import { AnswerCache } from '#cache';
import { tags } from '../http/freshness.js';
import { SharedStore } from './shared-store.js';

const dayInMs = 86_400_000;

/** Makes stale what a job has changed, once its end is seen. A job is named by its kind and id. */
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
    await this.cache.purge([...[...spaceIds].map((spaceId) => tags.files(spaceId)), tags.search, tags.spaces]);
    await this.store.use((store) => store.set(settled, '1', dayInMs));
  }
}
