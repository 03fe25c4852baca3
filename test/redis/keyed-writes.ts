import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DriveFile, ListResponse } from '../support/gateway-api.js';
import { waitUntil } from '../support/wait-until.js';
import { type CallResult, type Calls, succeeded } from './calls.js';
import { createFolder } from './versioned-folders.js';

interface KeyedWrite {
  readonly name: string;
  readonly key: string;
  acknowledged: boolean;
  /** Each response: when its call began, on the clock of performance.now(), and from which instance it is. */
  readonly responses: string[];
}

/** Callers give up after this time. */
const patienceMs = 25_000;
/** Where a response has no Retry-After. */
const defaultPauseMs = 500;
/** What a call gets while another one with the same key runs. */
const inProgressStatus = 409;
const pageSize = 100;

/** Folders created with an Idempotency-Key each, and repeated as callers do. */
export class KeyedWrites {
  private readonly writes: KeyedWrite[] = [];

  private constructor(
    private readonly calls: Calls,
    private readonly spacePath: string,
    private readonly parentId: string,
  ) {}

  static async create(calls: Calls, spacePath: string): Promise<KeyedWrites> {
    return new KeyedWrites(calls, spacePath, await createFolder(calls, spacePath, 'keyed', 'root'));
  }

  /** Writes, and repeats until there is a result. @param concurrent whether both instances get the first call at once */
  async write(instance: number, concurrent: boolean): Promise<void> {
    const write: KeyedWrite = {
      name: `keyed ${this.writes.length} end`,
      key: randomUUID(),
      acknowledged: false,
      responses: [],
    };
    this.writes.push(write);
    const deadlineMs = performance.now() + patienceMs;
    const first = concurrent
      ? await Promise.all([0, 1].map((each) => this.send(each, write, [inProgressStatus])))
      : [await this.send(instance, write)];
    let result = first.find(succeeded) ?? first[0];
    for (let attempt = 1; result && isRepeatable(result) && performance.now() < deadlineMs; attempt += 1) {
      await sleep(readRetryAfterMs(result));
      result = await this.send((instance + attempt) % 2, write);
    }
    await this.send(1 - instance, write);
  }

  /** A last repetition of all, when everything works again. @returns the codes of those that got no 2xx, by key */
  async repeatAll(): Promise<readonly string[]> {
    const stuck: string[] = [];
    for (const [index, write] of this.writes.entries()) {
      const result = await this.send(index % 2, write);
      if (!succeeded(result)) stuck.push(result.code);
    }
    return stuck;
  }

  /** What is in KooDrive, compared with the responses. */
  async check(): Promise<{
    readonly doubled: number;
    readonly missing: number;
    readonly violations: readonly string[];
  }> {
    const names = await this.listNames();
    let [doubled, missing] = [0, 0];
    const violations: string[] = [];
    for (const { name, acknowledged, responses } of this.writes) {
      // KooDrive appends a timestamp to a name that is taken.
      const count = names.filter((each) => each === name || each.startsWith(`${name}_`)).length;
      doubled += Math.max(0, count - 1);
      if (acknowledged && count === 0) missing += 1;
      if (count > 1 || (acknowledged && count === 0))
        violations.push(`${name}, ${count} times: ${responses.join(', ')}`);
    }
    return { doubled, missing, violations };
  }

  private async send(instance: number, write: KeyedWrite, expected: readonly number[] = []): Promise<CallResult> {
    const result = await this.calls.send('keyed write', instance, 'POST', `${this.spacePath}/folders`, {
      body: { name: write.name, parentId: this.parentId, onConflict: 'rename' },
      headers: { 'idempotency-key': write.key },
      expected,
    });
    const { startedAtMs, status, code } = result;
    write.responses.push(`${Math.round(startedAtMs)} ms #${instance} ${status} ${code}`.trim());
    if (succeeded(result)) write.acknowledged = true;
    return result;
  }

  private async listNames(): Promise<readonly string[]> {
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = `parent=${this.parentId}&limit=${pageSize}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const result = await waitUntil('the list of folders', async () => {
        const headers = { 'cache-control': 'no-cache' };
        const response = await this.calls.send('read', 0, 'GET', `${this.spacePath}/files?${query}`, { headers });
        return succeeded(response) && response;
      });
      const page = result.body as ListResponse<DriveFile>;
      names.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    }
    return names;
  }
}

function isRepeatable(result: CallResult): boolean {
  if (result.status === 0 || result.status === inProgressStatus) return true;
  return (result.body as { retryable?: boolean } | undefined)?.retryable === true;
}

const readRetryAfterMs = ({ headers }: CallResult): number =>
  1_000 * Number(headers.get('retry-after')) || defaultPauseMs;
