import { type Clock, type Store, StoreUnavailableError } from '#store';
import { handleOf } from './random-ids.js';
import { openRecord, type Seal, sealRecord } from './seal.js';

interface IndexEntry {
  readonly id: string;
  readonly endsAt: number;
}

export interface SessionIndexOptions {
  readonly store: Store;
  readonly seal: Seal;
  readonly lifetimeMs: number;
  readonly clock: Clock;
}

/** Sessions that one user may have at once; a further sign-in ends the oldest. */
const mostSessions = 50;
const mostTries = 20;

/** Which sessions a user has. A list may name sessions that have ended; what counts is their own record. */
export class SessionIndex {
  constructor(private readonly options: SessionIndexOptions) {}

  async of(userId: string): Promise<string[]> {
    const name = nameOf(userId);
    return this.#entries(name, await this.options.store.get(name)).map(({ id }) => id);
  }

  /** @returns ids of sessions that had to go, which are to be ended */
  async add(userId: string, entry: IndexEntry): Promise<string[]> {
    let pushedOut: IndexEntry[] = [];
    await this.#edit(userId, (entries) => {
      const all = [...entries, entry];
      pushedOut = all.slice(0, Math.max(0, all.length - mostSessions));
      return all.slice(pushedOut.length);
    });
    return pushedOut.map(({ id }) => id);
  }

  remove(userId: string, ids: readonly string[]): Promise<void> {
    return this.#edit(userId, (entries) => entries.filter(({ id }) => !ids.includes(id)));
  }

  /** Writes only over what was read: two sign-ins at once both stay in the list. */
  async #edit(userId: string, edit: (entries: readonly IndexEntry[]) => IndexEntry[]): Promise<void> {
    const { store, seal, lifetimeMs } = this.options;
    const name = nameOf(userId);
    for (let tries = 0; tries < mostTries; tries += 1) {
      const kept = await store.get(name);
      const entries = edit(this.#entries(name, kept));
      if (entries.length === 0) {
        if (!kept || (await store.deleteIfEquals(name, kept))) return;
        continue;
      }
      const bytes = sealRecord(seal, name, entries);
      const written = kept
        ? await store.replace(name, kept, bytes, lifetimeMs)
        : await store.setIfAbsent(name, bytes, lifetimeMs);
      if (written) return;
    }
    throw new StoreUnavailableError('the list of sessions changes too fast');
  }

  #entries(name: string, kept: Buffer | null): IndexEntry[] {
    const now = this.options.clock.now();
    return (openRecord<IndexEntry[]>(this.options.seal, name, kept) ?? []).filter(({ endsAt }) => endsAt > now);
  }
}

const nameOf = (userId: string): string => `sessions-of:${handleOf(userId)}`;
