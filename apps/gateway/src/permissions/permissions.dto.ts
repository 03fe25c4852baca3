import { Id, ListOf, LongId, Text, Word, Words } from '../http/input/fields.js';
import { pageQueryOf } from '../http/input/page.js';
import { capabilities, type Capability } from '../upstream/capabilities.js';

const templateDescription = 'The template; absent where the capabilities are of no template.';
export const groupRoles = ['owner', 'administrator', 'member'] as const;
export type GroupRole = (typeof groupRoles)[number];

/** What a member of a team space may do in it, or with one file of it. */
export class Permission {
  @Id({ example: '1316083732377070977' })
  userId!: string;

  @Text({ max: 250, optional: true })
  userName?: string | undefined;

  @Text({ max: 64, optional: true, description: 'Mobile number, as the upstream shows it.' })
  mobile?: string | undefined;

  @Id({ optional: true })
  departmentId?: string | undefined;

  @Text({ max: 250, optional: true })
  departmentName?: string | undefined;

  @Word(groupRoles, { optional: true, description: 'In the group, for spaces of groups (the numbers are inferred).' })
  groupRole?: GroupRole | undefined;

  @Id({ optional: true, description: templateDescription })
  templateId?: string | undefined;

  @Text({ max: 250, optional: true })
  templateName?: string | undefined;

  @Words(capabilities, { optional: true })
  capabilities?: Capability[] | undefined;
}

export class DefaultPermission {
  @Id({ optional: true, description: templateDescription })
  templateId?: string | undefined;

  @Text({ max: 250, optional: true })
  templateName?: string | undefined;

  @Words(capabilities, { optional: true })
  capabilities?: Capability[] | undefined;
}

export class PermissionsParams {
  @Id({ description: 'The space: of a department or group.' })
  spaceId!: string;
}

export class ListPermissionsQuery extends pageQueryOf(Permission) {
  @LongId({ optional: true, description: 'Only members with this template.' })
  templateId?: string;

  @Text({ max: 80, optional: true, description: 'Text to look for in names.' })
  q?: string;

  @Id({ optional: true, description: 'The permissions on this file, in place of the whole space.' })
  fileId?: string;
}

/** Either a template or capabilities. */
export class SetDefaultPermissionBody {
  @LongId({ optional: true, description: 'The template; or else say `capabilities`.' })
  templateId?: string;

  @Words(capabilities, { optional: true, description: 'Capabilities of no template; or else say `templateId`.' })
  capabilities?: Capability[];
}

export class Grant extends SetDefaultPermissionBody {
  @LongId({ description: 'The member.' })
  userId!: string;
}

export class GrantPermissionsBody {
  @Id({ optional: true, description: 'Grants on this file or folder alone.' })
  fileId?: string;

  @ListOf(() => Grant, { min: 1, max: 200 })
  grants!: Grant[];
}
