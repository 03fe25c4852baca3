import { EntryResult } from '../http/answer/entry-result.js';
import { Bytes, Id, ListOf, LongId, Text, Word, Words } from '../http/input/fields.js';
import { GroupName } from '../http/input/group-name.js';
import { capabilities, type Capability } from '../upstream/capabilities.js';
import { type SpaceKind, spaceKinds } from '../upstream/space-kinds.js';
import { Space } from './spaces.dto.js';

/** Somebody whom a group space begins with. */
export class FirstMember {
  @LongId({ description: 'The user.' })
  userId!: string;

  @LongId({
    optional: true,
    description: 'The permission template that says what they may do; or else `capabilities`.',
  })
  templateId?: string;

  @Words(capabilities, { optional: true, description: 'What they may do, by no template; or else say `templateId`.' })
  capabilities?: Capability[];
}

export class CreateSpaceBody {
  @Word(spaceKinds)
  kind!: SpaceKind;

  @Id({
    optional: true,
    example: '1289173668999530369',
    description: 'The user or department to own it. A group space comes with a group of its own: say `name` there.',
  })
  ownerId?: string;

  @GroupName({ optional: true, description: 'Of a group space and its group; you own both.' })
  name?: string;

  @Bytes({
    optional: true,
    example: 10_737_418_240,
    description: 'Bytes, in whole GB. Needed but for groups, which get 10 GB without.',
  })
  capacity?: number;

  @Words(capabilities, { optional: true, description: 'What members of a department may do in it to begin with.' })
  capabilities?: Capability[];

  @Text({ max: 2048, optional: true, description: 'Address of a picture; group spaces only.' })
  iconUrl?: string;

  @ListOf(() => FirstMember, { max: 199, optional: true, description: 'Beside you; group spaces only.' })
  members?: FirstMember[];
}

export class CreatedSpace extends Space {
  @ListOf(() => EntryResult, {
    optional: true,
    description: 'What became of each member asked for: the upstream does not say why one fails.',
  })
  members?: EntryResult[] | undefined;
}

export class ChangeSpaceBody {
  @Bytes({ optional: true, example: 10_737_418_240, description: 'Bytes, in whole GB; not below what is in use.' })
  capacity?: number;

  @Word(['active', 'disabled'], { optional: true, description: 'Nobody reaches the files of a disabled space.' })
  status?: 'active' | 'disabled';
}
