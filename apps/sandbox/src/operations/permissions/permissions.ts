import { errorCodes } from '../../contract/errors.js';
import { readObjects, readString, readNumber } from '../../json-input.js';
import { BigNumber, OperationError, type OperationHandlers, type OperationRequest } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { parseCapabilities } from '../../state/permissions/capabilities.js';
import type { Grant } from '../../state/permissions/grants.js';
import {
  inlineTemplateId,
  manageTemplateId,
  spaceOnlyTemplateIds,
  TemplateStatus,
} from '../../state/permissions/permission-templates.js';
import {
  resolveCapabilities,
  findEffectiveGrant,
  fullGrant,
  getGroupRole,
  userCanManageSpace,
  listSpaceMemberIds,
} from '../../state/permissions/effective-permissions.js';
import { SpaceKind, type Space } from '../../state/spaces/spaces.js';
import { maskMobile } from '../formats.js';
import { defaultPageSize } from '../input.js';

/** On the permission pages department is 0 and group is 1, unlike on the space pages. */
const spaceKindByCode: Readonly<Record<number, SpaceKind>> = { 0: SpaceKind.department, 1: SpaceKind.group };
const toSpaceTypeCode = (kind: SpaceKind): number => (kind === SpaceKind.group ? 1 : 0);

/**
 * Permissions in a team space. The app may use all operations. A user that the app names requires the right to manage the
 * space.
 */
export function permissionHandlers(drive: Drive): OperationHandlers {
  return {
    getUserPermissionList: (request) => listUserPermissions(drive, request),
    permissionBatchUpdate: (request) => updatePermissions(drive, request),
    initialMemberPermission: ({ path }) => ({
      data: toInitialPermission(drive, getTeamSpaceOfOwner(drive, path.spaceId ?? '')),
    }),
    addMemberInitialPermission: (request) => {
      const space = getTeamSpaceOfOwner(drive, String(request.body.spaceId));
      requireManager(drive, request, space);
      const { templateId, capabilities } = request.body;
      drive.grants.setInitial(space.ownerId, parseGrant(drive, templateId, capabilities));
      return {};
    },
  };
}

function getTeamSpaceOfOwner(drive: Drive, ownerId: string): Space {
  const [space] = drive.spaces.listByOwner(ownerId).filter(({ kind }) => kind !== SpaceKind.individual);
  if (!space) throw new OperationError(errorCodes.spaceNotFound, ownerId);
  return space;
}

/** @throws OperationError invalidParameter when kind or owner are not those of the space */
function getTeamSpace(drive: Drive, containerId: string, spaceType: unknown, ownerId?: string): Space {
  const space = drive.spaces.get(containerId);
  if (space.kind !== spaceKindByCode[readNumber(spaceType) ?? -1])
    throw new OperationError(errorCodes.invalidParameter, 'type of the space');
  if (ownerId !== undefined && ownerId !== space.ownerId)
    throw new OperationError(errorCodes.invalidParameter, 'owner of the space');
  return space;
}

/**
 * Checks that the named user can manage the space or has the preset Manage.
 * @returns `manager` for the app and for a user who can manage the space, `member` for a member with the preset
 * @throws OperationError permissionDenied
 */
function requireManager(drive: Drive, { headers }: OperationRequest, space: Space): 'manager' | 'member' {
  const userId = readString(headers['x-user-id']);
  if (userId === undefined || userCanManageSpace(drive, userId, space)) return 'manager';
  const granted = drive.grants.find(space.containerId, userId);
  if (granted?.templateId !== manageTemplateId)
    throw new OperationError(errorCodes.permissionDenied, space.containerId);
  return 'member';
}

/** @throws OperationError notFound (template), invalidParameter (disabled template or missing capabilities) */
export function parseGrant(drive: Drive, templateId: unknown, capabilities: unknown): Grant {
  const id = String(templateId);
  const grantedAt = drive.clock.now();
  if (id !== inlineTemplateId) {
    if (drive.permissionTemplates.get(id).status === TemplateStatus.disabled)
      throw new OperationError(errorCodes.invalidParameter, 'a disabled template');
    return { templateId: id, capabilities: undefined, grantedAt };
  }
  if (capabilities === undefined) throw new OperationError(errorCodes.invalidParameter, 'capabilities');
  return { templateId: id, capabilities: parseCapabilities(capabilities), grantedAt };
}

function listUserPermissions(drive: Drive, request: OperationRequest): Record<string, unknown> {
  const { query } = request;
  const ownerId = spaceKindByCode[readNumber(query.spaceType) ?? -1] === SpaceKind.group ? query.groupId : query.deptId;
  const space = getTeamSpace(drive, query.containerId ?? '', query.spaceType, ownerId ?? '');
  const name = readString(query.userName)?.toLowerCase();
  const all = listSpaceMemberIds(drive, space)
    .map((userId) => toUserPermission(drive, space, userId, readString(query.fileId)))
    .filter((row) => query.templateId === undefined || row.templateId === query.templateId)
    .filter((row) => !name || row.userName.toLowerCase().includes(name));
  const start = readNumber(query.cursor) ?? 0;
  if (!Number.isSafeInteger(start)) throw new OperationError(errorCodes.invalidParameter, 'cursor');
  const end = start + (readNumber(query.count) ?? defaultPageSize);
  return { userPermissonList: all.slice(start, end), nextCursor: end < all.length ? String(end) : undefined };
}

function toUserPermission(drive: Drive, space: Space, userId: string, fileId: string | undefined) {
  const user = drive.users.find(userId);
  const deptId = user?.deptId ?? '';
  const grant = findEffectiveGrant(drive, userId, space, fileId);
  const templates = drive.permissionTemplates.list();
  return {
    userId,
    userName: user?.name ?? '',
    mobile: maskMobile(user?.mobile ?? ''),
    deptId,
    deptName: drive.departments.find(deptId)?.name ?? '',
    templateId: grant.templateId,
    templateName: templates.find(({ id }) => id === grant.templateId)?.name ?? '',
    // The table of this page has a list, all other pages have one object (x-doc-conflict).
    capabilities: [resolveCapabilities(drive, grant)],
    ...(space.kind === SpaceKind.group
      ? { groupName: drive.groups.find(space.ownerId)?.name ?? '', groupRole: getGroupRole(drive, space, userId) }
      : { deptRole: user?.role ?? 1 }),
  };
}

/** Members with the preset Manage change grants of others. They cannot grant Manage or change members with Manage. */
function updatePermissions(drive: Drive, request: OperationRequest): Record<string, never> {
  const { body } = request;
  const space = getTeamSpace(drive, String(body.container), body.type);
  const role = requireManager(drive, request, space);
  const fileId = readString(body.fileId);
  const changes = readObjects(body.amendModRoles).map(({ userId, template, capabilities }) => ({
    userId: String(userId),
    grant: parseGrant(drive, template, capabilities),
  }));
  const members = listSpaceMemberIds(drive, space);
  for (const { userId, grant } of changes) {
    if (!members.includes(userId)) throw new OperationError(errorCodes.notFound, `member ${userId}`);
    if (fileId !== undefined && spaceOnlyTemplateIds.includes(grant.templateId))
      throw new OperationError(errorCodes.invalidParameter, 'not on a file');
    const canManage =
      userCanManageSpace(drive, userId, space) ||
      drive.grants.find(space.containerId, userId)?.templateId === manageTemplateId;
    if (role === 'member' && (canManage || grant.templateId === manageTemplateId))
      throw new OperationError(errorCodes.permissionDenied, userId);
  }
  for (const { userId, grant } of changes) drive.grants.set(fileId ?? space.containerId, userId, grant);
  return {};
}

function toInitialPermission(drive: Drive, space: Space): Record<string, unknown> {
  const grant = drive.grants.findInitial(space.ownerId) ?? fullGrant;
  return {
    spaceId: new BigNumber(space.ownerId),
    containerId: space.containerId,
    spaceType: toSpaceTypeCode(space.kind),
    templateId: grant.templateId,
    templateName: drive.permissionTemplates.list().find(({ id }) => id === grant.templateId)?.name ?? '',
    capabilities: resolveCapabilities(drive, grant),
  };
}
