import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { Flag, Id, Moment, Text, Whole, Word } from '../http/input/fields.js';
import { pageQueryOf } from '../http/input/page.js';

/** An id of a version: the asset's id, a dot, the version's own, both whole numbers (facts/files.md). */
const VersionId = (description?: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      type: String,
      pattern: '^\\d{1,20}\\.\\d{1,20}$',
      example: '1320279092268104960.1320279092268104961',
      ...(description && { description }),
    }),
    Matches(/^\d{1,20}\.\d{1,20}$/, { message: '$property must be two whole numbers with a dot between them' }),
  );

/** One state of a file's bytes. */
export class Version {
  @VersionId()
  id!: string;

  @Whole({ min: 0, optional: true, description: 'Grows with each version.' })
  number?: number | undefined;

  @Flag({ description: 'Whether it is the version that a download gives.' })
  current!: boolean;

  @Flag({ description: 'False: the upstream may clear it away.' })
  keepForever!: boolean;

  @Word(['created', 'restored'], { optional: true, description: 'Why it exists.' })
  reason?: 'created' | 'restored' | undefined;

  @Moment({ optional: true })
  createdAt?: string | undefined;

  @Text({ max: 250, optional: true, description: 'Who made it, as the upstream names them.' })
  createdBy?: string | undefined;

  @Moment({ optional: true })
  modifiedAt?: string | undefined;

  @Text({ max: 8192, optional: true, description: 'Pre-signed address of its bytes; only where one version is read.' })
  url?: string | undefined;
}

export class VersionsParams {
  @Id({ description: 'The space.' })
  spaceId!: string;

  @Id({ description: 'The file.' })
  fileId!: string;
}

export class VersionParams extends VersionsParams {
  @VersionId('The version.')
  versionId!: string;
}

export class ListVersionsQuery extends pageQueryOf(Version) {}

export class ChangeVersionBody {
  @Flag({ description: 'true keeps it for ever, false lets the upstream clear it away.' })
  keepForever!: boolean;
}
