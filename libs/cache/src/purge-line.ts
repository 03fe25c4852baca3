import { randomUUID } from 'node:crypto';
import { type Store, StoreUnavailableError } from '#store';

interface PurgeMessage {
  readonly kind: 'purge';
  readonly id: string;
  /** Who waits for the acknowledgements. */
  readonly from: string;
  readonly tags: readonly string[];
}
interface ProbeMessage {
  readonly kind: 'probe';
  readonly id: string;
}

export interface PurgeLineOptions {
  readonly store: Store;
  /** Another instance has purged; what is kept under these tags is to be gone when it returns. */
  readonly onPurge: (tags: readonly string[]) => void;
  /** Who this instance is to the others now; null while it keeps nothing that a purge could end. */
  readonly identity: () => string | null;
  /** Messages may have been missed. */
  readonly onBroken: () => void;
}

const CHANNEL = 'cache:purge';
const PROBE_TIMEOUT = 500;

/** Carries purges between instances, and their acknowledgements back. */
export class PurgeLine {
  readonly #options: PurgeLineOptions;
  readonly #self = randomUUID();
  /** By the id of a message: who hears of each answer to it. */
  readonly #waiting = new Map<string, (who: string) => void>();
  #subscriptions: (() => Promise<void>)[] = [];
  #up = false;

  constructor(options: PurgeLineOptions) {
    this.#options = options;
  }

  /**
   * Listens, and makes sure by a message to itself that it hears.
   * @throws StoreUnavailableError
   */
  async open(): Promise<void> {
    if (this.#subscriptions.length === 0) await this.#subscribe();
    const probe: ProbeMessage = { kind: 'probe', id: randomUUID() };
    const heard = this.#answers(probe.id, PROBE_TIMEOUT, () => true);
    await this.#options.store.publish(CHANNEL, JSON.stringify(probe));
    if (!(await heard) || !this.#up) throw new StoreUnavailableError('messages do not come through');
  }

  /**
   * Tells the others to drop what is kept under the tags.
   * @param everyone of whom an acknowledgement is wanted; asked for after the message was sent
   * @param patience milliseconds to wait for them
   * @returns those who did not acknowledge
   * @throws StoreUnavailableError
   */
  async tell(tags: readonly string[], everyone: () => Promise<Set<string>>, patience: number): Promise<Set<string>> {
    const message: PurgeMessage = { kind: 'purge', id: randomUUID(), from: this.#self, tags };
    const early = new Set<string>();
    let missing: Set<string> | undefined;
    const all = this.#answers(message.id, patience, (who) => {
      early.add(who);
      missing?.delete(who);
      return missing?.size === 0;
    });
    try {
      const [, expected] = await Promise.all([
        this.#options.store.publish(CHANNEL, JSON.stringify(message)),
        everyone(),
      ]);
      missing = expected;
      for (const who of early) missing.delete(who);
      if (missing.size > 0) await all;
      return missing;
    } finally {
      this.#waiting.delete(message.id);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#subscriptions.splice(0).map((end) => end()));
  }

  async #subscribe(): Promise<void> {
    const { store, onBroken } = this.#options;
    const onState = (state: 'up' | 'down'): void => {
      this.#up = state === 'up';
      if (!this.#up) onBroken();
    };
    const replies = await store.subscribe(repliesTo(this.#self), (text) => this.#heardReply(text));
    try {
      this.#subscriptions = [replies, await store.subscribe(CHANNEL, (text) => this.#heard(text), onState)];
    } catch (error) {
      await replies();
      throw error;
    }
  }

  #heard(text: string): void {
    const message = parse(text);
    if (!message) return;
    if (message.kind === 'probe') return this.#waiting.get(message.id)?.('');
    if (message.from === this.#self) return;
    this.#options.onPurge(message.tags);
    const identity = this.#options.identity();
    if (identity === null) return;
    // An acknowledgement that is lost costs the other its patience, no more.
    this.#options.store.publish(repliesTo(message.from), `${message.id} ${identity}`).catch(() => undefined);
  }

  #heardReply(text: string): void {
    const [id = '', who = ''] = text.split(' ');
    this.#waiting.get(id)?.(who);
  }

  /** Resolves with true when an answer was the last that was wanted, with false when the time is up. */
  #answers(id: string, ms: number, isLast: (who: string) => boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (complete: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(complete);
      };
      const timer = setTimeout(() => end(false), ms).unref();
      this.#waiting.set(id, (who) => void (isLast(who) && end(true)));
    });
  }
}

function parse(text: string): PurgeMessage | ProbeMessage | null {
  try {
    return JSON.parse(text) as PurgeMessage | ProbeMessage;
  } catch {
    return null;
  }
}

function repliesTo(instance: string): string {
  return `cache:reply:${instance}`;
}
