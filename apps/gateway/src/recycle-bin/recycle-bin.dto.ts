import { File, fileTypes, sortKeys } from '../files/files.dto.js';
import { Id, Word } from '../http/input/fields.js';
import { pageQueryOf } from '../http/input/page.js';

export class RecycleBinParams {
  @Id({ description: 'The space.' })
  spaceId!: string;
}

export class ListRecycleBinQuery extends pageQueryOf(File, [...sortKeys, 'recycledAt']) {
  @Word(fileTypes, { optional: true, description: 'Only files of this type.' })
  type?: (typeof fileTypes)[number];
}
