import { createHash } from 'node:crypto';
import type { Sandbox } from '../../apps/sandbox/src/sandbox.js';
import type { GatewayResponse, GatewayStack } from './gateway-stack.js';
import { requestTimeoutMs } from './raw-http.js';

/* The members of the API's resources that specs read. */

export interface DriveFile {
  readonly id: string;
  readonly name: string;
  readonly kind: 'file' | 'folder';
  readonly type?: string;
  readonly size?: number;
  readonly spaceId: string;
  readonly parentId: string;
  readonly recycled?: boolean;
  readonly path?: string;
  readonly modifiedAt?: string;
}
export interface Space {
  readonly id: string;
  readonly kind: 'individual' | 'department' | 'group';
  readonly name?: string;
  readonly used?: number;
}
export interface Job {
  readonly id: string;
  readonly status: string;
  readonly action: string;
  readonly result?: string;
  readonly progress?: number;
  readonly entries: readonly { id: string; status: string; newId?: string; problem?: ProblemBody }[];
}
export interface ListResponse<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
  readonly total?: number;
}
export interface ProblemBody {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly instance: string;
  readonly retryable: boolean;
  readonly outcome?: string;
  readonly errors?: readonly { pointer: string; message: string }[];
  readonly upstream?: { operation: string; code?: string };
}

export const noCacheHeaders = { 'cache-control': 'no-cache' } as const;

export const bytesPerGibibyte = 1024 ** 3;

/** The organization of the sandbox's seed data. */
export const seedOrganizationId = '9190086000001210958';

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The id of a user of the sandbox, by name. @throws Error if there is no such user */
export function findUserId(sandbox: Pick<Sandbox, 'users'>, name: string): string {
  const user = sandbox.users().find((each) => each.name === name);
  if (!user) throw new Error(`the sandbox has no user ${name}`);
  return user.userId;
}

/** A key with all scopes for one of the sandbox's users, by name. */
export function issueKeyFor(stack: GatewayStack, name: string): Promise<string> {
  return stack.issueKey({ scopes: ['*'], userId: findUserId(stack.sandbox, name) });
}

/** The first space of a kind that the owner of the key can open. */
export async function findSpace(stack: GatewayStack, kind: Space['kind'], key = stack.key): Promise<Space> {
  const [space] = (await stack.call('GET', `/v1/spaces?kind=${kind}`, { key })).json<ListResponse<Space>>().items;
  if (!space) throw new Error(`there is no ${kind} space for this key`);
  return space;
}

/** A file or folder by name, in a folder of a space. */
export async function findFileByName(
  stack: GatewayStack,
  spaceId: string,
  name: string,
  { parent = 'root', key = stack.key }: { parent?: string; key?: string } = {},
): Promise<DriveFile> {
  const response = await stack.call('GET', `/v1/spaces/${spaceId}/files?parent=${parent}&limit=100`, { key });
  const file = response.json<ListResponse<DriveFile>>().items.find((each) => each.name === name);
  if (!file) throw new Error(`there is no ${name}`);
  return file;
}

/** Reads all pages of a list. @returns the entries, and the pages; at most 100 pages */
export async function fetchAllPages<T>(
  stack: GatewayStack,
  path: string,
  key = stack.key,
): Promise<{ readonly entries: T[]; readonly pages: T[][] }> {
  const pages: T[][] = [];
  let cursor: string | undefined;
  do {
    const pagePath: string = cursor === undefined ? path : `${path}&cursor=${encodeURIComponent(cursor)}`;
    const page: ListResponse<T> = (await stack.call('GET', pagePath, { key })).json();
    pages.push(page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && pages.length < 100);
  return { entries: pages.flat(), pages };
}

/** Reads the event stream of a job to its end. */
export async function readJobEvents(
  stack: GatewayStack,
  jobId: string,
): Promise<readonly { name: string; job: Job }[]> {
  const response = await stack.call('GET', `/v1/jobs/${jobId}/events`);
  return [...response.text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)].map(([, name = '', data = '']) => ({
    name,
    job: JSON.parse(data) as Job,
  }));
}

/** Starts a job and reads its events to the end. @returns the job at its end */
export async function runJobToEnd(stack: GatewayStack, body: object): Promise<Job> {
  const started = await stack.call('POST', '/v1/jobs', { body });
  if (started.status !== 202) throw new Error(`the job did not start: ${started.text}`);
  const last = (await readJobEvents(stack, started.json<Job>().id)).at(-1);
  if (last?.name !== 'end') throw new Error('the events did not end');
  return last.job;
}

/** Uploads bytes. @returns the new file */
export async function uploadFile(
  stack: GatewayStack,
  spaceId: string,
  name: string,
  bytes: Uint8Array | string,
): Promise<DriveFile> {
  const response = await stack.call('PUT', `/v1/spaces/${spaceId}/content?name=${encodeURIComponent(name)}`, { bytes });
  if (response.status !== 201) throw new Error(`the upload failed: ${response.text}`);
  return response.json<DriveFile>();
}

/** Downloads a file. */
export async function downloadFile(
  stack: GatewayStack,
  spaceId: string,
  fileId: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array }> {
  const response = await fetch(`${stack.url}/v1/spaces/${spaceId}/files/${fileId}/content`, {
    headers: { authorization: `Bearer ${stack.key}`, ...headers },
    signal: AbortSignal.timeout(requestTimeoutMs),
  });
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** @returns the number of calls that the sandbox received while `work` ran */
export async function countUpstreamCalls(stack: GatewayStack, work: () => Promise<unknown>): Promise<number> {
  const before = stack.sandbox.counters().calls;
  await work();
  return stack.sandbox.counters().calls - before;
}

export const parseProblem = (response: GatewayResponse): ProblemBody => response.json<ProblemBody>();
