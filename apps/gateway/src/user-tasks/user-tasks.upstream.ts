import {
  type BoundClient,
  parseId,
  type OperationInput,
  type PagedItem,
  parseTimestamp,
  type OperationOutput,
  parseNonNegativeInteger,
} from '#koodrive';
import { createInvalidInputProblem, ProblemError } from '#problem';
import type { Page } from '../http/input/page.js';
import { mapCompleteList, mapPage } from '../upstream/map-entries.js';
import { required, requiredCount, requiredId } from '../upstream/required.js';
import { upstreamSpaceKindCodes } from '../upstream/space-kinds.js';
import {
  type ImportResult,
  type ListUserTasksQuery,
  type OwnershipTransferRecipient,
  type StartUserTaskBody,
  type UserTask,
  type UserTaskAction,
  userTaskActions,
  userTaskStates,
} from './user-tasks.dto.js';

/**
 * CreateTaskRequest.taskType. A code of taskType or UserTaskStatus is also the index in userTaskActions or
 * userTaskStates.
 */
const taskTypeCodes = { 'hand-over-and-delete': 0, import: 1 } as const satisfies Record<UserTaskAction, number>;

const failedStatusCode = '3';

type TaskWire = PagedItem<'getTaskLIst'> | OperationOutput<'getTaskDetail'>;

const toUserTask = (wire: TaskWire): UserTask => ({
  id: requiredId(wire, 'taskId'),
  action: required(userTaskActions[Number(wire.taskType)], wire, 'taskType', 'the type of a task'),
  status: required(userTaskStates[Number(wire.status)], wire, 'status', 'the status of a task'),
  name: wire.taskName || undefined,
  userId: parseId(wire.userId),
  upstreamCode: String(wire.status) === failedStatusCode ? parseId(wire.resultCode) : undefined,
  createdAt: 'createTime' in wire ? parseTimestamp(wire.createTime) : undefined,
  startedAt: 'startTime' in wire ? parseTimestamp(wire.startTime) : undefined,
  finishedAt: 'endTime' in wire ? parseTimestamp(wire.endTime) : undefined,
});

export async function listUserTasks(koodrive: BoundClient, query: ListUserTasksQuery): Promise<Page<UserTask>> {
  const { action, status, limit, cursor } = query;
  const page = await koodrive.fetchPage(
    'getTaskLIst',
    {
      taskType: action && taskTypeCodes[action],
      status: status && [userTaskStates.indexOf(status) as 0 | 1 | 2 | 3],
    },
    { limit, cursor },
  );
  return mapPage(page, toUserTask);
}

export const readUserTask = async (koodrive: BoundClient, taskId: string): Promise<UserTask> =>
  toUserTask(await koodrive.call('getTaskDetail', { task_id: taskId }));

/**
 * The input of the call that starts a task.
 *
 * @throws ProblemError invalid-input if a field of the action is missing, or for a field of the other action
 */
export function toCreateTaskInput(body: StartUserTaskBody): OperationInput<'createTask'> {
  const { action, userId, receiverId, checkResultId, organizationId, organizationUserId } = body;
  const transferFields = { userId, receiverId };
  const importFields = { checkResultId, organizationId, organizationUserId };
  const [ownFields, otherFields] =
    action === 'import' ? [importFields, transferFields] : [transferFields, importFields];
  const missing = Object.entries(ownFields).filter(([, value]) => value === undefined);
  const inapplicable = Object.entries(otherFields).filter(([, value]) => value !== undefined);
  if (missing.length > 0 || inapplicable.length > 0) {
    throw new ProblemError('invalid-input', {
      errors: [
        ...missing.map(([name]) => ({
          pointer: `/${name}`,
          message: { en: `is required to ${action}`, zh: '此操作必填' },
        })),
        ...inapplicable.map(([name]) => ({
          pointer: `/${name}`,
          message: { en: `does not go with ${action}`, zh: '不适用于此操作' },
        })),
      ],
    });
  }
  if (action === 'hand-over-and-delete' && userId === receiverId) {
    throw createInvalidInputProblem('/receiverId', { en: 'must be another user', zh: '必须是另一个用户' });
  }
  return {
    taskType: taskTypeCodes[action],
    srcUserId: userId,
    dstUserId: receiverId,
    resultId: checkResultId,
    orgId: organizationId,
    orgUserId: organizationUserId,
  };
}

/** The example has code and msg of the call, the table does not. A failure may have no reason. */
function toImportResult(wire: OperationOutput<'getTaskResult'>): ImportResult {
  const failedCount = parseNonNegativeInteger(wire.failCount);
  // Without the list, only the count shows that there are no failures.
  const failInfoList = wire.failInfoList ?? (failedCount === 0 ? [] : undefined);
  const failures = mapCompleteList(failInfoList, ({ userName, desc }) => ({
    name: userName || undefined,
    reason: desc || undefined,
  }));
  return {
    importedCount: requiredCount(wire, 'successCount'),
    failedCount: failedCount ?? failures?.length,
    failures,
  };
}

export const readImportResult = async (koodrive: BoundClient, taskId: string): Promise<ImportResult> =>
  toImportResult(await koodrive.call('getTaskResult', { taskId }));

/** @throws ProblemError not-found if there is no recipient */
export async function readTransferRecipient(
  koodrive: BoundClient,
  userId: string,
): Promise<OwnershipTransferRecipient> {
  const wire = await koodrive.call('getHandoverDstUserInfo', { src_user_id: userId });
  if (parseId(wire.id) === undefined && !wire.name) throw new ProblemError('not-found');
  return { id: requiredId(wire, 'id'), name: wire.name || undefined };
}

/** The ids of the individual spaces of a user. */
export async function readSpaceIdsOfUser(koodrive: BoundClient, userId: string): Promise<string[]> {
  const type = String(upstreamSpaceKindCodes.individual) as '1';
  const spaces = await koodrive.call('getSpaceV2', { owner_id: userId, type });
  return spaces.flatMap(({ containerId }) => parseId(containerId) ?? []);
}
