import { Refusal, type Handlers, type OperationRequest, type Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { handOver, topsOf } from '../../state/organization/hand-over.js';
import { importRows } from '../../state/organization/user-imports.js';
import { type UserTask, UserTaskStatus, UserTaskType } from '../../state/organization/user-tasks.js';
import { Role } from '../../state/organization/users.js';
import { callerOf, isSystemAdministrator, managesDepartment } from '../../state/spaces/access.js';
import { isoTime } from '../formats.js';
import { text, whole } from '../input.js';

/** Tasks about users: hand over and delete, import. For administrators (inferred: the pages do not say who may). */
export function userTaskHandlers(drive: Drive): Handlers {
  const seen = (subject: Subject, taskId: string | undefined): UserTask => {
    const task = drive.userTasks.get(taskId ?? '');
    if (!maySee(drive, subject, task)) throw new Refusal(13000410, task.taskId);
    return task;
  };
  return {
    createTask: (request) => {
      const start = whole(request.body.taskType) === UserTaskType.import ? startImport : startHandOver;
      return { taskId: start(drive, request).taskId };
    },
    getTaskLIst: (request) => listTasks(drive, request),
    getTaskDetail: ({ subject, path }) => {
      const { taskId, taskName, taskType, creatorId, status, resultCode } = seen(subject, path.task_id);
      const { tenantId } = drive.tenant;
      return { taskId, taskName, taskType, tenantId, userId: creatorId, status, ...(resultCode && { resultCode }) };
    },
    getTaskResult: ({ subject, query }) => {
      const taskId = text(query.taskId);
      if (taskId === undefined) throw new Refusal(13000102, 'taskId');
      const { outcome } = seen(subject, taskId);
      if (!outcome) throw new Refusal(13000309, `result of task ${taskId}`);
      const { imported, failures } = outcome;
      return { data: { successCount: imported, failCount: failures.length, failInfoList: failures } };
    },
    getHandoverDstUserInfo: ({ subject, path }) => {
      if (!administers(drive, subject)) throw new Refusal(13000410, path.src_user_id);
      const receiver = drive.userTasks.receiverOf(path.src_user_id ?? '');
      if (receiver === undefined) throw new Refusal(13000309, `receiver for ${path.src_user_id ?? ''}`);
      const { userId: id, name } = drive.users.get(receiver);
      return { id, name };
    },
  };
}

function administers(drive: Drive, subject: Subject): boolean {
  if (isSystemAdministrator(drive, subject)) return true;
  return subject.kind === 'user' && drive.users.find(subject.userId)?.role === Role.departmentAdministrator;
}

const maySee = (drive: Drive, subject: Subject, task: UserTask): boolean =>
  isSystemAdministrator(drive, subject) || (subject.kind === 'user' && subject.userId === task.creatorId);

function startHandOver(drive: Drive, { subject, body }: OperationRequest): UserTask {
  const { userId: creatorId } = callerOf(drive, subject);
  const user = drive.users.get(String(body.srcUserId));
  const receiver = drive.users.get(String(body.dstUserId));
  if (user === receiver) throw new Refusal(13000102, 'dstUserId: the same user');
  if (!managesDepartment(drive, subject, user.deptId)) throw new Refusal(13000410, user.userId);
  drive.userTasks.handsOver(user.userId, receiver.userId);
  const wish = {
    taskId: drive.ids.number(),
    taskName: `Hand over ${user.name}`,
    taskType: UserTaskType.handOver,
    creatorId,
  };
  return drive.userTasks.start(wish, topsOf(drive, user).length, () => {
    handOver(drive, user.userId, receiver.userId);
    return undefined;
  });
}

/** Where resultId comes from no page says: any is taken, and the rows are those the caller had checked last (inferred). */
function startImport(drive: Drive, { subject, body }: OperationRequest): UserTask {
  const { userId: creatorId } = callerOf(drive, subject);
  if (!administers(drive, subject)) throw new Refusal(13000410, 'import');
  if (body.orgId !== drive.tenant.orgId) throw new Refusal(13000309, String(body.orgId));
  if (!drive.users.list().some(({ orgUserId }) => orgUserId === body.orgUserId)) {
    throw new Refusal(13000309, String(body.orgUserId));
  }
  const rows = drive.userTasks.checked.get(creatorId) ?? [];
  const wish = { taskId: drive.ids.number(), taskName: 'Import', taskType: UserTaskType.import, creatorId };
  return drive.userTasks.start(wish, rows.length, () => {
    if (rows.length === 0) throw new Refusal(13000102, 'nothing was checked');
    return importRows(drive, rows, creatorId);
  });
}

/** The name of the list and the bare number as cursor are those of the example, not of the table. */
function listTasks(drive: Drive, { subject, query }: OperationRequest): Record<string, unknown> {
  const type = whole(query.taskType);
  const states = text(query.status)?.split(',').map(Number);
  const before = whole(query.pageCursor) ?? Infinity;
  const size = whole(query.pageSize) ?? 100;
  const found = drive.userTasks.list().filter((task) => {
    if (task.createdAt >= before || !maySee(drive, subject, task)) return false;
    return (type === undefined || task.taskType === type) && (!states || states.includes(task.status));
  });
  const page = found.slice(0, size);
  const last = page.at(-1);
  return {
    taskListDtos: page.map((task) => taskInfo(drive, task)),
    ...(last && found.length > size && { nextCursor: last.createdAt }),
  };
}

function taskInfo(drive: Drive, task: UserTask): Record<string, unknown> {
  const { taskId, taskName, taskType, creatorId: userId, status, resultCode, createdAt, startedAt, endedAt } = task;
  return {
    ...{ taskId, taskName, taskType, tenantId: drive.tenant.tenantId, userId, status, createTime: isoTime(createdAt) },
    ...(startedAt !== undefined && { startTime: isoTime(startedAt) }),
    ...(endedAt !== undefined && { endTime: isoTime(endedAt) }),
    ...(status === UserTaskStatus.failed && { resultCode }),
  };
}
