import { type BoundClient, id, type Item, moment, type Output } from '#koodrive';
import { ProblemError } from '#problem';
import { type BatchResult, batchResult } from '../http/answer/entry-result.js';
import { partProblem, problemOfCode } from '../http/problems/koodrive-problems.js';
import type { Page } from '../http/input/page.js';
import { demand } from '../upstream/demand.js';
import {
  type AddGroupMembersBody,
  type ChangeGroupMemberBody,
  type GroupMember,
  type GroupRole,
  groupRoles,
  type ListGroupMembersQuery,
  type RemoveGroupMembersBody,
} from './groups.dto.js';
import { readGroup, sourceTypes } from './groups.upstream.js';

/** UpdateUserGroupRequest.role: the numbers are places in this list. */
const roleOf = (code: unknown): GroupRole | undefined =>
  groupRoles.find((_role, place) => String(place) === String(code));
const roleCodes = { owner: '0', administrator: '1', member: '2' } as const satisfies Record<GroupRole, string>;
/** "An anonymous template": of no template's rights (inferred). */
const noTemplate = '-1';

export const toMember = (wire: Item<'getUserGroupMemberList'>): GroupMember => ({
  id: demand(id(wire.userId)),
  name: wire.userName || undefined,
  departmentId: id(wire.deptId),
  departmentName: wire.deptName || undefined,
  mobile: wire.mobile || undefined,
  role: roleOf(wire.role),
  pinned: wire.top === undefined ? undefined : String(wire.top) === '1',
  createdAt: moment(wire.createdTime),
  modifiedAt: moment(wire.updatedTime),
});

export async function listMembers(
  koodrive: BoundClient,
  groupId: string,
  { q, limit, cursor }: ListGroupMembersQuery,
): Promise<Page<GroupMember>> {
  const found = await koodrive.page(
    'getUserGroupMemberList',
    { groupId, ...(q && { keyWord: q }) },
    { limit, ...(cursor && { cursor }) },
  );
  return { ...found, items: found.items.map(toMember) };
}

/** A change of the group upstream, which wants its name and kind with it. */
export async function changeMember(
  koodrive: BoundClient,
  groupId: string,
  userId: string,
  { role }: ChangeGroupMemberBody,
): Promise<void> {
  const { name, kind } = await readGroup(koodrive, groupId);
  await koodrive.call('updateUserGroup', {
    groupId,
    groupName: name,
    sourceType: sourceTypes[kind],
    userId,
    role: roleCodes[role],
  });
}

/** Both answer in one shape. */
type Outcome = Output<'batchAddGroupMembers'>;
type BulkOperation = 'batchAddGroupMembers' | 'batchDeleteGroupMembers';

/**
 * One result for each user: 0 all, 1 some, 2 none. The example has no status at all, which then is a success.
 *
 * @throws ProblemError upstream-protocol where some failed and no list says which
 */
export function toBatchResult(operation: BulkOperation, userIds: readonly string[], wire: Outcome): BatchResult {
  const status = String(wire.status ?? 0);
  const named = (wire.failedList ?? []).map(String);
  if (status === '1' && named.length === 0) throw new ProblemError('upstream-protocol', { upstream: { operation } });
  const failed = status === '2' ? userIds : named;
  const problem = partProblem(problemOfCode(operation, null));
  return batchResult(userIds, new Map(failed.map((userId) => [userId, problem])));
}

export async function addMembers(
  koodrive: BoundClient,
  groupId: string,
  { userIds, templateId = noTemplate }: AddGroupMembersBody,
): Promise<BatchResult> {
  const amendModRoles = userIds.map((userId) => ({ userId, template: templateId }));
  const outcome = await koodrive.call('batchAddGroupMembers', { groupId, amendModRoles });
  return toBatchResult('batchAddGroupMembers', userIds, outcome);
}

export async function removeMembers(
  koodrive: BoundClient,
  groupId: string,
  { userIds }: RemoveGroupMembersBody,
): Promise<BatchResult> {
  const amendModRoles = userIds.map((userId) => ({ userId }));
  const outcome = await koodrive.call('batchDeleteGroupMembers', { groupId, amendModRoles });
  return toBatchResult('batchDeleteGroupMembers', userIds, outcome);
}
