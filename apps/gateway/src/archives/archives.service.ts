import { Injectable } from '@nestjs/common';
import { createBudgetProblem, getAccountableId, LocalBudget } from '#callers';
import type { BoundClient } from '#koodrive';
import { ProblemError } from '#problem';
import { Metrics } from '#telemetry';
import { systemStreamClock } from '../http/connections/stream-clock.js';
import { toProblemFromCode } from '../http/problems/koodrive-problems.js';
import type { RequestContext } from '../http/request-context.js';
import type { ArchiveEntries } from './archives.dto.js';
import { readArchiveListingJob, requestArchiveListing } from './archives.upstream.js';

const initialPollDelayMs = 100;
const maxPollDelayMs = 1_000;
const pollTimeoutMs = 20_000;
/** Most archives are listed sooner. */
const retryAfterSeconds = 5;

interface ArchiveToList {
  readonly spaceId: string;
  readonly fileId: string;
  readonly password?: string;
}

/**
 * Waits until the upstream has listed an archive, so that callers get the entries in one call. The rate limits count one
 * call, but each wait polls the upstream: a caller can have a limited number of them (S33).
 */
@Injectable()
export class ArchivesService {
  private readonly budget: LocalBudget;

  constructor(metrics: Metrics) {
    this.budget = new LocalBudget('archiveListings', (budget, outcome) => metrics.recordCallerBudget(budget, outcome));
  }

  /**
   * @throws ProblemError too-many-requests if the caller waits for too many archives
   * @throws ProblemError upstream-timeout if the listing job does not end in time; or the problem of a failed listing
   */
  async listEntries(
    koodrive: BoundClient,
    archive: ArchiveToList,
    { caller, signal }: Pick<RequestContext, 'caller' | 'signal'>,
  ): Promise<ArchiveEntries> {
    if (!caller) throw new ProblemError('unauthenticated');
    const release = this.budget.tryAdmit(getAccountableId(caller));
    if (!release) throw createBudgetProblem('archiveListings', retryAfterSeconds);
    try {
      return await this.waitForEntries(koodrive, archive, signal);
    } finally {
      release();
    }
  }

  private async waitForEntries(
    koodrive: BoundClient,
    { spaceId, fileId, password }: ArchiveToList,
    signal: AbortSignal,
  ): Promise<ArchiveEntries> {
    const listing = await requestArchiveListing(koodrive, spaceId, fileId, password);
    if ('entries' in listing) return listing.entries;
    const endMs = systemStreamClock.nowMs() + pollTimeoutMs;
    let delayMs = initialPollDelayMs;
    while (systemStreamClock.nowMs() < endMs) {
      const result = await readArchiveListingJob(koodrive, listing.jobId);
      if (result && 'failureCode' in result) throw toProblemFromCode('listFile', result.failureCode);
      if (result) return result.entries;
      await systemStreamClock.sleep(delayMs, signal);
      signal.throwIfAborted();
      delayMs = Math.min(delayMs * 2, maxPollDelayMs);
    }
    throw new ProblemError('upstream-timeout', { upstream: { operation: 'listFile' } });
  }
}
