import { type Clock, type Store, systemClock } from '#store';
import { type Cipher, decryptRecord, encryptRecord } from '#vault';
import { hashId } from '../hash-id.js';
import {
  type BrowserSession,
  type BrowserSessionRecord,
  isBrowserSessionRecord,
  type NewBrowserSession,
} from './browser-session.js';
import { BrowserSessionIndex } from './browser-session-index.js';
import { generateRandomId } from './random-ids.js';

export interface BrowserSessionStoreOptions {
  readonly store: Store;
  readonly cipher: Cipher;
  /** Milliseconds after the last request when a browser session ends. */
  readonly idleMs: number;
  /** Milliseconds after the sign-in when a browser session ends even if it is in use. */
  readonly lifetimeMs: number;
  readonly clock?: Clock;
}

/** Minimum time between two writes of `lastSeenAt`, so that not every request writes. */
const touchIntervalMs = 60_000;
/** With a short idle limit, `lastSeenAt` is written at least this many times within the limit. */
const minTouchesPerIdlePeriod = 10;
const maxUserAgentLength = 200;

/**
 * The browser sessions. All of them are in the store and none is cached in this process, so that a browser session that
 * ends on one instance ends on all instances at once. Every method rejects with StoreUnavailableError if the store is not
 * available: then nobody is authenticated, and no browser session is reported as ended.
 */
export class BrowserSessionStore {
  private readonly options: BrowserSessionStoreOptions;
  private readonly clock: Clock;
  private readonly index: BrowserSessionIndex;

  constructor(options: BrowserSessionStoreOptions) {
    this.options = options;
    this.clock = options.clock ?? systemClock;
    this.index = new BrowserSessionIndex({ ...options, clock: this.clock });
  }

  /**
   * Starts a browser session with a new id (S5).
   * @returns the value of the cookie, which is not stored, and the browser session
   */
  async create({
    userId,
    userName,
    signInMethod,
    userAgent,
  }: NewBrowserSession): Promise<{ cookie: string; session: BrowserSession }> {
    const cookie = generateRandomId();
    const id = hashId(cookie);
    const now = this.clock.now();
    const record: BrowserSessionRecord = {
      userId,
      userName,
      signInMethod,
      userAgent: userAgent?.slice(0, maxUserAgentLength),
      createdAt: now,
      lastSeenAt: now,
    };
    // The index first: a user could not end a browser session that is not in the index.
    const removedIds = await this.index.add(userId, { id, endsAt: now + this.options.lifetimeMs });
    await this.deleteRecords(removedIds);
    await this.options.store.set(buildStoreKey(id), this.encryptRecord(id, record), this.getRemainingMs(record, now));
    return { cookie, session: this.toBrowserSession(id, record) };
  }

  /** Finds the browser session of a cookie and records its use. @returns undefined if there is none or it has ended */
  async find(cookie: string): Promise<BrowserSession | undefined> {
    const id = hashId(cookie);
    const bytes = await this.options.store.get(buildStoreKey(id));
    const record = this.decryptIfActive(id, bytes);
    if (!record || !bytes) return undefined;
    const touched = await this.touch(id, bytes, record);
    return touched && this.toBrowserSession(id, touched);
  }

  /** The active browser sessions of a user, the newest first. */
  async listForUser(userId: string): Promise<BrowserSession[]> {
    const ids = await this.index.listSessionIds(userId);
    if (ids.length === 0) return [];
    const stored = await this.options.store.getMany(ids.map(buildStoreKey));
    const sessions = ids.flatMap((id, position) => {
      const record = this.decryptIfActive(id, stored[position]);
      return record?.userId === userId ? [this.toBrowserSession(id, record)] : [];
    });
    return sessions.sort((one, other) => other.createdAt - one.createdAt);
  }

  /** Ends one browser session of a user. @returns false if the user has no such browser session */
  async end(userId: string, id: string): Promise<boolean> {
    const record = this.decryptIfActive(id, await this.options.store.get(buildStoreKey(id)));
    if (record?.userId !== userId) return false;
    await this.deleteRecords([id]);
    await this.index.remove(userId, [id]);
    return true;
  }

  /** Ends all browser sessions of a user. @returns the browser sessions that were ended */
  async endAllForUser(userId: string): Promise<BrowserSession[]> {
    const sessions = await this.listForUser(userId);
    const ids = sessions.map(({ id }) => id);
    await this.deleteRecords(ids);
    await this.index.remove(userId, ids);
    return sessions;
  }

  private async deleteRecords(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.options.store.delete(...ids.map(buildStoreKey));
  }

  /** @returns the current record; undefined if it was ended meanwhile, which this write must not undo */
  private async touch(
    id: string,
    bytes: Buffer,
    record: BrowserSessionRecord,
  ): Promise<BrowserSessionRecord | undefined> {
    const { idleMs, store } = this.options;
    const storeKey = buildStoreKey(id);
    const now = this.clock.now();
    if (now - record.lastSeenAt < Math.min(touchIntervalMs, idleMs / minTouchesPerIdlePeriod)) return record;
    const touched = { ...record, lastSeenAt: now };
    const touchedBytes = this.encryptRecord(id, touched);
    if (await store.setIfEquals(storeKey, bytes, touchedBytes, this.getRemainingMs(touched, now))) return touched;
    // Another request has written the record, or it was ended.
    return this.decryptIfActive(id, await store.get(storeKey));
  }

  /** A record that cannot be decrypted or has another form counts as no browser session: the user signs in again. */
  private decryptIfActive(id: string, bytes: Buffer | undefined): BrowserSessionRecord | undefined {
    const record = decryptRecord<unknown>(this.options.cipher, buildStoreKey(id), bytes);
    return isBrowserSessionRecord(record) && this.getRemainingMs(record, this.clock.now()) > 0 ? record : undefined;
  }

  /** Milliseconds until the browser session ends. */
  private getRemainingMs({ createdAt, lastSeenAt }: BrowserSessionRecord, now: number): number {
    return Math.min(lastSeenAt + this.options.idleMs, createdAt + this.options.lifetimeMs) - now;
  }

  private encryptRecord(id: string, record: BrowserSessionRecord): Buffer {
    return encryptRecord(this.options.cipher, buildStoreKey(id), record);
  }

  private toBrowserSession(id: string, record: BrowserSessionRecord): BrowserSession {
    const endsAt = record.createdAt + this.options.lifetimeMs;
    return { id, ...record, endsAt, idleEndsAt: Math.min(endsAt, record.lastSeenAt + this.options.idleMs) };
  }
}

const buildStoreKey = (id: string): string => `session:${id}`;
