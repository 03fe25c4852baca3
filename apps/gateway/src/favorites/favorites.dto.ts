import { applyDecorators } from '@nestjs/common';
import { ArrayUnique } from 'class-validator';
import { File, type FileType, fileTypes } from '../files/files.dto.js';
import { Id, ListOf, Word } from '../http/input/fields.js';
import { pageQueryOf } from '../http/input/page.js';

export class ListFavoritesQuery extends pageQueryOf(File, ['markedAt']) {
  @Word(fileTypes, { optional: true, description: 'Only files of this type.' })
  type?: FileType;
}

/** A file and where it is: the upstream wants both. */
export class MarkedFile {
  @Id({ description: 'The space it is in. Nothing in a group space can be a favorite.' })
  spaceId!: string;

  @Id({ description: 'The file or folder.' })
  fileId!: string;
}

const MarkedFiles = (): PropertyDecorator =>
  applyDecorators(
    ListOf(() => MarkedFile, { min: 1, max: 100, description: 'Each once.' }),
    ArrayUnique(({ fileId }: MarkedFile) => fileId, { message: '$property must name each file once' }),
  );

export class FavoritesBody {
  @MarkedFiles()
  files!: MarkedFile[];
}
