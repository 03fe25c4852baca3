import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DriveFile, type Job, type ListResponse, readJobEvents, sha256Hex } from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

describe('a caller without KooDrive credentials', () => {
  let stack: GatewayStack;
  let spacePath: string;
  beforeAll(async () => {
    stack = await startGatewayStack();
    const spaces = (await stack.call('GET', '/v1/spaces')).json<ListResponse<{ id: string; kind: string }>>();
    spacePath = `/v1/spaces/${spaces.items[0]?.id ?? ''}`;
  });
  afterAll(() => stack.close());

  const listNames = async (parent = 'root'): Promise<string[]> => {
    const response = await stack.call('GET', `${spacePath}/files?parent=${parent}&limit=100`);
    return response.json<ListResponse<DriveFile>>().items.map(({ name }) => name);
  };

  async function waitForJob({ id }: Job): Promise<Job | undefined> {
    return (await readJobEvents(stack, id)).find(({ name }) => name === 'end')?.job;
  }

  it('lists a folder from the upstream once, then from the cache', async () => {
    const first = await stack.call('GET', `${spacePath}/files`);
    const before = stack.sandbox.counters().calls;
    const second = await stack.call('GET', `${spacePath}/files`);
    expect(first.status).toBe(200);
    expect(first.headers.get('cache-status')).toMatch(/fwd=/);
    expect(second.headers.get('cache-status')).toMatch(/; hit/);
    expect(second.text).toBe(first.text);
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('creates folders, uploads, lists, downloads, renames, copies, deletes and restores', async () => {
    const folder = await stack.call('POST', `${spacePath}/folders`, { body: { name: '合同 2026' } });
    expect(folder.status).toBe(201);
    const folderId = folder.json<DriveFile>().id;
    expect(await listNames()).toContain('合同 2026');

    const bytes = randomBytes(20 * 1024 * 1024 + 17);
    const uploaded = await stack.call('PUT', `${spacePath}/content?name=report.bin&parent=${folderId}`, { bytes });
    expect(uploaded.status).toBe(201);
    const file = uploaded.json<DriveFile>();
    expect(file).toMatchObject({ name: 'report.bin', kind: 'file', size: bytes.length, parentId: folderId });
    expect(await listNames(folderId)).toEqual(['report.bin']);

    const downloaded = await fetch(`${stack.url}${spacePath}/files/${file.id}/content`, {
      headers: { authorization: `Bearer ${stack.key}` },
    });
    expect(sha256Hex(new Uint8Array(await downloaded.arrayBuffer()))).toBe(sha256Hex(bytes));
    expect(downloaded.headers.get('content-disposition')).toBe('attachment; filename="report.bin"');

    const renamed = await stack.call('PATCH', `${spacePath}/files/${file.id}`, { body: { name: 'Report.bin' } });
    expect(renamed.json<DriveFile>().name).toBe('Report.bin');
    expect(await listNames(folderId)).toEqual(['Report.bin']);

    const spaceId = file.spaceId;
    const copy = await stack.call('POST', '/v1/jobs', {
      body: { action: 'copy', spaceId, fileIds: [file.id], targetFolderId: 'root' },
    });
    expect(copy.status).toBe(202);
    expect(copy.headers.get('location')).toBe(`/v1/jobs/${copy.json<Job>().id}`);
    const copied = await waitForJob(copy.json());
    expect(copied).toMatchObject({ status: 'completed', result: 'succeeded' });
    expect(await listNames()).toContain('Report.bin');
    const copyId = copied?.entries[0]?.newId ?? '';
    expect(copyId).not.toBe(file.id);

    const deletion = await stack.call('POST', '/v1/jobs', { body: { action: 'delete', spaceId, fileIds: [copyId] } });
    expect(await waitForJob(deletion.json())).toMatchObject({ status: 'completed', result: 'succeeded' });
    expect(await listNames()).not.toContain('Report.bin');

    const restoration = await stack.call('POST', '/v1/jobs', {
      body: { action: 'restore', spaceId, fileIds: [copyId] },
    });
    expect(await waitForJob(restoration.json())).toMatchObject({ status: 'completed', result: 'succeeded' });
    expect(await listNames()).toContain('Report.bin');
  });

  it('does not violate the contract, and mints at most one app token', () => {
    const counters = stack.sandbox.counters();
    expect(counters.refusedForContract).toBe(0);
    expect(counters.answersBreakingContract).toBe(0);
    expect(counters.appTokensMinted).toBeLessThanOrEqual(1);
  });
});
