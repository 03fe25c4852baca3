import { Refusal, type Handlers, type OperationRequest, type Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { inOrder, pageOf, type Order } from '../../state/files/cursor.js';
import { addMembers, changeGroup, createGroup, leads, removeMembers } from '../../state/organization/group-lives.js';
import type { Group, GroupMember } from '../../state/organization/groups.js';
import { callerOf, isSystemAdministrator } from '../../state/spaces/access.js';
import { deleteGroupSpace } from '../../state/spaces/space-lives.js';
import { isoTime, masked } from '../formats.js';
import { rows, slice, text, whole } from '../input.js';

/** Groups of both kinds. */
export function groupHandlers(drive: Drive): Handlers {
  return { ...groupLifeHandlers(drive), ...memberHandlers(drive) };
}

function groupLifeHandlers(drive: Drive): Handlers {
  return {
    createUserGroup: ({ subject, body }) => {
      const { userId } = callerOf(drive, subject);
      return { id: createGroup(drive, String(body.groupName), whole(body.sourceType) ?? 0, userId).id };
    },
    getUserGroupList: (request) => listGroups(drive, request),
    getUserGroup: ({ subject, path, query }) => {
      const group = seen(drive, subject, path.groupId);
      if (whole(query.sourceType) !== group.sourceType) throw new Refusal(13000309, group.id);
      const { sourceType, iconUrl } = group;
      return { userGroup: { ...groupInfo(group), tenantId: drive.tenant.tenantId, sourceType, iconUrl } };
    },
    updateUserGroup: ({ subject, path, body }) => {
      const group = drive.groups.get(path.groupId ?? '');
      if (whole(body.sourceType) !== group.sourceType) throw new Refusal(13000309, group.id);
      const top = text(body.top);
      changeGroup(drive, group, callerOf(drive, subject).userId, {
        ...{
          name: String(body.groupName),
          iconUrl: text(body.iconUrl),
          userId: text(body.userId),
          role: whole(body.role),
        },
        pinned: top === undefined ? undefined : top === '1',
      });
      return {};
    },
    deleteUserGroup: ({ subject, path }) => {
      const group = drive.groups.get(path.groupId ?? '');
      const own = subject.kind === 'user' && subject.userId === group.ownerId;
      if (!own && !isSystemAdministrator(drive, subject)) throw new Refusal(13000410, group.id);
      deleteGroupSpace(drive, group.id);
      return {};
    },
  };
}

function memberHandlers(drive: Drive): Handlers {
  const led = (subject: Subject, groupId: string | undefined): Group => {
    const group = drive.groups.get(groupId ?? '');
    if (!leads(group, callerOf(drive, subject).userId)) throw new Refusal(13000410, group.id);
    return group;
  };
  const idsOf = (body: OperationRequest['body']): string[] =>
    rows(body.amendModRoles).map(({ userId }) => String(userId));
  return {
    getUserGroupMemberList: ({ subject, path, query }) => {
      const keyWord = text(query.keyWord)?.toLowerCase();
      const all = [...seen(drive, subject, path.groupId).members.values()].map((member) => memberInfo(drive, member));
      const found = all.filter(({ userName }) => !keyWord || userName.toLowerCase().includes(keyWord));
      return { total: found.length, userGroupMemberInfos: slice(found, query) };
    },
    batchAddGroupMembers: ({ subject, path, body }) => {
      const ids = idsOf(body);
      return outcome(ids, addMembers(drive, led(subject, path.groupId), ids));
    },
    batchDeleteGroupMembers: ({ subject, path, body }) => {
      const ids = idsOf(body);
      return outcome(ids, removeMembers(led(subject, path.groupId), ids));
    },
  };
}

/** 0 all, 1 some, 2 none. */
function outcome(asked: readonly string[], failedList: readonly string[]): Record<string, unknown> {
  return { status: failedList.length === 0 ? 0 : failedList.length < asked.length ? 1 : 2, failedList };
}

function seen(drive: Drive, subject: Subject, groupId: string | undefined): Group {
  const group = drive.groups.get(groupId ?? '');
  const member = subject.kind === 'user' && group.members.has(subject.userId);
  if (!member && !isSystemAdministrator(drive, subject)) throw new Refusal(13000410, group.id);
  return group;
}

const newestFirst: Order<Group> = {
  name: 'g-2',
  descending: true,
  key: ({ createdAt }) => createdAt,
  id: ({ id }) => id,
};

function listGroups(drive: Drive, { subject, query }: OperationRequest): Record<string, unknown> {
  const name = text(query.groupName)?.toLowerCase();
  const joined = drive.groups.of(callerOf(drive, subject).userId).filter((group) => {
    return group.sourceType === whole(query.sourceType) && (!name || group.name.toLowerCase().includes(name));
  });
  const size = whole(query.pageSize) ?? 100;
  const cursor = query.pageCursor === '0' ? '' : (query.pageCursor ?? '');
  const page = pageOf(inOrder(joined, newestFirst), newestFirst, cursor, size, drive.habits.shortPages);
  return {
    ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
    userGroupList: page.items.map(groupInfo),
    total: joined.length,
  };
}

function groupInfo({ id, name, ownerId, createdAt, updatedAt }: Group): Record<string, unknown> {
  return { id, groupName: name, ownerId, createdTime: isoTime(createdAt), updatedTime: isoTime(updatedAt) };
}

function memberInfo(drive: Drive, { userId, role, pinned, addedAt, updatedAt }: GroupMember) {
  const user = drive.users.find(userId);
  return {
    ...{ userId, userName: user?.name ?? '', deptId: user?.deptId ?? '', mobile: masked(user?.mobile ?? '') },
    deptName: (user && drive.departments.find(user.deptId)?.name) ?? '',
    ...{ role, top: pinned ? 1 : 0, createdTime: isoTime(addedAt), updatedTime: isoTime(updatedAt) },
  };
}
