import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { invalidInput } from '#problem';
import { type ConfirmationQuery, requireConfirmation } from '../http/input/confirmation.js';
import { requireOneWay } from '../upstream/capabilities.js';
import type { ChangeSpaceBody, CreatedSpace, CreateSpaceBody } from './space-lives.dto.js';
import type { Space } from './spaces.dto.js';
import { changeSpace, createGroupSpace, createSpace, deleteSpace, ownedSpace } from './space-lives.upstream.js';

const withOwner = ['ownerId', 'capacity', 'capabilities'] as const;
const withGroup = ['name', 'capacity', 'iconUrl', 'members'] as const;
/** What goes with each kind. */
const members = {
  individual: withOwner.filter((member) => member !== 'capabilities'),
  department: withOwner,
  group: withGroup,
} as const satisfies Record<CreateSpaceBody['kind'], readonly (keyof CreateSpaceBody)[]>;

/** Which operation a kind of space takes, and what makes no sense with it. */
@Injectable()
export class SpacesService {
  async create(koodrive: BoundClient, body: CreateSpaceBody): Promise<CreatedSpace> {
    refuseWhatDoesNotApply(body);
    const { kind, ownerId, name, capacity, capabilities, iconUrl, members: firstMembers = [] } = body;
    if (kind === 'group') {
      firstMembers.forEach((member, place) => requireOneWay(member, `/members/${place}`));
      refuseRepetition(firstMembers.map(({ userId }) => userId));
      const groupName = required('name', kind, name);
      return createGroupSpace(koodrive, { name: groupName, capacity, iconUrl, members: firstMembers });
    }
    const owner = required('ownerId', kind, ownerId);
    return createSpace(koodrive, {
      kind,
      ownerId: owner,
      capacity: required('capacity', kind, capacity),
      capabilities,
    });
  }

  /** @throws ProblemError invalid-input for a group space: the upstream has no operation that changes one */
  async change(koodrive: BoundClient, spaceId: string, body: ChangeSpaceBody): Promise<Space> {
    const space = await ownedSpace(koodrive, spaceId);
    if (space.kind !== 'group') return changeSpace(koodrive, { ...space, kind: space.kind }, body);
    throw invalidInput('/spaceId', {
      en: 'must not be of a group: KooDrive changes spaces of users and departments only',
      zh: '不能是群组空间：KooDrive 只支持更改个人空间和部门空间',
    });
  }

  async delete(koodrive: BoundClient, spaceId: string, confirmation: ConfirmationQuery): Promise<void> {
    requireConfirmation(confirmation, spaceId);
    await deleteSpace(koodrive, await ownedSpace(koodrive, spaceId));
  }
}

function required<T>(member: string, kind: string, value: T | undefined): T {
  if (value !== undefined) return value;
  throw invalidInput(`/${member}`, { en: `is required with kind ${kind}`, zh: `类型为 ${kind} 时必填` });
}

/** What a kind does not look at is refused: a caller who says it means something that will not happen. */
function refuseWhatDoesNotApply({ kind, ...given }: CreateSpaceBody): void {
  const known: readonly string[] = members[kind];
  for (const [member, value] of Object.entries(given)) {
    if (value !== undefined && !known.includes(member)) {
      throw invalidInput(`/${member}`, { en: `does not go with kind ${kind}`, zh: `不适用于类型 ${kind}` });
    }
  }
}

function refuseRepetition(userIds: readonly string[]): void {
  userIds.forEach((userId, place) => {
    if (userIds.indexOf(userId) < place) {
      throw invalidInput(`/members/${place}/userId`, { en: 'is named twice', zh: '重复' });
    }
  });
}
