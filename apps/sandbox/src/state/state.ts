import type { SecretListener } from '../options.js';
import type { RequestListener } from 'node:http';
import type { ObjectStoreCounters } from '../control/counters.js';
import type { Delivery } from '../object-store/object-store.js';
import type { Handlers } from '../operation.js';
import type { VirtualClock } from '../time.js';

/** What the state of a drive is made from. Times in milliseconds of virtual time. */
export interface StateOptions {
  readonly clock: VirtualClock;
  /** Origin of the object store, as it stands in pre-signed addresses: `http://127.0.0.1:4001`. */
  readonly objectStoreUrl: string;
  /** Folder for the bytes of files; emptied of what this state put there by `close`. */
  readonly dataFolder: string;
  /** Start of the ids made after the seed data. The seed data itself is always the same. */
  readonly seed?: number;
  readonly jobs?: Partial<JobTimes>;
  /** Listings answer half pages, and an empty page at the end, as the contract allows. */
  readonly shortPages?: boolean;
  /** Uploads with sha256 and a proofCode (any) are complete at once when the bytes are known. */
  readonly instantUpload?: boolean;
  /** Sends the object store's answers; the seam for faults. Without it they are sent as they are. */
  readonly deliver?: Delivery;
  /** Counted up by the object store. */
  readonly counters?: ObjectStoreCounters;
  /** Hears of the signature of each address that is handed out. */
  readonly onSecret?: SecretListener;
}

/** How long jobs take. */
export interface JobTimes {
  readonly waitMs: number;
  readonly perFileMs: number;
}

/** A person, as the sign-in page and the session operations need it. */
export interface UserSummary {
  readonly userId: string;
  readonly orgUserId: string;
  readonly name: string;
  /** 0 department administrator, 1 common user, 2 system administrator. */
  readonly role: number;
  /** 0 enabled, 1 disabled. */
  readonly status: number;
  readonly deptId: string;
  readonly mobile: string;
}

export interface Tenant {
  readonly tenantId: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly rootDeptId: string;
}

/** A drive with its users, spaces, files, jobs and bytes. */
export interface State {
  readonly tenant: Tenant;
  readonly handlers: Handlers;
  /** For `http.createServer` on the object store's own origin. */
  readonly objectStore: RequestListener;
  readonly users: { list(): UserSummary[]; get(userId: string): UserSummary | undefined };
  /** Back to the seed data; handlers and listener stay the same objects. */
  reset(): Promise<void>;
  close(): Promise<void>;
}
