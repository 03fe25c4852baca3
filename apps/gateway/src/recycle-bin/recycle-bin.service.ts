import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import type { DriveFile } from '../files/files.dto.js';
import { listFiles } from '../files/files.upstream.js';
import { type ConfirmationQuery, requireConfirmation } from '../http/input/confirmation.js';
import type { Page } from '../http/input/page.js';
import { DeferredInvalidation } from '../http/response/deferred-invalidation.js';
import { SpaceMetadataCache } from '../upstream/space-metadata-cache.js';
import type { ListRecycleBinQuery } from './recycle-bin.dto.js';
import { emptyRecycleBin } from './recycle-bin.upstream.js';

/** Selects the upstream operation that lists the recycle bin, and empties it only after a confirmation. */
@Injectable()
export class RecycleBinService {
  constructor(
    private readonly spaces: SpaceMetadataCache,
    private readonly deferredInvalidation: DeferredInvalidation,
  ) {}

  async list(koodrive: BoundClient, spaceId: string, query: ListRecycleBinQuery): Promise<Page<DriveFile>> {
    const space = await this.spaces.get(koodrive, spaceId);
    const page = await listFiles(koodrive, space, spaceId, { ...query, parent: 'root' }, 'recycle-bin');
    const isCompleteList = query.cursor === undefined && query.type === undefined && page.nextCursor === null;
    if (isCompleteList && page.items.length === 0 && page.omitted === undefined)
      await this.deferredInvalidation.invalidateAfterEmptying(koodrive.principal, spaceId);
    return page;
  }

  /** @throws ProblemError confirmation-required */
  async empty(koodrive: BoundClient, spaceId: string, confirmation: ConfirmationQuery): Promise<void> {
    requireConfirmation(confirmation, spaceId);
    await this.deferredInvalidation.trackRecycleBinEmptying(koodrive.principal, spaceId);
    await emptyRecycleBin(koodrive, spaceId);
  }
}
