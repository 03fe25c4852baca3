import { applyDecorators } from '@nestjs/common';
import { DriveFile, type FileType, fileTypes } from '../files/files.dto.js';
import { IdField, NestedArrayField, EnumField } from '../http/input/fields.js';
import { createPageQueryClass } from '../http/input/page.js';
import { ruleText } from '../http/input/rule-text.js';
import { UniqueItems } from '../http/input/unique-items.js';

export class ListFavoritesQuery extends createPageQueryClass(DriveFile, ['markedAt']) {
  @EnumField(fileTypes, { optional: true, description: 'Only files of this type.' })
  type?: FileType;
}

/** A file and its space: the upstream requires both. */
export class FileReference {
  @IdField({ description: 'The space of the file. Files in group spaces cannot be favorites.' })
  spaceId!: string;

  @IdField({ description: 'The file or folder.' })
  fileId!: string;
}

const FileReferences = (): PropertyDecorator =>
  applyDecorators(
    NestedArrayField(() => FileReference, { minItems: 1, maxItems: 100, description: 'No file twice.' }),
    UniqueItems((file) => (file as FileReference).fileId, ruleText('must name each file once', '每个文件只能出现一次')),
  );

export class FavoritesBody {
  @FileReferences()
  files!: FileReference[];
}
