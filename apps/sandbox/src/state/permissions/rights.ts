import type { Drive } from '../drive.js';
import { GroupRole } from '../organization/groups.js';
import { managesSpace } from '../spaces/access.js';
import { SpaceKind, type Space } from '../spaces/spaces.js';
import { everything, only, type Capabilities } from './capabilities.js';
import type { Grant } from './grants.js';
import { ANONYMOUS, MANAGE } from './permission-templates.js';

/** Who manages a space may do all in it, whatever was granted. */
export function mayManage(drive: Drive, userId: string, space: Space): boolean {
  return managesSpace(drive, { kind: 'user', userId, via: 'session' }, space);
}

/**
 * The grant that counts: the nearest one on the file or a folder above it, then that on the space, then what members
 * begin with, for those who joined after it was set. Without any a member may do all (inferred).
 */
export function grantFor(drive: Drive, userId: string, space: Space, fileId?: string): Grant {
  if (mayManage(drive, userId, space)) return { templateId: MANAGE, capabilities: undefined, at: 0 };
  const node = fileId === undefined ? undefined : drive.tree.find(fileId);
  const places = node ? drive.tree.path(node).map(({ id }) => id) : [];
  for (const place of [...places.reverse(), space.containerId]) {
    const grant = drive.grants.of(place, userId);
    if (grant) return grant;
  }
  const initial = drive.grants.initialOf(space.ownerId);
  const joined = drive.groups.find(space.ownerId)?.members.get(userId)?.addedAt ?? 0;
  return initial && joined >= initial.at ? initial : { templateId: MANAGE, capabilities: undefined, at: 0 };
}

export function capabilitiesOf(drive: Drive, { templateId, capabilities }: Grant): Capabilities {
  if (templateId === ANONYMOUS) return capabilities ?? only();
  return drive.templates.list().find(({ id }) => id === templateId)?.capabilities ?? everything;
}

/** The people who have to do with a team space: members of the group, or of the department and those below it. */
export function membersOf(drive: Drive, space: Space): string[] {
  if (space.kind === SpaceKind.group) return [...(drive.groups.find(space.ownerId)?.members.keys() ?? [])];
  const inside = (deptId: string): boolean => drive.departments.chain(deptId).some(({ id }) => id === space.ownerId);
  return drive.users
    .list()
    .filter(({ deptId }) => inside(deptId))
    .map(({ userId }) => userId);
}

export const groupRoleOf = (drive: Drive, space: Space, userId: string): number =>
  drive.groups.find(space.ownerId)?.members.get(userId)?.role ?? GroupRole.member;
