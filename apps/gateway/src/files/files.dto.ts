import { Bytes, FileName, Flag, Id, Ids, ListOf, Moment, Part, Text, Whole, Word } from '../http/input/fields.js';
import { Expand, FailedExpansion } from '../http/answer/expansion.js';
import { type Page, pageOf, pageQueryOf, projectionOf } from '../http/input/page.js';
import { Permission } from '../permissions/permissions.dto.js';
import { Version } from '../versions/versions.dto.js';

export const fileTypes = [
  'folder',
  'smart-folder',
  'image',
  'video',
  'word',
  'excel',
  'ppt',
  'audio',
  'archive',
  'application',
  'other',
] as const;
export type FileType = (typeof fileTypes)[number];

/** A file or a folder. */
export class File {
  @Id()
  id!: string;

  @Word(['file', 'folder'])
  kind!: 'file' | 'folder';

  @Text({ max: 250, example: 'Report 2026.pdf' })
  name!: string;

  @Word(fileTypes, { optional: true })
  type?: FileType | undefined;

  @Text({ max: 255, optional: true, example: 'application/pdf' })
  mediaType?: string | undefined;

  @Bytes({ optional: true, description: 'Folders have none.' })
  size?: number | undefined;

  @Id({ optional: true, description: 'The space it is in.' })
  spaceId?: string | undefined;

  @Id({ optional: true, description: 'The folder it is in.' })
  parentId?: string | undefined;

  @Moment({ optional: true })
  createdAt?: string | undefined;

  @Moment({ optional: true })
  modifiedAt?: string | undefined;

  @Text({ max: 250, optional: true, description: 'Display name of the owner.' })
  owner?: string | undefined;

  @Text({ max: 250, optional: true, description: 'Display name of who changed it last.' })
  modifiedBy?: string | undefined;

  @Flag({ optional: true, description: 'Whether it is among your favourites.' })
  favorite?: boolean | undefined;

  @Flag({ optional: true, description: 'Whether it is in the recycle bin.' })
  recycled?: boolean | undefined;

  @Text({ max: 10_000, optional: true, description: 'Path of names; searches only.' })
  path?: string | undefined;
}

export class FolderParams {
  @Id({ description: 'The space.' })
  spaceId!: string;
}

export class FileParams extends FolderParams {
  @Id({ description: 'The file or folder.' })
  fileId!: string;
}

export const sortKeys = ['name', 'size', 'createdAt', 'modifiedAt', 'type'] as const;

export class ListFilesQuery extends pageQueryOf(File, sortKeys) {
  @Id({ optional: true, default: 'root', description: 'The folder to list; `root` is the top of the space.' })
  parent: string = 'root';

  @Word(fileTypes, { optional: true, description: 'Only files of this type.' })
  type?: FileType;
}

export class CreateFolderBody {
  @FileName({ example: 'Contracts' })
  name!: string;

  @Id({ optional: true, default: 'root', description: 'The folder to make it in; `root` is the top of the space.' })
  parentId: string = 'root';

  @Text({ max: 512, optional: true })
  description?: string;

  @Word(['refuse', 'rename'], {
    optional: true,
    default: 'refuse',
    description: 'What to do when the name is taken: refuse with name-taken, or let the upstream append a timestamp.',
  })
  onConflict: 'refuse' | 'rename' = 'refuse';
}

export class RenameFileBody {
  @FileName({ example: 'Contracts 2026' })
  name!: string;

  @Word(['refuse', 'rename'], { optional: true, default: 'refuse', description: 'What to do when the name is taken.' })
  onConflict: 'refuse' | 'rename' = 'refuse';
}

/** Where a file is, from the top of its space down to itself. */
export class FilePath {
  @Text({ max: 10_000, example: '/Contracts/Report 2026.pdf', description: 'Names, joined by slashes.' })
  path!: string;

  @Ids({ max: 64, description: 'Ids from the top of the space down to the file.' })
  ids!: string[];
}

export const fileParts = ['permissions', 'path', 'versions'] as const;
export type FilePart = (typeof fileParts)[number];

/** What `?expand=` brings along: each part as its own route answers it, lists with their first page. */
export class ExpandedFileParts {
  @Part(() => pageOf(Permission), { optional: true, description: 'Who may do what with it; team spaces only.' })
  permissions?: Page<Permission> | undefined;

  @Part(() => FilePath, { optional: true })
  path?: FilePath | undefined;

  @Part(() => pageOf(Version), { optional: true, description: 'The newest first.' })
  versions?: Page<Version> | undefined;

  @ListOf(() => FailedExpansion, { description: 'Empty when all went well.' })
  failed!: FailedExpansion[];
}

export class ExpandedFile extends File {
  @Part(() => ExpandedFileParts, { optional: true, description: 'With `expand` only.' })
  expanded?: ExpandedFileParts | undefined;
}

export class ReadFileQuery extends projectionOf(ExpandedFile) {
  @Expand(fileParts)
  expand?: FilePart[];
}

export class FolderStats {
  @Bytes({ description: 'Bytes of all files below.' })
  size!: number;

  @Whole({ min: 0, description: 'Folders below, at any depth.' })
  folderCount!: number;

  @Whole({ min: 0, description: 'Files below, at any depth.' })
  fileCount!: number;
}

export class SearchQuery extends pageQueryOf(File, sortKeys) {
  @Text({ max: 80, description: 'Text to look for in names.', example: 'report' })
  q!: string;

  @Word(['individual', 'team'], {
    optional: true,
    default: 'individual',
    description: 'In your own spaces, or in those of teams.',
  })
  in: 'individual' | 'team' = 'individual';

  @Id({ optional: true, description: 'Only in this space.' })
  spaceId?: string;

  @Id({ optional: true, description: 'Only below this folder; needs spaceId.' })
  parent?: string;

  @Word(fileTypes, { optional: true, description: 'Only files of this type.' })
  type?: FileType;
}
