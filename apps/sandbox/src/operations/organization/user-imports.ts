import { errorCodes } from '../../contract/errors.js';
import { readId, readObjects, readString, readNumber } from '../../json-input.js';
import { OperationError, type OperationHandlers } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { validateImportRows } from '../../state/organization/user-imports.js';
import type { UserImportRow } from '../../state/organization/user-tasks.js';
import { requireUser, isSystemAdministrator, canManageDepartment } from '../../state/spaces/space-access.js';

/** Inferred: the operation has no parameter for the new limit, so each call raises the limit by this number. */
const userLimitIncrement = 100;

/** Preparation of an import: the check of its rows, and a higher limit of users. */
export function userImportHandlers(drive: Drive): OperationHandlers {
  return {
    batchImportUserPreVerify: ({ subject, body }) => {
      const { id } = drive.departments.get(readId(body.curDeptId) ?? '');
      if (!canManageDepartment(drive, subject, id)) throw new OperationError(errorCodes.permissionDenied, id);
      const rows = readObjects(body.users).map((row) => toImportRow(id, row));
      drive.userTasks.validatedRowsByUser.set(requireUser(drive, subject).userId, rows);
      return {
        data: validateImportRows(drive, rows).map((reason) =>
          reason === undefined ? { isSuccess: 0 } : { isSuccess: 1, reason },
        ),
      };
    },
    expandUserNum: ({ subject, path }) => {
      const { orgUserId } = requireUser(drive, subject);
      // The page describes the parameter orgId as "user id inside OrgID", so both ids are accepted.
      if (path.orgId !== drive.tenant.orgId && path.orgId !== orgUserId)
        throw new OperationError(errorCodes.notFound, path.orgId);
      if (!isSystemAdministrator(drive, subject))
        throw new OperationError(errorCodes.permissionDenied, 'number of users');
      drive.users.maxUsers += userLimitIncrement;
      return {};
    },
  };
}

const toImportRow = (deptId: string, row: Readonly<Record<string, unknown>>): UserImportRow => ({
  deptId,
  targetDeptName: readString(row.targetDeptName),
  capacityGb: readNumber(row.personalCapacity) ?? 0,
  allocatesSpace: row.isAllocateCapacity === true,
});
