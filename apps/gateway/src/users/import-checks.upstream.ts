import { type BoundClient, type Input, type Output } from '#koodrive';
import { demand, demandList } from '../upstream/demand.js';
import { wholeGigabytes } from '../upstream/whole-gigabytes.js';
import type { CheckImportBody, ImportCheck, ImportCheckResult, ImportRow } from './import-checks.dto.js';

type RowWire = Input<'batchImportUserPreVerify'>['users'][number];

/** @throws ProblemError invalid-input for a capacity that is not in whole GB */
export function toRow({ departmentName, capacity }: ImportRow, index: number): RowWire {
  const size = wholeGigabytes(capacity ?? 0, `/users/${index}/capacity`);
  return {
    ...(departmentName && { targetDeptName: departmentName }),
    personalCapacity: size,
    isAllocateCapacity: size > 0,
  };
}

/** The numbers of isSuccess are not explained; the example of a success prints 0, without a reason (inferred). */
export const toImportCheck = (wire: Output<'batchImportUserPreVerify'>[number], row: number): ImportCheck => ({
  row,
  importable: Number(wire.isSuccess) === 0 && !wire.reason,
  reason: wire.reason || undefined,
});

/** Takes a session token only. */
export async function checkImport(
  koodrive: BoundClient,
  { departmentId, users }: CheckImportBody,
): Promise<ImportCheckResult> {
  const found = demandList(
    await koodrive.call('batchImportUserPreVerify', { curDeptId: departmentId, users: users.map(toRow) }),
  );
  // Without an outcome for each row nobody could tell which is meant.
  demand(found.length === users.length || undefined);
  return { items: found.map(toImportCheck) };
}

/** Takes a session token only. Nothing carries the new limit (x-doc-conflict): what it becomes is the upstream's to say. */
export const raiseUserLimit = async (koodrive: BoundClient, organizationId: string): Promise<void> => {
  await koodrive.call('expandUserNum', { orgId: organizationId });
};
