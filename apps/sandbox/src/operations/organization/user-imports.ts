import { Refusal, type Handlers } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { checkRows, type ImportRow } from '../../state/organization/user-imports.js';
import { callerOf, isSystemAdministrator, managesDepartment } from '../../state/spaces/access.js';
import { rows, text, whole } from '../input.js';

/** Inferred: no parameter carries the new limit, so a call raises it by so many. */
const MORE_USERS = 100;

/** What comes before an import: the check of its rows, and room for more users. */
export function userImportHandlers(drive: Drive): Handlers {
  return {
    batchImportUserPreVerify: ({ subject, body }) => {
      // A number by the contract; beyond 2^53 it comes as text.
      const deptId = text(body.curDeptId) ?? String(whole(body.curDeptId));
      const { id } = drive.departments.get(deptId);
      if (!managesDepartment(drive, subject, id)) throw new Refusal(13000410, id);
      const wanted = rows(body.users).map((row) => toRow(id, row));
      drive.userTasks.checked.set(callerOf(drive, subject).userId, wanted);
      return {
        data: checkRows(drive, wanted).map((reason) =>
          reason === undefined ? { isSuccess: 0 } : { isSuccess: 1, reason },
        ),
      };
    },
    expandUserNum: ({ subject, path }) => {
      const { orgUserId } = callerOf(drive, subject);
      // "User id inside OrgID", says the page of a parameter named orgId: either is taken.
      if (path.orgId !== drive.tenant.orgId && path.orgId !== orgUserId) throw new Refusal(13000309, path.orgId);
      if (!isSystemAdministrator(drive, subject)) throw new Refusal(13000410, 'number of users');
      drive.users.most += MORE_USERS;
      return {};
    },
  };
}

const toRow = (deptId: string, row: Readonly<Record<string, unknown>>): ImportRow => ({
  deptId,
  targetDeptName: text(row.targetDeptName),
  capacityGb: whole(row.personalCapacity) ?? 0,
  allocates: row.isAllocateCapacity === true,
});
