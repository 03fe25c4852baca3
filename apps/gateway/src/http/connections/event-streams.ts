import type { OnApplicationShutdown, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { createBudgetProblem, getAccountableId, LocalBudget } from '#callers';
import { type BoundClient, principalKey } from '#koodrive';
import { ProblemError } from '#problem';
import type { Metrics } from '#telemetry';
import { streamJobEvents } from './job-events.js';
import type { JobState } from './job-poll.js';
import { JobPolls } from './job-polls.js';
import { OpenStream } from './open-stream.js';
import { type StreamClock, systemStreamClock } from './stream-clock.js';

/** When a stream of the caller will end is not known. */
const retryAfterSeconds = 10;

/**
 * The open streams of server-sent events. Each ends when its caller disconnects or may no longer read it; all end when
 * the process shuts down. A caller can have a limited number of them, and all streams of one job that the same principal
 * reads share one poll of the upstream (S33).
 */
export class EventStreams implements OnApplicationShutdown {
  private readonly budget: LocalBudget;
  private readonly polls: JobPolls;
  private readonly streams = new Set<OpenStream>();

  constructor(
    metrics: Pick<Metrics, 'observeEventStreams' | 'recordCallerBudget'>,
    private readonly clock: StreamClock = systemStreamClock,
  ) {
    this.budget = new LocalBudget('eventStreams', (budget, outcome) => metrics.recordCallerBudget(budget, outcome));
    this.polls = new JobPolls(clock);
    metrics.observeEventStreams(() => this.streams.size);
  }

  /**
   * Opens a stream of the job that the request names.
   *
   * @param readJob reads the job for all its followers
   * @param reader tells apart who reads the job, where more than the principal decides whether it can be read
   * @throws ProblemError too-many-requests if the caller has too many streams
   * @throws what `readJob` throws before the first event
   */
  async open(
    request: FastifyRequest,
    readJob: (koodrive: BoundClient) => Promise<JobState>,
    reader = '',
  ): Promise<StreamableFile> {
    const { gateway, routeOptions, params } = request;
    if (!gateway.caller) throw new ProblemError('unauthenticated');
    const release = this.budget.tryAdmit(getAccountableId(gateway.caller));
    if (!release) throw createBudgetProblem('eventStreams', retryAfterSeconds);
    const key = JSON.stringify([principalKey(gateway.caller.principal), reader, routeOptions.url, params]);
    const { poll, leave } = this.polls.follow(key, bindToPoll(request, readJob));
    const stream = new OpenStream(this.clock, () => {
      this.streams.delete(stream);
      release();
      leave();
    });
    this.streams.add(stream);
    return stream.start(gateway, (signal) => streamJobEvents(poll, signal));
  }

  /** Ends every stream. The browsers reconnect to another instance. */
  endAll(): void {
    for (const stream of this.streams) stream.end(new ProblemError('shutting-down'));
  }

  onApplicationShutdown(): void {
    this.endAll();
  }
}

/** Reads the job with the client of the first follower, whose calls end with the poll and not with that follower. */
const bindToPoll =
  ({ gateway }: FastifyRequest, readJob: (koodrive: BoundClient) => Promise<JobState>) =>
  async (signal: AbortSignal): Promise<JobState> => {
    gateway.flightSignal = signal;
    if (!gateway.createClient) throw new ProblemError('unauthenticated');
    return readJob(gateway.createClient());
  };
