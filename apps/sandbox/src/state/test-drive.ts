import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnswerChecks } from '../contract/answer-check.js';
import { loadContract } from '../contract/contract.js';
import type { ObjectStoreCounters } from '../control/counters.js';
import { Refusal, type OperationRequest, type Subject } from '../operation.js';
import { printJson } from '../contract/lossless-json.js';
import { VirtualClock } from '../time.js';
import { createState } from './create-state.js';
import { users, type UserName } from './seed/people.js';
import { containerIdOf } from './seed/seed.js';
import type { State, StateOptions } from './state.js';

type Input = Partial<Pick<OperationRequest, 'path' | 'query' | 'body' | 'headers'>>;
/**
 * Answers as a caller in JavaScript sees them: any of members, list and leaf. What a spec names wrongly comes out
 * undefined and fails it.
 */
export type Json = { readonly [name: string]: Json | undefined } & readonly Json[] & { toString(): string };

/** A seeded drive for specs: time stands still, and every answer is held against the contract. */
export interface TestDrive {
  readonly clock: VirtualClock;
  readonly state: State;
  readonly dataFolder: string;
  readonly counters: ObjectStoreCounters;
  /** Calls an operation for a user, or for the app. Fails when the answer breaks the contract. */
  call(who: UserName | 'app', operation: string, input?: Input): Promise<Json>;
  /** The code that a call is refused with; undefined when it is not. */
  refusal(who: UserName | 'app', operation: string, input?: Input): Promise<number | undefined>;
  close(): Promise<void>;
}

const contract = loadContract();
const checks = new AnswerChecks(contract);

/** 3 November 2025, 07:01:40 UTC. */
export const TEST_TIME = Date.UTC(2025, 10, 3, 7, 1, 40);

export async function openTestDrive(options: Partial<StateOptions> = {}): Promise<TestDrive> {
  const clock = new VirtualClock(() => TEST_TIME);
  const dataFolder = await mkdtemp(join(tmpdir(), 'sandbox-spec-'));
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const objectStoreUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const counters = { puts: 0, gets: 0, refused: 0 };
  const state = createState({ clock, objectStoreUrl, dataFolder, counters, ...options });
  server.on('request', state.objectStore);
  const call: TestDrive['call'] = (who, operation, input) => callOn(state, who, operation, input);
  return {
    ...{ clock, state, dataFolder, counters, call },
    refusal: (who, operation, input) => call(who, operation, input).then(() => undefined, codeOf),
    close: async () => {
      await state.close();
      clock.reset();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

export const spaceOf = (user: UserName, index = 0): string => containerIdOf(users[user].userId, index);
export { containerIdOf };

async function callOn(state: State, who: UserName | 'app', operation: string, input: Input = {}): Promise<Json> {
  const subject: Subject =
    who === 'app' ? { kind: 'app' } : { kind: 'user', userId: users[who].userId, via: 'session' };
  const handler = state.handlers[operation];
  if (!handler) throw new Error(`no handler for ${operation}`);
  const answer = await handler({ operation, subject, path: {}, query: {}, headers: {}, body: {}, ...input });
  const value = JSON.parse(printJson(answer).text) as Json;
  const described = contract.operations.find(({ operationId }) => operationId === operation);
  const problems = described ? checks.check(described, value) : [`no operation ${operation}`];
  if (problems.length > 0) throw new Error(`${operation} breaks the contract: ${problems.join('; ')}`);
  return value;
}

function codeOf(error: unknown): number {
  if (error instanceof Refusal) return error.code;
  throw error;
}

/** The files of a page of a listing by name, from an individual space. */
export async function listNames(drive: TestDrive, who: UserName, folder = 'root', recycled = false): Promise<string[]> {
  const body = { containerId: spaceOf(who), parentFileId: folder, sortInfo: { sortType: 1 } };
  const page = await drive.call(who, 'getPersonalFiles', { path: { type: recycled ? '1' : '0' }, body });
  return page.files?.map((file) => String(file.fileName)) ?? [];
}

/** Id of a file in an individual space by its path of names: `Documents/Welcome.txt`. */
export async function idOf(drive: TestDrive, who: UserName, path: string): Promise<string> {
  let id = 'root';
  for (const name of path.split('/')) {
    const body = { containerId: spaceOf(who), parentFileId: id };
    const page = await drive.call(who, 'getPersonalFiles', { path: { type: '0' }, body });
    const found = page.files?.find((file) => String(file.fileName) === name);
    if (!found) throw new Error(`no ${name} in ${path}`);
    id = String(found.id);
  }
  return id;
}

/** Makes a folder and answers its id. */
export async function makeFolder(drive: TestDrive, who: UserName, name: string, parent = 'root'): Promise<string> {
  const body = { containerId: spaceOf(who), fileName: name, fileType: '10', parentFolder: [parent] };
  return String((await drive.call(who, 'createDirectory', { body })).id);
}

export interface JobWish {
  readonly taskType: number;
  readonly actionType?: number;
  readonly fileIds: readonly string[];
  readonly to?: string;
  readonly dst?: string;
  readonly src?: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Begins a job on the caller's space and answers its id. */
export async function beginJob(drive: TestDrive, who: UserName, wish: JobWish): Promise<string> {
  const source = wish.src ?? spaceOf(who);
  const fileInfo = await Promise.all(
    wish.fileIds.map(async (fileId) => {
      if (wish.actionType !== 201) return { fileId };
      const path = await drive.call(who, 'GetFullPath', { query: { fileId, containerId: source } });
      return { fileId, filePath: String(path.fileIdPath) };
    }),
  );
  const taskInfo = { fileInfo, srcContainerId: source, ...(wish.to && { newFilePath: wish.to }), ...wish.more };
  const body = { taskType: wish.taskType, dstContainerId: wish.dst ?? source, taskInfo };
  const input = { body: { ...body, ...(wish.actionType && { actionType: wish.actionType }) } };
  return String((await drive.call(who, 'createJob', input)).data);
}

/** Runs a job to its end and answers its detail. */
export async function runJob(drive: TestDrive, who: UserName, wish: JobWish): Promise<Json> {
  const jobId = await beginJob(drive, who, wish);
  drive.clock.advance(60_000);
  return finishedJob(drive, who, jobId);
}

/** Asks again and again until there is an answer; what works with bytes takes real time, at most 10 s. */
export async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline;) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error('it does not come to be');
}

/** The detail of a job once it is completed or cancelled. */
export function finishedJob(drive: TestDrive, who: UserName, jobId: string): Promise<Json> {
  return eventually(async () => {
    const { data } = await drive.call(who, 'getJobDetail', { path: { job_id: jobId } });
    return Number(data?.jobInfo?.status) >= 2 ? data : undefined;
  });
}

/** Waits until so many files are in the data folder. */
export function untilStored(drive: TestDrive, count: number): Promise<true> {
  return eventually(async () => ((await readdir(drive.dataFolder)).length === count ? true : undefined));
}
