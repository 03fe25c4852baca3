import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Caller, callerBudgets } from '#callers';
import { ProblemError } from '#problem';
import { Deadline } from '#resilience';
import { ManualStreamClock } from '../../../../../test/support/manual-stream-clock.js';
import { EventStreams } from './event-streams.js';

const { maxItems } = callerBudgets.eventStreams;
const minuteMs = 60_000;

/** Streams of jobs that never end, and the number of reads of each job. */
function createStreams() {
  const clock = new ManualStreamClock();
  let countOpen = (): number => 0;
  const streams = new EventStreams(
    { recordCallerBudget: () => undefined, observeEventStreams: (countStreams) => (countOpen = countStreams) },
    clock,
  );
  const readsByJob = new Map<string, number>();
  const signals: AbortSignal[] = [];
  const open = (options: RequestOptions = {}, reader?: string): Promise<StreamableFile> => {
    const { request, jobId } = createRequest(options);
    return streams.open(
      request,
      async () => {
        const reads = (readsByJob.get(jobId) ?? 0) + 1;
        readsByJob.set(jobId, reads);
        if (request.gateway.flightSignal) signals.push(request.gateway.flightSignal);
        if (jobId === 'missing') throw new ProblemError('not-found');
        if (jobId === 'slow') return new Promise(() => undefined);
        return { status: 'running', progress: reads };
      },
      reader,
    );
  };
  return { clock, streams, open, readsByJob, signals, countOpen: () => countOpen() };
}

interface RequestOptions {
  readonly callerId?: string;
  readonly userId?: string;
  readonly jobId?: string;
  readonly signal?: AbortSignal;
  readonly deadline?: Deadline;
}

function createRequest({
  callerId = 'api-key:one',
  userId = 'u1',
  jobId = '7',
  signal = new AbortController().signal,
  deadline,
}: RequestOptions) {
  const caller: Caller = {
    id: callerId,
    kind: 'api-key',
    owner: 'tests',
    scopes: new Set(),
    principal: { kind: 'user', userId },
  };
  const gateway = { caller, signal, deadline, createClient: () => ({}), flightSignal: undefined };
  const request = { gateway, routeOptions: { url: '/v1/jobs/:jobId/events' }, params: { jobId } };
  return { request: request as unknown as FastifyRequest, jobId };
}

const readableOf = (file: StreamableFile): Readable => file.getStream();
const readNext = async (file: StreamableFile): Promise<string> => {
  const readable = readableOf(file);
  const chunk = readable.read() as Buffer | null;
  if (chunk) return chunk.toString();
  await once(readable, 'readable');
  return (readable.read() as Buffer).toString();
};
const problemCodeOf = (error: unknown): unknown => (error instanceof ProblemError ? error.code : error);

describe('S33: the event streams of a caller', () => {
  it('are limited, whatever jobs they follow; an ended stream makes room', async () => {
    const { clock, open, streams, countOpen } = createStreams();
    const files = await Promise.all(Array.from({ length: maxItems }, (_, job) => open({ jobId: String(job % 4) })));
    expect(countOpen()).toBe(maxItems);
    const rejection = await open({ jobId: 'another' }).catch((error: ProblemError) => error);
    expect(rejection).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 10 });
    expect(countOpen()).toBe(maxItems);
    await open({ callerId: 'api-key:other' });
    readableOf(files[0] as StreamableFile).destroy();
    await clock.advance(0);
    await open();
    await expect(open()).rejects.toMatchObject({ code: 'too-many-requests' });
    streams.endAll();
  });

  it('make room when the job cannot be read', async () => {
    const { open, countOpen } = createStreams();
    for (let attempt = 0; attempt <= maxItems; attempt += 1) {
      expect(problemCodeOf(await open({ jobId: 'missing' }).catch((error: unknown) => error))).toBe('not-found');
    }
    expect(countOpen()).toBe(0);
  });

  it('share one poll with all streams of the job for that principal, and with no others', async () => {
    const { clock, open, readsByJob, streams } = createStreams();
    await Promise.all(Array.from({ length: maxItems }, () => open()));
    await open({ callerId: 'api-key:other' });
    expect(readsByJob.get('7')).toBe(1);
    await clock.advance(minuteMs);
    const readsOfOnePoll = readsByJob.get('7') ?? 0;
    expect(readsOfOnePoll).toBeLessThanOrEqual(1 + 60 * 4);
    await open({ callerId: 'api-key:third', userId: 'u2' });
    expect(readsByJob.get('7')).toBe(readsOfOnePoll + 1);
    await open({ callerId: 'api-key:third' }, 'a visitor');
    expect(readsByJob.get('7')).toBe(readsOfOnePoll + 2);
    streams.endAll();
  });

  it('end the poll with the last of them, not with the first', async () => {
    const { clock, open, readsByJob, signals } = createStreams();
    const [first, last] = [await open(), await open()];
    readableOf(first).destroy();
    await clock.advance(minuteMs);
    expect(readsByJob.get('7')).toBeGreaterThan(10);
    expect(signals.some(({ aborted }) => aborted)).toBe(false);
    readableOf(last).destroy();
    await clock.advance(0);
    const reads = readsByJob.get('7');
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
    await clock.advance(minuteMs);
    expect(readsByJob.get('7')).toBe(reads);
    expect(await readNext(await open())).toContain(`"progress":${(reads ?? 0) + 1}`);
  });
});

describe('an event stream', () => {
  it('ends in order after 15 minutes if its client reads', async () => {
    const { clock, open, countOpen } = createStreams();
    const file = await open();
    readableOf(file).resume();
    await clock.advance(15 * minuteMs - 1);
    expect(readableOf(file).readableEnded).toBe(false);
    await clock.advance(1);
    expect(readableOf(file).readableEnded).toBe(true);
    expect(countOpen()).toBe(0);
  });

  it('holds one event for a client that does not read, and is cut when it ends', async () => {
    const { clock, open, countOpen } = createStreams();
    const readable = readableOf(await open());
    await readNext({ getStream: () => readable } as StreamableFile);
    await clock.advance(5 * minuteMs);
    const held = readable.readableLength;
    await clock.advance(5 * minuteMs);
    expect(readable.readableLength).toBe(held);
    await clock.advance(5 * minuteMs + 250);
    expect([readable.destroyed, readable.readableEnded, countOpen()]).toEqual([true, false, 0]);
  });

  it('ends with its request, and with a problem if nothing was sent yet', async () => {
    const { clock, open, countOpen } = createStreams();
    const controller = new AbortController();
    const file = await open({ signal: controller.signal });
    const waiting = open({ jobId: 'slow', signal: controller.signal }).catch(problemCodeOf);
    readableOf(file).resume();
    await clock.advance(0);
    controller.abort(new ProblemError('session-ended'));
    expect(await waiting).toBe('session-ended');
    await clock.advance(0);
    expect([readableOf(file).readableEnded, countOpen()]).toEqual([true, 0]);
  });

  it('waits for its first event until the deadline of the request, and later ones need no deadline', async () => {
    const { clock, open, streams } = createStreams();
    const deadline = new Deadline(60_000);
    const file = await open({ deadline });
    const waiting = open({ jobId: 'slow', deadline }).catch((error: unknown) => error);
    (deadline as unknown as { controller: AbortController }).controller.abort(new Error('time is up'));
    expect(await waiting).toMatchObject({ message: 'time is up' });
    await clock.advance(minuteMs);
    expect(readableOf(file).destroyed).toBe(false);
    deadline.end();
    streams.endAll();
  });

  it('ends when the process shuts down', async () => {
    const { clock, open, streams } = createStreams();
    const file = await open();
    const waiting = open({ jobId: 'slow' }).catch(problemCodeOf);
    readableOf(file).resume();
    await clock.advance(0);
    streams.onApplicationShutdown();
    expect(await waiting).toBe('shutting-down');
    await clock.advance(0);
    expect(readableOf(file).readableEnded).toBe(true);
  });
});
