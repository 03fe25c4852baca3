import { Refusal } from '../../operation.js';
import type { Drive } from '../drive.js';
import { createSpace, deleteSpace } from '../spaces/space-lives.js';
import { SpaceKind } from '../spaces/spaces.js';
import type { Department } from './departments.js';

/** The root is the first level. */
const MOST_LEVELS = 5;
const LONGEST_NAME = 20;
/** Inferred: the page says that a team space comes with a department, and not how large it is. */
const CAPACITY_GB = 1;

/**
 * Makes a department with its team space. Refuses with 13000309 (no such parent), 13000310 (over five levels),
 * 13000102 (name), 13000405 (name taken beside it) and 13000311. No codes of departments are documented: inferred.
 */
export function createDepartment(drive: Drive, name: string, parentId: string, creatorId: string): Department {
  drive.departments.get(parentId);
  checkName(drive, name, parentId);
  checkLevels(drive, parentId, 1);
  drive.allocation.check(SpaceKind.department, CAPACITY_GB);
  const department = drive.departments.add({ id: drive.ids.number(), orgDeptId: drive.ids.hex(32), name, parentId });
  createSpace(drive, { kind: SpaceKind.department, ownerId: department.id, capacityGb: CAPACITY_GB, creatorId });
  return department;
}

/** Renames and moves a department. Refuses as `createDepartment`, and with 13000307 (into itself). */
export function changeDepartment(drive: Drive, department: Department, name: string, parentId: string): void {
  if (department.parentId === undefined) throw new Refusal(13000102, 'the root department stays');
  drive.departments.get(parentId);
  if (drive.departments.below(department.id).has(parentId)) throw new Refusal(13000307, department.id);
  checkName(drive, name, parentId, department.id);
  checkLevels(drive, parentId, height(drive, department.id));
  department.name = name;
  department.parentId = parentId;
}

/** Removes an empty department with its space. Refuses with 13000102 while people or departments are in it. */
export function deleteDepartment(drive: Drive, department: Department): void {
  const { id, parentId } = department;
  if (parentId === undefined) throw new Refusal(13000102, 'the root department stays');
  if (drive.departments.children(id).length > 0) throw new Refusal(13000102, 'departments are in it');
  if (drive.users.within(new Set([id])).length > 0) throw new Refusal(13000102, 'users are in it');
  for (const space of drive.spaces.ownedBy(id, SpaceKind.department)) deleteSpace(drive, space);
  drive.departments.remove(id);
}

function checkName(drive: Drive, name: string, parentId: string, selfId?: string): void {
  if (name.trim() === '' || [...name].length > LONGEST_NAME) throw new Refusal(13000102, 'name');
  const taken = drive.departments.children(parentId).some((other) => other.name === name && other.id !== selfId);
  if (taken) throw new Refusal(13000405, name);
}

function checkLevels(drive: Drive, parentId: string, levels: number): void {
  if (drive.departments.chain(parentId).length + levels > MOST_LEVELS) throw new Refusal(13000310);
}

function height(drive: Drive, id: string): number {
  return 1 + Math.max(0, ...drive.departments.children(id).map((child) => height(drive, child.id)));
}
