import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { expand } from '../http/answer/expansion.js';
import { type Page, pageLength } from '../http/input/page.js';
import { demandTeamSpace, listPermissions } from '../permissions/permissions.upstream.js';
import { SpaceDirectory } from '../upstream/space-directory.js';
import { listVersions } from '../versions/versions.upstream.js';
import type { ExpandedFile, File, FileParams, ListFilesQuery, ReadFileQuery } from './files.dto.js';
import { listFiles, readFile, readPath } from './files.upstream.js';

/** Decides which of the two listings a space is read with, and what comes along with a file. */
@Injectable()
export class FilesService {
  constructor(private readonly spaces: SpaceDirectory) {}

  async list(koodrive: BoundClient, spaceId: string, query: ListFilesQuery): Promise<Page<File>> {
    return listFiles(koodrive, await this.spaces.find(koodrive, spaceId), spaceId, query);
  }

  /** The file and the parts asked for, side by side. A part's next page is where its own route goes on. */
  async read(
    koodrive: BoundClient,
    { spaceId, fileId }: FileParams,
    { expand: words }: ReadFileQuery,
  ): Promise<ExpandedFile> {
    const page = { limit: pageLength };
    const permissions = async () => {
      const space = demandTeamSpace(await this.spaces.find(koodrive, spaceId));
      return listPermissions(koodrive, spaceId, space, { ...page, fileId });
    };
    const [file, expanded] = await Promise.all([
      readFile(koodrive, spaceId, fileId),
      expand(words, {
        permissions,
        path: () => readPath(koodrive, spaceId, fileId),
        versions: () => listVersions(koodrive, { spaceId, fileId }, page),
      }),
    ]);
    return { ...file, ...(expanded && { expanded }) };
  }
}
