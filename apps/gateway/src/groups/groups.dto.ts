import {
  BooleanField,
  IdField,
  Int64IdField,
  Int64IdArrayField,
  TimestampField,
  StringField,
  EnumField,
} from '../http/input/fields.js';
import { GroupNameField } from '../http/input/group-name.js';
import { createPageQueryClass, createProjectionQueryClass } from '../http/input/page.js';

export const groupKinds = ['group', 'user-group'] as const;
export type GroupKind = (typeof groupKinds)[number];
const kindDescription = '`group`: has its own space; `user-group`: only a list of users (inferred).';

export const groupRoles = ['owner', 'administrator', 'member'] as const;
export type GroupRole = (typeof groupRoles)[number];

export class Group {
  @IdField({ example: '1320279092268104961' })
  id!: string;

  @EnumField(groupKinds, { description: kindDescription })
  kind!: GroupKind;

  @StringField({ maxLength: 250, example: 'Launch' })
  name!: string;

  @IdField({ optional: true, description: 'The user who owns it.' })
  ownerId?: string;

  @StringField({ maxLength: 2048, optional: true, description: 'URL of its picture; not in lists.' })
  iconUrl?: string;

  @TimestampField({ optional: true })
  createdAt?: string;

  @TimestampField({ optional: true })
  modifiedAt?: string;
}

export class GroupMember {
  @IdField({ description: 'The user.' })
  id!: string;

  @StringField({ maxLength: 250, optional: true })
  name?: string;

  @IdField({ optional: true })
  departmentId?: string;

  @StringField({ maxLength: 250, optional: true })
  departmentName?: string;

  @StringField({ maxLength: 64, optional: true, description: 'Mobile number, as the upstream returns it.' })
  mobile?: string;

  @EnumField(groupRoles, { optional: true })
  role?: GroupRole;

  @BooleanField({ optional: true, description: 'Whether the member has pinned the group to the top of their list.' })
  pinned?: boolean;

  @TimestampField({ optional: true, description: 'When they joined.' })
  createdAt?: string;

  @TimestampField({ optional: true })
  modifiedAt?: string;
}

export class GroupParams {
  @IdField({ description: 'The group.' })
  groupId!: string;
}

export class GroupMemberParams extends GroupParams {
  @IdField({ description: 'The member: a user.' })
  userId!: string;
}

export class ListGroupsQuery extends createPageQueryClass(Group) {
  @EnumField(groupKinds, { optional: true, description: `Only groups of this kind. ${kindDescription}` })
  kind?: GroupKind;

  @StringField({ maxLength: 80, optional: true, description: 'Text to search for in names.' })
  q?: string;
}

export class ReadGroupQuery extends createProjectionQueryClass(Group) {}

export class ListGroupMembersQuery extends createPageQueryClass(GroupMember) {
  @StringField({ maxLength: 80, optional: true, description: 'Text to search for in names.' })
  q?: string;
}

export class CreateGroupBody {
  @GroupNameField()
  name!: string;

  @EnumField(groupKinds, { optional: true, default: 'user-group', description: kindDescription })
  kind: GroupKind = 'user-group';
}

export class ChangeGroupBody {
  @GroupNameField({ optional: true })
  name?: string;

  @StringField({ maxLength: 2048, optional: true, description: 'URL of a picture.' })
  iconUrl?: string;

  @BooleanField({ optional: true, description: 'Whether the group is pinned to the top of your list.' })
  pinned?: boolean;
}

export class ChangeGroupMemberBody {
  @EnumField(groupRoles, { description: '`owner` transfers the group to this member.' })
  role!: GroupRole;
}

export class AddGroupMembersBody {
  @Int64IdArrayField({ maxItems: 200, description: 'Users. A group has at most 200 members.' })
  userIds!: string[];

  @Int64IdField({
    optional: true,
    description: 'The permission template of the new members. Without it, they have none.',
  })
  templateId?: string;
}

export class RemoveGroupMembersBody {
  @Int64IdArrayField({ maxItems: 200, description: 'Members.' })
  userIds!: string[];
}
