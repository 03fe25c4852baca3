import type { BoundClient } from '#koodrive';
import type { ReadableEntries } from '../upstream/map-entries.js';
import type { Department, DepartmentNode, DepartmentTree } from './departments.dto.js';
import { listChildDepartments, findRootDepartment, readDepartment } from './departments.upstream.js';

/** The console allows five levels. It does not say whether the root counts, so one more level is read. */
const maxDepth = 6;
const maxDepartments = 1000;
const maxConcurrentCalls = 8;

async function readTopDepartment(
  koodrive: BoundClient,
  departmentId: string | undefined,
): Promise<Department | undefined> {
  if (departmentId !== undefined) return readDepartment(koodrive, departmentId);
  const { root, rootId } = await findRootDepartment(koodrive);
  return root ?? (rootId === undefined ? undefined : readDepartment(koodrive, rootId));
}

/**
 * The tree below a department or below the root. It is read level by level: an upstream call lists the children of one
 * department.
 */
export async function readDepartmentTree(koodrive: BoundClient, departmentId?: string): Promise<DepartmentTree> {
  const top = await readTopDepartment(koodrive, departmentId);
  if (!top) return { items: [], count: 0, complete: true };
  const root: DepartmentNode = { ...top, children: [] };
  const seenIds = new Set([root.id]);
  let level = [root];
  let omitted = 0;
  for (let depth = 1; depth < maxDepth && level.length > 0 && seenIds.size < maxDepartments; depth += 1) {
    const next = await expandLevel(koodrive, level, seenIds);
    level = next.items;
    omitted += next.omitted ?? 0;
  }
  return {
    items: [root],
    count: seenIds.size,
    complete: level.length === 0 && omitted === 0,
    omitted: omitted || undefined,
  };
}

/**
 * Adds the children of each department of a level, within the limits, and returns them. A department that is in the
 * tree already is skipped, so that a circle in the upstream's data ends.
 */
async function expandLevel(
  koodrive: BoundClient,
  level: readonly DepartmentNode[],
  seenIds: Set<string>,
): Promise<ReadableEntries<DepartmentNode>> {
  const next: DepartmentNode[] = [];
  let omitted = 0;
  for (let start = 0; start < level.length && seenIds.size < maxDepartments; start += maxConcurrentCalls) {
    const batch = level.slice(start, start + maxConcurrentCalls);
    const childLists = await Promise.all(batch.map(({ id }) => listChildDepartments(koodrive, id)));
    batch.forEach((node, index) => {
      omitted += childLists[index]?.omitted ?? 0;
      for (const child of childLists[index]?.items ?? []) {
        if (seenIds.has(child.id) || seenIds.size >= maxDepartments) continue;
        seenIds.add(child.id);
        node.children.push({ ...child, children: [] });
      }
      next.push(...node.children);
    });
  }
  return { items: next, omitted };
}
