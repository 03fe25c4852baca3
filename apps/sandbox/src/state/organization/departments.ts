import { Refusal } from '../../operation.js';

export interface Department {
  readonly id: string;
  /** 32 hexadecimal digits, the id on OrgID's side. */
  readonly orgDeptId: string;
  name: string;
  /** Undefined for the root. */
  parentId: string | undefined;
}

/** The tree of departments; the first one added is the root. */
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

  /** Refuses with 13000309 when there is no such department. */
  get(id: string): Department {
    const department = this.byId.get(id);
    if (!department) throw new Refusal(13000309, `department ${id}`);
    return department;
  }

  remove(id: string): void {
    this.byId.delete(id);
  }

  list(): Department[] {
    return [...this.byId.values()];
  }

  children(id: string): Department[] {
    return this.list().filter((department) => department.parentId === id);
  }

  /** The department and all above it, the root last. */
  chain(id: string): Department[] {
    const chain: Department[] = [];
    for (let at = this.byId.get(id); at; at = at.parentId === undefined ? undefined : this.byId.get(at.parentId)) {
      chain.push(at);
    }
    return chain;
  }

  /** Ids of the department and of all below it. */
  below(id: string): Set<string> {
    const found = new Set([id]);
    for (const at of found) for (const child of this.children(at)) found.add(child.id);
    return found;
  }
}
