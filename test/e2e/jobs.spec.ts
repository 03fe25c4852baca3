import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  readJobEvents,
  type DriveFile,
  findFileByName,
  runJobToEnd,
  type Job,
  issueKeyFor,
  type ListResponse,
  parseProblem,
  findSpace,
  uploadFile,
  fetchAllPages,
} from '../support/gateway-api.js';
import { waitUntil } from '../support/wait-until.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

let stack: GatewayStack;
let spaceId: string;
beforeAll(async () => {
  stack = await startGatewayStack();
  spaceId = (await findSpace(stack, 'individual')).id;
});
afterAll(() => stack.close());

const createFolder = async (name: string): Promise<DriveFile> =>
  (await stack.call('POST', `/v1/spaces/${spaceId}/folders`, { body: { name } })).json();
const listNames = async (parent: string): Promise<string[]> => {
  const { entries } = await fetchAllPages<DriveFile>(stack, `/v1/spaces/${spaceId}/files?limit=100&parent=${parent}`);
  return entries.map(({ name }) => name);
};
const startJob = async (body: object): Promise<Job> => (await stack.call('POST', '/v1/jobs', { body })).json();

describe('POST /v1/jobs', () => {
  it('returns the location of the job', async () => {
    const file = await uploadFile(stack, spaceId, 'located.txt', 'x');
    const body = { action: 'delete', spaceId, fileIds: [file.id] };
    const response = await stack.call('POST', '/v1/jobs', { body });
    const job = response.json<Job>();
    expect(response.status).toBe(202);
    expect(response.headers.get('location')).toBe(`/v1/jobs/${job.id}`);
    expect(job).toMatchObject({ action: 'delete', entries: [{ id: file.id }] });
    expect(['waiting', 'running']).toContain(job.status);
    await readJobEvents(stack, job.id);
  });

  it('copies: the file stays, and the target folder has a new file', async () => {
    const file = await uploadFile(stack, spaceId, 'copied.txt', 'x');
    const target = await createFolder('copies');
    expect(await listNames(target.id)).toEqual([]);
    const job = await runJobToEnd(stack, { action: 'copy', spaceId, fileIds: [file.id], targetFolderId: target.id });
    expect(job).toMatchObject({ status: 'completed', result: 'succeeded', progress: 100 });
    expect(job.entries[0]?.newId).not.toBe(file.id);
    expect(await listNames(target.id)).toEqual(['copied.txt']);
    expect(await listNames('root')).toContain('copied.txt');
  });

  it('moves: only the target folder has the file', async () => {
    const file = await uploadFile(stack, spaceId, 'moved.txt', 'x');
    const target = await createFolder('moved here');
    expect(await listNames('root')).toContain('moved.txt');
    const job = await runJobToEnd(stack, { action: 'move', spaceId, fileIds: [file.id], targetFolderId: target.id });
    expect(job).toMatchObject({ status: 'completed', result: 'succeeded' });
    expect(await listNames(target.id)).toEqual(['moved.txt']);
    expect(await listNames('root')).not.toContain('moved.txt');
  });

  it('copies into another space, and the lists of both spaces are current', async () => {
    const key = await issueKeyFor(stack, 'Dmitri Petrov');
    const [from, to] = (await stack.call('GET', '/v1/spaces?kind=individual', { key })).json<
      ListResponse<{ id: string }>
    >().items;
    const listTarget = async (): Promise<string[]> =>
      (await fetchAllPages<DriveFile>(stack, `/v1/spaces/${to?.id ?? ''}/files?limit=100`, key)).entries.map(
        ({ name }) => name,
      );
    expect(await listTarget()).toEqual(['Spare.txt']);
    const file = await findFileByName(stack, from?.id ?? '', 'trip.zip', { key });
    const body = { action: 'copy', spaceId: from?.id, fileIds: [file.id], targetSpaceId: to?.id };
    const { id } = (await stack.call('POST', '/v1/jobs', { key, body })).json<Job>();
    await waitUntil('the job to end', async () => {
      const job = (await stack.call('GET', `/v1/jobs/${id}`, { key })).json<Job>();
      return job.status === 'completed';
    });
    expect((await listTarget()).sort()).toEqual(['Spare.txt', 'trip.zip']);
  });

  it('deletes into the recycle bin and restores from there', async () => {
    const file = await uploadFile(stack, spaceId, 'binned.txt', 'x');
    await runJobToEnd(stack, { action: 'delete', spaceId, fileIds: [file.id] });
    expect(await listNames('root')).not.toContain('binned.txt');
    const read = await stack.call('GET', `/v1/spaces/${spaceId}/files/${file.id}`);
    expect(read.json<DriveFile>()).toMatchObject({ recycled: true });
    await runJobToEnd(stack, { action: 'restore', spaceId, fileIds: [file.id] });
    expect(await listNames('root')).toContain('binned.txt');
  });

  it('deletes permanently: the file cannot be restored', async () => {
    const file = await uploadFile(stack, spaceId, 'gone.txt', 'x');
    const job = await runJobToEnd(stack, { action: 'delete', spaceId, fileIds: [file.id], permanently: true });
    expect(job).toMatchObject({ result: 'succeeded' });
    expect((await stack.call('GET', `/v1/spaces/${spaceId}/files/${file.id}`)).status).toBe(404);
    const restoration = await runJobToEnd(stack, { action: 'restore', spaceId, fileIds: [file.id] });
    expect(restoration).toMatchObject({ result: 'failed', entries: [{ id: file.id, status: 'failed' }] });
  });

  it('returns the outcome of each file if some fail', async () => {
    const file = await uploadFile(stack, spaceId, 'half.txt', 'x');
    const job = await runJobToEnd(stack, { action: 'restore', spaceId, fileIds: [file.id, 'Fnothing'] });
    expect(job).toMatchObject({
      status: 'completed',
      result: 'failed',
      entries: [
        { id: file.id, status: 'failed', problem: { code: 'not-in-recycle-bin', status: 409 } },
        { id: 'Fnothing', status: 'failed', problem: { code: 'not-found', status: 404 } },
      ],
    });
    const partlyFailed = await runJobToEnd(stack, {
      action: 'delete',
      spaceId,
      fileIds: [file.id, 'Fnothing'],
      permanently: true,
    });
    expect(partlyFailed).toMatchObject({
      result: 'partly-failed',
      entries: [
        { id: file.id, status: 'done' },
        { id: 'Fnothing', status: 'failed', problem: { code: 'not-found' } },
      ],
    });
  });

  it('accepts 100 files', async () => {
    const fileIds = Array.from({ length: 100 }, (_, i) => `F${i}`);
    const job = await startJob({ action: 'restore', spaceId, fileIds });
    expect(job.entries).toHaveLength(100);
    await stack.call('POST', `/v1/jobs/${job.id}/cancel`);
  });

  it.each([
    ['delete', { targetSpaceId: 'IAADx' }, '/targetSpaceId'],
    ['restore', { targetFolderId: 'F1' }, '/targetFolderId'],
    ['copy', { permanently: true }, '/permanently'],
  ])('rejects a member that action %s does not use, without an upstream call', async (action, members, pointer) => {
    const before = stack.sandbox.counters().calls;
    const response = await stack.call('POST', '/v1/jobs', { body: { action, spaceId, fileIds: ['F1'], ...members } });
    expect(parseProblem(response)).toMatchObject({ status: 422, errors: [{ pointer }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('rejects a space of another user', async () => {
    const key = await issueKeyFor(stack, 'Jonas Weber');
    const body = { action: 'restore', spaceId, fileIds: ['F1'] };
    const response = await stack.call('POST', '/v1/jobs', { key, body });
    expect(parseProblem(response)).toMatchObject({ status: 403, code: 'no-permission' });
  });
});

describe('GET /v1/jobs', () => {
  it('lists the jobs of the caller, by action and status, in pages', async () => {
    await startJob({ action: 'restore', spaceId, fileIds: ['F1'] });
    const { entries } = await fetchAllPages<Job>(stack, '/v1/jobs?limit=100');
    const smallPages = await fetchAllPages<Job>(stack, '/v1/jobs?limit=2');
    expect(entries.length).toBeGreaterThan(4);
    expect(smallPages.entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
    const restores = (await fetchAllPages<Job>(stack, '/v1/jobs?limit=100&action=restore')).entries;
    expect(restores.length).toBeGreaterThan(0);
    expect(restores.every(({ action }) => action === 'restore')).toBe(true);
    const completed = (await fetchAllPages<Job>(stack, '/v1/jobs?limit=100&status=completed')).entries;
    expect(completed.length).toBeGreaterThan(0);
    expect(completed.every(({ status }) => status === 'completed')).toBe(true);
  });

  it('does not list the jobs of another user', async () => {
    const key = await issueKeyFor(stack, '王芳');
    expect((await stack.call('GET', '/v1/jobs', { key })).json<ListResponse<Job>>().items).toEqual([]);
  });

  it('returns only the requested fields', async () => {
    const { items } = (await stack.call('GET', '/v1/jobs?limit=1&fields=id,status')).json<ListResponse<Job>>();
    expect(items.map((item) => Object.keys(item))).toEqual([['id', 'status']]);
  });
});

describe('GET /v1/jobs/{jobId}', () => {
  it('is never cached, and returns 304 while nothing has changed', async () => {
    const job = await runJobToEnd(stack, { action: 'restore', spaceId, fileIds: ['F1'] });
    const read = await stack.call('GET', `/v1/jobs/${job.id}`);
    expect(read.headers.get('cache-status')).toBeNull();
    expect(read.json<Job>()).toEqual(job);
    const unchanged = await stack.call('GET', `/v1/jobs/${job.id}`, {
      headers: { 'if-none-match': read.headers.get('etag') ?? '' },
    });
    expect(unchanged.status).toBe(304);
  });

  it('returns 404 for the job of another user', async () => {
    const job = await startJob({ action: 'restore', spaceId, fileIds: ['F1'] });
    const key = await issueKeyFor(stack, 'Jonas Weber');
    expect((await stack.call('GET', `/v1/jobs/${job.id}`, { key })).status).toBe(404);
  });
});

describe('POST /v1/jobs/{jobId}/cancel', () => {
  it('cancels a job', async () => {
    const fileIds = Array.from({ length: 100 }, (_, i) => `F${i}`);
    const job = await startJob({ action: 'restore', spaceId, fileIds });
    const response = await stack.call('POST', `/v1/jobs/${job.id}/cancel`);
    expect(response.status).toBe(200);
    expect(response.json<Job>()).toMatchObject({ id: job.id, status: 'cancelled' });
    expect((await readJobEvents(stack, job.id)).map(({ name }) => name)).toEqual(['end']);
  });

  it('returns 404 for an unknown job', async () => {
    expect(parseProblem(await stack.call('POST', '/v1/jobs/123/cancel'))).toMatchObject({ status: 404 });
  });
});

describe('GET /v1/jobs/{jobId}/events', () => {
  it('sends progress events and an end event', async () => {
    const fileIds = Array.from({ length: 20 }, (_, i) => `F${i}`);
    const job = await startJob({ action: 'restore', spaceId, fileIds });
    const events = await readJobEvents(stack, job.id);
    const progress = events.map((event) => event.job.progress ?? 0);
    expect(events.length).toBeGreaterThan(2);
    expect(events.map(({ name }) => name)).toEqual([...events.slice(1).map(() => 'progress'), 'end']);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(100);
    expect(new Set(events.map((event) => JSON.stringify(event.job))).size).toBe(events.length);
  });

  it('returns a problem, not a stream, for an unknown job', async () => {
    const response = await stack.call('GET', '/v1/jobs/123/events');
    expect(parseProblem(response)).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('stops the upstream calls when its caller disconnects', async () => {
    const fileIds = Array.from({ length: 100 }, (_, i) => `F${i}`);
    const job = await startJob({ action: 'restore', spaceId, fileIds });
    const abortController = new AbortController();
    const headers = { authorization: `Bearer ${stack.key}` };
    const response = await fetch(`${stack.url}/v1/jobs/${job.id}/events`, { headers, signal: abortController.signal });
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^retry: \d+\n/);
    abortController.abort();
    const countPolls = (): number => stack.sandbox.counters().byOperation.getJobDetail ?? 0;
    let lastCount = -1;
    // No call for longer than the shortest polling interval of the stream, while the job still runs.
    await waitUntil(
      'the polling to end',
      () => {
        const unchanged = countPolls() === lastCount;
        lastCount = countPolls();
        return unchanged;
      },
      { intervalMs: 600, timeoutMs: 4_000 },
    );
    const { status } = (await stack.call('GET', `/v1/jobs/${job.id}`)).json<Job>();
    expect(status).toBe('running');
    await stack.call('POST', `/v1/jobs/${job.id}/cancel`);
  });
});
