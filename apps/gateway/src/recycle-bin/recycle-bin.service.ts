import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import type { File } from '../files/files.dto.js';
import { listFiles } from '../files/files.upstream.js';
import { type ConfirmationQuery, requireConfirmation } from '../http/input/confirmation.js';
import type { Page } from '../http/input/page.js';
import { ChangedSpaces } from '../upstream/changed-spaces.js';
import { SpaceDirectory } from '../upstream/space-directory.js';
import type { ListRecycleBinQuery } from './recycle-bin.dto.js';
import { emptyRecycleBin } from './recycle-bin.upstream.js';

/** Decides which of the two listings a space's bin is read with, and that it is not emptied by a slip. */
@Injectable()
export class RecycleBinService {
  constructor(
    private readonly spaces: SpaceDirectory,
    private readonly changed: ChangedSpaces,
  ) {}

  async list(koodrive: BoundClient, spaceId: string, query: ListRecycleBinQuery): Promise<Page<File>> {
    const space = await this.spaces.find(koodrive, spaceId);
    const page = await listFiles(koodrive, space, spaceId, { ...query, parent: 'root' }, 'recycle-bin');
    const whole = query.cursor === undefined && query.type === undefined && page.nextCursor === null;
    if (whole && page.items.length === 0) await this.changed.foundEmpty(spaceId);
    return page;
  }

  async empty(koodrive: BoundClient, spaceId: string, confirmation: ConfirmationQuery): Promise<void> {
    requireConfirmation(confirmation, spaceId);
    await this.changed.emptying(spaceId);
    await emptyRecycleBin(koodrive, spaceId);
  }
}
