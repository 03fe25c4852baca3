import type { BlobStore } from '../object-store/blob-store.js';
import type { MultipartUploads } from '../object-store/multipart-uploads.js';
import type { Presigner } from '../object-store/presigner.js';
import type { VirtualClock } from '../virtual-clock.js';
import type { AuditLog } from './audit-log.js';
import type { Tenant } from './drive-backend.js';
import type { Favorites } from './files/favorites.js';
import type { FileTree } from './files/file-tree.js';
import type { Listings } from './files/listing.js';
import type { Revisions } from './files/revisions.js';
import type { Uploads } from './files/uploads.js';
import type { Visits } from './files/visits.js';
import type { IdGenerator } from './id-generator.js';
import type { JobDurations, Jobs } from './jobs/jobs.js';
import type { Messages } from './messages/messages.js';
import type { Departments } from './organization/departments.js';
import type { Groups } from './organization/groups.js';
import type { Users } from './organization/users.js';
import type { UserTasks } from './organization/user-tasks.js';
import type { ShareAccessTokens } from './shares/share-access-tokens.js';
import type { Shares } from './shares/shares.js';
import type { Grants } from './permissions/grants.js';
import type { PermissionTemplates } from './permissions/permission-templates.js';
import type { ContentReviews } from './permissions/content-reviews.js';
import type { TenantSettings } from './service/tenant-settings.js';
import type { StorageAllocation } from './spaces/storage-allocation.js';
import type { Spaces } from './spaces/spaces.js';
import type { SyncFolders } from './sync/sync-folders.js';

/** Options of the sandbox that change how operations behave. */
export interface DriveBehavior {
  readonly jobs: JobDurations;
  /** Listings return half pages, and an empty page at the end. */
  readonly shortPages: boolean;
  /** An upload whose SHA-256 is stored already, and which has a proofCode, is complete at once. */
  readonly instantUpload: boolean;
}

/**
 * The state of a drive. Each member stores one kind of thing. A rule that needs several members is a function that takes
 * the drive. The types of the members must not import this file.
 */
export interface Drive {
  readonly clock: VirtualClock;
  /** Replaced once, after the seed data was created. */
  ids: IdGenerator;
  readonly tenant: Tenant;
  readonly behavior: DriveBehavior;
  readonly users: Users;
  readonly departments: Departments;
  readonly groups: Groups;
  readonly spaces: Spaces;
  readonly allocation: StorageAllocation;
  readonly tree: FileTree;
  readonly listings: Listings;
  readonly blobs: BlobStore;
  readonly multipartUploads: MultipartUploads;
  readonly presigner: Presigner;
  readonly uploads: Uploads;
  readonly revisions: Revisions;
  readonly syncFolders: SyncFolders;
  readonly auditLog: AuditLog;
  readonly favorites: Favorites;
  readonly visits: Visits;
  readonly jobs: Jobs;
  readonly messages: Messages;
  readonly shares: Shares;
  readonly shareAccessTokens: ShareAccessTokens;
  /** Separate from `jobs`: a list of jobs contains no share tasks, and the other way round. */
  readonly shareTasks: Jobs;
  readonly userTasks: UserTasks;
  readonly settings: TenantSettings;
  readonly permissionTemplates: PermissionTemplates;
  readonly grants: Grants;
  readonly reviews: ContentReviews;
}
