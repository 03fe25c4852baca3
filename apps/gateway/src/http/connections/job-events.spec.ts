import { describe, expect, it } from '@jest/globals';
import { ManualStreamClock } from '../../../../../test/support/manual-stream-clock.js';
import { streamJobEvents } from './job-events.js';
import { JobPoll } from './job-poll.js';

interface JobState {
  readonly status: string;
  readonly progress?: number;
}
const createJob = (status: string, progress?: number): JobState => ({ status, progress });

/** A poll of a job that has these states, one for each read, and a reader of its events. */
function startPoll(states: readonly (JobState | Error)[]) {
  const clock = new ManualStreamClock();
  const poll = {
    reads: 0,
    readTimesMs: [] as number[],
    ended: false,
  };
  const read = async (): Promise<JobState> => {
    const state = states[Math.min(poll.reads, states.length - 1)];
    poll.reads += 1;
    poll.readTimesMs.push(clock.nowMs());
    if (state instanceof Error) throw state;
    return state as JobState;
  };
  const jobPoll = new JobPoll(read, clock, () => (poll.ended = true));
  const follow = (signal = new AbortController().signal) => {
    const events: string[] = [];
    const done = (async () => {
      for await (const event of streamJobEvents(jobPoll, signal)) events.push(event);
    })();
    return { events, done };
  };
  return { clock, poll, jobPoll, follow };
}

const eventNames = (events: readonly string[]): (string | undefined)[] =>
  events.map((event) => /^event: (\w+)$/m.exec(event)?.[1] ?? /^: .*/.exec(event)?.[0]);

const minuteMs = 60_000;

describe('streamJobEvents', () => {
  it('sends progress after each change, and end when the job has ended', async () => {
    const states = [createJob('waiting'), createJob('running', 10), createJob('running', 10), createJob('running', 60)];
    const { clock, follow, poll } = startPoll([...states, createJob('completed', 100)]);
    const { events, done } = follow();
    await clock.advance(minuteMs);
    await done;
    expect(eventNames(events)).toEqual(['progress', 'progress', 'progress', 'end']);
    expect(events.at(-1)).toContain('"status":"completed"');
    expect(poll).toMatchObject({ reads: 5, ended: true });
  });

  it('sends the reconnection time once, with the first event', async () => {
    const { clock, follow } = startPoll([createJob('running'), createJob('cancelled')]);
    const { events, done } = follow();
    await clock.advance(minuteMs);
    await done;
    expect(events.filter((event) => event.includes('retry: 2000'))).toEqual([events[0]]);
  });

  it('sends a heartbeat every 15 seconds while nothing changes', async () => {
    const { clock, follow, jobPoll } = startPoll([createJob('running')]);
    const { events } = follow();
    await clock.advance(minuteMs);
    expect(eventNames(events)).toEqual(['progress', ...Array.from({ length: 4 }, () => ': still here')]);
    jobPoll.stop();
  });

  it('reads the job less and less often while nothing changes', async () => {
    const { clock, poll, jobPoll } = startPoll([createJob('running')]);
    await clock.advance(15 * minuteMs);
    expect(poll.reads).toBeLessThan(15 * 60 * 0.6);
    const intervals = poll.readTimesMs.slice(1).map((timeMs, index) => timeMs - (poll.readTimesMs[index] ?? 0));
    expect(intervals[0]).toBe(250);
    expect(intervals.at(-1)).toBe(2_000);
    jobPoll.stop();
  });

  it('ends when the signal aborts', async () => {
    const { clock, follow, jobPoll } = startPoll([createJob('running')]);
    const controller = new AbortController();
    const { events, done } = follow(controller.signal);
    await clock.advance(0);
    controller.abort();
    await done;
    expect(eventNames(events)).toEqual(['progress']);
    jobPoll.stop();
  });

  it('ends all followers with the error of the poll', async () => {
    const { clock, follow, poll } = startPoll([createJob('running'), new Error('the upstream is away')]);
    const followers = [follow(), follow()].map(({ done }) => done.catch((error: Error) => error.message));
    await clock.advance(minuteMs);
    expect(await Promise.all(followers)).toEqual(['the upstream is away', 'the upstream is away']);
    expect(poll).toMatchObject({ reads: 2, ended: true });
  });
});

describe('S33: followers of one job', () => {
  it('share the reads; each gets the current state first, and a heartbeat of its own', async () => {
    const { clock, follow, poll, jobPoll } = startPoll([createJob('running', 5)]);
    const early = follow();
    await clock.advance(10_000);
    const readsOfOne = poll.reads;
    const late = Array.from({ length: 10 }, () => follow());
    await clock.advance(0);
    expect(poll.reads).toBe(readsOfOne);
    for (const { events } of late) expect(events).toEqual([expect.stringContaining('"progress":5')]);
    await clock.advance(14_999);
    expect(eventNames(early.events)).toEqual(['progress', ': still here']);
    expect(eventNames(late[0]?.events ?? [])).toEqual(['progress']);
    await clock.advance(1);
    expect(eventNames(late[0]?.events ?? [])).toEqual(['progress', ': still here']);
    // 25 s: a second of growing intervals, then one read in two seconds.
    expect(poll.reads).toBeLessThan(20);
    jobPoll.stop();
  });

  it('get the newest state and no others, if they read more slowly than the job changes', async () => {
    const states = Array.from({ length: 40 }, (_, progress) => createJob('running', progress));
    const { clock, jobPoll } = startPoll([...states, createJob('completed', 100)]);
    const slow = streamJobEvents(jobPoll, new AbortController().signal);
    expect((await slow.next()).value).toContain('"progress":0');
    await clock.advance(20 * 250);
    expect((await slow.next()).value).toContain('"progress":20');
    await clock.advance(minuteMs);
    expect((await slow.next()).value).toContain('event: end');
    expect((await slow.next()).done).toBe(true);
  });
});
