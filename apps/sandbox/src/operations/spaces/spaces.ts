import { errorCodes } from '../../contract/errors.js';
import { readObjects, readString, readStrings, readNumber } from '../../json-input.js';
import {
  BigNumber,
  OperationError,
  type OperationHandlers,
  type OperationRequest,
  type Subject,
} from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { inlineTemplateId } from '../../state/permissions/permission-templates.js';
import {
  requireUser,
  canManageDepartment,
  canManageSpace,
  canAccessSpace,
  resolveSubject,
} from '../../state/spaces/space-access.js';
import {
  changeSpace,
  createGroupSpace,
  createSpace,
  deleteGroupSpace,
  deleteSpace,
} from '../../state/spaces/space-lifecycle.js';
import { SpaceKind, type Space } from '../../state/spaces/spaces.js';
import { readSpaceKind } from '../input.js';
import { parseGrant } from '../permissions/permissions.js';
import { toSpaceIdentity, toSpaceInfo, toSpaceInfoV2 } from './space-responses.js';

/** Single spaces: read, create, change, delete. */
export function spaceHandlers(drive: Drive): OperationHandlers {
  return { ...readHandlers(drive), ...writeHandlers(drive), ...groupSpaceHandlers(drive) };
}

function readHandlers(drive: Drive): OperationHandlers {
  const readSpace = (subject: Subject, ownerId: unknown, type: unknown, containerId: unknown): Space => {
    const space = drive.spaces.getByOwner(String(ownerId), readSpaceKind(type), readString(containerId));
    return requireVisible(drive, subject, space);
  };
  return {
    getSpace: ({ subject, path, query }) => ({
      data: toSpaceInfo(drive, readSpace(subject, path.ownerId, query.type, query.containerId)),
    }),
    getSpaceV2: (request) => {
      const { path, query } = request;
      const subject = resolveSubject(request);
      const kind = readString(query.type) === undefined ? undefined : readSpaceKind(query.type);
      const owned = drive.spaces.listByOwner(path.owner_id ?? '', kind);
      return { data: owned.map((space) => toSpaceInfoV2(drive, requireVisible(drive, subject, space))) };
    },
    batchGetSpace: ({ subject, body }) => ({
      data: [toSpaceInfo(drive, readSpace(subject, body.ownerId, body.type, body.containerId))],
    }),
    getSpaceByContainerID: ({ subject, path }) => ({
      data: toSpaceInfo(drive, requireVisible(drive, subject, drive.spaces.get(path.containerId ?? ''))),
    }),
  };
}

function writeHandlers(drive: Drive): OperationHandlers {
  const getManagedSpace = (subject: Subject, ownerId: unknown, type: unknown, containerId: unknown): Space =>
    requireManaged(
      drive,
      subject,
      drive.spaces.getByOwner(String(ownerId), readSpaceKind(type), readString(containerId)),
    );
  return {
    createSpace: (request) => ({ data: createSpaceFromRequest(drive, request) }),
    updateSpace: ({ subject, path, body }) => {
      const space = getManagedSpace(subject, path.ownerId, body.type, body.containerId);
      changeSpace(drive, space, {
        capacityGb: readNumber(body.capacity),
        status: readNumber(body.status),
        modifierId: modifierIdOf(subject),
      });
      return {};
    },
    deleteSpace: ({ subject, path, query }) => {
      deleteSpace(drive, getManagedSpace(subject, path.ownerId, query.type, query.containerId));
      return {};
    },
  };
}

function groupSpaceHandlers(drive: Drive): OperationHandlers {
  return {
    createGroupSpace: ({ subject, body }) => {
      const ownerId = requireUser(drive, subject).userId;
      const grants = readObjects(body.addGroupUsers).map(({ userId, template, capabilities }) => {
        return [String(userId), parseGrant(drive, template, capabilities)] as const;
      });
      const memberIds = [...grants.map(([userId]) => userId), ...readStrings(body.userIds)];
      const { group, failed } = createGroupSpace(drive, {
        name: String(body.name),
        iconUrl: readString(body.iconUrl) ?? '',
        capacityGb: readNumber(body.capacity),
        ownerId,
        memberIds,
        grants: new Map(grants),
      });
      return { id: group.id, failedList: failed };
    },
    deleteGroupSpace: ({ subject, path }) => {
      const groupId = path.groupId ?? '';
      requireManaged(drive, subject, drive.spaces.getByOwner(groupId, SpaceKind.group));
      deleteGroupSpace(drive, groupId);
      return {};
    },
  };
}

/**
 * Checks that the subject may read a space. The space need not be active.
 * @throws OperationError permissionDenied
 */
function requireVisible(drive: Drive, subject: Subject, space: Space): Space {
  if (!canAccessSpace(drive, subject, space) && !canManageSpace(drive, subject, space))
    throw new OperationError(errorCodes.permissionDenied, space.containerId);
  return space;
}

function requireManaged(drive: Drive, subject: Subject, space: Space): Space {
  if (!canManageSpace(drive, subject, space)) throw new OperationError(errorCodes.permissionDenied, space.containerId);
  return space;
}

const modifierIdOf = (subject: Subject): string => (subject.kind === 'user' ? subject.userId : '0');

/** A user can have several spaces, a department only one (facts/spaces.md). */
function createSpaceFromRequest(
  drive: Drive,
  { subject, path, body }: OperationRequest,
): Readonly<Record<string, unknown>> {
  const ownerId = path.ownerId ?? '';
  const kind = readSpaceKind(body.type);
  if (kind === SpaceKind.group)
    throw new OperationError(errorCodes.invalidParameter, 'type: group spaces are made with createGroupSpace');
  const deptId = kind === SpaceKind.department ? drive.departments.get(ownerId).id : drive.users.get(ownerId).deptId;
  if (!canManageDepartment(drive, subject, deptId)) throw new OperationError(errorCodes.permissionDenied, ownerId);
  if (kind === SpaceKind.department && drive.spaces.listByOwner(ownerId, kind).length > 0) {
    throw new OperationError(errorCodes.invalidParameter, 'ownerId: the department has a space');
  }
  const creatorId = modifierIdOf(subject);
  const space = createSpace(drive, { kind, ownerId, capacityGb: readNumber(body.capacity) ?? 0, creatorId });
  if (body.capabilities !== undefined) {
    // grantedAt 0: the grant applies to current members too.
    drive.grants.setInitial(ownerId, { ...parseGrant(drive, inlineTemplateId, body.capabilities), grantedAt: 0 });
  }
  return {
    ...toSpaceIdentity(drive, space),
    type: space.kind,
    status: space.status,
    capacity: space.capacityGb,
    spaceUsed: 0,
    rootFileId: space.rootFileId,
    operatorId: new BigNumber(creatorId),
  };
}
