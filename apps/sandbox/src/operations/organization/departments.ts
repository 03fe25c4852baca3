import { Refusal, type Handlers, type Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { changeDepartment, createDepartment, deleteDepartment } from '../../state/organization/department-lives.js';
import type { Department } from '../../state/organization/departments.js';
import { callerOf, managesDepartment } from '../../state/spaces/access.js';
import { text } from '../input.js';

/** The tree of departments, a level at a time. */
export function departmentHandlers(drive: Drive): Handlers {
  const managed = (subject: Subject, id: unknown): Department => {
    const department = drive.departments.get(String(id));
    if (!managesDepartment(drive, subject, department.id)) throw new Refusal(13000410, department.id);
    return department;
  };
  return {
    // Without an id the children of the root, as the English edition says.
    getDepartmentList: ({ query }) => {
      const { id } = drive.departments.get(text(query.departmentId) ?? drive.departments.root.id);
      const keyWord = text(query.keyWord)?.toLowerCase();
      const found = drive.departments
        .children(id)
        .filter(({ name }) => !keyWord || name.toLowerCase().includes(keyWord));
      return { list: found.map((department) => departmentInfo(drive, department)) };
    },
    getDepartment: ({ path }) => departmentInfo(drive, drive.departments.get(path.department_id ?? '')),
    createDepartment: ({ subject, body }) => {
      const parent = managed(subject, body.parentId);
      const { id } = createDepartment(drive, String(body.name), parent.id, callerOf(drive, subject).userId);
      return { data: { id } };
    },
    updateDepartment: ({ subject, path, body }) => {
      const department = managed(subject, path.department_id);
      changeDepartment(drive, department, String(body.name), managed(subject, body.parentId).id);
      return {};
    },
    deleteDepartment: ({ subject, path }) => {
      deleteDepartment(drive, managed(subject, path.department_id));
      return {};
    },
  };
}

/** `deptId` is the id on OrgID's side, `id` the KooDrive one. */
function departmentInfo({ tenant }: Drive, { id, orgDeptId, parentId, name }: Department): Record<string, unknown> {
  return { id, orgId: tenant.orgId, deptId: orgDeptId, parentId: parentId ?? '0', name, tenantId: tenant.tenantId };
}
