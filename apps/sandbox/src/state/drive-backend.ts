import type { RequestListener } from 'node:http';
import type { ObjectStoreCounters } from '../control/counters.js';
import type { DeliverResponse } from '../object-store/object-store.js';
import type { OperationHandlers } from '../operation.js';
import type { SecretListener } from '../options.js';
import type { VirtualClock } from '../virtual-clock.js';
import type { JobDurations } from './jobs/jobs.js';

export interface DriveBackendOptions {
  readonly clock: VirtualClock;
  /** Origin of the object store in pre-signed URLs, such as `http://127.0.0.1:4001`. */
  readonly objectStoreUrl: string;
  /** Folder for the bytes of files. `close` and `reset` delete what this backend stored there. */
  readonly dataFolder: string;
  /** Seed of the ids that are generated after the seed data. The seed data itself is always the same. Default 1. */
  readonly seed?: number;
  /** Default: 100 ms of wait, 50 ms for each file. */
  readonly jobs?: Partial<JobDurations>;
  /** Listings return half pages, and an empty page at the end, as the contract allows. */
  readonly shortPages?: boolean;
  /** An upload with sha256 and any proofCode is complete at once if the bytes are stored already. */
  readonly instantUpload?: boolean;
  /** Sends the responses of the object store; faults are injected here. Default: sends them unchanged. */
  readonly deliver?: DeliverResponse;
  /** Incremented by the object store. */
  readonly counters?: ObjectStoreCounters;
  /** Called with the signature of each pre-signed URL. */
  readonly onSecret?: SecretListener;
}

/** A user, with the members that the sign-in page and the operations on KooDrive sessions need. */
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
export interface DriveBackend {
  readonly tenant: Tenant;
  readonly handlers: OperationHandlers;
  /** For `http.createServer` on the origin of the object store. */
  readonly objectStore: RequestListener;
  readonly users: { list(): UserSummary[]; get(userId: string): UserSummary | undefined };
  /** Restores the seed data. `handlers` and `objectStore` stay the same objects. */
  reset(): Promise<void>;
  /** Cancels all jobs and deletes the stored bytes. */
  close(): Promise<void>;
}
