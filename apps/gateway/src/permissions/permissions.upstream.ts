import { type BoundClient, parseId, type PagedItem, type OperationOutput } from '#koodrive';
import { createInvalidInputProblem } from '#problem';
import type { Page } from '../http/input/page.js';
import { anonymousTemplateId, toCapabilities, toCapabilityFlags, toUpstreamGrant } from '../upstream/capabilities.js';
import { mapPage, withoutTotal } from '../upstream/map-entries.js';
import { requiredId } from '../upstream/required.js';
import type { SpaceMetadata } from '../upstream/space-metadata-cache.js';
import {
  type DefaultPermission,
  type GrantPermissionsBody,
  memberGroupRoles,
  type ListPermissionsQuery,
  type Permission,
  type SetDefaultPermissionBody,
} from './permissions.dto.js';

/** A space that has members, and so permissions. */
export type TeamSpace = SpaceMetadata & { readonly kind: 'department' | 'group' };

/** @throws ProblemError invalid-input for an individual space, which has no members */
export function requireTeamSpace(space: SpaceMetadata): TeamSpace {
  if (space.kind !== 'individual') return { ...space, kind: space.kind };
  throw createInvalidInputProblem('/spaceId', {
    en: 'must be the space of a department or group: an individual one has no members',
    zh: '必须是部门或群组空间：个人空间没有成员',
  });
}

/** These codes differ from the codes of the space pages (libs/koodrive/contract/facts/permissions.md). */
const permissionSpaceTypeCodes = { department: 0, group: 1 } as const;

const toTemplateId = (wire: string | undefined): string | undefined =>
  parseId(wire) === anonymousTemplateId ? undefined : parseId(wire);

/** The codes of the roles are those of the group pages (inferred: this page lists no values). */
const toPermission = (wire: PagedItem<'getUserPermissionList'>): Permission => ({
  userId: requiredId(wire, 'userId'),
  userName: wire.userName || undefined,
  mobile: wire.mobile || undefined,
  departmentId: parseId(wire.deptId),
  departmentName: wire.deptName || undefined,
  groupRole: memberGroupRoles.find((_role, code) => String(code) === String(wire.groupRole)),
  templateId: toTemplateId(wire.templateId),
  templateName: wire.templateName || undefined,
  capabilities: toCapabilities(wire.capabilities),
});

export async function listPermissions(
  koodrive: BoundClient,
  spaceId: string,
  { kind, ownerId }: TeamSpace,
  { templateId, q, fileId, limit, cursor }: ListPermissionsQuery,
): Promise<Page<Permission>> {
  const page = await koodrive.fetchPage(
    'getUserPermissionList',
    {
      containerId: spaceId,
      spaceType: permissionSpaceTypeCodes[kind],
      groupId: kind === 'group' ? ownerId : undefined,
      deptId: kind === 'department' ? ownerId : undefined,
      templateId,
      userName: q,
      fileId,
    },
    { limit, cursor },
  );
  return withoutTotal(mapPage(page, toPermission));
}

export async function grantPermissions(
  koodrive: BoundClient,
  spaceId: string,
  { kind }: TeamSpace,
  { fileId, grants }: GrantPermissionsBody,
): Promise<void> {
  await koodrive.call('permissionBatchUpdate', {
    container: spaceId,
    type: permissionSpaceTypeCodes[kind],
    fileId,
    amendModRoles: grants.map((grant) => ({ userId: grant.userId, ...toUpstreamGrant(grant) })),
  });
}

const toDefaultPermission = (wire: OperationOutput<'initialMemberPermission'>): DefaultPermission => ({
  templateId: toTemplateId(wire.templateId),
  templateName: wire.templateName || undefined,
  capabilities: toCapabilities(wire.capabilities),
});

/** In this and the next operation, `spaceId` is the id of the group or department that owns the space. */
export const readDefaultPermission = async (
  koodrive: BoundClient,
  { ownerId }: TeamSpace,
): Promise<DefaultPermission> =>
  toDefaultPermission(await koodrive.call('initialMemberPermission', { spaceId: ownerId }));

export async function setDefaultPermission(
  koodrive: BoundClient,
  space: TeamSpace,
  { templateId = anonymousTemplateId, capabilities }: SetDefaultPermissionBody,
): Promise<DefaultPermission> {
  await koodrive.call('addMemberInitialPermission', {
    spaceId: space.ownerId,
    templateId,
    capabilities: capabilities && toCapabilityFlags(capabilities),
  });
  return readDefaultPermission(koodrive, space);
}
