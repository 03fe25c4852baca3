import { randomUUID } from 'node:crypto';
import { pause, type Store } from '#store';
import { PurgeLine } from './purge-line.js';

export interface LeaseOptions {
  readonly store: Store;
  /** Purges by others, and what was missed: see Lease. */
  readonly onPurge: (tags: readonly string[]) => void;
  /** A new term begins: what is in memory is to be gone. */
  readonly onNewTerm: () => void;
  /** The store answers again after it was away: what could not be told then is to be told now. */
  readonly onReturn: () => Promise<void>;
}

/** Milliseconds between two renewals. */
const RENEW = 100;
/** Milliseconds, from the sending of the last renewal that succeeded, for which memory may be believed. */
const BELIEF = 300;
/** Milliseconds for which the store remembers an instance that no longer renews. */
const SLOT_LIFE = 1_500;
/** Most instances; one more keeps nothing in memory. */
const SLOTS = 64;
/** Milliseconds a purge waits for acknowledgements before it takes their slots from those who are silent. */
const PATIENCE = 150;
/** Milliseconds for which nothing kept is believed after the store was away: others may have purges to catch up with. */
const QUARANTINE = 2_500;

/**
 * What lets an instance believe its memory: a slot in the store, renewed several times a second, and a line on which it
 * hears of purges. A purge returns when every holder of a slot has acknowledged it, or has lost its slot and the time
 * for which it may still believe is over. Hence no instance serves from memory what a finished purge has ended,
 * whether it is slow, frozen, cut off or dead.
 */
export class Lease {
  readonly #options: LeaseOptions;
  readonly #line: PurgeLine;
  #timer: NodeJS.Timeout | undefined;
  #slot: string | null = null;
  #identity: string | null = null;
  #term = 0;
  #until = -Infinity;
  #busy = false;
  /** When the store went away last; null where it never did, or is believed again. */
  #awaySince: number | null = null;
  #backSince: number | null = null;

  constructor(options: LeaseOptions) {
    this.#options = options;
    this.#line = new PurgeLine({
      store: options.store,
      onPurge: options.onPurge,
      identity: () => this.#identity,
      onBroken: () => this.broken(performance.now()),
    });
  }

  /** Whether memory may be believed at this moment. */
  get valid(): boolean {
    return performance.now() < this.#until;
  }

  /** Counts the times a slot was taken; -1 while there is none. What began in another term is not to be kept. */
  get term(): number {
    return this.valid ? this.#term : -1;
  }

  /** Whether what the store holds may be believed: not when it was away and purges may not have reached it. */
  get storeBelieved(): boolean {
    return this.#awaySince === null;
  }

  /** Takes a slot now where that can be done, and keeps trying where not. */
  async start(): Promise<void> {
    this.#timer = setInterval(() => void this.#tick(), RENEW).unref();
    await this.#tick();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#until = -Infinity;
    const [slot, identity] = [this.#slot, this.#identity];
    this.#slot = this.#identity = null;
    if (slot && identity) await this.#options.store.deleteIfEquals(slot, identity).catch(() => undefined);
    await this.#line.close();
  }

  /**
   * Resolves when no instance believes in memory anything under these tags that was there before.
   * @throws StoreUnavailableError where the others could not be told
   */
  async purge(tags: readonly string[]): Promise<void> {
    const holders = new Map<string, string>();
    const everyone = async (): Promise<Set<string>> => {
      const values = await this.#options.store.getMany(slots);
      for (const [at, value] of values.entries()) if (value) holders.set(value.toString(), slots[at] ?? '');
      if (this.#identity) holders.delete(this.#identity);
      return new Set(holders.keys());
    };
    let sent = performance.now();
    try {
      const silent = await this.#line.tell(tags, everyone, PATIENCE);
      if (silent.size === 0) return;
      sent = performance.now();
      await Promise.all([...silent].map((who) => this.#options.store.deleteIfEquals(holders.get(who) ?? '', who)));
    } catch (error) {
      this.broken(sent);
      throw error;
    }
    await pause(BELIEF);
  }

  /** Resolves when, with the store away, every instance must have found that out. */
  async othersDoubt(): Promise<void> {
    const rest = (this.#awaySince ?? performance.now()) + BELIEF - performance.now();
    if (rest > 0) await pause(rest);
  }

  /** @param since when a command was sent that the store did not answer */
  broken(since: number): void {
    this.#leave();
    if (this.#awaySince === null || this.#backSince !== null)
      this.#awaySince = Math.max(since, this.#awaySince ?? since);
    this.#backSince = null;
  }

  async #tick(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const sent = performance.now();
    try {
      if (this.#slot && this.#identity) await this.#renew(this.#slot, this.#identity, sent);
      else await this.#join();
    } catch {
      // Joining is several commands, and which of them failed is not known here: rather too late than too early.
      this.broken(this.#slot ? sent : performance.now());
    } finally {
      this.#busy = false;
    }
  }

  async #renew(slot: string, identity: string, sent: number): Promise<void> {
    const renewed = await this.#options.store.replace(slot, identity, identity, SLOT_LIFE);
    if (this.#identity !== identity) return;
    if (!renewed) return this.#leave();
    // After a gap, what was said meanwhile is heard first.
    if (!this.valid) await this.#line.open();
    if (this.#identity === identity) this.#until = sent + BELIEF;
  }

  /** Another found us silent and took the slot away, or it lapsed: what was purged meanwhile is not known here. */
  #leave(): void {
    this.#until = -Infinity;
    this.#slot = this.#identity = null;
  }

  async #join(): Promise<void> {
    await this.#line.open();
    if (this.#awaySince !== null && !(await this.#caughtUp())) return;
    const identity = randomUUID();
    // From here on purges are acknowledged: others may see the slot before we know that we have it.
    this.#identity = identity;
    const sent = performance.now();
    const slot = await this.#takeSlot(identity);
    if (this.#identity !== identity) return;
    if (!slot) return this.#leave();
    this.#options.onNewTerm();
    this.#term += 1;
    this.#slot = slot;
    this.#until = sent + BELIEF;
  }

  /** @returns false where it is still too early to believe anything */
  async #caughtUp(): Promise<boolean> {
    const now = performance.now();
    if (this.#backSince === null) {
      await this.#options.onReturn();
      this.#backSince = now;
    }
    if (now < this.#backSince + QUARANTINE) return false;
    await this.#options.onReturn();
    this.#awaySince = null;
    return true;
  }

  async #takeSlot(identity: string): Promise<string | null> {
    const values = await this.#options.store.getMany(slots);
    for (const [at, slot] of slots.entries()) {
      if (!values[at] && (await this.#options.store.setIfAbsent(slot, identity, SLOT_LIFE))) return slot;
    }
    return null;
  }
}

const slots: readonly string[] = Array.from({ length: SLOTS }, (_, at) => `cache:instance:${at}`);
