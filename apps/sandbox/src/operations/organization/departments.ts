import { errorCodes } from '../../contract/errors.js';
import { readString } from '../../json-input.js';
import { OperationError, type OperationHandlers, type Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { changeDepartment, createDepartment, deleteDepartment } from '../../state/organization/department-lifecycle.js';
import type { Department } from '../../state/organization/departments.js';
import { requireUser, canManageDepartment } from '../../state/spaces/space-access.js';

/** The tree of departments. A list has one level. */
export function departmentHandlers(drive: Drive): OperationHandlers {
  const getManagedDepartment = (subject: Subject, id: unknown): Department => {
    const department = drive.departments.get(String(id));
    if (!canManageDepartment(drive, subject, department.id))
      throw new OperationError(errorCodes.permissionDenied, department.id);
    return department;
  };
  return {
    // Without an id, the children of the root (English edition).
    getDepartmentList: ({ query }) => {
      const { id } = drive.departments.get(readString(query.departmentId) ?? drive.departments.root.id);
      const keyWord = readString(query.keyWord)?.toLowerCase();
      const matches = drive.departments
        .listChildren(id)
        .filter(({ name }) => !keyWord || name.toLowerCase().includes(keyWord));
      return { list: matches.map((department) => toDepartmentInfo(drive, department)) };
    },
    getDepartment: ({ path }) => toDepartmentInfo(drive, drive.departments.get(path.department_id ?? '')),
    createDepartment: ({ subject, body }) => {
      const parent = getManagedDepartment(subject, body.parentId);
      const { id } = createDepartment(drive, String(body.name), parent.id, requireUser(drive, subject).userId);
      return { data: { id } };
    },
    updateDepartment: ({ subject, path, body }) => {
      const department = getManagedDepartment(subject, path.department_id);
      changeDepartment(drive, department, String(body.name), getManagedDepartment(subject, body.parentId).id);
      return {};
    },
    deleteDepartment: ({ subject, path }) => {
      deleteDepartment(drive, getManagedDepartment(subject, path.department_id));
      return {};
    },
  };
}

/** `deptId` is the id in OrgID, `id` the id in KooDrive. */
function toDepartmentInfo({ tenant }: Drive, { id, orgDeptId, parentId, name }: Department): Record<string, unknown> {
  return { id, orgId: tenant.orgId, deptId: orgDeptId, parentId: parentId ?? '0', name, tenantId: tenant.tenantId };
}
