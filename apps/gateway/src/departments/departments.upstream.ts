import { type BoundClient, id, type Output } from '#koodrive';
import { concatenate, whole } from '../http/answer/concatenate.js';
import { type ConfirmationQuery, requireConfirmation } from '../http/input/confirmation.js';
import type { Page } from '../http/input/page.js';
import { demand, demandList, demandText } from '../upstream/demand.js';
import type {
  ChangeDepartmentBody,
  CreateDepartmentBody,
  Department,
  ListDepartmentsQuery,
} from './departments.dto.js';

type DepartmentWire = Output<'getDepartmentList'>[number] | Output<'getDepartment'>;

/** `deptId` is the id on OrgID's side. A parent of 0, or the department itself, stands for none (inferred). */
export function toDepartment(wire: DepartmentWire): Department {
  const own = demand(id(wire.id));
  const parentId = id(wire.parentId);
  return {
    id: own,
    name: demandText(wire.name),
    parentId: parentId === '0' || parentId === own ? undefined : parentId,
    organizationDepartmentId: id(wire.deptId),
  };
}

/** The departments right below one. The upstream gives them all at once. */
export async function childrenOf(koodrive: BoundClient, departmentId: string, q?: string): Promise<Department[]> {
  const found = await koodrive.call('getDepartmentList', { departmentId, ...(q && { keyWord: q }) });
  return demandList(found).map(toDepartment);
}

/**
 * The root, and what is right below it where that is known already. Asked without a department, one edition of the
 * reference answers the root alone, the other what is below it (x-doc-conflict): its parent tells them apart.
 */
export async function findRoot(
  koodrive: BoundClient,
): Promise<{ root?: Department; rootId?: string; below?: Department[] }> {
  const found = demandList(await koodrive.call('getDepartmentList', {})).map(toDepartment);
  const [first] = found;
  if (!first) return {};
  return first.parentId === undefined ? { root: first, rootId: first.id } : { rootId: first.parentId, below: found };
}

async function level(
  koodrive: BoundClient,
  { parent, q }: Pick<ListDepartmentsQuery, 'parent' | 'q'>,
): Promise<Department[]> {
  if (parent) return childrenOf(koodrive, parent, q);
  const { rootId, below } = await findRoot(koodrive);
  if (rootId === undefined) return [];
  return below && !q ? below : childrenOf(koodrive, rootId, q);
}

export const listDepartments = (
  koodrive: BoundClient,
  { parent, q, limit, cursor }: ListDepartmentsQuery,
): Promise<Page<Department>> =>
  concatenate([whole(() => level(koodrive, { ...(parent && { parent }), ...(q && { q }) }))], { limit, cursor });

export const readDepartment = async (koodrive: BoundClient, departmentId: string): Promise<Department> =>
  toDepartment(await koodrive.call('getDepartment', { department_id: departmentId }));

/** Where the answer does not tell the new id, the name does: it is unique below its parent. */
export async function createDepartment(
  koodrive: BoundClient,
  { name, parentId }: CreateDepartmentBody,
): Promise<Department> {
  const made = id((await koodrive.call('createDepartment', { name, parentId }))?.id);
  if (made) return readDepartment(koodrive, made);
  const level = await childrenOf(koodrive, parentId);
  return demand(level.find((department) => department.name === name));
}

/** The upstream wants name and parent each time: what is not to change is read first. */
export async function changeDepartment(
  koodrive: BoundClient,
  departmentId: string,
  change: ChangeDepartmentBody,
): Promise<Department> {
  const before = await readDepartment(koodrive, departmentId);
  const { name = before.name, parentId = before.parentId ?? '0' } = change;
  await koodrive.call('updateDepartment', { department_id: departmentId, name, parentId });
  return readDepartment(koodrive, departmentId);
}

export async function deleteDepartment(
  koodrive: BoundClient,
  departmentId: string,
  confirmation: ConfirmationQuery,
): Promise<void> {
  requireConfirmation(confirmation, departmentId);
  await koodrive.call('deleteDepartment', { department_id: departmentId });
}
