import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { loadExpansions } from '../http/response/expansion.js';
import { type Page, defaultPageSize } from '../http/input/page.js';
import { requireTeamSpace, listPermissions } from '../permissions/permissions.upstream.js';
import { SpaceMetadataCache } from '../upstream/space-metadata-cache.js';
import { listVersions } from '../versions/versions.upstream.js';
import type { ExpandedFile, DriveFile, FileParams, ListFilesQuery, ReadFileQuery } from './files.dto.js';
import { listFiles, readFile, readFilePath } from './files.upstream.js';

/** Selects the upstream operation that lists a space, and adds the expanded parts to a file. */
@Injectable()
export class FilesService {
  constructor(private readonly spaces: SpaceMetadataCache) {}

  async list(koodrive: BoundClient, spaceId: string, query: ListFilesQuery): Promise<Page<DriveFile>> {
    return listFiles(koodrive, await this.spaces.get(koodrive, spaceId), spaceId, query);
  }

  /**
   * Reads the file and the requested parts concurrently. The next page of a part is available on the route of the part.
   */
  async read(koodrive: BoundClient, { spaceId, fileId }: FileParams, { expand }: ReadFileQuery): Promise<ExpandedFile> {
    const page = { limit: defaultPageSize };
    const permissions = async () => {
      const space = requireTeamSpace(await this.spaces.get(koodrive, spaceId));
      return listPermissions(koodrive, spaceId, space, { ...page, fileId });
    };
    const [file, expanded] = await Promise.all([
      readFile(koodrive, spaceId, fileId),
      loadExpansions(expand, {
        permissions,
        path: () => readFilePath(koodrive, spaceId, fileId),
        versions: () => listVersions(koodrive, { spaceId, fileId }, page),
      }),
    ]);
    return { ...file, expanded };
  }
}
