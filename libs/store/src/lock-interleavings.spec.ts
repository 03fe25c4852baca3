import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Choose, exploreAll, type SimulatedProcess, SimulatedWorld } from '../../../test/support/interleavings.js';
import { acquireLock, type HeldLock } from './lock.js';
import { ManualClock } from './manual-clock.js';
import { MemoryStore } from './memory-store.js';
import { StoreUnavailableError } from './store.js';

beforeAll(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'performance', 'hrtime', 'Date'] });
});
afterAll(() => {
  jest.useRealTimers();
});

const ttlMs = 3_000;
const repetitionMs = 1_000;
const clock = new ManualClock();
const store = new MemoryStore({ clock });
let lastLockNumber = 0;

/** The uses of one lock. */
class LockUses {
  readonly complaints: string[] = [];
  private readonly held = new Map<SimulatedProcess, HeldLock>();
  private readonly sentUntilRelease = new Map<SimulatedProcess, number>();
  private readonly name = `lock ${(lastLockNumber += 1)}`;

  /** @returns whether the lock was acquired */
  async use(process: SimulatedProcess): Promise<boolean> {
    const lock = await acquireLock(process.store, this.name, { ttlMs, clock }).catch((error: unknown) => {
      if (!(error instanceof StoreUnavailableError)) throw error;
      return undefined;
    });
    if (!lock) return false;
    this.held.set(process, lock);
    await process.work('work', () => this.work());
    this.held.delete(process);
    await lock.release();
    this.sentUntilRelease.set(process, process.sent.length);
    return true;
  }

  get renewedAfterRelease(): boolean {
    return [...this.sentUntilRelease].some(([process, count]) =>
      process.sent.slice(count).some(([name]) => name === 'setIfEquals'),
    );
  }

  private async work(): Promise<void> {
    const holders = [...this.held].filter(([process, { signal }]) => !process.dead && !signal.aborted);
    if (holders.length > 1) this.complaints.push('two processes hold the lock');
  }
}

/** Two processes that use a lock at the same time, then one after the other. @throws what is wrong */
async function checkLock(choose: Choose): Promise<void> {
  clock.advance(2 * ttlMs);
  const world = new SimulatedWorld({
    choose,
    store,
    clock,
    pausesMs: [ttlMs + 1],
    timerIntervalMs: ttlMs / 3,
  });
  const uses = new LockUses();
  const processes = [world.addProcess(), world.addProcess()] as const;
  void uses.use(processes[0]);
  await world.step();
  void uses.use(processes[1]);
  await world.run();
  world.endFaults();
  const useNext = async (): Promise<boolean> => {
    const acquired = uses.use(world.addProcess());
    await world.run();
    return acquired;
  };
  // Deletions that failed are repeated.
  await world.pass(repetitionMs);
  await world.run();
  const mayBeLeft = world.hadLate() || processes.some(({ dead }) => dead);
  if (!mayBeLeft && !(await useNext())) uses.complaints.push('the lock was not released');
  await world.runLate();
  await world.pass(ttlMs);
  await world.run();
  if (!(await useNext())) uses.complaints.push('the lock did not expire');
  if (uses.renewedAfterRelease) uses.complaints.push('the lock was renewed after its release');
  if (uses.complaints.length > 0) throw new Error([...uses.complaints, ...world.trace].join('\n'));
}

describe('two users of a lock, whatever the store does', () => {
  it('hold it one at a time, and leave nothing that outlives them', async () => {
    const runs = await exploreAll(checkLock);
    process.stderr.write(`${runs} interleavings\n`);
    expect(runs).toBeGreaterThan(200);
  });
});
