import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { invalidInput } from '#problem';
import type { OpenSyncFolderBody, SyncFolder } from './sync-folders.dto.js';
import { openSyncFolder } from './sync-folders.upstream.js';

/** Holds the one rule that no single field can say: a folder that is there, or the name of one, not both. */
@Injectable()
export class SyncFoldersService {
  async open(koodrive: BoundClient, spaceId: string, body: OpenSyncFolderBody): Promise<SyncFolder> {
    const { folderId, name, parentId, hidden } = body;
    if (folderId === undefined && name === undefined) throw invalidInput('/name', 'give folderId or name');
    if (folderId !== undefined && [name, parentId, hidden].some((each) => each !== undefined)) {
      throw invalidInput('/folderId', 'folderId goes with no other member');
    }
    return openSyncFolder(koodrive, spaceId, body);
  }
}
