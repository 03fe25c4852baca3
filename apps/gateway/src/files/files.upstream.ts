import {
  type BoundClient,
  parseId,
  type PagedItem,
  parseTimestamp,
  type OperationOutput,
  parseNonNegativeInteger,
} from '#koodrive';
import { createInvalidInputProblem } from '#problem';
import type { Page } from '../http/input/page.js';
import { createCodeReader } from '../upstream/code-reader.js';
import { describesFolder } from '../upstream/file-kind.js';
import { mapPage, withoutTotal } from '../upstream/map-entries.js';
import { withFolder, withoutRootFolder } from '../upstream/named-folder.js';
import { required, requiredCount, requiredId, requiredText } from '../upstream/required.js';
import type { SpaceMetadata } from '../upstream/space-metadata-cache.js';
import type {
  ConflictPolicy,
  CreateFolderBody,
  DriveFile,
  FilePath,
  FileType,
  FolderStats,
  ListFilesQuery,
  RenameFileBody,
  SearchQuery,
} from './files.dto.js';

export const fileTypeCodes = {
  folder: '10',
  'smart-folder': '11',
  image: '15',
  video: '20',
  word: '26',
  excel: '27',
  ppt: '28',
  audio: '30',
  archive: '35',
  application: '40',
  other: '45',
} as const satisfies Record<FileType, string>;
export const toFileType = createCodeReader(fileTypeCodes);

const sortTypeCodes = { name: 1, size: 2, createdAt: 3, modifiedAt: 4, recycledAt: 5, type: 6 } as const;
export const renameModeCodes = { rename: 2, refuse: 3 } as const satisfies Record<ConflictPolicy, number>;

/** The upstream's code for the direction of `?sort=`: 1 for `name`, 2 for `-name` (descending). */
export const toSortDirectionCode = (sort: string | undefined): 1 | 2 | undefined =>
  sort ? (sort.startsWith('-') ? 2 : 1) : undefined;

/** The upstream's form of `?sort=`. */
function toSortInfo(sort: string | undefined): { sortType: 1 | 2 | 3 | 4 | 5 | 6; sortDirection: 1 | 2 } | undefined {
  const sortDirection = toSortDirectionCode(sort);
  if (!sort || !sortDirection) return undefined;
  const key = sort.replace(/^-/, '') as keyof typeof sortTypeCodes;
  return { sortType: sortTypeCodes[key], sortDirection };
}

type FileWire = PagedItem<'getPersonalFiles'> | OperationOutput<'getFile'>;

export function toDriveFile(wire: FileWire): DriveFile {
  // Either of the two tells a folder. Without both, a folder would look like a file.
  required(wire.fileType ?? wire.mimeType, wire, 'fileType');
  const isFolder = describesFolder(wire);
  return {
    id: requiredId(wire, 'id'),
    kind: isFolder ? 'folder' : 'file',
    name: requiredText(wire, 'fileName'),
    type: toFileType(wire.fileType),
    mediaType: isFolder ? undefined : wire.mimeType || undefined,
    size: isFolder ? undefined : parseNonNegativeInteger(wire.size),
    spaceId: parseId(wire.containers?.[0]),
    parentId: parseId(wire.parentFolder?.[0]),
    createdAt: parseTimestamp(wire.createdTime),
    modifiedAt: parseTimestamp(wire.editedTime),
    owner: wire.owners?.[0]?.displayName || undefined,
    modifiedBy: wire.lastEditor?.displayName || undefined,
    favorite: 'favorite' in wire ? wire.favorite : undefined,
    recycled: wire.recycled,
  };
}

/** The parent folder in an id path: `/root/a/file` -> `a`. */
const parentIdFromPath = (idPath: string | undefined): string | undefined => parseId(idPath?.split('/').at(-2));

function toSearchHit(wire: PagedItem<'Search'>): DriveFile {
  const isFolder = describesFolder({ fileType: required(wire.fileType, wire, 'fileType') });
  return {
    id: requiredId(wire, 'id'),
    kind: isFolder ? 'folder' : 'file',
    name: requiredText(wire, 'fileName'),
    type: toFileType(wire.fileType),
    size: isFolder ? undefined : parseNonNegativeInteger(wire.size),
    spaceId: parseId(wire.containerId),
    parentId: parentIdFromPath(wire.idPath),
    modifiedAt: parseTimestamp(wire.updateTime),
    owner: wire.owner || undefined,
    favorite: wire.favorite,
    path: wire.namePath,
  };
}

/** The upstream's codes of the two lists of a space. */
const listTypeCodes = { tree: '0', 'recycle-bin': '1' } as const;

/** team_type of getDepartmentFiles. */
const teamTypeCodes = { department: 0, group: 2 } as const;

/** One page of a list of a space. Individual and team spaces have separate upstream operations with the same input. */
export async function listFiles(
  koodrive: BoundClient,
  space: SpaceMetadata,
  spaceId: string,
  { parent, type, sort, limit, cursor }: ListFilesQuery,
  list: keyof typeof listTypeCodes = 'tree',
): Promise<Page<DriveFile>> {
  const input = {
    containerId: spaceId,
    parentFileId: parent,
    sortInfo: toSortInfo(sort),
    fileType: type && fileTypeCodes[type],
    type: listTypeCodes[list],
  };
  const options = { limit, cursor };
  const page = await withFolder(koodrive, { spaceId, folderId: parent, pointer: '/parent' }, async () =>
    space.kind === 'individual'
      ? koodrive.fetchPage('getPersonalFiles', input, options)
      : koodrive.fetchPage(
          'getDepartmentFiles',
          { ...input, groupId: space.ownerId, team_type: teamTypeCodes[space.kind] },
          options,
        ),
  );
  return withoutTotal(mapPage(page, toDriveFile));
}

export const readFile = async (koodrive: BoundClient, spaceId: string, fileId: string): Promise<DriveFile> =>
  toDriveFile(await koodrive.call('getFile', { fileId, containerId: spaceId }));

/** Creates a folder and reads it, because the response of the upstream has only its id and name. */
export async function createFolder(
  koodrive: BoundClient,
  spaceId: string,
  { name, parentId, description, onConflict }: CreateFolderBody,
): Promise<DriveFile> {
  const created = await withFolder(koodrive, { spaceId, folderId: parentId, pointer: '/parentId' }, () =>
    koodrive.call('createDirectory', {
      containerId: spaceId,
      fileName: name,
      fileType: fileTypeCodes.folder,
      parentFolder: [parentId],
      renameMode: renameModeCodes[onConflict],
      description,
    }),
  );
  return readFile(koodrive, spaceId, requiredId(created, 'id'));
}

export async function renameFile(
  koodrive: BoundClient,
  spaceId: string,
  fileId: string,
  { name, onConflict }: RenameFileBody,
): Promise<DriveFile> {
  await withoutRootFolder(koodrive, spaceId, { '/fileId': fileId }, () =>
    koodrive.call('renameFile', { fileId, containerId: spaceId, name, renameMode: renameModeCodes[onConflict] }),
  );
  return readFile(koodrive, spaceId, fileId);
}

export async function readFilePath(koodrive: BoundClient, spaceId: string, fileId: string): Promise<FilePath> {
  const wire = await koodrive.call('GetFullPath', { fileId, containerId: spaceId });
  const names = requiredText(wire, 'namePath').split('/').filter(Boolean).slice(1);
  return { path: `/${names.join('/')}`, ids: requiredText(wire, 'fileIdPath').split('/').filter(Boolean) };
}

export async function readFolderStats(koodrive: BoundClient, spaceId: string, fileId: string): Promise<FolderStats> {
  const stats = await withFolder(koodrive, { spaceId, folderId: fileId, pointer: '/fileId' }, () =>
    koodrive.call('StatsDir', { fileId, containerId: spaceId, recursive: true }),
  );
  return {
    size: requiredCount(stats, 'totalSize'),
    folderCount: requiredCount(stats, 'subDirCount'),
    fileCount: requiredCount(stats, 'subFileCount'),
  };
}

/** @throws ProblemError invalid-input for a parent folder without its space */
export async function searchFiles(koodrive: BoundClient, query: SearchQuery): Promise<Page<DriveFile>> {
  const { q, spaceId, parent, type, sort, limit, cursor } = query;
  if (parent && !spaceId)
    throw createInvalidInputProblem('/spaceId', { en: 'is required with parent', zh: '使用 parent 时必填' });
  const search = () =>
    koodrive.fetchPage(
      'Search',
      {
        searchType: query.in === 'team' ? 'team' : 'personal',
        recursived: true,
        filter: {
          keyWord: q,
          containerId: spaceId,
          parentFolder: parent,
          fileType: type && fileTypeCodes[type],
        },
        sortInfo: toSortInfo(sort),
      },
      { limit, cursor },
    );
  const page =
    spaceId && parent
      ? await withFolder(koodrive, { spaceId, folderId: parent, pointer: '/parent' }, search)
      : await search();
  return mapPage(page, toSearchHit);
}
