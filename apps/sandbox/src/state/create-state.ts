import { mkdirSync } from 'node:fs';
import { send } from '../control/delivery.js';
import type { ObjectStoreCounters } from '../control/counters.js';
import { Blobs } from '../object-store/blobs.js';
import { MultipartUploads } from '../object-store/multipart-uploads.js';
import { objectStore, type Delivery } from '../object-store/object-store.js';
import { Presigner } from '../object-store/presigned.js';
import type { Handlers } from '../operation.js';
import { driveHandlers } from '../operations/handlers.js';
import type { VirtualClock } from '../time.js';
import type { Drive } from './drive.js';
import { Favourites } from './files/favourites.js';
import { FileTree } from './files/file-tree.js';
import { Listings } from './files/listing.js';
import { Revisions } from './files/revisions.js';
import { Uploads } from './files/uploads.js';
import { Visits } from './files/visits.js';
import { Ids } from './ids.js';
import { Jobs } from './jobs/jobs.js';
import { Messages } from './messages/messages.js';
import { Departments } from './organization/departments.js';
import { Groups } from './organization/groups.js';
import { Users } from './organization/users.js';
import { UserTasks } from './organization/user-tasks.js';
import { PURCHASED_GB, SEED_TIME, tenant } from './seed/people.js';
import { seed } from './seed/seed.js';
import { Grants } from './permissions/grants.js';
import { PermissionTemplates } from './permissions/permission-templates.js';
import { Reviews } from './permissions/reviews.js';
import { Settings } from './service/settings.js';
import { SharePasses } from './shares/share-passes.js';
import { Shares } from './shares/shares.js';
import { Allocation } from './spaces/allocation.js';
import { Spaces } from './spaces/spaces.js';
import type { State, StateOptions } from './state.js';
import { SyncFolders } from './sync/sync-folders.js';
import { AuditLog } from './audit-log.js';

/** Makes a drive with the seed data, the operations on it, and the object store for its bytes. */
export function createState(options: StateOptions): State {
  mkdirSync(options.dataFolder, { recursive: true });
  const counters: ObjectStoreCounters = options.counters ?? { puts: 0, gets: 0, refused: 0 };
  let drive = seededDrive(options);
  let current = driveHandlers(drive);
  const discard = async (): Promise<void> => {
    drive.jobs.clear();
    drive.shareTasks.clear();
    drive.userTasks.clear();
    drive.multipart.clear();
    await drive.blobs.clear();
  };
  return {
    tenant,
    handlers: lasting(() => current),
    objectStore: objectStore(
      () => ({ blobs: drive.blobs, uploads: drive.multipart, presigner: drive.presigner, counters }),
      options.deliver ?? sendAsItIs(options.clock),
    ),
    users: { list: () => drive.users.list(), get: (userId) => drive.users.find(userId) },
    reset: async () => {
      await discard();
      drive = seededDrive(options);
      current = driveHandlers(drive);
    },
    close: discard,
  };
}

/** Handlers that stay the same objects while what they lead to is replaced. */
function lasting(current: () => Handlers): Handlers {
  const names = Object.keys(current());
  return Object.fromEntries(
    names.map((name) => [
      name,
      (request) => {
        const handler = current()[name];
        if (!handler) throw new Error(`no handler for ${name}`);
        return handler(request);
      },
    ]),
  );
}

function sendAsItIs(clock: VirtualClock): Delivery {
  return async (_call, response, commit) => send(response, await commit(), clock);
}

function seededDrive(options: StateOptions): Drive {
  const { clock } = options;
  const jobTimes = { waitMs: 100, perFileMs: 50, ...options.jobs };
  const spaces = new Spaces();
  // The seed data is the same whatever the seed of the ids that come after it.
  const ids = new Ids(1);
  const syncFolders = new SyncFolders();
  const tree: FileTree = new FileTree((change) => syncFolders.note(tree, change));
  const drive: Drive = {
    ...{ clock, ids, tenant, spaces, allocation: new Allocation(PURCHASED_GB, spaces) },
    habits: { jobs: jobTimes, shortPages: options.shortPages ?? false, instantUpload: options.instantUpload ?? false },
    ...organization(),
    ...contents(options, () => drive.ids),
    ...{ tree, syncFolders, listings: new Listings(), uploads: new Uploads(), revisions: new Revisions() },
    ...{ auditLog: new AuditLog(), settings: new Settings(), grants: new Grants() },
    ...{ templates: new PermissionTemplates(tenant.orgId, SEED_TIME), reviews: new Reviews() },
    ...{ favourites: new Favourites(), visits: new Visits() },
    ...{ jobs: new Jobs(clock, jobTimes), messages: new Messages(), userTasks: new UserTasks(clock, jobTimes) },
    ...{ shares: new Shares(), sharePasses: new SharePasses(clock, () => drive.ids) },
    shareTasks: new Jobs(clock, jobTimes),
  };
  seed(drive);
  drive.ids = new Ids((options.seed ?? 1) + 1);
  return drive;
}

function organization(): Pick<Drive, 'users' | 'departments' | 'groups'> {
  return { users: new Users(), departments: new Departments(), groups: new Groups() };
}

function contents(
  { dataFolder, objectStoreUrl, clock, onSecret }: StateOptions,
  ids: () => Ids,
): Pick<Drive, 'blobs' | 'multipart' | 'presigner'> {
  const now = (): number => clock.now();
  const blobs = new Blobs(dataFolder, () => ids().hex(35), now);
  const presigner = new Presigner(objectStoreUrl, now, onSecret);
  return { blobs, multipart: new MultipartUploads(blobs), presigner };
}
