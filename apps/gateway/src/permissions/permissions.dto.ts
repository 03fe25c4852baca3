import {
  IdField,
  NestedArrayField,
  Int64IdField,
  StringField,
  EnumField,
  EnumArrayField,
} from '../http/input/fields.js';
import { createPageQueryClass } from '../http/input/page.js';
import { capabilities, type Capability } from '../upstream/capabilities.js';

const templateDescription = 'The template; absent if the capabilities do not come from a template.';
export const memberGroupRoles = ['owner', 'administrator', 'member'] as const;
type MemberGroupRole = (typeof memberGroupRoles)[number];

/** What a member of a team space may do in the space or with one of its files. */
export class Permission {
  @IdField({ example: '1316083732377070977' })
  userId!: string;

  @StringField({ maxLength: 250, optional: true })
  userName?: string;

  @StringField({ maxLength: 64, optional: true, description: 'Mobile number, as the upstream returns it.' })
  mobile?: string;

  @IdField({ optional: true })
  departmentId?: string;

  @StringField({ maxLength: 250, optional: true })
  departmentName?: string;

  @EnumField(memberGroupRoles, {
    optional: true,
    description: 'The role in the group, for spaces of groups (the codes are inferred).',
  })
  groupRole?: MemberGroupRole;

  @IdField({ optional: true, description: templateDescription })
  templateId?: string;

  @StringField({ maxLength: 250, optional: true })
  templateName?: string;

  @EnumArrayField(capabilities, { optional: true })
  capabilities?: Capability[];
}

export class DefaultPermission {
  @IdField({ optional: true, description: templateDescription })
  templateId?: string;

  @StringField({ maxLength: 250, optional: true })
  templateName?: string;

  @EnumArrayField(capabilities, { optional: true })
  capabilities?: Capability[];
}

export class PermissionsParams {
  @IdField({ description: 'The space of a department or group.' })
  spaceId!: string;
}

export class ListPermissionsQuery extends createPageQueryClass(Permission) {
  @Int64IdField({ optional: true, description: 'Only members with this template.' })
  templateId?: string;

  @StringField({ maxLength: 80, optional: true, description: 'Text to search for in names.' })
  q?: string;

  @IdField({ optional: true, description: 'List the permissions on this file instead of those in the space.' })
  fileId?: string;
}

/** Either a template or capabilities. */
export class SetDefaultPermissionBody {
  @Int64IdField({ optional: true, description: 'The template. Not together with `capabilities`.' })
  templateId?: string;

  @EnumArrayField(capabilities, {
    optional: true,
    description: 'Capabilities without a template. Not together with `templateId`.',
  })
  capabilities?: Capability[];
}

export class PermissionGrant extends SetDefaultPermissionBody {
  @Int64IdField({ description: 'The member.' })
  userId!: string;
}

export class GrantPermissionsBody {
  @IdField({ optional: true, description: 'Grant only on this file or folder.' })
  fileId?: string;

  @NestedArrayField(() => PermissionGrant, { minItems: 1, maxItems: 200 })
  grants!: PermissionGrant[];
}
