import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContract } from '../contract/contract.js';
import { stringifyLossless } from '../contract/lossless-json.js';
import { ResponseValidator } from '../contract/response-validator.js';
import type { ObjectStoreCounters } from '../control/counters.js';
import { createDriveBackend } from '../create-drive-backend.js';
import { OperationError, type OperationRequest, type Subject } from '../operation.js';
import { VirtualClock } from '../virtual-clock.js';
import type { DriveBackend, DriveBackendOptions } from './drive-backend.js';
import { JobActionType } from './jobs/job-processor.js';
import { JobStatus } from './jobs/jobs.js';
import { getSeedContainerId, seedUsers, type SeedUserName } from './seed/organization.js';
import { createUserSubject } from './spaces/space-access.js';
import { minuteMs } from './time-units.js';

type OperationInput = Partial<Pick<OperationRequest, 'path' | 'query' | 'body' | 'headers'>>;

/**
 * A JSON value as untyped JavaScript sees it: an object, a list and a simple value at once. A spec that reads a member
 * that does not exist gets undefined, and its expectation fails.
 */
export type LooseJson = { readonly [name: string]: LooseJson | undefined } & readonly LooseJson[] & {
    toString(): string;
  };

/** A seeded drive for specs. Its clock stands still, and every response is validated against the contract. */
export interface TestDrive {
  readonly clock: VirtualClock;
  readonly backend: DriveBackend;
  readonly dataFolder: string;
  readonly counters: ObjectStoreCounters;
  /** Calls an operation as a user or as the app. Rejects if the response does not conform to the contract. */
  call(who: SeedUserName | 'app', operation: string, input?: OperationInput): Promise<LooseJson>;
  /** The code of the OperationError that a call throws; undefined if it succeeds. */
  getErrorCode(who: SeedUserName | 'app', operation: string, input?: OperationInput): Promise<number | undefined>;
  close(): Promise<void>;
}

const waitTimeoutMs = 10_000;
const pollIntervalMs = 2;

const contract = loadContract();
const responseValidator = new ResponseValidator(contract);

/** 3 November 2025, 07:01:40 UTC. */
export const testTimeMs = Date.UTC(2025, 10, 3, 7, 1, 40);

export async function createTestDrive(options: Partial<DriveBackendOptions> = {}): Promise<TestDrive> {
  const clock = new VirtualClock(() => testTimeMs);
  const dataFolder = await mkdtemp(join(tmpdir(), 'sandbox-spec-'));
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const objectStoreUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const counters = { puts: 0, gets: 0, downloadedBytes: 0, refused: 0 };
  const backend = createDriveBackend({ clock, objectStoreUrl, dataFolder, counters, ...options });
  server.on('request', backend.objectStore);
  const call: TestDrive['call'] = (who, operation, input) => callOperation(backend, who, operation, input);
  return {
    clock,
    backend,
    dataFolder,
    counters,
    call,
    getErrorCode: (who, operation, input) => call(who, operation, input).then(() => undefined, toErrorCode),
    close: async () => {
      await backend.close();
      clock.reset();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Id of an individual space of a user; index 0 is the first. */
export const getUserContainerId = (user: SeedUserName, index = 0): string =>
  getSeedContainerId(seedUsers[user].userId, index);

async function callOperation(
  backend: DriveBackend,
  who: SeedUserName | 'app',
  operationId: string,
  input: OperationInput = {},
): Promise<LooseJson> {
  const subject: Subject = who === 'app' ? { kind: 'app' } : createUserSubject(seedUsers[who].userId);
  const handler = backend.handlers[operationId];
  if (!handler) throw new Error(`no handler for ${operationId}`);
  const response = await handler({ operationId, subject, path: {}, query: {}, headers: {}, body: {}, ...input });
  const value = JSON.parse(stringifyLossless(response).text) as LooseJson;
  const operation = contract.operations.find((each) => each.operationId === operationId);
  const problems = operation ? responseValidator.validate(operation, value) : [`no operation ${operationId}`];
  if (problems.length > 0) throw new Error(`${operationId} breaks the contract: ${problems.join('; ')}`);
  return value;
}

function toErrorCode(error: unknown): number {
  if (error instanceof OperationError) return error.code;
  throw error;
}

/** Names of the files on the first page of a folder in the first individual space of a user, sorted by name. */
export async function listFileNames(
  drive: TestDrive,
  who: SeedUserName,
  folder = 'root',
  recycled = false,
): Promise<string[]> {
  const body = { containerId: getUserContainerId(who), parentFileId: folder, sortInfo: { sortType: 1 } };
  const page = await drive.call(who, 'getPersonalFiles', { path: { type: recycled ? '1' : '0' }, body });
  return page.files?.map((file) => String(file.fileName)) ?? [];
}

/** Id of a file in the first individual space of a user, by its path of names such as `Documents/Welcome.txt`. */
export async function getFileId(drive: TestDrive, who: SeedUserName, path: string): Promise<string> {
  let id = 'root';
  for (const name of path.split('/')) {
    const body = { containerId: getUserContainerId(who), parentFileId: id };
    const page = await drive.call(who, 'getPersonalFiles', { path: { type: '0' }, body });
    const file = page.files?.find((each) => String(each.fileName) === name);
    if (!file) throw new Error(`no ${name} in ${path}`);
    id = String(file.id);
  }
  return id;
}

/** Creates a folder and returns its id. */
export async function createTestFolder(
  drive: TestDrive,
  who: SeedUserName,
  name: string,
  parent = 'root',
): Promise<string> {
  const body = { containerId: getUserContainerId(who), fileName: name, fileType: '10', parentFolder: [parent] };
  return String((await drive.call(who, 'createDirectory', { body })).id);
}

export interface TestJobRequest {
  readonly taskType: number;
  readonly actionType?: number;
  readonly fileIds: readonly string[];
  readonly targetFolder?: string;
  readonly destinationContainerId?: string;
  readonly sourceContainerId?: string;
  readonly extraTaskInfo?: Readonly<Record<string, unknown>>;
}

/** Starts a job, by default within the first individual space of the caller. Returns the id of the job. */
export async function startJob(drive: TestDrive, who: SeedUserName, request: TestJobRequest): Promise<string> {
  const { taskType, actionType } = request;
  const source = request.sourceContainerId ?? getUserContainerId(who);
  const fileInfo = await Promise.all(
    request.fileIds.map(async (fileId) => {
      if (actionType !== JobActionType.moveToRecycleBin) return { fileId };
      const path = await drive.call(who, 'GetFullPath', { query: { fileId, containerId: source } });
      return { fileId, filePath: String(path.fileIdPath) };
    }),
  );
  const taskInfo = {
    fileInfo,
    srcContainerId: source,
    newFilePath: request.targetFolder,
    ...request.extraTaskInfo,
  };
  const body = { taskType, actionType, dstContainerId: request.destinationContainerId ?? source, taskInfo };
  return String((await drive.call(who, 'createJob', { body })).data);
}

/** Starts a job, advances the clock by a minute and returns the detail of the finished job. */
export async function runJob(drive: TestDrive, who: SeedUserName, request: TestJobRequest): Promise<LooseJson> {
  const jobId = await startJob(drive, who, request);
  drive.clock.advance(minuteMs);
  return waitForJobDetail(drive, who, jobId);
}

/**
 * Polls until `poll` returns a value. Work on bytes takes real time, whatever the virtual clock says.
 * @throws Error after 10 s of real time
 */
export async function waitFor<T>(poll: () => Promise<T | undefined>): Promise<T> {
  for (const deadline = Date.now() + waitTimeoutMs; Date.now() < deadline;) {
    const value = await poll();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, pollIntervalMs));
  }
  throw new Error(`no value after ${waitTimeoutMs} ms`);
}

/** Waits until a job is completed or canceled, and returns its detail. */
export function waitForJobDetail(drive: TestDrive, who: SeedUserName, jobId: string): Promise<LooseJson> {
  return waitFor(async () => {
    const { data } = await drive.call(who, 'getJobDetail', { path: { job_id: jobId } });
    return Number(data?.jobInfo?.status) >= JobStatus.completed ? data : undefined;
  });
}

/** Waits until the data folder contains exactly `count` files. */
export function waitForStoredFiles(drive: TestDrive, count: number): Promise<true> {
  return waitFor(async () => ((await readdir(drive.dataFolder)).length === count ? true : undefined));
}
