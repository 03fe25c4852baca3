import { describe, expect, it } from '@jest/globals';
import type { Pace } from './event-streams.js';
import { jobEvents } from './job-events.js';

interface Job {
  readonly status: string;
  readonly progress?: number | undefined;
}
const job = (status: string, progress?: number): Job => ({ status, progress });

/** Time that passes only by waiting. */
class ManualPace implements Pace {
  time = 0;
  now(): number {
    return this.time;
  }
  async wait(ms: number): Promise<void> {
    this.time += ms;
  }
}

async function eventsOf(states: readonly Job[], pace = new ManualPace(), signal = new AbortController().signal) {
  let reads = 0;
  const read = async (): Promise<Job> => states[Math.min(reads++, states.length - 1)] as Job;
  const events: string[] = [];
  for await (const event of jobEvents(read, pace, signal)) events.push(event);
  return { events, reads, pace };
}

const names = (events: readonly string[]): (string | undefined)[] =>
  events.map((event) => /^event: (\w+)$/m.exec(event)?.[1] ?? /^: .*/.exec(event)?.[0]);

describe('the events of a job', () => {
  it('says progress whenever something changed, and end once it is over', async () => {
    const { events } = await eventsOf([
      job('waiting'),
      job('running', 10),
      job('running', 10),
      job('running', 60),
      job('completed', 100),
    ]);
    expect(names(events)).toEqual(['progress', 'progress', 'progress', 'end']);
    expect(events.at(-1)).toContain('"status":"completed"');
  });

  it('tells the browser when to come back, once, with the first event', async () => {
    const { events } = await eventsOf([job('running'), job('cancelled')]);
    expect(events.filter((event) => event.includes('retry: 2000'))).toEqual([events[0]]);
  });

  it('gives a sign of life every 15 seconds while nothing changes, and ends after 15 minutes', async () => {
    const { events, pace } = await eventsOf([job('running')]);
    expect(
      names(events)
        .slice(1)
        .every((name) => name === ': still here'),
    ).toBe(true);
    expect(events.length).toBeGreaterThan(40);
    expect(pace.time).toBeGreaterThanOrEqual(15 * 60_000);
    expect(pace.time).toBeLessThan(15 * 60_000 + 2_001);
  });

  it('asks the upstream less and less often while nothing changes', async () => {
    const { reads } = await eventsOf([job('running')]);
    expect(reads).toBeLessThan(15 * 60 * 0.6);
  });

  it('stops when the signal says so', async () => {
    const controller = new AbortController();
    const pace = new ManualPace();
    pace.wait = async () => controller.abort();
    const { reads } = await eventsOf([job('running')], pace, controller.signal);
    expect(reads).toBe(1);
  });
});
