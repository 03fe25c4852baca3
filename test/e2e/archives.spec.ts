import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerBudgets } from '../../libs/callers/src/index.js';
import type { DriveFile, ListResponse } from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';
import { waitUntil } from '../support/wait-until.js';

describe('archives', () => {
  let stack: GatewayStack;
  let spaceId: string;
  let spacePath: string;
  let archive: DriveFile;
  beforeAll(async () => {
    stack = await startGatewayStack();
    spaceId = (await stack.call('GET', '/v1/spaces?limit=1')).json<ListResponse<{ id: string }>>().items[0]?.id ?? '';
    spacePath = `/v1/spaces/${spaceId}`;
    const [seedArchive] = (await stack.call('GET', `${spacePath}/files?type=archive`)).json<ListResponse<DriveFile>>()
      .items;
    if (!seedArchive) throw new Error('the seed data has no archive');
    archive = seedArchive;
  });
  afterAll(() => stack.close());

  const runJob = async (body: object): Promise<{ result: string; url?: string }> => {
    const started = await stack.call('POST', '/v1/jobs', { body: { spaceId, ...body } });
    expect(started.status).toBe(202);
    await stack.call('GET', `${started.headers.get('location') ?? ''}/events`);
    return (await stack.call('GET', started.headers.get('location') ?? '')).json();
  };
  const listNames = async (parent: string): Promise<string[]> =>
    (await stack.call('GET', `${spacePath}/files?limit=100&parent=${parent}`))
      .json<ListResponse<DriveFile>>()
      .items.map((file) => file.name);
  const createFolder = async (name: string): Promise<string> =>
    (await stack.call('POST', `${spacePath}/folders`, { body: { name } })).json<DriveFile>().id;

  it('POST .../entries lists the entries of an archive in one call', async () => {
    const response = await stack.call('POST', `${spacePath}/files/${archive.id}/entries`, { body: {} });
    expect(response.status).toBe(200);
    const entries = response.json<ListResponse<{ path: string; kind: string; size?: number }>>().items;
    expect(entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'plan/readme.txt', kind: 'file', size: 108 }),
        expect.objectContaining({ path: 'notes.md', kind: 'file' }),
      ]),
    );
  });

  it('S33: POST .../entries waits for a limited number of archives for each caller', async () => {
    const listing = stack.sandbox.faults.add({ match: { operation: 'listFile' }, effect: { delayMs: 2_000 } });
    const list = () => stack.call('POST', `${spacePath}/files/${archive.id}/entries`, { body: {} });
    const waiting = Array.from({ length: callerBudgets.archiveListings.maxItems }, list);
    await waitUntil('all of them to wait', () => listing.struck === waiting.length);
    const refused = await list();
    expect(refused.json()).toMatchObject({ status: 429, detail: expect.stringContaining('archives may be listed') });
    expect(refused.headers.get('retry-after')).toBe('5');
    for (const response of await Promise.all(waiting)) expect(response.status).toBe(200);
    stack.sandbox.faults.clear();
    expect((await list()).status).toBe(200);
  });

  it('POST .../entries rejects a file that is not an archive', async () => {
    const uploaded = await stack.call('PUT', `${spacePath}/content?name=no.txt`, { bytes: 'text' });
    const response = await stack.call('POST', `${spacePath}/files/${uploaded.json<DriveFile>().id}/entries`, {
      body: {},
    });
    expect(response.json()).toMatchObject({ status: 422, code: 'refused-by-upstream' });
  });

  it('POST /v1/jobs with extract unpacks all entries into a folder', async () => {
    const targetFolderId = await createFolder('Unpacked');
    expect((await runJob({ action: 'extract', fileIds: [archive.id], targetFolderId })).result).toBe('succeeded');
    expect((await listNames(targetFolderId)).length).toBeGreaterThan(0);
  });

  it('POST /v1/jobs with extract unpacks only the named entries', async () => {
    const targetFolderId = await createFolder('One entry');
    const job = await runJob({ action: 'extract', fileIds: [archive.id], targetFolderId, entries: ['notes.md'] });
    expect(job.result).toBe('succeeded');
    // The upstream creates a folder named after the archive (inferred).
    const [unpacked] = (await stack.call('GET', `${spacePath}/files?parent=${targetFolderId}`)).json<
      ListResponse<DriveFile>
    >().items;
    expect(await listNames(unpacked?.id ?? '')).toEqual(['notes.md']);
  });

  it('POST /v1/jobs with package creates an archive that can be downloaded', async () => {
    const { result, url = '' } = await runJob({ action: 'package', fileIds: [archive.id] });
    expect(result).toBe('succeeded');
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('does not violate the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
