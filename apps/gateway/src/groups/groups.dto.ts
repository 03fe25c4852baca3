import { Flag, Id, LongId, LongIds, Moment, Text, Word } from '../http/input/fields.js';
import { GroupName } from '../http/input/group-name.js';
import { pageQueryOf, projectionOf } from '../http/input/page.js';

export const groupKinds = ['group', 'user-group'] as const;
export type GroupKind = (typeof groupKinds)[number];
const kindDescription = '`group`: has a space of its own; `user-group`: a plain list of people (inferred).';

export const groupRoles = ['owner', 'administrator', 'member'] as const;
export type GroupRole = (typeof groupRoles)[number];

export class Group {
  @Id({ example: '1320279092268104961' })
  id!: string;

  @Word(groupKinds, { description: kindDescription })
  kind!: GroupKind;

  @Text({ max: 250, example: 'Launch' })
  name!: string;

  @Id({ optional: true, description: 'The user who owns it.' })
  ownerId?: string | undefined;

  @Text({ max: 2048, optional: true, description: 'Address of its picture; single groups only.' })
  iconUrl?: string | undefined;

  @Moment({ optional: true })
  createdAt?: string | undefined;

  @Moment({ optional: true })
  modifiedAt?: string | undefined;
}

export class GroupMember {
  @Id({ description: 'The user.' })
  id!: string;

  @Text({ max: 250, optional: true })
  name?: string | undefined;

  @Id({ optional: true })
  departmentId?: string | undefined;

  @Text({ max: 250, optional: true })
  departmentName?: string | undefined;

  @Text({ max: 64, optional: true, description: 'Mobile number, as the upstream shows it.' })
  mobile?: string | undefined;

  @Word(groupRoles, { optional: true })
  role?: GroupRole | undefined;

  @Flag({ optional: true, description: 'Whether they keep the group on top of their list.' })
  pinned?: boolean | undefined;

  @Moment({ optional: true, description: 'When they joined.' })
  createdAt?: string | undefined;

  @Moment({ optional: true })
  modifiedAt?: string | undefined;
}

export class GroupParams {
  @Id({ description: 'The group.' })
  groupId!: string;
}

export class GroupMemberParams extends GroupParams {
  @Id({ description: 'The member: a user.' })
  userId!: string;
}

export class ListGroupsQuery extends pageQueryOf(Group) {
  @Word(groupKinds, { optional: true, description: `Only groups of this kind. ${kindDescription}` })
  kind?: GroupKind;

  @Text({ max: 80, optional: true, description: 'Text to look for in names.' })
  q?: string;
}

export class ReadGroupQuery extends projectionOf(Group) {}

export class ListGroupMembersQuery extends pageQueryOf(GroupMember) {
  @Text({ max: 80, optional: true, description: 'Text to look for in names.' })
  q?: string;
}

export class CreateGroupBody {
  @GroupName()
  name!: string;

  @Word(groupKinds, { optional: true, default: 'user-group', description: kindDescription })
  kind: GroupKind = 'user-group';
}

export class ChangeGroupBody {
  @GroupName({ optional: true })
  name?: string;

  @Text({ max: 2048, optional: true, description: 'Address of a picture.' })
  iconUrl?: string;

  @Flag({ optional: true, description: 'Whether you keep the group on top of your list.' })
  pinned?: boolean;
}

export class ChangeGroupMemberBody {
  @Word(groupRoles, { description: '`owner` hands the group over.' })
  role!: GroupRole;
}

export class AddGroupMembersBody {
  @LongIds({ max: 200, description: 'Users; a group holds 200.' })
  userIds!: string[];

  @LongId({ optional: true, description: 'The permission template that says what they may do; none when left out.' })
  templateId?: string;
}

export class RemoveGroupMembersBody {
  @LongIds({ max: 200, description: 'Members.' })
  userIds!: string[];
}
