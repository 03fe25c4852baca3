import type { Drive } from '../drive.js';
import { GroupRole } from '../organization/groups.js';
import { canManageSpace, createUserSubject } from '../spaces/space-access.js';
import { SpaceKind, type Space } from '../spaces/spaces.js';
import { allCapabilities, createCapabilities, type Capabilities } from './capabilities.js';
import type { Grant } from './grants.js';
import { inlineTemplateId, manageTemplateId } from './permission-templates.js';

/** A grant of all capabilities, for users to whom nothing was granted. */
export const fullGrant: Grant = { templateId: manageTemplateId, capabilities: undefined, grantedAt: 0 };

/** Whether a user manages a space. Such a user has all capabilities there, whatever was granted. */
export function userCanManageSpace(drive: Drive, userId: string, space: Space): boolean {
  return canManageSpace(drive, createUserSubject(userId), space);
}

/**
 * The grant that applies to a user: the nearest one on the file or a folder above it, else the one on the space, else the
 * initial grant of the space if the user joined after it was set. Without any grant a member has all capabilities (inferred).
 */
export function findEffectiveGrant(drive: Drive, userId: string, space: Space, fileId?: string): Grant {
  if (userCanManageSpace(drive, userId, space)) return fullGrant;
  const node = fileId === undefined ? undefined : drive.tree.find(fileId);
  const nodeIds = node ? drive.tree.getPath(node).map(({ id }) => id) : [];
  for (const resourceId of [...nodeIds.reverse(), space.containerId]) {
    const grant = drive.grants.find(resourceId, userId);
    if (grant) return grant;
  }
  const initial = drive.grants.findInitial(space.ownerId);
  const joinedAt = drive.groups.find(space.ownerId)?.members.get(userId)?.addedAt ?? 0;
  return initial && joinedAt >= initial.grantedAt ? initial : fullGrant;
}

export function resolveCapabilities(drive: Drive, { templateId, capabilities }: Grant): Capabilities {
  if (templateId === inlineTemplateId) return capabilities ?? createCapabilities();
  return drive.permissionTemplates.list().find(({ id }) => id === templateId)?.capabilities ?? allCapabilities;
}

/** Ids of the members of a team space: those of the group, or those of the department and of the departments below it. */
export function listSpaceMemberIds(drive: Drive, space: Space): string[] {
  if (space.kind === SpaceKind.group) return [...(drive.groups.find(space.ownerId)?.members.keys() ?? [])];
  const isInDepartment = (deptId: string): boolean =>
    drive.departments.listSelfAndAncestors(deptId).some(({ id }) => id === space.ownerId);
  return drive.users
    .list()
    .filter(({ deptId }) => isInDepartment(deptId))
    .map(({ userId }) => userId);
}

export const getGroupRole = (drive: Drive, space: Space, userId: string): number =>
  drive.groups.find(space.ownerId)?.members.get(userId)?.role ?? GroupRole.member;
