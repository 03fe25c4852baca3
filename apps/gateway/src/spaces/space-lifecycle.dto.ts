import { BulkItemResult } from '../http/response/bulk-result.js';
import {
  ByteSizeField,
  IdField,
  NestedArrayField,
  Int64IdField,
  StringField,
  EnumField,
  EnumArrayField,
} from '../http/input/fields.js';
import { GroupNameField } from '../http/input/group-name.js';
import { capabilities, type Capability } from '../upstream/capabilities.js';
import { type SpaceKind, spaceKinds } from '../upstream/space-kinds.js';
import { Space } from './spaces.dto.js';

/** A member of a new group space. */
export class InitialMember {
  @Int64IdField({ description: 'The user.' })
  userId!: string;

  @Int64IdField({
    optional: true,
    description: 'The permission template of the member. Not together with `capabilities`.',
  })
  templateId?: string;

  @EnumArrayField(capabilities, {
    optional: true,
    description: 'The capabilities of the member. Not together with `templateId`.',
  })
  capabilities?: Capability[];
}

export class CreateSpaceBody {
  @EnumField(spaceKinds)
  kind!: SpaceKind;

  @IdField({
    optional: true,
    example: '1289173668999530369',
    description: 'The user or department that owns the space. A group space is created with a new group: use `name`.',
  })
  ownerId?: string;

  @GroupNameField({ optional: true, description: 'The name of a group space and its group. You own both.' })
  name?: string;

  @ByteSizeField({
    optional: true,
    example: 10_737_418_240,
    description: 'Bytes; a multiple of 1 GB. Required except for groups, which have 10 GB without it.',
  })
  capacity?: number;

  @EnumArrayField(capabilities, {
    optional: true,
    description: 'The initial capabilities of the members of the department.',
  })
  capabilities?: Capability[];

  @StringField({ maxLength: 2048, optional: true, description: 'URL of a picture; group spaces only.' })
  iconUrl?: string;

  @NestedArrayField(() => InitialMember, {
    maxItems: 199,
    optional: true,
    description: 'Members in addition to you; group spaces only.',
  })
  members?: InitialMember[];
}

export class CreatedSpace extends Space {
  @NestedArrayField(() => BulkItemResult, {
    optional: true,
    description: 'One result for each requested member. The upstream does not return why a member failed.',
  })
  members?: BulkItemResult[];
}

export class ChangeSpaceBody {
  @ByteSizeField({
    optional: true,
    example: 10_737_418_240,
    description: 'Bytes; a multiple of 1 GB. Not below the bytes in use.',
  })
  capacity?: number;

  @EnumField(['active', 'disabled'], {
    optional: true,
    description: 'Nobody has access to the files of a disabled space.',
  })
  status?: 'active' | 'disabled';
}
