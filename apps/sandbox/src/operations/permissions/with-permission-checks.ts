import { errorCodes } from '../../contract/errors.js';
import { readObject, readObjects, readString, readStrings, readNumber } from '../../json-input.js';
import {
  OperationError,
  type OperationHandler,
  type OperationHandlers,
  type OperationRequest,
} from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { JobActionType, JobTaskType } from '../../state/jobs/job-processor.js';
import type { Capability } from '../../state/permissions/capabilities.js';
import { resolveCapabilities, findEffectiveGrant } from '../../state/permissions/effective-permissions.js';
import { SpaceKind } from '../../state/spaces/spaces.js';

/** The capability that an operation requires for files of a space. */
interface PermissionRequirement {
  readonly capability: Capability;
  readonly containerId: unknown;
  readonly fileIds: readonly unknown[];
}
type RequirementResolver = (request: OperationRequest) => readonly PermissionRequirement[];

const requireOnFile =
  (capability: Capability): RequirementResolver =>
  ({ path, body }) => [{ capability, containerId: body.containerId, fileIds: [path.fileId ?? body.fileId] }];
const requireOnParentFolder =
  (capability: Capability): RequirementResolver =>
  ({ body }) => [{ capability, containerId: body.containerId, fileIds: [readStrings(body.parentFolder)[0]] }];

/** The capabilities that operations require (inferred from the names of the capabilities). */
const requirementsByOperation: Readonly<Record<string, RequirementResolver>> = {
  getDepartmentFiles: ({ body }) => [
    { capability: 'listChildNodePermission', containerId: body.containerId, fileIds: [body.parentFileId] },
  ],
  getDownLoadUrl: requireOnFile('downloadPermission'),
  createDirectory: requireOnParentFolder('addChildNodePermission'),
  createFile: requireOnParentFolder('uploadPermission'),
  renameFile: requireOnFile('renameFilePermission'),
  createShare: ({ body }) => [
    { capability: 'shareFilePermission', containerId: body.containerId, fileIds: readStrings(body.fileIds) },
  ],
  createJob: jobRequirements,
};

function jobRequirements({ body }: OperationRequest): readonly PermissionRequirement[] {
  const task = readObject(body.taskInfo);
  const fileIds = readObjects(task.fileInfo).map(({ fileId }) => fileId);
  const source = { containerId: task.srcContainerId, fileIds };
  const target = { containerId: body.dstContainerId, fileIds: [readString(task.newFilePath)?.split('/').pop()] };
  const addToTarget: PermissionRequirement = { capability: 'addChildNodePermission', ...target };
  switch (readNumber(body.taskType)) {
    case JobTaskType.copy:
      return [{ capability: 'copyPermission', ...source }, addToTarget];
    case JobTaskType.move:
      return [{ capability: 'removeChildNodePermission', ...source }, addToTarget];
    case JobTaskType.delete:
    case JobTaskType.emptyRecycleBin:
      return [{ capability: 'deletePermission', ...source }];
    case JobTaskType.extract:
      return readNumber(body.actionType) === JobActionType.listArchive ? [] : [addToTarget];
    default:
      return [];
  }
}

/** Wraps handlers so that they throw permissionDenied when the user lacks the capability in a team space. */
export function withPermissionChecks(drive: Drive, handlers: OperationHandlers): OperationHandlers {
  return Object.fromEntries(
    Object.entries(handlers).map(([operation, handler]) => {
      const resolveRequirements = requirementsByOperation[operation];
      return [operation, resolveRequirements ? withPermissionCheck(drive, resolveRequirements, handler) : handler];
    }),
  );
}

const withPermissionCheck =
  (drive: Drive, resolveRequirements: RequirementResolver, handler: OperationHandler): OperationHandler =>
  (request) => {
    const { subject } = request;
    if (subject.kind === 'user') {
      for (const requirement of resolveRequirements(request)) checkPermission(drive, subject.userId, requirement);
    }
    return handler(request);
  };

/** Unknown spaces, and spaces that the user cannot access, are left to the handler. */
function checkPermission(
  drive: Drive,
  userId: string,
  { capability, containerId, fileIds }: PermissionRequirement,
): void {
  const space = drive.spaces.find(String(containerId));
  if (!space || space.kind === SpaceKind.individual) return;
  for (const fileId of fileIds) {
    const grant = findEffectiveGrant(drive, userId, space, typeof fileId === 'string' ? fileId : undefined);
    if (!resolveCapabilities(drive, grant)[capability])
      throw new OperationError(errorCodes.permissionDenied, capability);
  }
}
