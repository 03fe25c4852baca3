import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { createInvalidInputProblem } from '#problem';
import type { OpenSyncFolderBody, SyncFolder } from './sync-folders.dto.js';
import { openSyncFolder } from './sync-folders.upstream.js';

/** Checks the rule that involves several fields: an existing folder or a name, not both. */
@Injectable()
export class SyncFoldersService {
  /** @throws ProblemError invalid-input for neither or both of folder and name */
  async open(koodrive: BoundClient, spaceId: string, body: OpenSyncFolderBody): Promise<SyncFolder> {
    const { folderId, name, parentId, hidden } = body;
    if (folderId === undefined && name === undefined) throw createInvalidInputProblem('/name', 'give folderId or name');
    if (folderId !== undefined && [name, parentId, hidden].some((value) => value !== undefined)) {
      throw createInvalidInputProblem('/folderId', 'folderId goes with no other member');
    }
    return openSyncFolder(koodrive, spaceId, body);
  }
}
