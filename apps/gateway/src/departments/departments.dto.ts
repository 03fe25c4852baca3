import { BooleanField, IdField, NestedArrayField, StringField, IntegerField } from '../http/input/fields.js';
import { createPageQueryClass, createProjectionQueryClass, OmittedField } from '../http/input/page.js';

/** A department of the organization. */
export class Department {
  @IdField({ example: '1289173668999530369' })
  id!: string;

  @StringField({ maxLength: 250, example: 'Engineering' })
  name!: string;

  @IdField({
    optional: true,
    example: '1243693141656107521',
    description: 'The parent department. The root has none.',
  })
  parentId?: string;

  @IdField({ optional: true, description: 'The id of the department at OrgID, the directory behind KooDrive.' })
  organizationDepartmentId?: string;
}

/** A department with its child departments. */
export class DepartmentNode extends Department {
  @NestedArrayField(() => DepartmentNode, { description: 'The direct child departments; empty for a leaf.' })
  children!: DepartmentNode[];
}

export class DepartmentTree {
  @NestedArrayField(() => DepartmentNode, { description: 'The root of the tree: one department, or none.' })
  items!: DepartmentNode[];

  @IntegerField({ min: 0, description: 'Number of departments in this response.' })
  count!: number;

  @BooleanField({
    description:
      'False if the tree was cut at a limit, 1,000 departments or six levels, or if departments are missing (`omitted`).',
  })
  complete!: boolean;

  @OmittedField()
  omitted?: number;
}

export class DepartmentParams {
  @IdField({ description: 'The department.' })
  departmentId!: string;
}

export class ListDepartmentsQuery extends createPageQueryClass(Department) {
  @IdField({ optional: true, description: 'List the direct children of this department. Without it: of the root.' })
  parent?: string;

  @StringField({ maxLength: 80, optional: true, description: 'Text to search for in the names of that level.' })
  q?: string;
}

export class ReadDepartmentQuery extends createProjectionQueryClass(Department) {}

export class DepartmentTreeQuery {
  @IdField({ optional: true, description: 'The department at the top of the tree. Without it: the root.' })
  root?: string;
}

/** The limit of the KooDrive console, in characters. */
const maxNameLength = 20;

export class CreateDepartmentBody {
  @StringField({ maxLength: maxNameLength, example: 'Quality', description: 'Unique below its parent.' })
  name!: string;

  @IdField({ description: 'The department to create it in.' })
  parentId!: string;
}

export class ChangeDepartmentBody {
  @StringField({ maxLength: maxNameLength, optional: true })
  name?: string;

  @IdField({ optional: true, description: 'The department to move it to.' })
  parentId?: string;
}
