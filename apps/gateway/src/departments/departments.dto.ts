import { Flag, Id, ListOf, Text, Whole } from '../http/input/fields.js';
import { pageQueryOf, projectionOf } from '../http/input/page.js';

/** A department of the organization. */
export class Department {
  @Id({ example: '1289173668999530369' })
  id!: string;

  @Text({ max: 250, example: 'Engineering' })
  name!: string;

  @Id({ optional: true, example: '1243693141656107521', description: 'The department it is in; the root has none.' })
  parentId?: string | undefined;

  @Id({ optional: true, description: 'Its id at OrgID, the directory behind KooDrive.' })
  organizationDepartmentId?: string | undefined;
}

/** A department with those in it. */
export class DepartmentNode extends Department {
  @ListOf(() => DepartmentNode, { description: 'The departments right below; empty at the leaves.' })
  children!: DepartmentNode[];
}

export class DepartmentTree {
  @ListOf(() => DepartmentNode, { description: 'Where the tree begins: one department, or none.' })
  items!: DepartmentNode[];

  @Whole({ min: 0, description: 'Departments in this answer.' })
  count!: number;

  @Flag({ description: 'False where the walk stopped at its bounds: 1,000 departments, six levels.' })
  complete!: boolean;
}

export class DepartmentParams {
  @Id({ description: 'The department.' })
  departmentId!: string;
}

export class ListDepartmentsQuery extends pageQueryOf(Department) {
  @Id({ optional: true, description: 'List the departments right below this one; below the root when left out.' })
  parent?: string;

  @Text({ max: 80, optional: true, description: 'Text to look for in the names of that level.' })
  q?: string;
}

export class ReadDepartmentQuery extends projectionOf(Department) {}

export class DepartmentTreeQuery {
  @Id({ optional: true, description: 'Where the tree begins; at the root when left out.' })
  root?: string;
}

/** Twenty characters: a limit of the console, taken over. */
const longestName = 20;

export class CreateDepartmentBody {
  @Text({ max: longestName, example: 'Quality', description: 'Unique below its parent.' })
  name!: string;

  @Id({ description: 'The department to make it in.' })
  parentId!: string;
}

export class ChangeDepartmentBody {
  @Text({ max: longestName, optional: true })
  name?: string;

  @Id({ optional: true, description: 'The department to move it to.' })
  parentId?: string;
}
