import {
  ByteSizeField,
  FileNameField,
  BooleanField,
  IdField,
  IdArrayField,
  NestedArrayField,
  TimestampField,
  NestedField,
  StringField,
  IntegerField,
  EnumField,
} from '../http/input/fields.js';
import { ExpandField, FailedExpansion } from '../http/response/expansion.js';
import { type Page, createPageClass, createPageQueryClass, createProjectionQueryClass } from '../http/input/page.js';
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

/** What to do if the name of a new or renamed file is taken. */
export const conflictPolicies = ['refuse', 'rename'] as const;
export type ConflictPolicy = (typeof conflictPolicies)[number];

/** A file or a folder. */
export class DriveFile {
  @IdField()
  id!: string;

  @EnumField(['file', 'folder'])
  kind!: 'file' | 'folder';

  @StringField({ maxLength: 250, example: 'Report 2026.pdf' })
  name!: string;

  @EnumField(fileTypes, { optional: true })
  type?: FileType;

  @StringField({ maxLength: 255, optional: true, example: 'application/pdf' })
  mediaType?: string;

  @ByteSizeField({ optional: true, description: 'Folders have none.' })
  size?: number;

  @IdField({ optional: true, description: 'The space it is in.' })
  spaceId?: string;

  @IdField({ optional: true, description: 'The folder it is in.' })
  parentId?: string;

  @TimestampField({ optional: true })
  createdAt?: string;

  @TimestampField({ optional: true })
  modifiedAt?: string;

  @StringField({ maxLength: 250, optional: true, description: 'Display name of the owner.' })
  owner?: string;

  @StringField({ maxLength: 250, optional: true, description: 'Display name of the user who changed it last.' })
  modifiedBy?: string;

  @BooleanField({ optional: true, description: 'Whether it is one of your favorites.' })
  favorite?: boolean;

  @BooleanField({ optional: true, description: 'Whether it is in the recycle bin.' })
  recycled?: boolean;

  @StringField({ maxLength: 10_000, optional: true, description: 'Path of names; in search results only.' })
  path?: string;
}

export class FilesParams {
  @IdField({ description: 'The space.' })
  spaceId!: string;
}

export class FileParams extends FilesParams {
  @IdField({ description: 'The file or folder.' })
  fileId!: string;
}

export class FolderParams extends FilesParams {
  @IdField({ description: 'The folder.' })
  fileId!: string;
}

export const fileSortKeys = ['name', 'size', 'createdAt', 'modifiedAt', 'type'] as const;

export class ListFilesQuery extends createPageQueryClass(DriveFile, fileSortKeys) {
  @IdField({
    optional: true,
    default: 'root',
    description: 'The folder to list; `root` is the root folder of the space.',
  })
  parent: string = 'root';

  @EnumField(fileTypes, { optional: true, description: 'Only files of this type.' })
  type?: FileType;
}

export class CreateFolderBody {
  @FileNameField({ example: 'Contracts' })
  name!: string;

  @IdField({
    optional: true,
    default: 'root',
    description: 'The folder to create it in; `root` is the root folder of the space.',
  })
  parentId: string = 'root';

  @StringField({ maxLength: 512, optional: true })
  description?: string;

  @EnumField(conflictPolicies, {
    optional: true,
    default: 'refuse',
    description: 'If the name is taken: fail with name-taken, or let the upstream append a timestamp.',
  })
  onConflict: ConflictPolicy = 'refuse';
}

export class RenameFileBody {
  @FileNameField({ example: 'Contracts 2026' })
  name!: string;

  @EnumField(conflictPolicies, {
    optional: true,
    default: 'refuse',
    description: 'What to do if the name is taken.',
  })
  onConflict: ConflictPolicy = 'refuse';
}

/** The path of a file, from the root folder of its space to the file. */
export class FilePath {
  @StringField({ maxLength: 10_000, example: '/Contracts/Report 2026.pdf', description: 'Names, joined by slashes.' })
  path!: string;

  @IdArrayField({ maxItems: 64, description: 'Ids from the root folder of the space to the file.' })
  ids!: string[];
}

const expandableFileFields = ['permissions', 'path', 'versions'] as const;
type ExpandableFileField = (typeof expandableFileFields)[number];

/** The parts that `?expand=` adds. Each part is the response of its own route; of a list, the first page. */
export class FileExpansions {
  @NestedField(() => createPageClass(Permission), {
    optional: true,
    description: 'The permissions of members; team spaces only.',
  })
  permissions?: Page<Permission>;

  @NestedField(() => FilePath, { optional: true })
  path?: FilePath;

  @NestedField(() => createPageClass(Version), { optional: true, description: 'The newest first.' })
  versions?: Page<Version>;

  @NestedArrayField(() => FailedExpansion, { description: 'Empty if all parts could be read.' })
  failed!: FailedExpansion[];
}

export class ExpandedFile extends DriveFile {
  @NestedField(() => FileExpansions, { optional: true, description: 'With `expand` only.' })
  expanded?: FileExpansions;
}

export class ReadFileQuery extends createProjectionQueryClass(ExpandedFile) {
  @ExpandField(expandableFileFields)
  expand?: ExpandableFileField[];
}

export class FolderStats {
  @ByteSizeField({ description: 'Total size in bytes of all files below.' })
  size!: number;

  @IntegerField({ min: 0, description: 'Folders below, at any depth.' })
  folderCount!: number;

  @IntegerField({ min: 0, description: 'Files below, at any depth.' })
  fileCount!: number;
}

export class SearchQuery extends createPageQueryClass(DriveFile, fileSortKeys) {
  @StringField({ maxLength: 80, description: 'Text to search for in names.', example: 'report' })
  q!: string;

  @EnumField(['individual', 'team'], {
    optional: true,
    default: 'individual',
    description: 'Search in your own spaces or in team spaces.',
  })
  in: 'individual' | 'team' = 'individual';

  @IdField({ optional: true, description: 'Only in this space.' })
  spaceId?: string;

  @IdField({ optional: true, description: 'Only below this folder; requires spaceId.' })
  parent?: string;

  @EnumField(fileTypes, { optional: true, description: 'Only files of this type.' })
  type?: FileType;
}
