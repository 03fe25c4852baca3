import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import type { Drive } from '../drive.js';
import { createSpace } from '../spaces/space-lifecycle.js';
import { SpaceKind } from '../spaces/spaces.js';
import type { Department } from './departments.js';
import { createUser } from './user-lifecycle.js';
import type { UserImportResult, UserImportRow } from './user-tasks.js';

function findTargetDepartment(drive: Drive, { deptId, targetDeptName }: UserImportRow): Department | undefined {
  if (targetDeptName === undefined) return drive.departments.find(deptId);
  const departments = [...drive.departments.listSelfAndDescendantIds(deptId)].flatMap(
    (id) => drive.departments.find(id) ?? [],
  );
  return departments.find(({ name }) => name === targetDeptName);
}

/**
 * For each row the reason why it cannot be imported, or undefined. The capacity of a valid row reduces the storage that is
 * available for the rows after it.
 */
export function validateImportRows(drive: Drive, rows: readonly UserImportRow[]): (string | undefined)[] {
  const { allocation } = drive;
  let availableGb = allocation.getTotalGb(SpaceKind.individual) - allocation.getAllocatedGb(SpaceKind.individual);
  return rows.map((row) => {
    if (!findTargetDepartment(drive, row)) return 'The department does not exist.';
    if (row.allocatesSpace ? row.capacityGb < 1 : row.capacityGb !== 0) return 'The capacity is wrong.';
    if (row.capacityGb > availableGb) return 'Insufficient space.';
    availableGb -= row.capacityGb;
    return undefined;
  });
}

/** Creates a user for each row, not activated yet. A row that fails does not stop the import. */
export function importUsers(drive: Drive, rows: readonly UserImportRow[], creatorId: string): UserImportResult {
  const failures: { userName: string; desc: string }[] = [];
  rows.forEach((row, index) => {
    const [reason] = validateImportRows(drive, [row]);
    try {
      if (reason !== undefined) throw new OperationError(errorCodes.invalidParameter, reason);
      importUser(drive, row, creatorId);
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
      failures.push({ userName: `row ${index + 1}`, desc: reason ?? error.message });
    }
  });
  return { importedCount: rows.length - failures.length, failures };
}

function importUser(drive: Drive, row: UserImportRow, creatorId: string): void {
  const department = findTargetDepartment(drive, row);
  const { userId: ownerId } = createUser(drive, drive.ids.nextNumericId(), department?.id, undefined);
  if (!row.allocatesSpace) return;
  createSpace(drive, { kind: SpaceKind.individual, ownerId, capacityGb: row.capacityGb, creatorId });
}
