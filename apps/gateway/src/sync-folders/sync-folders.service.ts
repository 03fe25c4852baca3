import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { createInvalidInputProblem } from '#problem';
import { type NamedFolder, withFolder } from '../upstream/named-folder.js';
import type { OpenSyncFolderBody, SyncFolder } from './sync-folders.dto.js';
import { openSyncFolder } from './sync-folders.upstream.js';

/** Checks the rule that involves several fields: an existing folder or a name, not both. */
@Injectable()
export class SyncFoldersService {
  /** @throws ProblemError invalid-input for neither or both of folder and name */
  async open(koodrive: BoundClient, spaceId: string, body: OpenSyncFolderBody): Promise<SyncFolder> {
    const { folderId, name, parentId, hidden } = body;
    if (folderId === undefined && name === undefined)
      throw createInvalidInputProblem('/name', { en: 'give folderId or name', zh: '请提供 folderId 或 name' });
    if (folderId !== undefined && [name, parentId, hidden].some((value) => value !== undefined)) {
      throw createInvalidInputProblem('/folderId', { en: 'goes with no other member', zh: '不能与其他字段同时使用' });
    }
    const folder: NamedFolder = {
      spaceId,
      folderId: parentId ?? folderId ?? 'root',
      pointer: parentId ? '/parentId' : '/folderId',
    };
    return withFolder(koodrive, folder, () => openSyncFolder(koodrive, spaceId, body));
  }
}
