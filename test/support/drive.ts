import { createHash } from 'node:crypto';
import type { Answer, Stack } from './stack.js';

/* What callers see, as far as specs look at it. */
export interface File {
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
  readonly entries: readonly { id: string; status: string; newId?: string; problem?: Problem }[];
}
export interface List<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
  readonly total?: number;
}
export interface Problem {
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

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A key with all scopes for one of the sandbox's users, by name. */
export function keyFor(stack: Stack, name: string): Promise<string> {
  const user = stack.sandbox.users().find((each) => each.name === name);
  if (!user) throw new Error(`the sandbox has no user ${name}`);
  return stack.newKey({ scopes: ['*'], userId: user.userId });
}

/** The first space of a kind that the key opens. */
export async function spaceOf(stack: Stack, kind: Space['kind'], key = stack.key): Promise<Space> {
  const [space] = (await stack.call('GET', `/v1/spaces?kind=${kind}`, { key })).json<List<Space>>().items;
  if (!space) throw new Error(`there is no ${kind} space for this key`);
  return space;
}

/** A file or folder by name, in a folder of a space. */
export async function fileNamed(
  stack: Stack,
  spaceId: string,
  name: string,
  { parent = 'root', key = stack.key }: { parent?: string; key?: string } = {},
): Promise<File> {
  const found = await stack.call('GET', `/v1/spaces/${spaceId}/files?parent=${parent}&limit=100`, { key });
  const file = found.json<List<File>>().items.find((each) => each.name === name);
  if (!file) throw new Error(`there is no ${name}`);
  return file;
}

/** All entries of a list and how many pages it took, by its cursors. Gives up after 100 pages. */
export async function walk<T>(
  stack: Stack,
  path: string,
  key = stack.key,
): Promise<{ readonly entries: T[]; readonly pages: T[][] }> {
  const pages: T[][] = [];
  let cursor: string | null = null;
  do {
    const at: string = cursor === null ? path : `${path}&cursor=${encodeURIComponent(cursor)}`;
    const page: List<T> = (await stack.call('GET', at, { key })).json();
    pages.push(page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && pages.length < 100);
  return { entries: pages.flat(), pages };
}

/** The events of a job's stream, read to its end. */
export async function eventsOf(stack: Stack, jobId: string): Promise<readonly { name: string; job: Job }[]> {
  const answer = await stack.call('GET', `/v1/jobs/${jobId}/events`);
  return [...answer.text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)].map(([, name = '', data = '']) => ({
    name,
    job: JSON.parse(data) as Job,
  }));
}

/** Starts a job and follows it to its end. */
export async function finished(stack: Stack, body: object): Promise<Job> {
  const started = await stack.call('POST', '/v1/jobs', { body });
  if (started.status !== 202) throw new Error(`the job did not start: ${started.text}`);
  const last = (await eventsOf(stack, started.json<Job>().id)).at(-1);
  if (last?.name !== 'end') throw new Error('the events did not end');
  return last.job;
}

/** Uploads bytes and gives the file. */
export async function upload(stack: Stack, spaceId: string, name: string, bytes: Uint8Array | string): Promise<File> {
  const answer = await stack.call('PUT', `/v1/spaces/${spaceId}/content?name=${encodeURIComponent(name)}`, { bytes });
  if (answer.status !== 201) throw new Error(`the upload failed: ${answer.text}`);
  return answer.json<File>();
}

/** The bytes of a file, with the headers they came with. */
export async function download(
  stack: Stack,
  spaceId: string,
  fileId: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array }> {
  const answer = await fetch(`${stack.url}/v1/spaces/${spaceId}/files/${fileId}/content`, {
    headers: { authorization: `Bearer ${stack.key}`, ...headers },
    signal: AbortSignal.timeout(20_000),
  });
  return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

/** How many calls the sandbox saw while `work` went on. */
export async function callsDuring(stack: Stack, work: () => Promise<unknown>): Promise<number> {
  const before = stack.sandbox.counters().calls;
  await work();
  return stack.sandbox.counters().calls - before;
}

export const problemOf = (answer: Answer): Problem => answer.json<Problem>();
