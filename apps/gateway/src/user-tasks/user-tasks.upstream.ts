import { type BoundClient, id, type Input, type Item, moment, type Output, whole } from '#koodrive';
import { invalidInput, ProblemError } from '#problem';
import type { Page } from '../http/input/page.js';
import { demand } from '../upstream/demand.js';
import {
  type ImportResult,
  type ListUserTasksQuery,
  type HandOverReceiver,
  type StartUserTaskBody,
  type UserTask,
  type UserTaskAction,
  userTaskActions,
  userTaskStates,
} from './user-tasks.dto.js';

/** CreateTaskRequest.taskType and UserTaskStatus: the numbers are places in the lists of words. */
const taskTypes = { 'hand-over-and-delete': 0, import: 1 } as const satisfies Record<UserTaskAction, number>;

type TaskWire = Item<'getTaskLIst'> | Output<'getTaskDetail'>;

export const toUserTask = (wire: TaskWire): UserTask => ({
  id: demand(id(wire.taskId)),
  action: demand(userTaskActions[Number(wire.taskType)]),
  status: demand(userTaskStates[Number(wire.status)]),
  name: wire.taskName || undefined,
  userId: id(wire.userId),
  upstreamCode: String(wire.status) === '3' ? id(wire.resultCode) : undefined,
  createdAt: 'createTime' in wire ? moment(wire.createTime) : undefined,
  startedAt: 'startTime' in wire ? moment(wire.startTime) : undefined,
  finishedAt: 'endTime' in wire ? moment(wire.endTime) : undefined,
});

export async function listUserTasks(koodrive: BoundClient, query: ListUserTasksQuery): Promise<Page<UserTask>> {
  const { action, status, limit, cursor } = query;
  const found = await koodrive.page(
    'getTaskLIst',
    {
      ...(action && { taskType: taskTypes[action] }),
      ...(status && { status: [userTaskStates.indexOf(status) as 0 | 1 | 2 | 3] }),
    },
    { limit, ...(cursor && { cursor }) },
  );
  return { ...found, items: found.items.map(toUserTask) };
}

export const readUserTask = async (koodrive: BoundClient, taskId: string): Promise<UserTask> =>
  toUserTask(await koodrive.call('getTaskDetail', { task_id: taskId }));

/**
 * What each action takes, and nothing of the other's.
 *
 * @throws ProblemError invalid-input
 */
export function startInput(body: StartUserTaskBody): Input<'createTask'> {
  const { action, userId, receiverId, checkResultId, organizationId, organizationUserId } = body;
  const handOver = { userId, receiverId };
  const imported = { checkResultId, organizationId, organizationUserId };
  const [wanted, foreign] = action === 'import' ? [imported, handOver] : [handOver, imported];
  const missing = Object.entries(wanted).filter(([, value]) => value === undefined);
  const stray = Object.entries(foreign).filter(([, value]) => value !== undefined);
  if (missing.length > 0 || stray.length > 0) {
    throw new ProblemError('invalid-input', {
      errors: [
        ...missing.map(([name]) => ({
          pointer: `/${name}`,
          message: { en: `is required to ${action}`, zh: '此操作必填' },
        })),
        ...stray.map(([name]) => ({
          pointer: `/${name}`,
          message: { en: `does not go with ${action}`, zh: '不适用于此操作' },
        })),
      ],
    });
  }
  if (action === 'hand-over-and-delete' && userId === receiverId) {
    throw invalidInput('/receiverId', { en: 'must be another user', zh: '必须是另一个用户' });
  }
  return action === 'import'
    ? {
        taskType: taskTypes[action],
        ...sent({ resultId: checkResultId, orgId: organizationId, orgUserId: organizationUserId }),
      }
    : { taskType: taskTypes[action], ...sent({ srcUserId: userId, dstUserId: receiverId }) };
}

/** Only what is there. */
const sent = <K extends string>(members: Readonly<Record<K, string | undefined>>): Partial<Record<K, string>> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<Record<K, string>>;

/** Code and text of the call itself are in the example only; a failure may have no reason. */
export function toImportResult(wire: Output<'getTaskResult'>): ImportResult {
  const failures = (wire.failInfoList ?? []).map(({ userName, desc }) => ({
    name: userName || undefined,
    reason: desc || undefined,
  }));
  return {
    importedCount: whole(wire.successCount) ?? 0,
    failedCount: whole(wire.failCount) ?? failures.length,
    failures,
  };
}

export const readImportResult = async (koodrive: BoundClient, taskId: string): Promise<ImportResult> =>
  toImportResult(await koodrive.call('getTaskResult', { taskId }));

/** @throws ProblemError not-found where nobody is named */
export async function readReceiver(koodrive: BoundClient, userId: string): Promise<HandOverReceiver> {
  const wire = await koodrive.call('getHandoverDstUserInfo', { src_user_id: userId });
  const receiverId = id(wire.id);
  if (receiverId === undefined) throw new ProblemError('not-found');
  return { id: receiverId, name: wire.name || undefined };
}

/** The individual spaces of a user. */
export async function spacesOf(koodrive: BoundClient, userId: string): Promise<string[]> {
  const spaces = await koodrive.call('getSpaceV2', { owner_id: userId, type: '1' });
  return spaces.flatMap(({ containerId }) => id(containerId) ?? []);
}
