import type { Handlers } from '../operation.js';
import type { Drive } from '../state/drive.js';
import { activityHandlers } from './files/activity.js';
import { archiveHandlers } from './files/archives.js';
import { auditLogHandlers } from './audit-log.js';
import { audited } from './audited.js';
import { departmentHandlers } from './organization/departments.js';
import { downloadHandlers } from './files/downloads.js';
import { favouriteHandlers } from './files/favourites.js';
import { fileHandlers } from './files/files.js';
import { groupHandlers } from './organization/groups.js';
import { jobHandlers } from './jobs.js';
import { listingHandlers } from './files/listings.js';
import { messageHandlers } from './messages.js';
import { permissionTemplateHandlers } from './permissions/permission-templates.js';
import { permissionHandlers } from './permissions/permissions.js';
import { permitted } from './permissions/permitted.js';
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
import { userLifeHandlers } from './organization/user-lives.js';
import { userTaskHandlers } from './organization/user-tasks.js';
import { userHandlers } from './organization/users.js';
import { versionHandlers } from './files/versions.js';

const groups: readonly ((drive: Drive) => Handlers)[] = [
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
  favouriteHandlers,
  activityHandlers,
  jobHandlers,
  departmentHandlers,
  userLifeHandlers,
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

/** Every operation that the state plays, by operationId. */
export function driveHandlers(drive: Drive): Handlers {
  const handlers = Object.assign({}, ...groups.map((of) => of(drive))) as Handlers;
  return audited(drive, permitted(drive, handlers));
}
