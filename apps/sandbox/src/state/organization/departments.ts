import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';

export interface Department {
  readonly id: string;
  /** The id of the department in OrgID: 32 hexadecimal digits. */
  readonly orgDeptId: string;
  name: string;
  /** Undefined for the root. */
  parentId: string | undefined;
}

/** The tree of departments. The first department that is added is the root. */
export class Departments {
  private readonly byId = new Map<string, Department>();

  add(department: Department): Department {
    this.byId.set(department.id, department);
    return department;
  }

  get root(): Department {
    const [first] = this.byId.values();
    if (!first) throw new Error('no root department');
    return first;
  }

  find(id: string): Department | undefined {
    return this.byId.get(id);
  }

  /** @throws OperationError notFound (no such department) */
  get(id: string): Department {
    const department = this.byId.get(id);
    if (!department) throw new OperationError(errorCodes.notFound, `department ${id}`);
    return department;
  }

  remove(id: string): void {
    this.byId.delete(id);
  }

  list(): Department[] {
    return [...this.byId.values()];
  }

  listChildren(id: string): Department[] {
    return this.list().filter((department) => department.parentId === id);
  }

  /** The department and all above it; the root is the last. */
  listSelfAndAncestors(id: string): Department[] {
    const departments: Department[] = [];
    let department = this.byId.get(id);
    while (department) {
      departments.push(department);
      department = department.parentId === undefined ? undefined : this.byId.get(department.parentId);
    }
    return departments;
  }

  /** Ids of the department and of all below it. */
  listSelfAndDescendantIds(id: string): Set<string> {
    const ids = new Set([id]);
    // A loop over a set also visits the elements that are added during the loop.
    for (const parentId of ids) for (const child of this.listChildren(parentId)) ids.add(child.id);
    return ids;
  }
}
