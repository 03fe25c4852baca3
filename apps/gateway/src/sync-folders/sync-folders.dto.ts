import {
  FileNameField,
  BooleanField,
  IdField,
  NestedArrayField,
  StringField,
  IntegerField,
  EnumField,
} from '../http/input/fields.js';
import { OmittedField } from '../http/input/page.js';

/** A folder whose changes can be listed, so that a device can synchronize with it. */
export class SyncFolder {
  @IdField({ description: 'The folder.' })
  id!: string;

  @IdField()
  spaceId!: string;

  @StringField({ maxLength: 250, optional: true })
  name?: string;

  @BooleanField({ optional: true, description: 'Whether it was a sync folder already.' })
  existed?: boolean;
}

export class SyncFoldersParams {
  @IdField({ description: 'The space.' })
  spaceId!: string;
}

export class SyncFolderParams extends SyncFoldersParams {
  @IdField({ description: 'The folder.' })
  folderId!: string;
}

export class OpenSyncFolderBody {
  @IdField({ optional: true, description: 'An existing folder. Not together with `name`.' })
  folderId?: string;

  @FileNameField({ optional: true, description: 'Name of a folder. It is created if it does not exist.' })
  name?: string;

  @IdField({ optional: true, description: 'With `name`: the parent folder. Without it: the root folder of the space.' })
  parentId?: string;

  @BooleanField({ optional: true, description: 'With `name`: whether it is hidden.' })
  hidden?: boolean;
}

/** A change of a file or folder below a sync folder. */
export class FileChange {
  @StringField({
    maxLength: 100,
    description: 'The kind of change, as the upstream names it. The values are not documented.',
  })
  type!: string;

  @IdField({ description: 'The file or folder.' })
  fileId!: string;

  @StringField({ maxLength: 250, optional: true })
  name?: string;

  @EnumField(['file', 'folder'])
  kind!: 'file' | 'folder';

  @StringField({ maxLength: 128, optional: true, description: 'The device that made the change.' })
  deviceId?: string;
}

/** A list without an end: the cursor continues the list, now or later. */
export class FileChangeList {
  @NestedArrayField(() => FileChange)
  items!: FileChange[];

  @OmittedField()
  omitted?: number;

  @StringField({ maxLength: 4096, description: 'Continues the list, now or later. Each change is returned once.' })
  nextCursor!: string;

  @BooleanField({ description: 'Whether more changes are available now.' })
  more!: boolean;
}

export class ListChangesQuery {
  @IntegerField({ min: 1, max: 100, query: true, optional: true, default: 50, description: 'Entries in a page.' })
  limit: number = 50;

  @StringField({
    maxLength: 4096,
    optional: true,
    description: 'nextCursor of the previous call. Without it: the first changes.',
  })
  cursor?: string;

  @StringField({ maxLength: 128, optional: true, description: 'Your device.' })
  deviceId?: string;
}
