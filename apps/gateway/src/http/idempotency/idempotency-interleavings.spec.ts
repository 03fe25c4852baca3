import { createSecretKey, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BudgetLedger, type Caller } from '#callers';
import { ProblemError } from '#problem';
import { dayMs, ManualClock, MemoryStore } from '#store';
import { Vault } from '#vault';
import {
  type Choose,
  exploreAll,
  maxFaults,
  type SimulatedProcess,
  SimulatedWorld,
} from '../../../../../test/support/interleavings.js';
import { IdempotencyStore } from './idempotency-store.js';
import { leaseMs, renewalIntervalMs, type StoredResponse, unconfirmedClaimMs } from './idempotency-record.js';

beforeAll(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'performance', 'Date', 'hrtime'] });
});
afterAll(() => {
  jest.useRealTimers();
});

const clock = new ManualClock();
const store = new MemoryStore({ clock });
const ledger = new BudgetLedger(store);
let lastKeyNumber = 0;
const vault = new Vault([{ id: 'one', key: createSecretKey(randomBytes(32)) }]);
const caller: Caller = {
  id: 'jwt:one',
  kind: 'jwt',
  owner: 'tests',
  scopes: new Set(['files:write']),
  principal: { kind: 'app' },
};
const request = { fingerprint: 'same', scopes: ['files:write'] } as const;

/** How the work of each call ends. */
type WorkEnd = 'done' | 'nothing done' | 'done, reported as unknown';

/** Calls with one key, and what was observed of them. */
class Calls {
  worksDone = 0;
  worksBegun = 0;
  readonly results = new Map<SimulatedProcess, string>();
  private readonly sentUntilEnd = new Map<SimulatedProcess, number>();

  constructor(
    private readonly world: SimulatedWorld,
    private readonly key: string,
    private readonly workEnd: WorkEnd,
  ) {}

  /** @returns what the call got: its response, or the code of its problem */
  async start(process: SimulatedProcess): Promise<string> {
    const result = await this.call(process);
    this.results.set(process, result);
    this.sentUntilEnd.set(process, process.sent.length);
    this.world.trace.push(`${process.name}: ${result}`);
    return result;
  }

  /** A renewal replaces the record by itself. */
  get renewedAfterEnd(): boolean {
    return [...this.sentUntilEnd].some(([process, count]) =>
      process.sent.slice(count).some(([name, , expected, value]) => name === 'setIfEquals' && expected === value),
    );
  }

  private async call(process: SimulatedProcess): Promise<string> {
    const responses = new IdempotencyStore(process.store, vault, ledger);
    let given: StoredResponse | undefined;
    try {
      const execute = async (): Promise<StoredResponse> => (given = await process.work('work', () => this.work()));
      const response = (await responses.executeOnce(this.key, request, caller, execute)) ?? given;
      return response && 'body' in response ? String(response.body) : String(response?.problem.code);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return error.code === 'idempotency-in-progress' ? `${inProgress}${error.retryAfterSeconds}` : error.code;
    }
  }

  private async work(): Promise<StoredResponse> {
    this.worksBegun += 1;
    if (this.workEnd === 'nothing done') throw new ProblemError('overloaded');
    this.worksDone += 1;
    if (this.workEnd === 'done, reported as unknown') throw new ProblemError('outcome-unknown');
    return { status: 201, headers: {}, body: `work ${this.worksDone}` };
  }
}

const inProgress = 'idempotency-in-progress ';
const finalResults: Record<WorkEnd, string> = {
  done: 'work 1',
  'nothing done': 'overloaded',
  'done, reported as unknown': 'outcome-unknown',
};

/**
 * Repeats the call after each Retry-After that could be due to a late command, and then after the lease of a process that died.
 * @returns the last result, and the milliseconds that have passed before
 */
async function repeatCall(world: SimulatedWorld, calls: Calls): Promise<{ result: string; waitedMs: number }> {
  let waitedMs = 0;
  for (let waits = 0; ; waits += 1) {
    const call = calls.start(world.addProcess());
    await world.run();
    const result = await call;
    if (!result.startsWith(inProgress)) return { result, waitedMs };
    const waitMs = waits <= maxFaults ? Number(result.slice(inProgress.length)) * 1_000 : leaseMs;
    await world.pass(waitMs);
    await world.run();
    waitedMs += waitMs;
  }
}

/** Two calls with one key at the same time, then a third, and a fourth after all that was late. @throws what is wrong */
async function checkCalls(choose: Choose, workEnd: WorkEnd): Promise<void> {
  clock.advance(dayMs);
  const pausesMs = [unconfirmedClaimMs + 1, leaseMs + 1];
  const world = new SimulatedWorld({ choose, store, clock, pausesMs, timerIntervalMs: renewalIntervalMs });
  const calls = new Calls(world, `key ${(lastKeyNumber += 1)}`, workEnd);
  const processes = [world.addProcess(), world.addProcess()] as const;
  void calls.start(processes[0]);
  await world.step();
  void calls.start(processes[1]);
  await world.run();
  const results = [...calls.results.values()];
  const anyDied = processes.some(({ dead }) => dead);
  world.endFaults();
  const begunBefore = calls.worksBegun;
  const third = await repeatCall(world, calls);
  await world.runLate();
  await world.pass(leaseMs);
  await world.run();
  const fourth = await repeatCall(world, calls);
  // A limit of the protocol: where a claim is carried out a second time after its deletion, and its confirmation even later,
  // what was not begun counts as begun.
  const revived = world.hadLate('getOrSet') && world.hadLate('setIfEquals');
  const mayBeUnknown = anyDied || revived;
  const expected = [finalResults[workEnd], ...(mayBeUnknown ? ['outcome-unknown'] : [])];
  const allowed = [...expected, 'store-unavailable', 'outcome-unknown'];
  const complaints = [
    processes.some((process) => !process.dead && !calls.results.has(process)) && 'a call has not ended',
    calls.worksDone > 1 && `the work was done ${calls.worksDone} times`,
    calls.renewedAfterEnd && 'renewed after its call has ended',
    // A late command may make the call wait again, and the last renewal of a process that died is one.
    third.waitedMs > (maxFaults + 1) * (mayBeUnknown ? leaseMs : unconfirmedClaimMs) &&
      `not usable for ${third.waitedMs} ms`,
    // The claim of a process that was frozen for longer than its lease looks like that of a dead one until it is deleted.
    ![...expected, world.paused && 'outcome-unknown'].includes(third.result) && `the third call got ${third.result}`,
    workEnd === 'nothing done' &&
      !mayBeUnknown &&
      calls.worksBegun === begunBefore &&
      'not usable although nothing was done',
    !expected.includes(fourth.result) && `the fourth call got ${fourth.result}`,
    ...results
      .filter((result) => !allowed.includes(result) && !result.startsWith(inProgress))
      .map((result) => `a call got ${result}`),
  ].filter(Boolean);
  if (complaints.length > 0) throw new Error([...complaints, ...world.trace].join('\n'));
}

describe('two calls with one Idempotency-Key and a third, whatever the store does', () => {
  it.each<WorkEnd>(['done', 'nothing done', 'done, reported as unknown'])(
    'is done at most once, the response is the same, and the key is usable where nothing was done (%s)',
    async (workEnd) => {
      const runs = await exploreAll((choose) => checkCalls(choose, workEnd));
      process.stderr.write(`${runs} interleavings\n`);
      expect(runs).toBeGreaterThan(400);
    },
  );
});
