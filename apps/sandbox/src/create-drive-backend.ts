import { mkdirSync } from 'node:fs';
import { sendResponse } from './control/send-response.js';
import type { ObjectStoreCounters } from './control/counters.js';
import { BlobStore } from './object-store/blob-store.js';
import { MultipartUploads } from './object-store/multipart-uploads.js';
import { createObjectStoreListener, type DeliverResponse } from './object-store/object-store.js';
import { Presigner } from './object-store/presigner.js';
import type { OperationHandlers } from './operation.js';
import { driveHandlers } from './operations/handlers.js';
import type { VirtualClock } from './virtual-clock.js';
import { AuditLog } from './state/audit-log.js';
import type { Drive } from './state/drive.js';
import type { DriveBackend, DriveBackendOptions } from './state/drive-backend.js';
import { Favorites } from './state/files/favorites.js';
import { FileTree } from './state/files/file-tree.js';
import { Listings } from './state/files/listing.js';
import { Revisions } from './state/files/revisions.js';
import { Uploads } from './state/files/uploads.js';
import { Visits } from './state/files/visits.js';
import { IdGenerator } from './state/id-generator.js';
import { type JobDurations, Jobs } from './state/jobs/jobs.js';
import { Messages } from './state/messages/messages.js';
import { Departments } from './state/organization/departments.js';
import { Groups } from './state/organization/groups.js';
import { Users } from './state/organization/users.js';
import { UserTasks } from './state/organization/user-tasks.js';
import { ContentReviews } from './state/permissions/content-reviews.js';
import { Grants } from './state/permissions/grants.js';
import { PermissionTemplates } from './state/permissions/permission-templates.js';
import { purchasedGb, seedTenant, seedTimeMs } from './state/seed/organization.js';
import { seedDrive } from './state/seed/seed.js';
import { TenantSettings } from './state/service/tenant-settings.js';
import { ShareAccessTokens } from './state/shares/share-access-tokens.js';
import { Shares } from './state/shares/shares.js';
import { StorageAllocation } from './state/spaces/storage-allocation.js';
import { Spaces } from './state/spaces/spaces.js';
import { SyncFolders } from './state/sync/sync-folders.js';

const defaultJobWaitMs = 100;
const defaultJobPerFileMs = 50;

/** Creates a drive with the seed data, the operations on it, and the object store for its bytes. */
export function createDriveBackend(options: DriveBackendOptions): DriveBackend {
  mkdirSync(options.dataFolder, { recursive: true });
  const counters: ObjectStoreCounters = options.counters ?? { puts: 0, gets: 0, downloadedBytes: 0, refused: 0 };
  let drive = createSeededDrive(options);
  let current = driveHandlers(drive);
  const discard = async (): Promise<void> => {
    drive.jobs.cancelAll();
    drive.shareTasks.cancelAll();
    drive.userTasks.cancelAll();
    drive.multipartUploads.clear();
    await drive.blobs.clear();
  };
  return {
    tenant: seedTenant,
    handlers: createStableHandlers(() => current),
    objectStore: createObjectStoreListener(
      () => ({ blobs: drive.blobs, uploads: drive.multipartUploads, presigner: drive.presigner, counters }),
      options.deliver ?? createDirectDelivery(options.clock),
    ),
    users: { list: () => drive.users.list(), get: (userId) => drive.users.find(userId) },
    reset: async () => {
      await discard();
      drive = createSeededDrive(options);
      current = driveHandlers(drive);
    },
    close: discard,
  };
}

/** Handlers that stay the same objects after a reset: each call looks up the current handler by its operationId. */
function createStableHandlers(current: () => OperationHandlers): OperationHandlers {
  const operationIds = Object.keys(current());
  return Object.fromEntries(
    operationIds.map((operationId) => [
      operationId,
      (request) => {
        const handler = current()[operationId];
        if (!handler) throw new Error(`no handler for ${operationId}`);
        return handler(request);
      },
    ]),
  );
}

function createDirectDelivery(clock: VirtualClock): DeliverResponse {
  return async (_call, response, commit) => sendResponse(response, await commit(), clock);
}

function createSeededDrive(options: DriveBackendOptions): Drive {
  const { clock } = options;
  const jobDurations: JobDurations = {
    waitMs: options.jobs?.waitMs ?? defaultJobWaitMs,
    perFileMs: options.jobs?.perFileMs ?? defaultJobPerFileMs,
  };
  const spaces = new Spaces();
  const syncFolders = new SyncFolders();
  const tree: FileTree = new FileTree((change) => syncFolders.recordChange(tree, change));
  const drive: Drive = {
    clock,
    // A fixed seed, because the seed data does not depend on `options.seed`.
    ids: new IdGenerator(1),
    tenant: seedTenant,
    behavior: {
      jobs: jobDurations,
      shortPages: options.shortPages ?? false,
      instantUpload: options.instantUpload ?? false,
    },
    users: new Users(),
    departments: new Departments(),
    groups: new Groups(),
    spaces,
    allocation: new StorageAllocation(purchasedGb, spaces),
    tree,
    listings: new Listings(),
    ...createContentStores(options, () => drive.ids),
    uploads: new Uploads(),
    revisions: new Revisions(),
    syncFolders,
    auditLog: new AuditLog(),
    favorites: new Favorites(),
    visits: new Visits(),
    jobs: new Jobs(clock, jobDurations),
    messages: new Messages(),
    shares: new Shares(),
    shareAccessTokens: new ShareAccessTokens(clock, () => drive.ids),
    shareTasks: new Jobs(clock, jobDurations),
    userTasks: new UserTasks(clock, jobDurations),
    settings: new TenantSettings(),
    permissionTemplates: new PermissionTemplates(seedTenant.orgId, seedTimeMs),
    grants: new Grants(),
    reviews: new ContentReviews(),
  };
  seedDrive(drive);
  drive.ids = new IdGenerator((options.seed ?? 1) + 1);
  return drive;
}

function createContentStores(
  { dataFolder, objectStoreUrl, clock, onSecret }: DriveBackendOptions,
  ids: () => IdGenerator,
): Pick<Drive, 'blobs' | 'multipartUploads' | 'presigner'> {
  const now = (): number => clock.now();
  const blobs = new BlobStore(dataFolder, () => ids().nextObjectKey(), now);
  const presigner = new Presigner(objectStoreUrl, now, onSecret);
  return { blobs, multipartUploads: new MultipartUploads(blobs), presigner };
}
