import {
  ByteSizeField,
  IdField,
  NestedArrayField,
  TimestampField,
  StringField,
  EnumField,
} from '../http/input/fields.js';
import { OmittedField } from '../http/input/page.js';

/** A file or folder inside an archive. */
export class ArchiveEntry {
  @StringField({
    maxLength: 10_000,
    example: 'plan/readme.txt',
    description: 'Path inside the archive. Use it to extract the entry.',
  })
  path!: string;

  @EnumField(['file', 'folder'])
  kind!: 'file' | 'folder';

  @ByteSizeField({ optional: true })
  size?: number;

  @TimestampField({ optional: true })
  modifiedAt?: string;
}

export class ArchiveEntries {
  @NestedArrayField(() => ArchiveEntry)
  items!: ArchiveEntry[];

  @OmittedField()
  omitted?: number;
}

export class ArchiveParams {
  @IdField({ description: 'The space.' })
  spaceId!: string;

  @IdField({ description: 'The archive.' })
  fileId!: string;
}

export class OpenArchiveBody {
  @StringField({ maxLength: 256, optional: true, description: 'The password of the archive.' })
  password?: string;
}
