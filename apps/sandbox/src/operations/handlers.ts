import type { Handlers } from '../operation.js';
import type { Drive } from '../state/drive.js';
import { activityHandlers } from './activity.js';
import { archiveHandlers } from './archives.js';
import { auditLogHandlers } from './audit-log.js';
import { audited } from './audited.js';
import { departmentHandlers } from './departments.js';
import { downloadHandlers } from './downloads.js';
import { favouriteHandlers } from './favourites.js';
import { fileHandlers } from './files.js';
import { groupHandlers } from './groups.js';
import { jobHandlers } from './jobs.js';
import { listingHandlers } from './listings.js';
import { messageHandlers } from './messages.js';
import { permissionTemplateHandlers } from './permission-templates.js';
import { permissionHandlers } from './permissions.js';
import { permitted } from './permitted.js';
import { quotaHandlers } from './quota.js';
import { reviewHandlers } from './reviews.js';
import { searchHandlers } from './search.js';
import { serviceHandlers } from './service.js';
import { shareLinkHandlers } from './share-links.js';
import { shareHandlers } from './shares.js';
import { spaceListHandlers } from './space-lists.js';
import { spaceHandlers } from './spaces.js';
import { syncFolderHandlers } from './sync-folders.js';
import { uploadHandlers } from './uploads.js';
import { userImportHandlers } from './user-imports.js';
import { userLifeHandlers } from './user-lives.js';
import { userTaskHandlers } from './user-tasks.js';
import { userHandlers } from './users.js';
import { versionHandlers } from './versions.js';

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
