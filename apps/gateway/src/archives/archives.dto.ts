import { Bytes, Id, ListOf, Moment, Text, Word } from '../http/input/fields.js';

/** A file or folder inside an archive. */
export class ArchiveEntry {
  @Text({ max: 10_000, example: 'plan/readme.txt', description: 'Where it is in the archive; name it to extract it.' })
  path!: string;

  @Word(['file', 'folder'])
  kind!: 'file' | 'folder';

  @Bytes({ optional: true })
  size?: number | undefined;

  @Moment({ optional: true })
  modifiedAt?: string | undefined;
}

export class ArchiveEntries {
  @ListOf(() => ArchiveEntry)
  items!: ArchiveEntry[];
}

export class ArchiveParams {
  @Id({ description: 'The space.' })
  spaceId!: string;

  @Id({ description: 'The archive.' })
  fileId!: string;
}

export class OpenArchiveBody {
  @Text({ max: 256, optional: true, description: 'The password of the archive.' })
  password?: string;
}
