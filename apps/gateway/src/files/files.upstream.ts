import { type BoundClient, id, type Item, moment, type Output, whole } from '#koodrive';
import { invalidInput } from '#problem';
import type { Page } from '../http/input/page.js';
import { demand, demandText } from '../upstream/demand.js';
import type { SpaceAddress } from '../upstream/space-directory.js';
import type {
  CreateFolderBody,
  File,
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
const types = Object.fromEntries(Object.entries(fileTypeCodes).map(([word, code]) => [code, word])) as Readonly<
  Record<string, FileType>
>;
export const toFileType = (code: string | undefined): FileType | undefined => types[code ?? ''];
const folderMediaType = 'application/vnd.huawei-apps.folder';

const sortTypes = { name: 1, size: 2, createdAt: 3, modifiedAt: 4, recycledAt: 5, type: 6 } as const;
const renameModes = { rename: 2, refuse: 3 } as const;

/** `-name` -> descending by name. */
function sortInfo(sort: string | undefined): { sortInfo?: { sortType: 1 | 2 | 3 | 4 | 5 | 6; sortDirection: 1 | 2 } } {
  if (!sort) return {};
  const descending = sort.startsWith('-');
  const key = (descending ? sort.slice(1) : sort) as keyof typeof sortTypes;
  return { sortInfo: { sortType: sortTypes[key], sortDirection: descending ? 2 : 1 } };
}

type FileWire = Item<'getPersonalFiles'> | Output<'getFile'>;

export function toFile(wire: FileWire): File {
  const folder = wire.fileType === '10' || wire.fileType === '11' || wire.mimeType === folderMediaType;
  return {
    id: demand(id(wire.id)),
    kind: folder ? 'folder' : 'file',
    name: demandText(wire.fileName),
    type: toFileType(wire.fileType),
    mediaType: folder ? undefined : wire.mimeType || undefined,
    size: folder ? undefined : whole(wire.size),
    spaceId: id(wire.containers?.[0]),
    parentId: id(wire.parentFolder?.[0]),
    createdAt: moment(wire.createdTime),
    modifiedAt: moment(wire.editedTime),
    owner: wire.owners?.[0]?.displayName || undefined,
    modifiedBy: wire.lastEditor?.displayName || undefined,
    favorite: 'favorite' in wire ? wire.favorite : undefined,
    recycled: wire.recycled,
  };
}

/** The folder an id path ends in: `/root/a/file` -> `a`. */
const parentOf = (idPath: string | undefined): string | undefined => id(idPath?.split('/').at(-2));

export function toFoundFile(wire: Item<'Search'>): File {
  const folder = wire.fileType === '10' || wire.fileType === '11';
  return {
    id: demand(id(wire.id)),
    kind: folder ? 'folder' : 'file',
    name: demandText(wire.fileName),
    type: toFileType(wire.fileType),
    size: folder ? undefined : whole(wire.size),
    spaceId: id(wire.containerId),
    parentId: parentOf(wire.idPath),
    modifiedAt: moment(wire.updateTime),
    owner: wire.owner || undefined,
    favorite: wire.favorite,
    path: wire.namePath,
  };
}

/** What the upstream calls the two lists of a space. */
const lists = { tree: '0', 'recycle-bin': '1' } as const;

/** Individual and team spaces are listed by two operations of the same shape, each of which has two lists. */
export async function listFiles(
  koodrive: BoundClient,
  space: SpaceAddress,
  spaceId: string,
  { parent, type, sort, limit, cursor }: ListFilesQuery,
  list: keyof typeof lists = 'tree',
): Promise<Page<File>> {
  const body = {
    containerId: spaceId,
    parentFileId: parent,
    ...sortInfo(sort),
    ...(type && { fileType: fileTypeCodes[type] }),
  };
  const page = { limit, ...(cursor && { cursor }) };
  const found =
    space.kind === 'individual'
      ? await koodrive.page('getPersonalFiles', { type: lists[list], ...body }, page)
      : await koodrive.page(
          'getDepartmentFiles',
          { groupId: space.ownerId, type: lists[list], team_type: space.kind === 'group' ? 2 : 0, ...body },
          page,
        );
  return { items: found.items.map(toFile), nextCursor: found.nextCursor };
}

export const readFile = async (koodrive: BoundClient, spaceId: string, fileId: string): Promise<File> =>
  toFile(await koodrive.call('getFile', { fileId, containerId: spaceId }));

/** Makes a folder and reads it back: the upstream's answer holds its id and name only. */
export async function createFolder(
  koodrive: BoundClient,
  spaceId: string,
  { name, parentId, description, onConflict }: CreateFolderBody,
): Promise<File> {
  const made = await koodrive.call('createDirectory', {
    containerId: spaceId,
    fileName: name,
    fileType: '10',
    parentFolder: [parentId],
    renameMode: renameModes[onConflict],
    ...(description && { description }),
  });
  return readFile(koodrive, spaceId, demand(id(made.id)));
}

export async function renameFile(
  koodrive: BoundClient,
  spaceId: string,
  fileId: string,
  { name, onConflict }: RenameFileBody,
): Promise<File> {
  await koodrive.call('renameFile', { fileId, containerId: spaceId, name, renameMode: renameModes[onConflict] });
  return readFile(koodrive, spaceId, fileId);
}

export async function readPath(koodrive: BoundClient, spaceId: string, fileId: string): Promise<FilePath> {
  const { fileIdPath = '', namePath = '' } = await koodrive.call('GetFullPath', { fileId, containerId: spaceId });
  const names = namePath.split('/').filter(Boolean).slice(1);
  return { path: `/${names.join('/')}`, ids: fileIdPath.split('/').filter(Boolean) };
}

export async function readStats(koodrive: BoundClient, spaceId: string, fileId: string): Promise<FolderStats> {
  const stats = await koodrive.call('StatsDir', { fileId, containerId: spaceId, recursive: true });
  return {
    size: whole(stats.totalSize) ?? 0,
    folderCount: whole(stats.subDirCount) ?? 0,
    fileCount: whole(stats.subFileCount) ?? 0,
  };
}

export async function search(koodrive: BoundClient, query: SearchQuery): Promise<Page<File>> {
  const { q, spaceId, parent, type, sort, limit, cursor } = query;
  if (parent && !spaceId) throw invalidInput('/spaceId', { en: 'is required with parent', zh: '使用 parent 时必填' });
  const found = await koodrive.page(
    'Search',
    {
      searchType: query.in === 'team' ? 'team' : 'personal',
      recursived: true,
      filter: {
        keyWord: q,
        ...(spaceId && { containerId: spaceId }),
        ...(parent && { parentFolder: parent }),
        ...(type && { fileType: fileTypeCodes[type] }),
      },
      ...sortInfo(sort),
    },
    { limit, ...(cursor && { cursor }) },
  );
  return {
    items: found.items.map(toFoundFile),
    nextCursor: found.nextCursor,
    ...(found.total !== undefined && { total: found.total }),
  };
}
