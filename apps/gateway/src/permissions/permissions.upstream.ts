import { type BoundClient, id, type Item, type Output } from '#koodrive';
import { invalidInput } from '#problem';
import type { Page } from '../http/input/page.js';
import { anonymousTemplate, toCapabilities, toFlags, toGrant } from '../upstream/capabilities.js';
import { demand } from '../upstream/demand.js';
import type { SpaceAddress } from '../upstream/space-directory.js';
import {
  type DefaultPermission,
  type GrantPermissionsBody,
  groupRoles,
  type ListPermissionsQuery,
  type Permission,
  type SetDefaultPermissionBody,
} from './permissions.dto.js';

/** A space in which permissions are given. */
export type TeamSpace = SpaceAddress & { readonly kind: 'department' | 'group' };

/** @throws ProblemError invalid-input where nobody can be given permissions */
export function demandTeamSpace(space: SpaceAddress): TeamSpace {
  if (space.kind !== 'individual') return { ...space, kind: space.kind };
  throw invalidInput('/spaceId', {
    en: 'must be the space of a department or group: an individual one has no members',
    zh: '必须是部门或群组空间：个人空间没有成员',
  });
}

/** Not the numbering of the space pages (facts/permissions.md). */
const kindCodes = { department: 0, group: 1 } as const;

const templateIn = (wire: string | undefined): string | undefined =>
  id(wire) === anonymousTemplate ? undefined : id(wire);

/** Roles in a group as the group pages number them (inferred: this page lists no values). */
export const toPermission = (wire: Item<'getUserPermissionList'>): Permission => ({
  userId: demand(id(wire.userId)),
  userName: wire.userName || undefined,
  mobile: wire.mobile || undefined,
  departmentId: id(wire.deptId),
  departmentName: wire.deptName || undefined,
  groupRole: groupRoles.find((_role, place) => String(place) === String(wire.groupRole)),
  templateId: templateIn(wire.templateId),
  templateName: wire.templateName || undefined,
  capabilities: toCapabilities(wire.capabilities),
});

export async function listPermissions(
  koodrive: BoundClient,
  spaceId: string,
  { kind, ownerId }: TeamSpace,
  { templateId, q, fileId, limit, cursor }: ListPermissionsQuery,
): Promise<Page<Permission>> {
  const found = await koodrive.page(
    'getUserPermissionList',
    {
      containerId: spaceId,
      spaceType: kindCodes[kind],
      ...(kind === 'group' ? { groupId: ownerId } : { deptId: ownerId }),
      ...(templateId && { templateId }),
      ...(q && { userName: q }),
      ...(fileId && { fileId }),
    },
    { limit, ...(cursor && { cursor }) },
  );
  return { items: found.items.map(toPermission), nextCursor: found.nextCursor };
}

export async function grantPermissions(
  koodrive: BoundClient,
  spaceId: string,
  { kind }: TeamSpace,
  { fileId, grants }: GrantPermissionsBody,
): Promise<void> {
  await koodrive.call('permissionBatchUpdate', {
    container: spaceId,
    type: kindCodes[kind],
    ...(fileId && { fileId }),
    amendModRoles: grants.map((grant) => ({ userId: grant.userId, ...toGrant(grant) })),
  });
}

export const toDefaultPermission = (wire: Output<'initialMemberPermission'>): DefaultPermission => ({
  templateId: templateIn(wire.templateId),
  templateName: wire.templateName || undefined,
  capabilities: toCapabilities(wire.capabilities),
});

/** What these two pages call the id of a space is that of the group or department that owns it. */
export const readDefaultPermission = async (
  koodrive: BoundClient,
  { ownerId }: TeamSpace,
): Promise<DefaultPermission> =>
  toDefaultPermission(await koodrive.call('initialMemberPermission', { spaceId: ownerId }));

export async function setDefaultPermission(
  koodrive: BoundClient,
  space: TeamSpace,
  { templateId = anonymousTemplate, capabilities }: SetDefaultPermissionBody,
): Promise<DefaultPermission> {
  await koodrive.call('addMemberInitialPermission', {
    spaceId: space.ownerId,
    templateId,
    ...(capabilities && { capabilities: toFlags(capabilities) }),
  });
  return readDefaultPermission(koodrive, space);
}
