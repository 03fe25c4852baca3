import { BigNumber, Refusal, type Handlers, type OperationRequest, type Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { ANONYMOUS } from '../../state/permissions/permission-templates.js';
import { callerOf, managesDepartment, managesSpace, mayReach, spokenFor } from '../../state/spaces/access.js';
import {
  changeSpace,
  createGroupSpace,
  createSpace,
  deleteGroupSpace,
  deleteSpace,
} from '../../state/spaces/space-lives.js';
import { SpaceKind, type Space } from '../../state/spaces/spaces.js';
import { rows, text, texts, whole } from '../input.js';
import { grantOf } from '../permissions/permissions.js';
import { identity, spaceInfo, spaceInfoV2 } from './space-answers.js';

/** Single spaces, and their lives. */
export function spaceHandlers(drive: Drive): Handlers {
  return { ...readingHandlers(drive), ...changingHandlers(drive), ...groupSpaceHandlers(drive) };
}

function readingHandlers(drive: Drive): Handlers {
  const read = (subject: Subject, ownerId: unknown, type: unknown, containerId: unknown): Space => {
    const space = drive.spaces.one(String(ownerId), kindOf(type), text(containerId));
    return seen(drive, subject, space);
  };
  return {
    getSpace: ({ subject, path, query }) => ({
      data: spaceInfo(drive, read(subject, path.ownerId, query.type, query.containerId)),
    }),
    getSpaceV2: (request) => {
      const { path, query } = request;
      const subject = spokenFor(request);
      const kind = text(query.type) === undefined ? undefined : kindOf(query.type);
      const owned = drive.spaces.ownedBy(path.owner_id ?? '', kind);
      return { data: owned.map((space) => spaceInfoV2(drive, seen(drive, subject, space))) };
    },
    batchGetSpace: ({ subject, body }) => ({
      data: [spaceInfo(drive, read(subject, body.ownerId, body.type, body.containerId))],
    }),
    getSpaceByContainerID: ({ subject, path }) => ({
      data: spaceInfo(drive, seen(drive, subject, drive.spaces.get(path.containerId ?? ''))),
    }),
  };
}

function changingHandlers(drive: Drive): Handlers {
  const managedOne = (subject: Subject, ownerId: unknown, type: unknown, containerId: unknown): Space =>
    managed(drive, subject, drive.spaces.one(String(ownerId), kindOf(type), text(containerId)));
  return {
    createSpace: (request) => ({ data: newSpace(drive, request) }),
    updateSpace: ({ subject, path, body }) => {
      const space = managedOne(subject, path.ownerId, body.type, body.containerId);
      const change = { capacityGb: whole(body.capacity), status: whole(body.status) };
      changeSpace(drive, space, { ...change, modifierId: nameOfCaller(subject) });
      return {};
    },
    deleteSpace: ({ subject, path, query }) => {
      deleteSpace(drive, managedOne(subject, path.ownerId, query.type, query.containerId));
      return {};
    },
  };
}

function groupSpaceHandlers(drive: Drive): Handlers {
  return {
    createGroupSpace: ({ subject, body }) => {
      const ownerId = callerOf(drive, subject).userId;
      const added = rows(body.addGroupUsers).map(({ userId, template, capabilities }) => {
        return [String(userId), grantOf(drive, template, capabilities)] as const;
      });
      const memberIds = [...added.map(([userId]) => userId), ...texts(body.userIds)];
      const wish = { name: String(body.name), iconUrl: text(body.iconUrl) ?? '', capacityGb: whole(body.capacity) };
      const { group, failed } = createGroupSpace(drive, { ...wish, ownerId, memberIds, grants: new Map(added) });
      return { id: group.id, failedList: failed };
    },
    deleteGroupSpace: ({ subject, path }) => {
      const groupId = path.groupId ?? '';
      managed(drive, subject, drive.spaces.one(groupId, SpaceKind.group));
      deleteGroupSpace(drive, groupId);
      return {};
    },
  };
}

function kindOf(type: unknown): SpaceKind {
  const kind = Object.values(SpaceKind).find((one) => String(one) === String(type));
  if (kind === undefined) throw new Refusal(13000102, 'type');
  return kind;
}

/** A space that the subject may look at. A space that is not active may be looked at too. */
function seen(drive: Drive, subject: Subject, space: Space): Space {
  if (!mayReach(drive, subject, space) && !managesSpace(drive, subject, space))
    throw new Refusal(13000410, space.containerId);
  return space;
}

function managed(drive: Drive, subject: Subject, space: Space): Space {
  if (!managesSpace(drive, subject, space)) throw new Refusal(13000410, space.containerId);
  return space;
}

const nameOfCaller = (subject: Subject): string => (subject.kind === 'user' ? subject.userId : '0');

/** An individual owner may have several spaces, a department one (facts/spaces.md). */
function newSpace(drive: Drive, { subject, path, body }: OperationRequest): Readonly<Record<string, unknown>> {
  const ownerId = path.ownerId ?? '';
  const kind = kindOf(body.type);
  if (kind === SpaceKind.group) throw new Refusal(13000102, 'type: group spaces are made with createGroupSpace');
  const deptId = kind === SpaceKind.department ? drive.departments.get(ownerId).id : drive.users.get(ownerId).deptId;
  if (!managesDepartment(drive, subject, deptId)) throw new Refusal(13000410, ownerId);
  if (kind === SpaceKind.department && drive.spaces.ownedBy(ownerId, kind).length > 0) {
    throw new Refusal(13000102, 'ownerId: the department has a space');
  }
  const creatorId = nameOfCaller(subject);
  const space = createSpace(drive, { kind, ownerId, capacityGb: whole(body.capacity) ?? 0, creatorId });
  if (body.capabilities !== undefined) {
    // Whoever is a member by now begins with it too.
    drive.grants.setInitial(ownerId, { ...grantOf(drive, ANONYMOUS, body.capabilities), at: 0 });
  }
  return {
    ...identity(drive, space),
    type: space.kind,
    status: space.status,
    capacity: space.capacityGb,
    spaceUsed: 0,
    rootFileId: space.rootFileId,
    operatorId: new BigNumber(creatorId),
  };
}
