import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import type { Page } from '../http/page.js';
import { SpaceDirectory } from '../upstream/space-directory.js';
import type { File, ListFilesQuery } from './files.dto.js';
import { listFiles } from './files.upstream.js';

/** Decides which of the two listings a space is read with. */
@Injectable()
export class FilesService {
  constructor(private readonly spaces: SpaceDirectory) {}

  async list(koodrive: BoundClient, spaceId: string, query: ListFilesQuery): Promise<Page<File>> {
    return listFiles(koodrive, await this.spaces.find(koodrive, spaceId), spaceId, query);
  }
}
