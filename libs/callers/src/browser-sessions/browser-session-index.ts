import { type Clock, type Store, StoreUnavailableError } from '#store';
import { type Cipher, decryptRecord, encryptRecord } from '#vault';
import { callerBudgets } from '../budgets/caller-budgets.js';
import { hashId } from '../hash-id.js';
import type { NewBrowserSession, OpenIdIdentity } from './browser-session.js';

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

const maxUpdateAttempts = 20;

/** Whom browser sessions are listed by: KooDrive's user id, the user at the provider, or the session at the provider. */
export type SessionOwner = string;

/** All lists that contain a browser session. A user id holds no space. */
export const listSessionOwners = ({ userId, openId }: Pick<NewBrowserSession, 'userId' | 'openId'>): SessionOwner[] => {
  if (!openId) return [userId];
  const { issuer, subject, sessionId } = openId;
  const owners = [userId, buildSubjectOwner({ issuer, subject })];
  return sessionId === undefined ? owners : [...owners, buildProviderSessionOwner({ issuer, sessionId })];
};
export const buildSubjectOwner = ({ issuer, subject }: Pick<OpenIdIdentity, 'issuer' | 'subject'>): SessionOwner =>
  `openid-subject ${issuer} ${subject}`;
export const buildProviderSessionOwner = ({
  issuer,
  sessionId,
}: Required<Pick<OpenIdIdentity, 'issuer' | 'sessionId'>>): SessionOwner => `openid-session ${issuer} ${sessionId}`;

/**
 * The ids of the browser sessions of each owner. An entry may refer to a browser session that has ended: only the record
 * of the browser session itself is authoritative.
 */
export class BrowserSessionIndex {
  constructor(private readonly options: BrowserSessionIndexOptions) {}

  async listSessionIds(owner: SessionOwner): Promise<string[]> {
    const storeKey = buildStoreKey(owner);
    return this.decryptActiveEntries(storeKey, await this.options.store.get(storeKey)).map(({ id }) => id);
  }

  /** @returns ids that were removed to stay within the budget; the caller ends these browser sessions */
  async add(owner: SessionOwner, entry: IndexEntry): Promise<string[]> {
    let removed: IndexEntry[] = [];
    await this.update(owner, (entries) => {
      const all = [...entries, entry];
      removed = all.slice(0, Math.max(0, all.length - callerBudgets.browserSessions.maxItems));
      return all.slice(removed.length);
    });
    return removed.map(({ id }) => id);
  }

  remove(owner: SessionOwner, ids: readonly string[]): Promise<void> {
    return this.update(owner, (entries) => entries.filter(({ id }) => !ids.includes(id)));
  }

  /** Writes only if the stored list is the one that was read, so that concurrent sign-ins do not overwrite each other. */
  private async update(owner: SessionOwner, edit: (entries: readonly IndexEntry[]) => IndexEntry[]): Promise<void> {
    const { store, cipher, lifetimeMs } = this.options;
    const storeKey = buildStoreKey(owner);
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

const buildStoreKey = (owner: SessionOwner): string => `sessions-of:${hashId(owner)}`;
