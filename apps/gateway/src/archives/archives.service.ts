import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { ProblemError } from '#problem';
import { type Pace, realPace } from '../http/connections/event-streams.js';
import { problemOfCode } from '../http/problems/koodrive-problems.js';
import type { ArchiveEntries } from './archives.dto.js';
import { listedByJob, openArchive } from './archives.upstream.js';

const firstPauseMs = 100;
const longestPauseMs = 1_000;
const patienceMs = 20_000;

/** Waits for the upstream to look into an archive, so that callers get its entries in one call. */
@Injectable()
export class ArchivesService {
  private readonly pace: Pace = realPace;

  async entries(
    koodrive: BoundClient,
    spaceId: string,
    fileId: string,
    password: string | undefined,
    signal: AbortSignal,
  ): Promise<ArchiveEntries> {
    const listing = await openArchive(koodrive, spaceId, fileId, password);
    if ('entries' in listing) return { items: listing.entries };
    const end = this.pace.now() + patienceMs;
    for (let pause = firstPauseMs; this.pace.now() < end; pause = Math.min(pause * 2, longestPauseMs)) {
      const found = await listedByJob(koodrive, listing.jobId);
      if (found && 'failed' in found) throw problemOfCode('listFile', found.failed);
      if (found) return { items: found.entries };
      await this.pace.wait(pause, signal);
      signal.throwIfAborted();
    }
    throw new ProblemError('upstream-timeout', { upstream: { operation: 'listFile' } });
  }
}
