import { FileName, Flag, Id, ListOf, Text, Whole, Word } from '../http/input/fields.js';

/** A folder whose changes are told, so that a device can keep in step with it. */
export class SyncFolder {
  @Id({ description: 'The folder.' })
  id!: string;

  @Id()
  spaceId!: string;

  @Text({ max: 250 })
  name!: string;

  @Flag({ description: 'Whether it was a sync folder already.' })
  existed!: boolean;
}

export class SyncFoldersParams {
  @Id({ description: 'The space.' })
  spaceId!: string;
}

export class SyncFolderParams extends SyncFoldersParams {
  @Id({ description: 'The folder.' })
  folderId!: string;
}

export class OpenSyncFolderBody {
  @Id({ optional: true, description: 'An existing folder; or else `name`.' })
  folderId?: string;

  @FileName({ optional: true, description: 'Name of a folder to make, or to take where it is there.' })
  name?: string;

  @Id({ optional: true, description: 'With `name`: where it is; the top of the space when left out.' })
  parentId?: string;

  @Flag({ optional: true, description: 'With `name`: whether it is hidden.' })
  hidden?: boolean;
}

/** Something that happened to a file or folder below. */
export class Change {
  @Text({ max: 100, description: "The upstream's word for what happened; its values are not documented." })
  type!: string;

  @Id({ description: 'The file or folder.' })
  fileId!: string;

  @Text({ max: 250, optional: true })
  name?: string | undefined;

  @Word(['file', 'folder'])
  kind!: 'file' | 'folder';

  @Text({ max: 128, optional: true, description: 'The device that did it.' })
  deviceId?: string | undefined;
}

/** A list without an end: its cursor is where to go on, now or later. */
export class Changes {
  @ListOf(() => Change)
  items!: Change[];

  @Text({ max: 4096, description: 'Where to go on. Ask again with it later: changes are told once.' })
  nextCursor!: string;

  @Flag({ description: 'Whether more changes wait already.' })
  more!: boolean;
}

export class ListChangesQuery {
  @Whole({ min: 1, max: 100, query: true, optional: true, default: 50, description: 'Entries a page.' })
  limit: number = 50;

  @Text({ max: 4096, optional: true, description: 'nextCursor of the call before; without it, from the beginning.' })
  cursor?: string;

  @Text({ max: 128, optional: true, description: 'Your device.' })
  deviceId?: string;
}
