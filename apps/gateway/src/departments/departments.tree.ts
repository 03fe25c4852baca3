import type { BoundClient } from '#koodrive';
import type { Department, DepartmentNode, DepartmentTree } from './departments.dto.js';
import { childrenOf, findRoot, readDepartment } from './departments.upstream.js';

/** Levels are five at most by the console; one more is asked for, since it does not say whether the root counts. */
const mostLevels = 6;
const mostDepartments = 1000;
/** Departments asked for side by side. */
const mostAtOnce = 8;

async function top(koodrive: BoundClient, departmentId: string | undefined): Promise<Department | undefined> {
  if (departmentId !== undefined) return readDepartment(koodrive, departmentId);
  const { root, rootId } = await findRoot(koodrive);
  return root ?? (rootId === undefined ? undefined : readDepartment(koodrive, rootId));
}

/** The whole tree, walked level by level: the upstream gives one level of one department a call. */
export async function readTree(koodrive: BoundClient, departmentId?: string): Promise<DepartmentTree> {
  const first = await top(koodrive, departmentId);
  if (!first) return { items: [], count: 0, complete: true };
  const root: DepartmentNode = { ...first, children: [] };
  const seen = new Set([root.id]);
  let level = [root];
  for (let depth = 1; depth < mostLevels && level.length > 0 && seen.size < mostDepartments; depth += 1) {
    level = await below(koodrive, level, seen);
  }
  return { items: [root], count: seen.size, complete: level.length === 0 };
}

/** Fills in the children of a level, as far as the bounds go, and answers them. One seen before is not taken again. */
async function below(
  koodrive: BoundClient,
  level: readonly DepartmentNode[],
  seen: Set<string>,
): Promise<DepartmentNode[]> {
  const next: DepartmentNode[] = [];
  for (let start = 0; start < level.length && seen.size < mostDepartments; start += mostAtOnce) {
    const some = level.slice(start, start + mostAtOnce);
    const found = await Promise.all(some.map(({ id }) => childrenOf(koodrive, id)));
    some.forEach((node, index) => {
      for (const child of found[index] ?? []) {
        if (seen.has(child.id) || seen.size >= mostDepartments) continue;
        seen.add(child.id);
        node.children.push({ ...child, children: [] });
      }
      next.push(...node.children);
    });
  }
  return next;
}
