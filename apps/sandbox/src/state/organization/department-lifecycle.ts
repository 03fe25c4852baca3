import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import type { Drive } from '../drive.js';
import { createSpace, deleteSpace } from '../spaces/space-lifecycle.js';
import { SpaceKind } from '../spaces/spaces.js';
import type { Department } from './departments.js';

/** Levels of departments, including the root. */
const maxDepartmentLevels = 5;
const maxDepartmentNameLength = 20;
/** Inferred: the page says that a new department has a team space, but not its capacity. */
const defaultDepartmentCapacityGb = 1;

/**
 * Creates a department with its team space.
 * @throws OperationError notFound (no such parent), folderTreeTooDeep (more than five levels), invalidParameter
 *   (invalid name), duplicateName (a sibling has this name) or insufficientSpace (not enough storage is available).
 *   Inferred: no codes of departments are documented.
 */
export function createDepartment(drive: Drive, name: string, parentId: string, creatorId: string): Department {
  drive.departments.get(parentId);
  checkDepartmentName(drive, name, parentId);
  checkLevels(drive, parentId, 1);
  drive.allocation.checkAvailable(SpaceKind.department, defaultDepartmentCapacityGb);
  const department = drive.departments.add({
    id: drive.ids.nextNumericId(),
    orgDeptId: drive.ids.nextHex(32),
    name,
    parentId,
  });
  createSpace(drive, {
    kind: SpaceKind.department,
    ownerId: department.id,
    capacityGb: defaultDepartmentCapacityGb,
    creatorId,
  });
  return department;
}

/**
 * Renames and moves a department.
 * @throws OperationError nestedFolders (into itself or below), invalidParameter (the root department), and the codes of
 *   `createDepartment`
 */
export function changeDepartment(drive: Drive, department: Department, name: string, parentId: string): void {
  if (department.parentId === undefined)
    throw new OperationError(errorCodes.invalidParameter, 'the root department stays');
  drive.departments.get(parentId);
  if (drive.departments.listSelfAndDescendantIds(department.id).has(parentId))
    throw new OperationError(errorCodes.nestedFolders, department.id);
  checkDepartmentName(drive, name, parentId, department.id);
  checkLevels(drive, parentId, getHeight(drive, department.id));
  department.name = name;
  department.parentId = parentId;
}

/**
 * Deletes an empty department with its space.
 * @throws OperationError invalidParameter (the root department, or it contains users or departments)
 */
export function deleteDepartment(drive: Drive, department: Department): void {
  const { id, parentId } = department;
  if (parentId === undefined) throw new OperationError(errorCodes.invalidParameter, 'the root department stays');
  if (drive.departments.listChildren(id).length > 0)
    throw new OperationError(errorCodes.invalidParameter, 'departments are in it');
  if (drive.users.listByDepartments(new Set([id])).length > 0)
    throw new OperationError(errorCodes.invalidParameter, 'users are in it');
  for (const space of drive.spaces.listByOwner(id, SpaceKind.department)) deleteSpace(drive, space);
  drive.departments.remove(id);
}

function checkDepartmentName(drive: Drive, name: string, parentId: string, ownId?: string): void {
  if (name.trim() === '' || [...name].length > maxDepartmentNameLength)
    throw new OperationError(errorCodes.invalidParameter, 'name');
  const isTaken = drive.departments.listChildren(parentId).some((other) => other.name === name && other.id !== ownId);
  if (isTaken) throw new OperationError(errorCodes.duplicateName, name);
}

function checkLevels(drive: Drive, parentId: string, levels: number): void {
  if (drive.departments.listSelfAndAncestors(parentId).length + levels > maxDepartmentLevels)
    throw new OperationError(errorCodes.folderTreeTooDeep);
}

/** Levels of departments from a department downwards, including the department itself. */
function getHeight(drive: Drive, id: string): number {
  return 1 + Math.max(0, ...drive.departments.listChildren(id).map((child) => getHeight(drive, child.id)));
}
