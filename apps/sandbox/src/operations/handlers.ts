import type { OperationHandlers } from '../operation.js';
import type { Drive } from '../state/drive.js';
import { activityHandlers } from './files/activity.js';
import { archiveHandlers } from './files/archives.js';
import { auditLogHandlers } from './audit-log.js';
import { withAuditLog } from './with-audit-log.js';
import { departmentHandlers } from './organization/departments.js';
import { downloadHandlers } from './files/downloads.js';
import { favoriteHandlers } from './files/favorites.js';
import { fileHandlers } from './files/files.js';
import { groupHandlers } from './organization/groups.js';
import { jobHandlers } from './jobs.js';
import { listingHandlers } from './files/listings.js';
import { messageHandlers } from './messages.js';
import { permissionTemplateHandlers } from './permissions/permission-templates.js';
import { permissionHandlers } from './permissions/permissions.js';
import { withPermissionChecks } from './permissions/with-permission-checks.js';
import { quotaHandlers } from './spaces/quota.js';
import { reviewHandlers } from './permissions/reviews.js';
import { searchHandlers } from './files/search.js';
import { serviceHandlers } from './service.js';
import { shareLinkHandlers } from './shares/share-links.js';
import { shareHandlers } from './shares/shares.js';
import { spaceListHandlers } from './spaces/space-lists.js';
import { spaceHandlers } from './spaces/spaces.js';
import { syncFolderHandlers } from './files/sync-folders.js';
import { uploadHandlers } from './files/uploads.js';
import { userImportHandlers } from './organization/user-imports.js';
import { userLifecycleHandlers } from './organization/user-lifecycle.js';
import { userTaskHandlers } from './organization/user-tasks.js';
import { userHandlers } from './organization/users.js';
import { versionHandlers } from './files/versions.js';

const handlerFactories: readonly ((drive: Drive) => OperationHandlers)[] = [
  spaceListHandlers,
  spaceHandlers,
  serviceHandlers,
  userHandlers,
  messageHandlers,
  listingHandlers,
  fileHandlers,
  uploadHandlers,
  downloadHandlers,
  searchHandlers,
  favoriteHandlers,
  activityHandlers,
  jobHandlers,
  departmentHandlers,
  userLifecycleHandlers,
  groupHandlers,
  userImportHandlers,
  userTaskHandlers,
  quotaHandlers,
  versionHandlers,
  archiveHandlers,
  syncFolderHandlers,
  auditLogHandlers,
  permissionTemplateHandlers,
  permissionHandlers,
  reviewHandlers,
  shareHandlers,
  shareLinkHandlers,
];

/** The handlers of all operations on the drive, with permission checks and audit log. */
export function driveHandlers(drive: Drive): OperationHandlers {
  const handlers = Object.assign(
    {},
    ...handlerFactories.map((createHandlers) => createHandlers(drive)),
  ) as OperationHandlers;
  return withAuditLog(drive, withPermissionChecks(drive, handlers));
}
