import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';
import {
  BooleanField,
  IdField,
  Int64IdField,
  Int64IdArrayField,
  TimestampField,
  StringField,
  EnumField,
  EnumArrayField,
} from '../http/input/fields.js';
import { ruleText } from '../http/input/rule-text.js';
import { createPageQueryClass, createProjectionQueryClass } from '../http/input/page.js';
import { capabilities, type Capability } from '../upstream/capabilities.js';

export const templateKinds = ['preset', 'custom'] as const;
export type TemplateKind = (typeof templateKinds)[number];
export const templateStatuses = ['enabled', 'disabled'] as const;
export type TemplateStatus = (typeof templateStatuses)[number];

/** At most 24 letters or digits. The upstream accepts at most 8 if there are letters other than A to Z. */
const TemplateName = (options: { optional?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    StringField({ maxLength: 24, example: 'Reviewers', ...options }),
    Matches(/^[\p{L}\p{N} ]*$/u, ruleText('must be letters and digits', '只能包含字母和数字')),
  );

/** A named set of capabilities. */
export class PermissionTemplate {
  @IdField({ example: '1590626552448551681' })
  id!: string;

  @StringField({ maxLength: 250, example: 'Reviewers' })
  name!: string;

  @StringField({ maxLength: 250, optional: true })
  description?: string;

  @EnumField(templateKinds, { optional: true })
  kind?: TemplateKind;

  @EnumField(templateStatuses, { optional: true })
  status?: TemplateStatus;

  @IdField({ optional: true, description: 'The organization or application of the template.' })
  organizationId?: string;

  @EnumArrayField(capabilities, { optional: true })
  capabilities?: Capability[];

  @TimestampField({ optional: true })
  createdAt?: string;

  @TimestampField({ optional: true })
  modifiedAt?: string;
}

export class TemplateUsage {
  @BooleanField({ description: 'Whether a permission uses it.' })
  inUse!: boolean;
}

export class TemplateParams {
  @Int64IdField({ example: '1590626552448551681', description: 'The template.' })
  templateId!: string;
}

export class ListTemplatesQuery extends createPageQueryClass(PermissionTemplate, ['createdAt']) {
  @EnumField(templateKinds, { optional: true, description: 'Only templates of this kind.' })
  kind?: TemplateKind;

  @EnumField(templateStatuses, { optional: true, description: 'Only templates in this state.' })
  status?: TemplateStatus;
}

export class ReadTemplateQuery extends createProjectionQueryClass(PermissionTemplate) {}

export class CreateTemplateBody {
  @TemplateName()
  name!: string;

  @StringField({ maxLength: 50, optional: true })
  description?: string;

  @EnumArrayField(capabilities, { minItems: 1 })
  capabilities!: Capability[];

  @IdField({ optional: true, description: 'The organization of the template. Without it: that of the subscription.' })
  organizationId?: string;
}

export class ChangeTemplateBody {
  @TemplateName({ optional: true })
  name?: string;

  @StringField({ maxLength: 50, optional: true })
  description?: string;

  @EnumArrayField(capabilities, { minItems: 1, optional: true })
  capabilities?: Capability[];

  @EnumField(templateStatuses, { optional: true })
  status?: TemplateStatus;
}

export class TemplateIdsBody {
  @Int64IdArrayField({ maxItems: 50, description: 'Custom templates that are not in use.' })
  ids!: string[];
}
