import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  eventsOf,
  type File,
  fileNamed,
  finished,
  type Job,
  keyFor,
  type List,
  problemOf,
  spaceOf,
  upload,
  walk,
} from '../support/drive.js';
import { until } from '../support/deadline.js';
import { startStack, type Stack } from '../support/stack.js';

jest.setTimeout(60_000);

let stack: Stack;
let spaceId: string;
beforeAll(async () => {
  stack = await startStack();
  spaceId = (await spaceOf(stack, 'individual')).id;
});
afterAll(() => stack.close());

const folder = async (name: string): Promise<File> =>
  (await stack.call('POST', `/v1/spaces/${spaceId}/folders`, { body: { name } })).json();
const names = async (parent: string): Promise<string[]> => {
  const { entries } = await walk<File>(stack, `/v1/spaces/${spaceId}/files?limit=100&parent=${parent}`);
  return entries.map(({ name }) => name);
};
const start = async (body: object): Promise<Job> => (await stack.call('POST', '/v1/jobs', { body })).json();

describe('POST /v1/jobs', () => {
  it('says where the job can be followed', async () => {
    const file = await upload(stack, spaceId, 'located.txt', 'x');
    const body = { action: 'delete', spaceId, fileIds: [file.id] };
    const answer = await stack.call('POST', '/v1/jobs', { body });
    const job = answer.json<Job>();
    expect(answer.status).toBe(202);
    expect(answer.headers.get('location')).toBe(`/v1/jobs/${job.id}`);
    expect(job).toMatchObject({ action: 'delete', entries: [{ id: file.id }] });
    expect(['waiting', 'running']).toContain(job.status);
    await eventsOf(stack, job.id);
  });

  it('copies: the file stays, and a new one is in the target', async () => {
    const file = await upload(stack, spaceId, 'copied.txt', 'x');
    const target = await folder('copies');
    expect(await names(target.id)).toEqual([]);
    const job = await finished(stack, { action: 'copy', spaceId, fileIds: [file.id], targetFolderId: target.id });
    expect(job).toMatchObject({ status: 'completed', result: 'succeeded', progress: 100 });
    expect(job.entries[0]?.newId).not.toBe(file.id);
    expect(await names(target.id)).toEqual(['copied.txt']);
    expect(await names('root')).toContain('copied.txt');
  });

  it('moves: the file is in the target only', async () => {
    const file = await upload(stack, spaceId, 'moved.txt', 'x');
    const target = await folder('moved here');
    expect(await names('root')).toContain('moved.txt');
    const job = await finished(stack, { action: 'move', spaceId, fileIds: [file.id], targetFolderId: target.id });
    expect(job).toMatchObject({ status: 'completed', result: 'succeeded' });
    expect(await names(target.id)).toEqual(['moved.txt']);
    expect(await names('root')).not.toContain('moved.txt');
  });

  it('copies into another space, and both spaces show the truth', async () => {
    const key = await keyFor(stack, 'Dmitri Petrov');
    const [from, to] = (await stack.call('GET', '/v1/spaces?kind=individual', { key })).json<List<{ id: string }>>()
      .items;
    const listed = async (): Promise<string[]> =>
      (await walk<File>(stack, `/v1/spaces/${to?.id ?? ''}/files?limit=100`, key)).entries.map(({ name }) => name);
    expect(await listed()).toEqual(['Spare.txt']);
    const file = await fileNamed(stack, from?.id ?? '', 'trip.zip', { key });
    const body = { action: 'copy', spaceId: from?.id, fileIds: [file.id], targetSpaceId: to?.id };
    const { id } = (await stack.call('POST', '/v1/jobs', { key, body })).json<Job>();
    await until('the job to end', async () => {
      const job = (await stack.call('GET', `/v1/jobs/${id}`, { key })).json<Job>();
      return job.status === 'completed';
    });
    expect((await listed()).sort()).toEqual(['Spare.txt', 'trip.zip']);
  });

  it('deletes into the recycle bin and restores from there', async () => {
    const file = await upload(stack, spaceId, 'binned.txt', 'x');
    await finished(stack, { action: 'delete', spaceId, fileIds: [file.id] });
    expect(await names('root')).not.toContain('binned.txt');
    const read = await stack.call('GET', `/v1/spaces/${spaceId}/files/${file.id}`);
    expect(read.json<File>()).toMatchObject({ recycled: true });
    await finished(stack, { action: 'restore', spaceId, fileIds: [file.id] });
    expect(await names('root')).toContain('binned.txt');
  });

  it('deletes permanently: there is nothing to restore', async () => {
    const file = await upload(stack, spaceId, 'gone.txt', 'x');
    const job = await finished(stack, { action: 'delete', spaceId, fileIds: [file.id], permanently: true });
    expect(job).toMatchObject({ result: 'succeeded' });
    expect((await stack.call('GET', `/v1/spaces/${spaceId}/files/${file.id}`)).status).toBe(404);
    const again = await finished(stack, { action: 'restore', spaceId, fileIds: [file.id] });
    expect(again).toMatchObject({ result: 'failed', entries: [{ id: file.id, status: 'failed' }] });
  });

  it('tells for each file what became of it, where some fail', async () => {
    const file = await upload(stack, spaceId, 'half.txt', 'x');
    const job = await finished(stack, { action: 'restore', spaceId, fileIds: [file.id, 'Fnothing'] });
    expect(job).toMatchObject({
      status: 'completed',
      result: 'failed',
      entries: [
        { id: file.id, status: 'failed', problem: { code: 'not-in-recycle-bin', status: 409 } },
        { id: 'Fnothing', status: 'failed', problem: { code: 'not-found', status: 404 } },
      ],
    });
    const partly = await finished(stack, {
      action: 'delete',
      spaceId,
      fileIds: [file.id, 'Fnothing'],
      permanently: true,
    });
    expect(partly).toMatchObject({
      result: 'partly-failed',
      entries: [
        { id: file.id, status: 'done' },
        { id: 'Fnothing', status: 'failed', problem: { code: 'not-found' } },
      ],
    });
  });

  it('takes 100 files at once', async () => {
    const fileIds = Array.from({ length: 100 }, (_, i) => `F${i}`);
    const job = await start({ action: 'restore', spaceId, fileIds });
    expect(job.entries).toHaveLength(100);
    await stack.call('POST', `/v1/jobs/${job.id}/cancel`);
  });

  it.each([
    ['delete', { targetSpaceId: 'IAADx' }, '/targetSpaceId'],
    ['restore', { targetFolderId: 'F1' }, '/targetFolderId'],
    ['copy', { permanently: true }, '/permanently'],
  ])('refuses what action %s does not look at, before anybody is asked', async (action, more, pointer) => {
    const before = stack.sandbox.counters().calls;
    const answer = await stack.call('POST', '/v1/jobs', { body: { action, spaceId, fileIds: ['F1'], ...more } });
    expect(problemOf(answer)).toMatchObject({ status: 422, errors: [{ pointer }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('refuses a space that is not the caller’s', async () => {
    const key = await keyFor(stack, 'Jonas Weber');
    const body = { action: 'restore', spaceId, fileIds: ['F1'] };
    const answer = await stack.call('POST', '/v1/jobs', { key, body });
    expect(problemOf(answer)).toMatchObject({ status: 403, code: 'no-permission' });
  });
});

describe('GET /v1/jobs', () => {
  it('lists the caller’s jobs, by action and state, page by page', async () => {
    await start({ action: 'restore', spaceId, fileIds: ['F1'] });
    const { entries } = await walk<Job>(stack, '/v1/jobs?limit=100');
    const small = await walk<Job>(stack, '/v1/jobs?limit=2');
    expect(entries.length).toBeGreaterThan(4);
    expect(small.entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
    const restores = (await walk<Job>(stack, '/v1/jobs?limit=100&action=restore')).entries;
    expect(restores.length).toBeGreaterThan(0);
    expect(restores.every(({ action }) => action === 'restore')).toBe(true);
    const done = (await walk<Job>(stack, '/v1/jobs?limit=100&status=completed')).entries;
    expect(done.length).toBeGreaterThan(0);
    expect(done.every(({ status }) => status === 'completed')).toBe(true);
  });

  it('shows nobody the jobs of another', async () => {
    const key = await keyFor(stack, '王芳');
    expect((await stack.call('GET', '/v1/jobs', { key })).json<List<Job>>().items).toEqual([]);
  });

  it('answers only the fields asked for', async () => {
    const { items } = (await stack.call('GET', '/v1/jobs?limit=1&fields=id,status')).json<List<Job>>();
    expect(items.map((item) => Object.keys(item))).toEqual([['id', 'status']]);
  });
});

describe('GET /v1/jobs/{jobId}', () => {
  it('is the truth each time, and 304 while nothing has changed', async () => {
    const job = await finished(stack, { action: 'restore', spaceId, fileIds: ['F1'] });
    const read = await stack.call('GET', `/v1/jobs/${job.id}`);
    expect(read.headers.get('cache-status')).toBeNull();
    expect(read.json<Job>()).toEqual(job);
    const again = await stack.call('GET', `/v1/jobs/${job.id}`, {
      headers: { 'if-none-match': read.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('opens nobody the job of another', async () => {
    const job = await start({ action: 'restore', spaceId, fileIds: ['F1'] });
    const key = await keyFor(stack, 'Jonas Weber');
    expect((await stack.call('GET', `/v1/jobs/${job.id}`, { key })).status).toBe(404);
  });
});

describe('POST /v1/jobs/{jobId}/cancel', () => {
  it('stops a job; what is done stays done', async () => {
    const fileIds = Array.from({ length: 100 }, (_, i) => `F${i}`);
    const job = await start({ action: 'restore', spaceId, fileIds });
    const answer = await stack.call('POST', `/v1/jobs/${job.id}/cancel`);
    expect(answer.status).toBe(200);
    expect(answer.json<Job>()).toMatchObject({ id: job.id, status: 'cancelled' });
    expect((await eventsOf(stack, job.id)).map(({ name }) => name)).toEqual(['end']);
  });

  it('knows no job that is not there', async () => {
    expect(problemOf(await stack.call('POST', '/v1/jobs/123/cancel'))).toMatchObject({ status: 404 });
  });
});

describe('GET /v1/jobs/{jobId}/events', () => {
  it('tells of progress and ends with the end', async () => {
    const fileIds = Array.from({ length: 20 }, (_, i) => `F${i}`);
    const job = await start({ action: 'restore', spaceId, fileIds });
    const events = await eventsOf(stack, job.id);
    const progress = events.map((event) => event.job.progress ?? 0);
    expect(events.length).toBeGreaterThan(2);
    expect(events.map(({ name }) => name)).toEqual([...events.slice(1).map(() => 'progress'), 'end']);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(100);
    expect(new Set(events.map((event) => JSON.stringify(event.job))).size).toBe(events.length);
  });

  it('answers a job that is not there with a problem, not with a stream', async () => {
    const answer = await stack.call('GET', '/v1/jobs/123/events');
    expect(problemOf(answer)).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('asks the upstream no more once its caller has gone', async () => {
    const fileIds = Array.from({ length: 100 }, (_, i) => `F${i}`);
    const job = await start({ action: 'restore', spaceId, fileIds });
    const gone = new AbortController();
    const headers = { authorization: `Bearer ${stack.key}` };
    const answer = await fetch(`${stack.url}/v1/jobs/${job.id}/events`, { headers, signal: gone.signal });
    const reader = answer.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^retry: \d+\n/);
    gone.abort();
    const polls = (): number => stack.sandbox.counters().byOperation.getJobDetail ?? 0;
    let before = -1;
    // Quiet for longer than the stream's shortest pause, while the job still runs.
    await until(
      'the polling to end',
      () => {
        const quiet = polls() === before;
        before = polls();
        return quiet;
      },
      { every: 600, within: 4_000 },
    );
    const { status } = (await stack.call('GET', `/v1/jobs/${job.id}`)).json<Job>();
    expect(status).toBe('running');
    await stack.call('POST', `/v1/jobs/${job.id}/cancel`);
  });
});
