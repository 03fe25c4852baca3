import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { createInvalidInputProblem } from '#problem';
import { type ConfirmationQuery, requireConfirmation } from '../http/input/confirmation.js';
import { requireTemplateOrCapabilities } from '../upstream/capabilities.js';
import type { ChangeSpaceBody, CreatedSpace, CreateSpaceBody } from './space-lifecycle.dto.js';
import type { Space } from './spaces.dto.js';
import { changeSpace, createGroupSpace, createSpace, deleteSpace, readOwnedSpace } from './space-lifecycle.upstream.js';

const ownerSpaceFields = ['ownerId', 'capacity', 'capabilities'] as const;
const groupSpaceFields = ['name', 'capacity', 'iconUrl', 'members'] as const;
/** The fields that can be used with each kind. */
const fieldsByKind = {
  individual: ownerSpaceFields.filter((field) => field !== 'capabilities'),
  department: ownerSpaceFields,
  group: groupSpaceFields,
} as const satisfies Record<CreateSpaceBody['kind'], readonly (keyof CreateSpaceBody)[]>;

/** Selects the upstream operation for a kind of space, and rejects fields that the kind does not use. */
@Injectable()
export class SpacesService {
  /** @throws ProblemError invalid-input for missing fields, or fields that the kind does not use */
  async create(koodrive: BoundClient, body: CreateSpaceBody): Promise<CreatedSpace> {
    rejectInapplicableFields(body);
    const { kind, ownerId, name, capacity, capabilities, iconUrl, members = [] } = body;
    if (kind === 'group') {
      members.forEach((member, index) => requireTemplateOrCapabilities(member, `/members/${index}`));
      rejectDuplicateUsers(members.map(({ userId }) => userId));
      return createGroupSpace(koodrive, { name: requireField('name', kind, name), capacity, iconUrl, members });
    }
    return createSpace(koodrive, {
      kind,
      ownerId: requireField('ownerId', kind, ownerId),
      capacity: requireField('capacity', kind, capacity),
      capabilities,
    });
  }

  /** @throws ProblemError invalid-input for a group space: the upstream has no operation that changes one */
  async change(koodrive: BoundClient, spaceId: string, body: ChangeSpaceBody): Promise<Space> {
    const space = await readOwnedSpace(koodrive, spaceId);
    if (space.kind !== 'group') return changeSpace(koodrive, { ...space, kind: space.kind }, body);
    throw createInvalidInputProblem('/spaceId', {
      en: 'must not be of a group: KooDrive changes spaces of users and departments only',
      zh: '不能是群组空间：KooDrive 只支持更改个人空间和部门空间',
    });
  }

  /** @throws ProblemError confirmation-required */
  async delete(koodrive: BoundClient, spaceId: string, confirmation: ConfirmationQuery): Promise<void> {
    requireConfirmation(confirmation, spaceId);
    await deleteSpace(koodrive, await readOwnedSpace(koodrive, spaceId));
  }
}

function requireField<T>(field: string, kind: string, value: T | undefined): T {
  if (value !== undefined) return value;
  throw createInvalidInputProblem(`/${field}`, { en: `is required with kind ${kind}`, zh: `类型为 ${kind} 时必填` });
}

/** A field that the kind does not use is rejected, because the caller expects an effect that it does not have. */
function rejectInapplicableFields({ kind, ...fields }: CreateSpaceBody): void {
  const applicableFields: readonly string[] = fieldsByKind[kind];
  for (const [field, value] of Object.entries(fields)) {
    if (value !== undefined && !applicableFields.includes(field)) {
      throw createInvalidInputProblem(`/${field}`, {
        en: `does not go with kind ${kind}`,
        zh: `不适用于类型 ${kind}`,
      });
    }
  }
}

function rejectDuplicateUsers(userIds: readonly string[]): void {
  userIds.forEach((userId, index) => {
    if (userIds.indexOf(userId) < index) {
      throw createInvalidInputProblem(`/members/${index}/userId`, { en: 'is named twice', zh: '重复' });
    }
  });
}
