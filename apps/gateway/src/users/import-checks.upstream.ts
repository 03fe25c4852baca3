import { type BoundClient, type OperationInput, type OperationOutput } from '#koodrive';
import { readable, required, requiredFrom } from '../upstream/required.js';
import { bytesToGigabytes } from '../upstream/bytes-to-gigabytes.js';
import type { CheckImportBody, ImportCheck, ImportCheckResult, ImportRow } from './import-checks.dto.js';

type ImportRowWire = OperationInput<'batchImportUserPreVerify'>['users'][number];

/** @throws ProblemError invalid-input for a capacity that is not a multiple of 1 GB */
export function toImportRowInput({ departmentName, capacity }: ImportRow, index: number): ImportRowWire {
  const personalCapacity = bytesToGigabytes(capacity ?? 0, `/users/${index}/capacity`);
  return { targetDeptName: departmentName, personalCapacity, isAllocateCapacity: personalCapacity > 0 };
}

/** The codes of isSuccess are not documented. The example of a success has 0 and no reason (inferred). */
export const toImportCheck = (wire: OperationOutput<'batchImportUserPreVerify'>[number], row: number): ImportCheck => ({
  row,
  importable: required(wire.isSuccess, wire, 'isSuccess') === 0 && !readable(wire, 'reason'),
  reason: wire.reason || undefined,
});

/**
 * The upstream accepts only the token of a KooDrive session.
 *
 * @throws ProblemError upstream-protocol if there is not one outcome for each row
 */
export async function checkImport(
  koodrive: BoundClient,
  { departmentId, users }: CheckImportBody,
): Promise<ImportCheckResult> {
  const input = { curDeptId: departmentId, users: users.map(toImportRowInput) };
  const outcomes = await koodrive.call('batchImportUserPreVerify', input);
  // Outcomes are matched to rows by their order, so none may be left out.
  const complete = outcomes.length === users.length ? outcomes : undefined;
  const list = requiredFrom('batchImportUserPreVerify', complete, 'a list with one outcome for each row');
  return { items: list.map(toImportCheck) };
}

/**
 * The upstream accepts only the token of a KooDrive session. There is no parameter for the new limit (x-doc-conflict),
 * so the upstream decides on it.
 */
export const raiseUserLimit = async (koodrive: BoundClient, organizationId: string): Promise<void> => {
  await koodrive.call('expandUserNum', { orgId: organizationId });
};
