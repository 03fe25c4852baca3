import { Refusal } from '../../operation.js';
import type { Drive } from '../drive.js';
import { createSpace } from '../spaces/space-lives.js';
import { SpaceKind } from '../spaces/spaces.js';
import type { Department } from './departments.js';
import { createUser } from './user-lives.js';
import type { ImportOutcome } from './user-tasks.js';

/** One person of an import. The page names nothing but these: who it is stays open. */
export interface ImportRow {
  /** The department in which the import is made. */
  readonly deptId: string;
  /** Name of a department below it; the department itself without one. */
  readonly targetDeptName: string | undefined;
  /** GB (the page gives no unit: inferred); 0 for no space. */
  readonly capacityGb: number;
  readonly allocates: boolean;
}

function targetOf(drive: Drive, { deptId, targetDeptName }: ImportRow): Department | undefined {
  if (targetDeptName === undefined) return drive.departments.find(deptId);
  const below = [...drive.departments.below(deptId)].flatMap((id) => drive.departments.find(id) ?? []);
  return below.find(({ name }) => name === targetDeptName);
}

/** Why each row cannot be imported; undefined for those that can. Space is given out from the first row on. */
export function checkRows(drive: Drive, rows: readonly ImportRow[]): (string | undefined)[] {
  const { allocation } = drive;
  let free = allocation.totalGb(SpaceKind.individual) - allocation.allocatedGb(SpaceKind.individual);
  return rows.map((row) => {
    if (!targetOf(drive, row)) return 'The department does not exist.';
    if (row.allocates ? row.capacityGb < 1 : row.capacityGb !== 0) return 'The capacity is wrong.';
    if (row.capacityGb > free) return 'Insufficient space.';
    free -= row.capacityGb;
    return undefined;
  });
}

/** Makes a user for each row, not activated yet. A row that fails does not keep the others. */
export function importRows(drive: Drive, rows: readonly ImportRow[], creatorId: string): ImportOutcome {
  const failures: { userName: string; desc: string }[] = [];
  rows.forEach((row, index) => {
    const [reason] = checkRows(drive, [row]);
    try {
      if (reason !== undefined) throw new Refusal(13000102, reason);
      importRow(drive, row, creatorId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      failures.push({ userName: `row ${index + 1}`, desc: reason ?? error.message });
    }
  });
  return { imported: rows.length - failures.length, failures };
}

function importRow(drive: Drive, row: ImportRow, creatorId: string): void {
  const { userId: ownerId } = createUser(drive, drive.ids.number(), targetOf(drive, row)?.id, undefined);
  if (!row.allocates) return;
  createSpace(drive, { kind: SpaceKind.individual, ownerId, capacityGb: row.capacityGb, creatorId });
}
