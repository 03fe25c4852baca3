import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../support/stack.js';

interface File {
  id: string;
  name: string;
  kind: string;
  size?: number;
  spaceId: string;
  parentId: string;
}
interface Job {
  id: string;
  status: string;
  result?: string;
  entries: { id: string; status: string; newId?: string }[];
}
interface List<T> {
  items: T[];
  nextCursor: string | null;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the main job: a caller without credentials of KooDrive works with real files', () => {
  let stack: Stack;
  let space: string;
  beforeAll(async () => {
    stack = await startStack();
    const spaces = (await stack.call('GET', '/v1/spaces')).json<List<{ id: string; kind: string }>>();
    space = `/v1/spaces/${spaces.items[0]?.id ?? ''}`;
  });
  afterAll(() => stack.close());

  const names = async (parent = 'root'): Promise<string[]> => {
    const found = await stack.call('GET', `${space}/files?parent=${parent}&limit=100`);
    return found.json<List<File>>().items.map(({ name }) => name);
  };

  async function finished(jobId: string): Promise<Job> {
    const answer = await stack.call('GET', `/v1/jobs/${jobId}/events`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const [, data = ''] = /event: end\ndata: (.*)\n/.exec(answer.text) ?? [];
    return JSON.parse(data) as Job;
  }

  it('lists a folder from the upstream once, and from memory afterwards', async () => {
    const first = await stack.call('GET', `${space}/files`);
    const before = stack.sandbox.counters().calls;
    const second = await stack.call('GET', `${space}/files`);
    expect(first.status).toBe(200);
    expect(first.headers.get('cache-status')).toMatch(/fwd=/);
    expect(second.headers.get('cache-status')).toMatch(/; hit/);
    expect(second.text).toBe(first.text);
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('makes, uploads, lists, downloads, renames, copies, deletes and restores', async () => {
    const folder = await stack.call('POST', `${space}/folders`, { body: { name: '合同 2026' } });
    expect(folder.status).toBe(201);
    const folderId = folder.json<File>().id;
    expect(await names()).toContain('合同 2026');

    const bytes = randomBytes(20 * 1024 * 1024 + 17);
    const uploaded = await stack.call('PUT', `${space}/content?name=report.bin&parent=${folderId}`, { bytes });
    expect(uploaded.status).toBe(201);
    const file = uploaded.json<File>();
    expect(file).toMatchObject({ name: 'report.bin', kind: 'file', size: bytes.length, parentId: folderId });
    expect(await names(folderId)).toEqual(['report.bin']);

    const downloaded = await fetch(`${stack.url}${space}/files/${file.id}/content`, {
      headers: { authorization: `Bearer ${stack.key}` },
    });
    expect(sha256(new Uint8Array(await downloaded.arrayBuffer()))).toBe(sha256(bytes));
    expect(downloaded.headers.get('content-disposition')).toBe('attachment; filename="report.bin"');

    const renamed = await stack.call('PATCH', `${space}/files/${file.id}`, { body: { name: 'Report.bin' } });
    expect(renamed.json<File>().name).toBe('Report.bin');
    expect(await names(folderId)).toEqual(['Report.bin']);

    const spaceId = file.spaceId;
    const copy = await stack.call('POST', '/v1/jobs', {
      body: { action: 'copy', spaceId, fileIds: [file.id], targetFolderId: 'root' },
    });
    expect(copy.status).toBe(202);
    expect(copy.headers.get('location')).toBe(`/v1/jobs/${copy.json<Job>().id}`);
    const copied = await finished(copy.json<Job>().id);
    expect(copied).toMatchObject({ status: 'completed', result: 'succeeded' });
    expect(await names()).toContain('Report.bin');
    const copyId = copied.entries[0]?.newId ?? '';
    expect(copyId).not.toBe(file.id);

    const removed = await stack.call('POST', '/v1/jobs', { body: { action: 'delete', spaceId, fileIds: [copyId] } });
    expect(await finished(removed.json<Job>().id)).toMatchObject({ status: 'completed', result: 'succeeded' });
    expect(await names()).not.toContain('Report.bin');

    const restored = await stack.call('POST', '/v1/jobs', { body: { action: 'restore', spaceId, fileIds: [copyId] } });
    expect(await finished(restored.json<Job>().id)).toMatchObject({ status: 'completed', result: 'succeeded' });
    expect(await names()).toContain('Report.bin');
  });

  it('never breaks the contract and mints one app token at most', () => {
    const counters = stack.sandbox.counters();
    expect(counters.refusedForContract).toBe(0);
    expect(counters.answersBreakingContract).toBe(0);
    expect(counters.appTokensMinted).toBeLessThanOrEqual(1);
  });
});
