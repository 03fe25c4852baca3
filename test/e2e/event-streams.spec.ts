import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { callerBudgets, issueApiKey } from '../../libs/callers/src/index.js';
import { findSpace, type Job, parseProblem } from '../support/gateway-api.js';
import { type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';
import { waitUntil } from '../support/wait-until.js';

const { maxItems } = callerBudgets.eventStreams;

let stack: GatewayStack;
let jobId: string;
beforeAll(async () => {
  stack = await startGatewayStack({ sandbox: { jobs: { waitMs: 600_000 } } });
  const { id: spaceId } = await findSpace(stack, 'individual');
  const body = { action: 'restore', spaceId, fileIds: ['F1'] };
  jobId = (await stack.call('POST', '/v1/jobs', { body })).json<Job>().id;
});
afterAll(() => stack?.close());

const open: AbortController[] = [];
afterEach(async () => {
  for (const controller of open.splice(0)) controller.abort();
  await waitUntil('all streams to be closed', async () => (await countOpenStreams()) === 0);
});

/** Opens a stream. @returns the response, whose first event has been received, with a function that closes it */
async function follow(key = stack.key, job = jobId) {
  const controller = new AbortController();
  open.push(controller);
  const response = await fetch(`${stack.url}/v1/jobs/${job}/events`, {
    headers: { 'x-api-key': key },
    signal: controller.signal,
  });
  const reader = response.body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  return { status: response.status, headers: response.headers, first, close: () => controller.abort() };
}

const countOpenStreams = async (): Promise<number> =>
  Number(/^event_streams_open (\d+)$/m.exec(await stack.gateway.context.metrics.render())?.[1]);
const countReads = (): number => stack.sandbox.counters().byOperation['getJobDetail'] ?? 0;

describe('S33: many streams of one job', () => {
  it('cost the upstream no more than one; each starts with the current state', async () => {
    const before = countReads();
    const streams = await Promise.all(Array.from({ length: maxItems }, () => follow()));
    expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
    for (const { first } of streams) expect(first).toMatch(/^retry: 2000\n\nevent: progress\ndata: {"id":/);
    // Of one poll: each stream read the job before it sent its first event.
    expect(countReads() - before).toBeLessThan(maxItems / 2);
    const late = await follow(await stack.issueKey({ scopes: ['jobs:read'], userId: stack.userId }));
    expect(late.first).toContain('event: progress');
    expect(await countOpenStreams()).toBe(maxItems + 1);
  });

  it('are refused above the limit of the caller, with the time to wait; another caller is not', async () => {
    await Promise.all(Array.from({ length: maxItems }, () => follow()));
    const refused = await stack.call('GET', `/v1/jobs/${jobId}/events`);
    expect(parseProblem(refused)).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(parseProblem(refused).detail).toBe(`At most ${maxItems} event streams of one caller may be open.`);
    expect(refused.headers.get('retry-after')).toBe('10');
    const otherKey = await stack.issueKey({ scopes: ['jobs:read'], userId: stack.userId });
    const other = await follow(otherKey);
    expect(other.status).toBe(200);
    open[0]?.abort();
    await waitUntil('room for another stream', async () => (await follow()).status === 200);
  });

  it('are not read by a principal that may not read the job', async () => {
    await follow();
    const [, otherUser] = stack.sandbox.users();
    const { text } = await issueApiKey(stack.keysFile, { owner: 'o', scopes: ['*'], userId: otherUser?.userId });
    await stack.gateway.context.apiKeyRegistry.reloadIfChanged();
    expect((await stack.call('GET', `/v1/jobs/${jobId}/events`, { key: text })).status).toBe(404);
  });

  it('end for all with the job, and a later stream reads the end anew', async () => {
    const { id: spaceId } = await findSpace(stack, 'individual');
    const body = { action: 'restore', spaceId, fileIds: ['F1'] };
    const { id } = (await stack.call('POST', '/v1/jobs', { body })).json<Job>();
    const ends = Array.from({ length: 3 }, () => stack.call('GET', `/v1/jobs/${id}/events`));
    await waitUntil('the streams to be open', async () => (await countOpenStreams()) === 3);
    await stack.call('POST', `/v1/jobs/${id}/cancel`);
    ends.push(stack.call('GET', `/v1/jobs/${id}/events`));
    for (const { text } of await Promise.all(ends)) expect(text).toMatch(/event: end\ndata: .*"status":"cancelled"/);
  });

  it('fail with the problem of the first read, each of them', async () => {
    const responses = await Promise.all([1, 2, 3].map(() => stack.call('GET', '/v1/jobs/999999/events')));
    expect(responses.map((response) => parseProblem(response).code)).toEqual(['not-found', 'not-found', 'not-found']);
  });
});
