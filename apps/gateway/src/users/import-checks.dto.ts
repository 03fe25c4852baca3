import { Bytes, Flag, Id, ListOf, LongId, Text, Whole } from '../http/input/fields.js';

/** One person of a planned import. */
export class ImportRow {
  @Text({ max: 250, optional: true, description: 'Name of the department to put them in.' })
  departmentName?: string;

  @Bytes({
    optional: true,
    example: 10_737_418_240,
    description:
      'Bytes of their individual space, in whole GB; without it they get none. That the upstream counts in GB is inferred.',
  })
  capacity?: number;
}

export class CheckImportBody {
  @LongId({ description: 'The department in which the import is made.' })
  departmentId!: string;

  @ListOf(() => ImportRow, { min: 1, max: 1000 })
  users!: ImportRow[];
}

/** What the check found for one row. */
export class ImportCheck {
  @Whole({ min: 0, description: 'Place of the row, from 0.' })
  row!: number;

  @Flag({ description: 'Whether the row can be imported.' })
  importable!: boolean;

  @Text({ max: 1000, optional: true, description: 'Why not, in the words of the upstream.' })
  reason?: string | undefined;
}

export class ImportCheckResult {
  @ListOf(() => ImportCheck, { description: 'One for each row, in that order.' })
  items!: ImportCheck[];
}

export class RaiseUserLimitBody {
  @Id({ example: '9190086000001210958', description: 'The organization, by its id at OrgID.' })
  organizationId!: string;
}
