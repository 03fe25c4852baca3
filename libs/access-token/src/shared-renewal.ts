import { acquireLock, type Clock, type HeldLock, pause, type Store, StoreUnavailableError } from '#store';
import { CredentialSourceError } from './errors.js';
import type { KeptRecord, SealedRecords } from './sealed-records.js';

/** How one record is made anew when what is kept will not do. */
export interface Renewal<T> {
  readonly name: string;
  /** Whether what is kept will do. */
  readonly good: (record: T) => boolean;
  /**
   * Called with the lock held, before `make`. Where the making uses up what is kept, it writes that down first.
   * @returns what is kept from here on; null where another has written meanwhile, to begin again
   */
  readonly prepare?: (kept: KeptRecord<T> | null) => Promise<KeptRecord<T> | null>;
  /** Called at most once. Null: there will be none any more, and what is kept is taken away. */
  readonly make: (kept: T | null) => Promise<T | null>;
  /** Milliseconds to keep it. */
  readonly ttl: (record: T) => number;
  /** Whether it may be written where what was there has gone meanwhile. */
  readonly mayRecreate: boolean;
}

export interface Held<T> {
  readonly record: T;
  /** As it is in the store; null where it could not be written there. */
  readonly bytes: Buffer | null;
  /** What it was made from, as that was in the store. */
  readonly before: Buffer | null;
}

export interface SharedRenewalOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** Milliseconds after which the lock of an instance that is dead or frozen lapses. */
  readonly lockLife: number;
  /** Milliseconds to wait for another instance that goes on renewing. */
  readonly patience: number;
}

const POLL = 25;
const SETTLE_TRIES = 5;
/** Tries until a store that does not answer counts as away: with the pauses a second. A moment's silence is no absence. */
const SILENT_TRIES = 40;

/**
 * Lets one instance of all make a record anew, while the others wait for what it makes. An instance that was frozen
 * while it made one never writes over a newer one: it writes only over what it had read, and else takes what is there.
 */
export class SharedRenewal<T extends object> {
  constructor(
    private readonly records: SealedRecords<T>,
    private readonly options: SharedRenewalOptions,
  ) {}

  /**
   * @returns what will do, kept or new; null where there will be none any more
   * @throws StoreUnavailableError before anything was made
   * @throws CredentialSourceError where another instance takes too long
   * @throws what `make` throws
   */
  async run(renewal: Renewal<T>): Promise<Held<T> | null> {
    const { store, clock, lockLife, patience } = this.options;
    const end = clock.monotonic() + patience;
    for (let silent = 0; ;) {
      try {
        const kept = await this.records.read(renewal.name);
        if (kept?.record && renewal.good(kept.record)) return held(kept, kept.record);
        const lock = await acquireLock(store, `lock:${renewal.name}`, { ttlMs: lockLife, clock });
        const made = lock && (await this.#makeHolding(lock, renewal));
        if (made) return made.outcome;
        silent = 0;
      } catch (error) {
        if (!(error instanceof StoreUnavailableError) || ++silent >= SILENT_TRIES) throw error;
      }
      if (clock.monotonic() >= end) throw new CredentialSourceError('another instance is busy with it for too long');
      await pause(POLL);
    }
  }

  /** @returns null where it has to begin again */
  async #makeHolding(lock: HeldLock, renewal: Renewal<T>): Promise<{ outcome: Held<T> | null } | null> {
    try {
      let kept = await this.records.read(renewal.name);
      if (kept?.record && renewal.good(kept.record)) return { outcome: held(kept, kept.record) };
      if (renewal.prepare && kept) {
        kept = await renewal.prepare(kept);
        if (!kept) return null;
      }
      const made = await renewal.make(kept?.record ?? null);
      return { outcome: await this.#settle(renewal, kept?.bytes ?? null, made) };
    } finally {
      // Nobody waits for it: where it cannot be given back, it lapses.
      void lock.release();
    }
  }

  async #settle(renewal: Renewal<T>, read: Buffer | null, made: T | null): Promise<Held<T> | null> {
    let before = read;
    for (let tries = 0, silent = 0; tries < SETTLE_TRIES && silent < SILENT_TRIES;) {
      try {
        const bytes = made ? await this.#write(renewal, before, made) : await this.#remove(renewal, before);
        if (bytes) return made && { record: made, bytes, before };
        const now = await this.records.read(renewal.name);
        if (now?.record && renewal.good(now.record)) return held(now, now.record);
        if (!now && !renewal.mayRecreate) return null;
        before = now?.bytes ?? null;
        tries += 1;
      } catch (error) {
        if (!(error instanceof StoreUnavailableError)) throw error;
        silent += 1;
        await pause(POLL);
      }
    }
    return made && { record: made, bytes: null, before };
  }

  #write(renewal: Renewal<T>, before: Buffer | null, made: T): Promise<Buffer | null> {
    return this.records.writeOver(renewal.name, before, made, renewal.ttl(made));
  }

  async #remove(renewal: Renewal<T>, before: Buffer | null): Promise<Buffer | null> {
    return before === null || (await this.records.remove(renewal.name, before)) ? Buffer.alloc(0) : null;
  }
}

function held<T>(kept: KeptRecord<T>, record: T): Held<T> {
  return { record, bytes: kept.bytes, before: kept.bytes };
}
