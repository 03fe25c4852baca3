import { type BoundClient, isUnreadable, parseId, type OperationOutput } from '#koodrive';
import { concatenatePages, paginateInMemory } from '../http/response/concatenate-pages.js';
import { type ConfirmationQuery, requireConfirmation } from '../http/input/confirmation.js';
import type { Page } from '../http/input/page.js';
import { mapEntries, type ReadableEntries } from '../upstream/map-entries.js';
import { requiredFrom, requiredId, requiredText } from '../upstream/required.js';
import type {
  ChangeDepartmentBody,
  CreateDepartmentBody,
  Department,
  ListDepartmentsQuery,
} from './departments.dto.js';

/** The parent of the root department. */
const noParentId = '0';

type DepartmentWire = OperationOutput<'getDepartmentList'>[number] | OperationOutput<'getDepartment'>;

/** `deptId` is the id at OrgID. A parent of 0, or the department itself, means that there is no parent (inferred). */
function toDepartment(wire: DepartmentWire): Department {
  const departmentId = requiredId(wire, 'id');
  const parentId = parseId(wire.parentId);
  return {
    id: departmentId,
    name: requiredText(wire, 'name'),
    parentId: parentId === noParentId || parentId === departmentId ? undefined : parentId,
    organizationDepartmentId: parseId(wire.deptId),
  };
}

/** The direct children of a department. The upstream returns all of them in one response. */
export async function listChildDepartments(
  koodrive: BoundClient,
  departmentId: string,
  q?: string,
): Promise<ReadableEntries<Department>> {
  const departments = await koodrive.call('getDepartmentList', { departmentId, keyWord: q });
  return mapEntries(departments, toDepartment);
}

/**
 * The root department, or its id and its children. For a call without a department, one edition of the reference
 * returns the root only, the other one its children (x-doc-conflict). The parents of the entries show
 * which.
 */
export async function findRootDepartment(
  koodrive: BoundClient,
): Promise<{ root?: Department; rootId?: string; children?: ReadableEntries<Department> }> {
  const list = await koodrive.call('getDepartmentList', {});
  const departments = mapEntries(list, toDepartment);
  const parentId = departments.items.find((department) => department.parentId !== undefined)?.parentId;
  if (parentId !== undefined) return { rootId: parentId, children: departments };
  const [root] = departments.items;
  // The root, or the parent that tells it, may be what cannot be read.
  const isCertain = departments.omitted === undefined && !list.some((wire) => isUnreadable(wire, 'parentId'));
  requiredFrom('getDepartmentList', isCertain || undefined, 'a list that shows the root');
  return root ? { root, rootId: root.id } : {};
}

async function listLevel(
  koodrive: BoundClient,
  { parent, q }: Pick<ListDepartmentsQuery, 'parent' | 'q'>,
): Promise<ReadableEntries<Department>> {
  if (parent) return listChildDepartments(koodrive, parent, q);
  const { rootId, children } = await findRootDepartment(koodrive);
  if (rootId === undefined) return { items: [] };
  return children && !q ? children : listChildDepartments(koodrive, rootId, q);
}

export const listDepartments = (
  koodrive: BoundClient,
  { parent, q, limit, cursor }: ListDepartmentsQuery,
): Promise<Page<Department>> =>
  concatenatePages([paginateInMemory(() => listLevel(koodrive, { parent, q }))], { limit, cursor });

export const readDepartment = async (koodrive: BoundClient, departmentId: string): Promise<Department> =>
  toDepartment(await koodrive.call('getDepartment', { department_id: departmentId }));

/** If the response has no id, the new department is found by its name, which is unique below its parent. */
export async function createDepartment(
  koodrive: BoundClient,
  { name, parentId }: CreateDepartmentBody,
): Promise<Department> {
  const departmentId = parseId((await koodrive.call('createDepartment', { name, parentId }))?.id);
  if (departmentId) return readDepartment(koodrive, departmentId);
  const siblings = await listChildDepartments(koodrive, parentId);
  const created = siblings.items.find((department) => department.name === name);
  return requiredFrom('getDepartmentList', created, 'a list with the new department');
}

/** The upstream requires name and parent with every change, so the values that do not change are read first. */
export async function changeDepartment(
  koodrive: BoundClient,
  departmentId: string,
  change: ChangeDepartmentBody,
): Promise<Department> {
  const wire = await koodrive.call('getDepartment', { department_id: departmentId });
  const before = toDepartment(wire);
  // Without the parent that it has, the department would be moved.
  const { name = before.name, parentId = requiredId(wire, 'parentId') } = change;
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
