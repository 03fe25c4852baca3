import { describe, expect, it } from '@jest/globals';
import type { StreamClock } from './event-streams.js';
import { streamJobEvents } from './job-events.js';

interface JobState {
  readonly status: string;
  readonly progress?: number;
}
const createJob = (status: string, progress?: number): JobState => ({ status, progress });

/** A clock that advances only by `sleep`. */
class ManualStreamClock implements StreamClock {
  timeMs = 0;
  nowMs(): number {
    return this.timeMs;
  }
  async sleep(ms: number): Promise<void> {
    this.timeMs += ms;
  }
}

async function collectEvents(
  states: readonly JobState[],
  clock = new ManualStreamClock(),
  signal = new AbortController().signal,
) {
  let reads = 0;
  const readJob = async (): Promise<JobState> => states[Math.min(reads++, states.length - 1)] as JobState;
  const events: string[] = [];
  for await (const event of streamJobEvents(readJob, clock, signal)) events.push(event);
  return { events, reads, clock };
}

const eventNames = (events: readonly string[]): (string | undefined)[] =>
  events.map((event) => /^event: (\w+)$/m.exec(event)?.[1] ?? /^: .*/.exec(event)?.[0]);

describe('streamJobEvents', () => {
  it('sends progress after each change, and end when the job has ended', async () => {
    const { events } = await collectEvents([
      createJob('waiting'),
      createJob('running', 10),
      createJob('running', 10),
      createJob('running', 60),
      createJob('completed', 100),
    ]);
    expect(eventNames(events)).toEqual(['progress', 'progress', 'progress', 'end']);
    expect(events.at(-1)).toContain('"status":"completed"');
  });

  it('sends the reconnection time once, with the first event', async () => {
    const { events } = await collectEvents([createJob('running'), createJob('cancelled')]);
    expect(events.filter((event) => event.includes('retry: 2000'))).toEqual([events[0]]);
  });

  it('sends a heartbeat every 15 seconds while nothing changes, and ends after 15 minutes', async () => {
    const { events, clock } = await collectEvents([createJob('running')]);
    expect(
      eventNames(events)
        .slice(1)
        .every((name) => name === ': still here'),
    ).toBe(true);
    expect(events.length).toBeGreaterThan(40);
    expect(clock.timeMs).toBeGreaterThanOrEqual(15 * 60_000);
    expect(clock.timeMs).toBeLessThan(15 * 60_000 + 2_001);
  });

  it('reads the job less and less often while nothing changes', async () => {
    const { reads } = await collectEvents([createJob('running')]);
    expect(reads).toBeLessThan(15 * 60 * 0.6);
  });

  it('ends when the signal aborts', async () => {
    const controller = new AbortController();
    const clock = new ManualStreamClock();
    clock.sleep = async () => controller.abort();
    const { reads } = await collectEvents([createJob('running')], clock, controller.signal);
    expect(reads).toBe(1);
  });
});
