import { errorCodes } from '../../contract/errors.js';
import { readString, readNumber } from '../../json-input.js';
import { OperationError, type OperationHandlers, type OperationRequest, type Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { transferOwnership, listTopLevelNodes } from '../../state/organization/ownership-transfer.js';
import { importUsers } from '../../state/organization/user-imports.js';
import { type UserTask, UserTaskStatus, UserTaskType } from '../../state/organization/user-tasks.js';
import { TenantRole } from '../../state/organization/users.js';
import { requireUser, isSystemAdministrator, canManageDepartment } from '../../state/spaces/space-access.js';
import { formatIsoTime } from '../formats.js';
import { defaultPageSize } from '../input.js';

/**
 * Tasks about users: transfer of ownership with deletion, and import. For administrators (inferred: the pages do not
 * document the required role).
 */
export function userTaskHandlers(drive: Drive): OperationHandlers {
  const getVisibleTask = (subject: Subject, taskId: string | undefined): UserTask => {
    const task = drive.userTasks.get(taskId ?? '');
    if (!canSeeTask(drive, subject, task)) throw new OperationError(errorCodes.permissionDenied, task.taskId);
    return task;
  };
  return {
    createTask: (request) => {
      const startTask =
        readNumber(request.body.taskType) === UserTaskType.import ? startImport : startOwnershipTransfer;
      return { taskId: startTask(drive, request).taskId };
    },
    getTaskLIst: (request) => listTasks(drive, request),
    getTaskDetail: ({ subject, path }) => {
      const { taskId, taskName, taskType, creatorId, status, resultCode } = getVisibleTask(subject, path.task_id);
      const { tenantId } = drive.tenant;
      return { taskId, taskName, taskType, tenantId, userId: creatorId, status, resultCode: resultCode || undefined };
    },
    getTaskResult: ({ subject, query }) => {
      const taskId = readString(query.taskId);
      if (taskId === undefined) throw new OperationError(errorCodes.invalidParameter, 'taskId');
      const { importResult } = getVisibleTask(subject, taskId);
      if (!importResult) throw new OperationError(errorCodes.notFound, `result of task ${taskId}`);
      const { importedCount, failures } = importResult;
      return { data: { successCount: importedCount, failCount: failures.length, failInfoList: failures } };
    },
    getHandoverDstUserInfo: ({ subject, path }) => {
      if (!isAnyAdministrator(drive, subject)) throw new OperationError(errorCodes.permissionDenied, path.src_user_id);
      const receiverId = drive.userTasks.findReceiver(path.src_user_id ?? '');
      if (receiverId === undefined)
        throw new OperationError(errorCodes.notFound, `receiver for ${path.src_user_id ?? ''}`);
      const { userId: id, name } = drive.users.get(receiverId);
      return { id, name };
    },
  };
}

function isAnyAdministrator(drive: Drive, subject: Subject): boolean {
  if (isSystemAdministrator(drive, subject)) return true;
  return subject.kind === 'user' && drive.users.find(subject.userId)?.role === TenantRole.departmentAdministrator;
}

const canSeeTask = (drive: Drive, subject: Subject, task: UserTask): boolean =>
  isSystemAdministrator(drive, subject) || (subject.kind === 'user' && subject.userId === task.creatorId);

function startOwnershipTransfer(drive: Drive, { subject, body }: OperationRequest): UserTask {
  const { userId: creatorId } = requireUser(drive, subject);
  const user = drive.users.get(String(body.srcUserId));
  const receiver = drive.users.get(String(body.dstUserId));
  if (user === receiver) throw new OperationError(errorCodes.invalidParameter, 'dstUserId: the same user');
  if (!canManageDepartment(drive, subject, user.deptId))
    throw new OperationError(errorCodes.permissionDenied, user.userId);
  drive.userTasks.setReceiver(user.userId, receiver.userId);
  const options = {
    taskId: drive.ids.nextNumericId(),
    taskName: `Hand over ${user.name}`,
    taskType: UserTaskType.transferOwnership,
    creatorId,
  };
  return drive.userTasks.start(options, listTopLevelNodes(drive, user).length, () => {
    transferOwnership(drive, user.userId, receiver.userId);
    return undefined;
  });
}

/** No page documents the source of resultId. Any value is accepted, and the rows last checked by the caller are used (inferred). */
function startImport(drive: Drive, { subject, body }: OperationRequest): UserTask {
  const { userId: creatorId } = requireUser(drive, subject);
  if (!isAnyAdministrator(drive, subject)) throw new OperationError(errorCodes.permissionDenied, 'import');
  if (body.orgId !== drive.tenant.orgId) throw new OperationError(errorCodes.notFound, String(body.orgId));
  if (!drive.users.list().some(({ orgUserId }) => orgUserId === body.orgUserId)) {
    throw new OperationError(errorCodes.notFound, String(body.orgUserId));
  }
  const rows = drive.userTasks.validatedRowsByUser.get(creatorId) ?? [];
  const options = { taskId: drive.ids.nextNumericId(), taskName: 'Import', taskType: UserTaskType.import, creatorId };
  return drive.userTasks.start(options, rows.length, () => {
    if (rows.length === 0) throw new OperationError(errorCodes.invalidParameter, 'nothing was checked');
    return importUsers(drive, rows, creatorId);
  });
}

/** The name of the list and the number as cursor are those of the example. The table differs. */
function listTasks(drive: Drive, { subject, query }: OperationRequest): Record<string, unknown> {
  const type = readNumber(query.taskType);
  const statuses = readString(query.status)?.split(',').map(Number);
  const before = readNumber(query.pageCursor) ?? Infinity;
  const size = readNumber(query.pageSize) ?? defaultPageSize;
  const matches = drive.userTasks.list().filter((task) => {
    if (task.createdAt >= before || !canSeeTask(drive, subject, task)) return false;
    return (type === undefined || task.taskType === type) && (!statuses || statuses.includes(task.status));
  });
  const page = matches.slice(0, size);
  const last = page.at(-1);
  return {
    taskListDtos: page.map((task) => toTaskInfo(drive, task)),
    nextCursor: matches.length > size ? last?.createdAt : undefined,
  };
}

function toTaskInfo(drive: Drive, task: UserTask): Record<string, unknown> {
  const { taskId, taskName, taskType, creatorId: userId, status, resultCode, createdAt, startedAt, endedAt } = task;
  return {
    taskId,
    taskName,
    taskType,
    tenantId: drive.tenant.tenantId,
    userId,
    status,
    createTime: formatIsoTime(createdAt),
    startTime: startedAt === undefined ? undefined : formatIsoTime(startedAt),
    endTime: endedAt === undefined ? undefined : formatIsoTime(endedAt),
    resultCode: status === UserTaskStatus.failed ? resultCode : undefined,
  };
}
