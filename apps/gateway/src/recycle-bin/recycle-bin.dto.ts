import { DriveFile, fileTypes, fileSortKeys } from '../files/files.dto.js';
import { IdField, EnumField } from '../http/input/fields.js';
import { createPageQueryClass } from '../http/input/page.js';

export class RecycleBinParams {
  @IdField({ description: 'The space.' })
  spaceId!: string;
}

export class ListRecycleBinQuery extends createPageQueryClass(DriveFile, [...fileSortKeys, 'recycledAt']) {
  @EnumField(fileTypes, { optional: true, description: 'Only files of this type.' })
  type?: (typeof fileTypes)[number];
}
