import { Refusal, type Handler, type Handlers, type OperationRequest } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { ActionType, TaskType } from '../../state/jobs/job-work.js';
import type { Capability } from '../../state/permissions/capabilities.js';
import { capabilitiesOf, grantFor } from '../../state/permissions/rights.js';
import { SpaceKind } from '../../state/spaces/spaces.js';
import { members, rows, text, texts, whole } from '../input.js';

/** What an operation needs, of which files of which space. */
interface Need {
  readonly capability: Capability;
  readonly containerId: unknown;
  readonly fileIds: readonly unknown[];
}
type Needs = (request: OperationRequest) => readonly Need[];

const ofBody =
  (capability: Capability): Needs =>
  ({ path, body }) => [{ capability, containerId: body.containerId, fileIds: [path.fileId ?? body.fileId] }];
const below =
  (capability: Capability): Needs =>
  ({ body }) => [{ capability, containerId: body.containerId, fileIds: [texts(body.parentFolder)[0]] }];

/** Which right each operation asks for (inferred from the names of the rights). */
const needs: Readonly<Record<string, Needs>> = {
  getDepartmentFiles: ({ body }) => [
    { capability: 'listChildNodePermission', containerId: body.containerId, fileIds: [body.parentFileId] },
  ],
  getDownLoadUrl: ofBody('downloadPermission'),
  createDirectory: below('addChildNodePermission'),
  createFile: below('uploadPermission'),
  renameFile: ofBody('renameFilePermission'),
  createShare: ({ body }) => [
    { capability: 'shareFilePermission', containerId: body.containerId, fileIds: texts(body.fileIds) },
  ],
  createJob: jobNeeds,
};

function jobNeeds({ body }: OperationRequest): readonly Need[] {
  const task = members(body.taskInfo);
  const fileIds = rows(task.fileInfo).map(({ fileId }) => fileId);
  const source = { containerId: task.srcContainerId, fileIds };
  const target = { containerId: body.dstContainerId, fileIds: [text(task.newFilePath)?.split('/').pop()] };
  const into: Need = { capability: 'addChildNodePermission', ...target };
  switch (whole(body.taskType)) {
    case TaskType.copy:
      return [{ capability: 'copyPermission', ...source }, into];
    case TaskType.move:
      return [{ capability: 'removeChildNodePermission', ...source }, into];
    case TaskType.delete:
    case TaskType.emptyBin:
      return [{ capability: 'deletePermission', ...source }];
    case TaskType.extract:
      return whole(body.actionType) === ActionType.viewArchive ? [] : [into];
    default:
      return [];
  }
}

/** Handlers that refuse a user who was not given the right in a team space, with 13000410. */
export function permitted(drive: Drive, handlers: Handlers): Handlers {
  return Object.fromEntries(
    Object.entries(handlers).map(([operation, handler]) => {
      const needed = needs[operation];
      return [operation, needed ? checked(drive, needed, handler) : handler];
    }),
  );
}

const checked =
  (drive: Drive, needed: Needs, handler: Handler): Handler =>
  (request) => {
    const { subject } = request;
    if (subject.kind === 'user') for (const need of needed(request)) check(drive, subject.userId, need);
    return handler(request);
  };

/** Spaces that are not there, and those one cannot reach, are left to the handler. */
function check(drive: Drive, userId: string, { capability, containerId, fileIds }: Need): void {
  const space = drive.spaces.find(String(containerId));
  if (!space || space.kind === SpaceKind.individual) return;
  for (const fileId of fileIds) {
    const grant = grantFor(drive, userId, space, typeof fileId === 'string' ? fileId : undefined);
    if (!capabilitiesOf(drive, grant)[capability]) throw new Refusal(13000410, capability);
  }
}
