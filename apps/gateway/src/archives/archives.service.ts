import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { ProblemError } from '#problem';
import { systemStreamClock } from '../http/connections/event-streams.js';
import { toProblemFromCode } from '../http/problems/koodrive-problems.js';
import type { ArchiveEntries } from './archives.dto.js';
import { readArchiveListingJob, requestArchiveListing } from './archives.upstream.js';

const initialPollDelayMs = 100;
const maxPollDelayMs = 1_000;
const pollTimeoutMs = 20_000;

/** Waits until the upstream has listed an archive, so that callers get the entries in one call. */
@Injectable()
export class ArchivesService {
  /**
   * @throws ProblemError upstream-timeout if the listing job does not end in time; or the problem of a failed listing
   */
  async listEntries(
    koodrive: BoundClient,
    spaceId: string,
    fileId: string,
    password: string | undefined,
    signal: AbortSignal,
  ): Promise<ArchiveEntries> {
    const listing = await requestArchiveListing(koodrive, spaceId, fileId, password);
    if ('entries' in listing) return { items: listing.entries };
    const endMs = systemStreamClock.nowMs() + pollTimeoutMs;
    let delayMs = initialPollDelayMs;
    while (systemStreamClock.nowMs() < endMs) {
      const result = await readArchiveListingJob(koodrive, listing.jobId);
      if (result && 'failureCode' in result) throw toProblemFromCode('listFile', result.failureCode);
      if (result) return { items: result.entries };
      await systemStreamClock.sleep(delayMs, signal);
      signal.throwIfAborted();
      delayMs = Math.min(delayMs * 2, maxPollDelayMs);
    }
    throw new ProblemError('upstream-timeout', { upstream: { operation: 'listFile' } });
  }
}
