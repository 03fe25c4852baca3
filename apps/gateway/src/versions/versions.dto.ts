import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { BooleanField, IdField, TimestampField, StringField, IntegerField, EnumField } from '../http/input/fields.js';
import { ruleText } from '../http/input/rule-text.js';
import { createPageQueryClass } from '../http/input/page.js';

/**
 * The id of a version: the id of the asset, a dot, the id of the version. Both are integers
 * (libs/koodrive/contract/facts/files.md).
 */
const VersionId = (description?: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      type: String,
      pattern: '^\\d{1,20}\\.\\d{1,20}$',
      example: '1320279092268104960.1320279092268104961',
      description,
    }),
    Matches(
      /^\d{1,20}\.\d{1,20}$/,
      ruleText('must be two whole numbers with a dot between them', '必须是以点分隔的两个整数'),
    ),
  );

/** One version of the content of a file. */
export class Version {
  @VersionId()
  id!: string;

  @IntegerField({ min: 0, optional: true, description: 'Increases with each version.' })
  number?: number;

  @BooleanField({ optional: true, description: 'Whether downloads return this version.' })
  current?: boolean;

  @BooleanField({ optional: true, description: 'If false, the upstream may delete it automatically.' })
  keepForever?: boolean;

  @EnumField(['created', 'restored'], { optional: true, description: 'How the version was made.' })
  reason?: 'created' | 'restored';

  @TimestampField({ optional: true })
  createdAt?: string;

  @StringField({
    maxLength: 250,
    optional: true,
    description: 'Name of the user who made it, as the upstream returns it.',
  })
  createdBy?: string;

  @TimestampField({ optional: true })
  modifiedAt?: string;

  @StringField({
    maxLength: 8192,
    optional: true,
    description: 'Pre-signed URL of its bytes; not in lists.',
  })
  url?: string;
}

export class VersionsParams {
  @IdField({ description: 'The space.' })
  spaceId!: string;

  @IdField({ description: 'The file.' })
  fileId!: string;
}

export class VersionParams extends VersionsParams {
  @VersionId('The version.')
  versionId!: string;
}

export class ListVersionsQuery extends createPageQueryClass(Version) {}

export class ChangeVersionBody {
  @BooleanField({ description: 'true keeps it forever; false lets the upstream delete it automatically.' })
  keepForever!: boolean;
}
