import { jest } from '@jest/globals';
import { MemoryStore, type Store, StoreUnavailableError } from '#store';

/**
 * What happens to the connections of a process.
 * - `requests held`, `replies held`: they arrive when it ends, in their order. `cut off`: both, and messages.
 * - `requests lost`, `replies lost`: the connection breaks before, or after, the command takes effect.
 * - `messages held`, `messages lost`: the process is not told. `subscription broken`: it is told that messages were lost.
 */
export const connectionFaults = [
  'requests held',
  'replies held',
  'requests lost',
  'replies lost',
  'messages held',
  'messages lost',
  'subscription broken',
  'cut off',
] as const;
export type ConnectionFault = (typeof connectionFaults)[number];

const latencyMs = 1;
const commandTimeoutMs = 250;
const probeIntervalMs = 250;

const holding: Readonly<Record<'requests' | 'replies' | 'messages', readonly ConnectionFault[]>> = {
  requests: ['requests held', 'cut off'],
  replies: ['replies held', 'cut off'],
  messages: ['messages held', 'cut off'],
};

/** Latencies of a cluster, where commands to different nodes overtake each other. */
const latenciesMs = [1, 3, 2, 5, 1, 2];

/** Bytes in one direction. They arrive after the latency, in their order or not, or when they are no longer held. */
class Line {
  private readonly held: (() => void)[] = [];
  private sent = 0;

  constructor(
    private readonly ordered: boolean,
    private readonly isHeld: () => boolean,
  ) {}

  send(arrive: () => void): void {
    const delayMs = this.ordered ? latencyMs : latenciesMs[this.sent++ % latenciesMs.length];
    setTimeout(() => (this.isHeld() ? this.held.push(arrive) : arrive()), delayMs);
  }

  /** Lets arrive what is held, unless another fault holds it too. */
  release(): void {
    if (this.isHeld()) return;
    for (const arrive of this.held.splice(0)) arrive();
  }
}

interface SimulatedSubscription {
  readonly channel: string;
  readonly onMessage: (message: string) => void;
  readonly onState: ((state: 'up' | 'down') => void) | undefined;
}

/** A process with its connections: one for commands and one for messages. */
export class SimulatedConnection {
  readonly store: Store;
  private readonly faults = new Set<ConnectionFault>();
  private unavailableUntil = -Infinity;
  private readonly requests: Line;
  private readonly replies: Line;
  private readonly messages = new Line(true, () => this.has(holding.messages));
  private readonly subscriptions = new Set<SimulatedSubscription>();

  constructor(inner: MemoryStore, ordered: boolean, publish: (channel: string, message: string) => number) {
    this.requests = new Line(ordered, () => this.has(holding.requests));
    this.replies = new Line(ordered, () => this.has(holding.replies));
    const members: Partial<Store> = {
      shared: true,
      preservesCommandOrder: ordered,
      subscribe: (...args) => this.subscribe(...args),
      publish: (channel, message) => this.send(async () => publish(channel, message)),
    };
    this.store = new Proxy<Store>(inner, {
      get: (_, name: keyof Store) => {
        if (name in members) return Reflect.get(members, name) as unknown;
        const member = Reflect.get(inner, name) as unknown;
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => this.send(() => member.apply(inner, args) as Promise<unknown>);
      },
    });
  }

  begin(fault: ConnectionFault): void {
    this.faults.add(fault);
    if (fault === 'subscription broken') this.reportState('down');
  }

  end(fault: ConnectionFault): void {
    this.faults.delete(fault);
    for (const line of [this.requests, this.replies, this.messages]) line.release();
    if (fault === 'subscription broken') this.reportState('up');
  }

  deliver(channel: string, message: string): void {
    const receivers = [...this.subscriptions].filter((subscription) => subscription.channel === channel);
    if (receivers.length === 0 || this.has(['messages lost', 'subscription broken'])) return;
    this.messages.send(() => receivers.forEach(({ onMessage }) => onMessage(message)));
  }

  private has(faults: readonly ConnectionFault[]): boolean {
    return faults.some((fault) => this.faults.has(fault));
  }

  private reportState(state: 'up' | 'down'): void {
    for (const { onState } of this.subscriptions) onState?.(state);
  }

  private async subscribe(
    channel: string,
    onMessage: SimulatedSubscription['onMessage'],
    onState?: SimulatedSubscription['onState'],
  ): Promise<() => Promise<void>> {
    const subscription = { channel, onMessage, onState };
    this.subscriptions.add(subscription);
    onState?.('up');
    return async () => void this.subscriptions.delete(subscription);
  }

  /** As RedisStore: a command has a time limit, and after a failure there are none for a while. */
  private send<T>(run: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const fail = (): void => {
        clearTimeout(timer);
        this.unavailableUntil = performance.now() + probeIntervalMs;
        reject(new StoreUnavailableError('simulated'));
      };
      if (performance.now() < this.unavailableUntil) return reject(new StoreUnavailableError('simulated'));
      const timer = setTimeout(fail, commandTimeoutMs);
      const reply = (result: T): void => {
        if (this.has(['replies lost'])) return fail();
        this.replies.send(() => (clearTimeout(timer), resolve(result)));
      };
      this.requests.send(() => {
        if (this.has(['requests lost'])) return fail();
        run().then(reply, reject);
      });
    });
  }
}

/** A Redis without a network, in the time of Jest's fake timers, whose connections have faults. */
export class SimulatedRedis {
  private readonly inner = new MemoryStore();
  private readonly connections: SimulatedConnection[] = [];

  /** @param ordered false for a cluster; see Store.preservesCommandOrder */
  constructor(private readonly ordered = true) {}

  connect(): SimulatedConnection {
    const connection = new SimulatedConnection(this.inner, this.ordered, (channel, message) => {
      for (const each of this.connections) each.deliver(channel, message);
      return this.connections.length;
    });
    this.connections.push(connection);
    return connection;
  }
}

/** Lets time pass, with all that follows from it. It uses promises and timers only. */
export async function passTime(durationMs: number): Promise<void> {
  const end = performance.now() + durationMs;
  let ended = false;
  setTimeout(() => (ended = true), durationMs);
  while (!ended && performance.now() <= end) {
    jest.advanceTimersToNextTimer();
    await new Promise((resolve) => process.nextTick(resolve));
  }
}
