import { errorCodes } from '../../contract/errors.js';
import { readObjects, readString, readNumber } from '../../json-input.js';
import { OperationError, type OperationHandlers, type OperationRequest, type Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { sortItems, paginate, type SortOrder } from '../../state/files/cursor.js';
import {
  addMembers,
  changeGroup,
  createGroup,
  isOwnerOrAdministrator,
  removeMembers,
} from '../../state/organization/group-lifecycle.js';
import type { Group, GroupMember } from '../../state/organization/groups.js';
import { requireUser, isSystemAdministrator } from '../../state/spaces/space-access.js';
import { deleteGroupSpace } from '../../state/spaces/space-lifecycle.js';
import { formatIsoTime, maskMobile } from '../formats.js';
import { defaultPageSize, slicePage } from '../input.js';

export function groupHandlers(drive: Drive): OperationHandlers {
  return { ...groupLifecycleHandlers(drive), ...groupMemberHandlers(drive) };
}

function groupLifecycleHandlers(drive: Drive): OperationHandlers {
  return {
    createUserGroup: ({ subject, body }) => {
      const { userId } = requireUser(drive, subject);
      return { id: createGroup(drive, String(body.groupName), readNumber(body.sourceType) ?? 0, userId).id };
    },
    getUserGroupList: (request) => listGroups(drive, request),
    getUserGroup: ({ subject, path, query }) => {
      const group = getVisibleGroup(drive, subject, path.groupId);
      if (readNumber(query.sourceType) !== group.sourceType) throw new OperationError(errorCodes.notFound, group.id);
      const { sourceType, iconUrl } = group;
      return { userGroup: { ...toGroupInfo(group), tenantId: drive.tenant.tenantId, sourceType, iconUrl } };
    },
    updateUserGroup: ({ subject, path, body }) => {
      const group = drive.groups.get(path.groupId ?? '');
      if (readNumber(body.sourceType) !== group.sourceType) throw new OperationError(errorCodes.notFound, group.id);
      const top = readString(body.top);
      changeGroup(drive, group, requireUser(drive, subject).userId, {
        name: String(body.groupName),
        iconUrl: readString(body.iconUrl),
        userId: readString(body.userId),
        role: readNumber(body.role),
        pinned: top === undefined ? undefined : top === '1',
      });
      return {};
    },
    deleteUserGroup: ({ subject, path }) => {
      const group = drive.groups.get(path.groupId ?? '');
      const isOwner = subject.kind === 'user' && subject.userId === group.ownerId;
      if (!isOwner && !isSystemAdministrator(drive, subject))
        throw new OperationError(errorCodes.permissionDenied, group.id);
      deleteGroupSpace(drive, group.id);
      return {};
    },
  };
}

function groupMemberHandlers(drive: Drive): OperationHandlers {
  const getLedGroup = (subject: Subject, groupId: string | undefined): Group => {
    const group = drive.groups.get(groupId ?? '');
    if (!isOwnerOrAdministrator(group, requireUser(drive, subject).userId))
      throw new OperationError(errorCodes.permissionDenied, group.id);
    return group;
  };
  const readUserIds = (body: OperationRequest['body']): string[] =>
    readObjects(body.amendModRoles).map(({ userId }) => String(userId));
  return {
    getUserGroupMemberList: ({ subject, path, query }) => {
      const keyWord = readString(query.keyWord)?.toLowerCase();
      const all = [...getVisibleGroup(drive, subject, path.groupId).members.values()].map((member) =>
        toMemberInfo(drive, member),
      );
      const matches = all.filter(({ userName }) => !keyWord || userName.toLowerCase().includes(keyWord));
      return { total: matches.length, userGroupMemberInfos: slicePage(matches, query) };
    },
    batchAddGroupMembers: ({ subject, path, body }) => {
      const ids = readUserIds(body);
      return toBatchOutcome(ids, addMembers(drive, getLedGroup(subject, path.groupId), ids));
    },
    batchDeleteGroupMembers: ({ subject, path, body }) => {
      const ids = readUserIds(body);
      return toBatchOutcome(ids, removeMembers(getLedGroup(subject, path.groupId), ids));
    },
  };
}

/** `status` is 0 when all ids succeeded, 1 when some did, 2 when none did. */
function toBatchOutcome(userIds: readonly string[], failedList: readonly string[]): Record<string, unknown> {
  return { status: failedList.length === 0 ? 0 : failedList.length < userIds.length ? 1 : 2, failedList };
}

function getVisibleGroup(drive: Drive, subject: Subject, groupId: string | undefined): Group {
  const group = drive.groups.get(groupId ?? '');
  const isMember = subject.kind === 'user' && group.members.has(subject.userId);
  if (!isMember && !isSystemAdministrator(drive, subject))
    throw new OperationError(errorCodes.permissionDenied, group.id);
  return group;
}

const newestFirst: SortOrder<Group> = {
  name: 'g-2',
  descending: true,
  key: ({ createdAt }) => createdAt,
  id: ({ id }) => id,
};

function listGroups(drive: Drive, { subject, query }: OperationRequest): Record<string, unknown> {
  const name = readString(query.groupName)?.toLowerCase();
  const joined = drive.groups.listByMember(requireUser(drive, subject).userId).filter((group) => {
    return group.sourceType === readNumber(query.sourceType) && (!name || group.name.toLowerCase().includes(name));
  });
  const size = readNumber(query.pageSize) ?? defaultPageSize;
  const cursor = query.pageCursor === '0' ? '' : (query.pageCursor ?? '');
  const page = paginate(sortItems(joined, newestFirst), newestFirst, cursor, size, drive.behavior.shortPages);
  return {
    nextCursor: page.nextCursor,
    userGroupList: page.items.map(toGroupInfo),
    total: joined.length,
  };
}

function toGroupInfo({ id, name, ownerId, createdAt, updatedAt }: Group): Record<string, unknown> {
  return { id, groupName: name, ownerId, createdTime: formatIsoTime(createdAt), updatedTime: formatIsoTime(updatedAt) };
}

function toMemberInfo(drive: Drive, { userId, role, pinned, addedAt, updatedAt }: GroupMember) {
  const user = drive.users.find(userId);
  return {
    userId,
    userName: user?.name ?? '',
    deptId: user?.deptId ?? '',
    mobile: maskMobile(user?.mobile ?? ''),
    deptName: (user && drive.departments.find(user.deptId)?.name) ?? '',
    role,
    top: pinned ? 1 : 0,
    createdTime: formatIsoTime(addedAt),
    updatedTime: formatIsoTime(updatedAt),
  };
}
