import { type Clock, type Store, StoreUnavailableError } from '#store';
import { type Cipher, decryptRecord, encryptRecord } from '#vault';
import { hashId } from '../hash-id.js';

interface IndexEntry {
  readonly id: string;
  readonly endsAt: number;
}

export interface BrowserSessionIndexOptions {
  readonly store: Store;
  readonly cipher: Cipher;
  readonly lifetimeMs: number;
  readonly clock: Clock;
}

/** Maximum number of browser sessions of one user. A further sign-in ends the oldest. */
const maxSessionsPerUser = 50;
const maxUpdateAttempts = 20;

/**
 * The ids of the browser sessions of each user. An entry may refer to a browser session that has ended: only the record
 * of the browser session itself is authoritative.
 */
export class BrowserSessionIndex {
  constructor(private readonly options: BrowserSessionIndexOptions) {}

  async listSessionIds(userId: string): Promise<string[]> {
    const storeKey = buildStoreKey(userId);
    return this.decryptActiveEntries(storeKey, await this.options.store.get(storeKey)).map(({ id }) => id);
  }

  /** @returns ids that were removed to stay within the limit; the caller ends these browser sessions */
  async add(userId: string, entry: IndexEntry): Promise<string[]> {
    let removed: IndexEntry[] = [];
    await this.update(userId, (entries) => {
      const all = [...entries, entry];
      removed = all.slice(0, Math.max(0, all.length - maxSessionsPerUser));
      return all.slice(removed.length);
    });
    return removed.map(({ id }) => id);
  }

  remove(userId: string, ids: readonly string[]): Promise<void> {
    return this.update(userId, (entries) => entries.filter(({ id }) => !ids.includes(id)));
  }

  /** Writes only if the stored list is the one that was read, so that concurrent sign-ins do not overwrite each other. */
  private async update(userId: string, edit: (entries: readonly IndexEntry[]) => IndexEntry[]): Promise<void> {
    const { store, cipher, lifetimeMs } = this.options;
    const storeKey = buildStoreKey(userId);
    for (let attempt = 0; attempt < maxUpdateAttempts; attempt += 1) {
      const stored = await store.get(storeKey);
      const entries = edit(this.decryptActiveEntries(storeKey, stored));
      if (entries.length === 0) {
        if (!stored || (await store.deleteIfEquals(storeKey, stored))) return;
        continue;
      }
      const bytes = encryptRecord(cipher, storeKey, entries);
      const written = stored
        ? await store.setIfEquals(storeKey, stored, bytes, lifetimeMs)
        : await store.setIfAbsent(storeKey, bytes, lifetimeMs);
      if (written) return;
    }
    throw new StoreUnavailableError('the list of browser sessions changes too fast');
  }

  private decryptActiveEntries(storeKey: string, bytes: Buffer | undefined): IndexEntry[] {
    const now = this.options.clock.now();
    const entries = decryptRecord<unknown>(this.options.cipher, storeKey, bytes);
    return Array.isArray(entries) ? entries.filter(isIndexEntry).filter(({ endsAt }) => endsAt > now) : [];
  }
}

function isIndexEntry(value: unknown): value is IndexEntry {
  const { id, endsAt } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && typeof endsAt === 'number';
}

const buildStoreKey = (userId: string): string => `sessions-of:${hashId(userId)}`;
