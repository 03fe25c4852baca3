import {
  ByteSizeField,
  BooleanField,
  IdField,
  NestedArrayField,
  Int64IdField,
  StringField,
  IntegerField,
} from '../http/input/fields.js';

/** One person in a planned import. */
export class ImportRow {
  @StringField({ maxLength: 250, optional: true, description: 'Name of the department for the person.' })
  departmentName?: string;

  @ByteSizeField({
    optional: true,
    example: 10_737_418_240,
    description:
      'Bytes of the individual space; a multiple of 1 GB. Without it, no space is created. The unit GB of the upstream is ' +
      'inferred.',
  })
  capacity?: number;
}

export class CheckImportBody {
  @Int64IdField({ description: 'The department of the import.' })
  departmentId!: string;

  @NestedArrayField(() => ImportRow, { minItems: 1, maxItems: 1000 })
  users!: ImportRow[];
}

/** The result of the check for one row. */
export class ImportCheck {
  @IntegerField({ min: 0, description: 'Index of the row, from 0.' })
  row!: number;

  @BooleanField({ description: 'Whether the row can be imported.' })
  importable!: boolean;

  @StringField({ maxLength: 1000, optional: true, description: 'The reason if not, as text of the upstream.' })
  reason?: string;
}

export class ImportCheckResult {
  @NestedArrayField(() => ImportCheck, { description: 'One for each row, in the order of the request.' })
  items!: ImportCheck[];
}

export class RaiseUserLimitBody {
  @IdField({ example: '9190086000001210958', description: 'The id of the organization at OrgID.' })
  organizationId!: string;
}
