import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';
import { Flag, Id, LongId, LongIds, Moment, Text, Word, Words } from '../http/input/fields.js';
import { pageQueryOf, projectionOf } from '../http/input/page.js';
import { capabilities, type Capability } from '../upstream/capabilities.js';

export const templateKinds = ['preset', 'custom'] as const;
export type TemplateKind = (typeof templateKinds)[number];
export const templateStatuses = ['enabled', 'disabled'] as const;
export type TemplateStatus = (typeof templateStatuses)[number];

/** Up to 24 letters or digits; a name with other letters than A to Z has at most 8 (the upstream checks). */
const TemplateName = (options: { optional?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    Text({ max: 24, example: 'Reviewers', ...options }),
    Matches(/^[\p{L}\p{N} ]*$/u, { message: '$property must be letters and digits' }),
  );

/** A set of capabilities under a name. */
export class PermissionTemplate {
  @Id({ example: '1590626552448551681' })
  id!: string;

  @Text({ max: 250, example: 'Reviewers' })
  name!: string;

  @Text({ max: 250, optional: true })
  description?: string | undefined;

  @Word(templateKinds, { optional: true })
  kind?: TemplateKind | undefined;

  @Word(templateStatuses, { optional: true })
  status?: TemplateStatus | undefined;

  @Id({ optional: true, description: 'The organization or application that it belongs to.' })
  organizationId?: string | undefined;

  @Words(capabilities, { optional: true })
  capabilities?: Capability[] | undefined;

  @Moment({ optional: true })
  createdAt?: string | undefined;

  @Moment({ optional: true })
  modifiedAt?: string | undefined;
}

export class TemplateUsage {
  @Flag({ description: 'Whether anybody was given it.' })
  inUse!: boolean;
}

export class TemplateParams {
  @LongId({ example: '1590626552448551681', description: 'The template.' })
  templateId!: string;
}

export class ListTemplatesQuery extends pageQueryOf(PermissionTemplate, ['createdAt']) {
  @Word(templateKinds, { optional: true, description: 'Only templates of this kind.' })
  kind?: TemplateKind;

  @Word(templateStatuses, { optional: true, description: 'Only templates in this state.' })
  status?: TemplateStatus;
}

export class ReadTemplateQuery extends projectionOf(PermissionTemplate) {}

export class CreateTemplateBody {
  @TemplateName()
  name!: string;

  @Text({ max: 50, optional: true })
  description?: string;

  @Words(capabilities, { min: 1 })
  capabilities!: Capability[];

  @Id({ optional: true, description: 'The organization it is for; that of the subscription when left out.' })
  organizationId?: string;
}

export class ChangeTemplateBody {
  @TemplateName({ optional: true })
  name?: string;

  @Text({ max: 50, optional: true })
  description?: string;

  @Words(capabilities, { min: 1, optional: true })
  capabilities?: Capability[];

  @Word(templateStatuses, { optional: true })
  status?: TemplateStatus;
}

export class TemplateIdsBody {
  @LongIds({ max: 50, description: 'Custom templates that nobody was given.' })
  ids!: string[];
}
