import type { Blobs } from '../object-store/blobs.js';
import type { MultipartUploads } from '../object-store/multipart-uploads.js';
import type { Presigner } from '../object-store/presigned.js';
import type { VirtualClock } from '../time.js';
import type { Favourites } from './files/favourites.js';
import type { FileTree } from './files/file-tree.js';
import type { Listings } from './files/listing.js';
import type { Revisions } from './files/revisions.js';
import type { Uploads } from './files/uploads.js';
import type { Visits } from './files/visits.js';
import type { Ids } from './ids.js';
import type { Jobs } from './jobs/jobs.js';
import type { Messages } from './messages/messages.js';
import type { Departments } from './organization/departments.js';
import type { Groups } from './organization/groups.js';
import type { Users } from './organization/users.js';
import type { UserTasks } from './organization/user-tasks.js';
import type { SharePasses } from './shares/share-passes.js';
import type { Shares } from './shares/shares.js';
import type { Grants } from './permissions/grants.js';
import type { PermissionTemplates } from './permissions/permission-templates.js';
import type { Reviews } from './permissions/reviews.js';
import type { Settings } from './service/settings.js';
import type { Allocation } from './spaces/allocation.js';
import type { Spaces } from './spaces/spaces.js';
import type { JobTimes, Tenant } from './state.js';
import type { SyncFolders } from './sync/sync-folders.js';
import type { AuditLog } from './audit-log.js';

/** How a drive departs from the plainest reading of the contract. */
export interface DriveHabits {
  readonly jobs: JobTimes;
  readonly shortPages: boolean;
  readonly instantUpload: boolean;
}

/** Everything a drive knows. Plain parts that know little of one another; the rules stand in functions over it. */
export interface Drive {
  readonly clock: VirtualClock;
  /** Replaced once, after the seed data is made. */
  ids: Ids;
  readonly tenant: Tenant;
  readonly habits: DriveHabits;
  readonly users: Users;
  readonly departments: Departments;
  readonly groups: Groups;
  readonly spaces: Spaces;
  readonly allocation: Allocation;
  readonly tree: FileTree;
  readonly listings: Listings;
  readonly blobs: Blobs;
  readonly multipart: MultipartUploads;
  readonly presigner: Presigner;
  readonly uploads: Uploads;
  readonly revisions: Revisions;
  readonly syncFolders: SyncFolders;
  readonly auditLog: AuditLog;
  readonly favourites: Favourites;
  readonly visits: Visits;
  readonly jobs: Jobs;
  readonly messages: Messages;
  readonly shares: Shares;
  readonly sharePasses: SharePasses;
  /** Apart from the batch jobs: neither lists the other's. */
  readonly shareTasks: Jobs;
  readonly userTasks: UserTasks;
  readonly settings: Settings;
  readonly templates: PermissionTemplates;
  readonly grants: Grants;
  readonly reviews: Reviews;
}
