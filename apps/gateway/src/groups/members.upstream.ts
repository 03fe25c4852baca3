import { type BoundClient, parseId, type PagedItem, parseTimestamp, type OperationOutput } from '#koodrive';
import { ProblemError } from '#problem';
import { type BulkResult, createBulkResult } from '../http/response/bulk-result.js';
import { toPartialFailure, toProblemFromCode } from '../http/problems/koodrive-problems.js';
import type { Page } from '../http/input/page.js';
import { anonymousTemplateId } from '../upstream/capabilities.js';
import { createCodeReader } from '../upstream/code-reader.js';
import { mapPage } from '../upstream/map-entries.js';
import { readable, readableList, requiredId } from '../upstream/required.js';
import {
  type AddGroupMembersBody,
  type ChangeGroupMemberBody,
  type GroupMember,
  type GroupRole,
  type ListGroupMembersQuery,
  type RemoveGroupMembersBody,
} from './groups.dto.js';
import { readGroup, groupKindCodes } from './groups.upstream.js';

/** UpdateUserGroupRequest.role. */
const roleCodes = { owner: '0', administrator: '1', member: '2' } as const satisfies Record<GroupRole, string>;
const toGroupRole = createCodeReader(roleCodes);
const pinnedCode = '1';

const toMember = (wire: PagedItem<'getUserGroupMemberList'>): GroupMember => ({
  id: requiredId(wire, 'userId'),
  name: wire.userName || undefined,
  departmentId: parseId(wire.deptId),
  departmentName: wire.deptName || undefined,
  mobile: wire.mobile || undefined,
  role: toGroupRole(wire.role),
  pinned: wire.top === undefined ? undefined : String(wire.top) === pinnedCode,
  createdAt: parseTimestamp(wire.createdTime),
  modifiedAt: parseTimestamp(wire.updatedTime),
});

export async function listMembers(
  koodrive: BoundClient,
  groupId: string,
  { q, limit, cursor }: ListGroupMembersQuery,
): Promise<Page<GroupMember>> {
  const page = await koodrive.fetchPage('getUserGroupMemberList', { groupId, keyWord: q }, { limit, cursor });
  return mapPage(page, toMember);
}

/** Changes the role by a change of the group, which requires the name and kind of the group. */
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
    sourceType: groupKindCodes[kind],
    userId,
    role: roleCodes[role],
  });
}

/** Both operations have the same output. */
type BatchMembersOutput = OperationOutput<'batchAddGroupMembers'>;
type BatchMembersOperation = 'batchAddGroupMembers' | 'batchDeleteGroupMembers';

/** How many entries of a bulk call succeeded. */
const bulkStatusCodes = { allSucceeded: '0', someFailed: '1', allFailed: '2' } as const;

/**
 * One result for each user. The example has no status, so a response without it is a success.
 *
 * @throws ProblemError upstream-protocol if some users failed and no list names them
 */
export function toMembersBulkResult(
  operation: BatchMembersOperation,
  userIds: readonly string[],
  wire: BatchMembersOutput,
): BulkResult {
  const status = String(readable(wire, 'status') ?? bulkStatusCodes.allSucceeded);
  const failedList = (readableList(wire, 'failedList') ?? []).map(String);
  if (status === bulkStatusCodes.someFailed && failedList.length === 0) {
    throw new ProblemError('upstream-protocol', { upstream: { operation } });
  }
  const failedIds = status === bulkStatusCodes.allFailed ? userIds : failedList;
  const problem = toPartialFailure(toProblemFromCode(operation));
  return createBulkResult(userIds, new Map(failedIds.map((userId) => [userId, problem])));
}

export async function addMembers(
  koodrive: BoundClient,
  groupId: string,
  { userIds, templateId = anonymousTemplateId }: AddGroupMembersBody,
): Promise<BulkResult> {
  const amendModRoles = userIds.map((userId) => ({ userId, template: templateId }));
  const response = await koodrive.call('batchAddGroupMembers', { groupId, amendModRoles });
  return toMembersBulkResult('batchAddGroupMembers', userIds, response);
}

export async function removeMembers(
  koodrive: BoundClient,
  groupId: string,
  { userIds }: RemoveGroupMembersBody,
): Promise<BulkResult> {
  const amendModRoles = userIds.map((userId) => ({ userId }));
  const response = await koodrive.call('batchDeleteGroupMembers', { groupId, amendModRoles });
  return toMembersBulkResult('batchDeleteGroupMembers', userIds, response);
}
