import { jest } from '@jest/globals';
import { type ManualClock, type Store, StoreUnavailableError } from '#store';

/** Chooses one of the alternatives. */
export type Choose = <T>(alternatives: readonly T[]) => T;

interface Choice {
  index: number;
  readonly count: number;
}

/**
 * Runs the scenario once for each sequence of choices that it can make, depth first. It must do the same after the same
 * choices.
 * @returns the number of runs
 */
export async function exploreAll(scenario: (choose: Choose) => Promise<void>): Promise<number> {
  const path: Choice[] = [];
  for (let runs = 1; ; runs += 1) {
    let depth = 0;
    await scenario((alternatives) => {
      const choice = (path[depth] ??= { index: 0, count: alternatives.length });
      if (choice.count !== alternatives.length) throw new Error('the scenario is not deterministic');
      depth += 1;
      return alternatives[choice.index] as (typeof alternatives)[number];
    });
    while (path.length > 0 && (path.at(-1)?.index ?? 0) + 1 === path.at(-1)?.count) path.pop();
    const last = path.at(-1);
    if (!last) return runs;
    last.index += 1;
  }
}

/** Something that takes time: a command to the store, or work elsewhere. */
interface Step {
  readonly process: SimulatedProcess;
  readonly label: string;
  readonly run: () => Promise<unknown>;
  readonly isCommand: boolean;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Event {
  readonly label: string;
  readonly occur: () => unknown;
  /** Whether it counts towards `maxFaults`. */
  readonly isFault?: boolean;
}

export interface WorldOptions {
  readonly choose: Choose;
  /** The store whose commands are simulated. Keys of earlier runs do not matter: each run uses its own. */
  readonly store: Store;
  /** The clock of the store. */
  readonly clock: ManualClock;
  /** Milliseconds that may pass at any point, once in a run, as where the processes are frozen: also a fault. */
  readonly pausesMs: readonly number[];
  /** The longest interval of a timer. */
  readonly timerIntervalMs: number;
}

const recoveryMs = 250;

/** Of each run. Two take minutes: `INTERLEAVED_FAULTS=2 npx jest --selectProjects unit --testPathPatterns interleavings`. */
export const maxFaults = Number(process.env['INTERLEAVED_FAULTS'] ?? 1);

/**
 * Processes that share a store, in which every step takes effect at a chosen point: it may be rejected, lost, carried out
 * although its process never learns it, carried out late or twice, and its process may die. Needs Jest's fake timers, of
 * all but nextTick.
 */
export class SimulatedWorld {
  /** What occurred, for the report of a failure. */
  readonly trace: string[] = [];
  readonly processes: SimulatedProcess[] = [];
  private readonly waiting = new Set<Step>();
  /** Commands that are on their way after their process has given them up. */
  private readonly late = new Set<Step>();
  private faultsLeft = maxFaults;
  /** Whether there was a pause. */
  paused = false;

  constructor(private readonly options: WorldOptions) {
    jest.clearAllTimers();
  }

  addProcess(): SimulatedProcess {
    const process = new SimulatedProcess(
      `process ${this.processes.length + 1}`,
      (step) => this.waiting.add(step),
      this.options.store,
    );
    this.processes.push(process);
    return process;
  }

  /** From now on there are no new faults and pauses. Commands that are late may still take effect at any point. */
  endFaults(): void {
    this.faultsLeft = 0;
  }

  /** Whether such a command was late: it may have taken effect after those that its process sent later. */
  hadLate(name = ''): boolean {
    const isLate = (label: string): boolean => label.endsWith(name);
    return (
      this.trace.some((label) => label.startsWith('late ') && isLate(label)) ||
      [...this.late].some((step) => isLate(step.label))
    );
  }

  /** Lets events occur until no step waits and each process can reach the store. */
  async run(): Promise<void> {
    await settle();
    while (this.waiting.size > 0 || this.processes.some((process) => process.mustRecover)) {
      await this.step();
    }
  }

  async step(): Promise<void> {
    await settle();
    const event = this.options.choose([...this.listEvents()]);
    this.trace.push(event.label);
    if (event.isFault) this.faultsLeft -= 1;
    await event.occur();
    await settle();
  }

  /** The late commands take effect at the latest now. */
  async runLate(): Promise<void> {
    for (const step of [...this.late]) {
      this.trace.push(`late ${step.label}`);
      await this.carryOutLate(step);
    }
    await this.run();
  }

  async pass(durationMs: number): Promise<void> {
    this.trace.push(`${durationMs} ms pass`);
    this.options.clock.advance(durationMs);
    jest.advanceTimersByTime(durationMs);
    await settle();
  }

  private *listEvents(): Generator<Event> {
    for (const step of this.waiting) yield* this.listEnds(step);
    for (const step of this.late) yield { label: `late ${step.label}`, occur: () => this.carryOutLate(step) };
    for (const process of this.processes)
      if (process.mustRecover) yield { label: `${process.name} recovers`, occur: () => this.recover(process) };
    if (this.faultsLeft === 0) return;
    for (const process of this.processes) yield* this.listDeaths(process);
    if (!this.paused)
      for (const pauseMs of this.options.pausesMs)
        yield { label: 'pause', occur: () => this.pause(pauseMs), isFault: true };
  }

  private *listEnds(step: Step): Generator<Event> {
    const { process, label } = step;
    const end = (name: string, occur: () => unknown, isFault = true): Event => ({
      label: `${label} ${name}`,
      occur: () => (this.waiting.delete(step), occur()),
      isFault,
    });
    const giveUp = (): void => {
      process.available = false;
      step.reject(new StoreUnavailableError('simulated'));
    };
    const carryOut = (): Promise<void> => step.run().then(step.resolve, step.reject);
    yield end('done', carryOut, false);
    if (!step.isCommand || this.faultsLeft === 0) return;
    yield end('rejected', () => step.reject(new StoreUnavailableError('simulated')));
    yield end('lost', giveUp);
    yield end('unconfirmed', async () => (await ignore(step.run()), giveUp()));
    yield end('late', () => (this.late.add(step), giveUp()));
    yield end('twice', async () => (await carryOut(), this.late.add(step)));
  }

  private *listDeaths(process: SimulatedProcess): Generator<Event> {
    const steps = [...this.waiting].filter((step) => step.process === process);
    if (steps.length === 0) return;
    const die = (): void => {
      process.dead = true;
      for (const step of steps) this.waiting.delete(step);
    };
    yield { label: `${process.name} dies`, occur: die, isFault: true };
    const leave = (): void => (die(), steps.forEach((step) => this.late.add(step)));
    yield {
      label: `${process.name} dies, after it has sent ${steps.map(({ label }) => label).join()}`,
      occur: leave,
      isFault: true,
    };
  }

  private async carryOutLate(step: Step): Promise<void> {
    this.late.delete(step);
    await ignore(step.run());
  }

  private pause(durationMs: number): Promise<void> {
    this.paused = true;
    this.options.clock.advance(durationMs);
    // A process that was frozen runs each timer once.
    jest.advanceTimersByTime(this.options.timerIntervalMs);
    return settle();
  }

  private async recover(process: SimulatedProcess): Promise<void> {
    process.available = true;
    await this.pass(recoveryMs);
  }
}

/** A process of the world: its steps wait until the world ends them. Those of a dead one never end. */
export class SimulatedProcess {
  readonly store: Store;
  available = true;
  dead = false;
  /** The commands that were sent, with their arguments. */
  readonly sent: (readonly [name: string, ...args: unknown[]])[] = [];

  constructor(
    readonly name: string,
    private readonly addStep: (step: Step) => void,
    inner: Store,
  ) {
    const commands = inner as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    const store: Store = new Proxy(inner, {
      get: (_, name: keyof Store) => {
        if (name === 'available') return this.available;
        if (name === 'durable') return store;
        if (name === 'shared' || name === 'preservesCommandOrder') return inner[name];
        return (...args: unknown[]) => this.send(name, args, async () => commands[name]?.(...args));
      },
    });
    this.store = store;
  }

  get mustRecover(): boolean {
    return !this.available && !this.dead;
  }

  /** Waits until the world carries the work out. */
  work<T>(label: string, run: () => Promise<T>): Promise<T> {
    return this.addWaiting(label, run, false) as Promise<T>;
  }

  private send(name: string, args: readonly unknown[], run: () => Promise<unknown>): Promise<unknown> {
    if (!this.available && !this.dead) return Promise.reject(new StoreUnavailableError('simulated'));
    this.sent.push([name, ...args]);
    return this.addWaiting(name, run, true);
  }

  private addWaiting(label: string, run: () => Promise<unknown>, isCommand: boolean): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!this.dead) this.addStep({ process: this, label: `${this.name}: ${label}`, run, isCommand, resolve, reject });
    });
  }
}

/** All that follows from what has happened: it uses promises only. */
const settle = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

const ignore = (result: Promise<unknown>): Promise<unknown> => result.catch(() => undefined);
