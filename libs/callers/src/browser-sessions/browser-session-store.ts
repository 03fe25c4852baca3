import { type Clock, type Store, StoreUnavailableError, systemClock } from '#store';
import { type Cipher, decryptRecord, encryptRecord } from '#vault';
import type { BudgetObserver } from '../budgets/caller-budgets.js';
import { hashId } from '../hash-id.js';
import {
  type BrowserSession,
  type BrowserSessionRecord,
  isBrowserSessionRecord,
  type NewBrowserSession,
  type OpenIdIdentity,
} from './browser-session.js';
import {
  BrowserSessionIndex,
  buildProviderSessionOwner,
  buildSubjectOwner,
  listSessionOwners,
} from './browser-session-index.js';
import { generateRandomId } from './random-ids.js';
import { type AskKooDrive, RevivedSessions } from './revived-sessions.js';

export interface BrowserSessionStoreOptions {
  readonly store: Store;
  readonly cipher: Cipher;
  /** Milliseconds after the last request when a browser session ends. */
  readonly idleMs: number;
  /** Milliseconds after the sign-in when a browser session ends even if it is in use. */
  readonly lifetimeMs: number;
  readonly clock?: Clock;
  readonly observeBudget?: BudgetObserver;
  readonly askKooDrive?: AskKooDrive;
}

/** The browser sessions that a provider wants to be ended: those of a subject, of a session at the provider, or of both. */
export type OpenIdSessionSelector = Pick<OpenIdIdentity, 'issuer' | 'sessionId'> &
  Partial<Pick<OpenIdIdentity, 'subject'>>;

/** Minimum time between two writes of `lastSeenAt`, so that not every request writes. */
const touchIntervalMs = 60_000;
/** With a short idle limit, `lastSeenAt` is written at least this many times within the limit. */
const minTouchesPerIdlePeriod = 10;
const maxUserAgentLength = 200;

/**
 * The browser sessions. All of them are in the store and none is cached in this process, so that a browser session that
 * ends on one instance ends on all instances at once. Sessions
 * that a loss of data has revived do not count. Every method rejects with StoreUnavailableError if the store is not
 * available: then nobody is authenticated, and no browser session is reported as ended.
 */
export class BrowserSessionStore {
  private readonly options: BrowserSessionStoreOptions;
  private readonly clock: Clock;
  private readonly index: BrowserSessionIndex;
  private readonly revived: RevivedSessions;

  constructor(options: BrowserSessionStoreOptions) {
    this.options = options;
    this.clock = options.clock ?? systemClock;
    this.index = new BrowserSessionIndex({ ...options, clock: this.clock });
    const { store, askKooDrive } = options;
    const deleteSessions = (ids: readonly string[]): Promise<unknown> => this.deleteRecords(ids);
    this.revived = new RevivedSessions({ store, askKooDrive, deleteSessions });
  }

  /**
   * Starts a browser session with a new id (S5).
   * @returns the value of the cookie, which is not stored; the browser session; and those that were ended to make room
   */
  async create({
    userId,
    userName,
    signInMethod,
    openId,
    userAgent,
  }: NewBrowserSession): Promise<{ cookie: string; session: BrowserSession; evicted: BrowserSession[] }> {
    const cookie = generateRandomId();
    const id = hashId(cookie);
    const now = this.clock.now();
    const record: BrowserSessionRecord = {
      userId,
      userName,
      signInMethod,
      openId,
      userAgent: userAgent?.slice(0, maxUserAgentLength),
      createdAt: now,
      lastSeenAt: now,
      storeGeneration: this.options.store.generation,
    };
    // The index first: neither a user nor a provider could end a browser session that is not in the index.
    const evicted: BrowserSession[] = [];
    for (const owner of listSessionOwners(record))
      evicted.push(...(await this.addToIndex(owner, { id, endsAt: now + this.options.lifetimeMs })));
    this.options.observeBudget?.('browserSessions', 'admitted');
    const bytes = this.encryptRecord(id, record);
    await this.options.store.durable.set(buildStoreKey(id), bytes, this.getRemainingMs(record, now));
    const session = this.toBrowserSession(id, record);
    if (!(await this.isListed(session))) await this.endAll([session]);
    return { cookie, session, evicted };
  }

  /** Whether it was not ended while it was created (endListed). */
  private async isListed(session: BrowserSession): Promise<boolean> {
    const lists = await Promise.all(listSessionOwners(session).map((owner) => this.index.listSessionIds(owner)));
    return lists.every((ids) => ids.includes(session.id));
  }

  /** Finds the browser session of a cookie and records its use. @returns undefined if there is none or it has ended */
  async find(cookie: string): Promise<BrowserSession | undefined> {
    const id = hashId(cookie);
    const bytes = await this.options.store.get(buildStoreKey(id));
    const record = this.decryptIfActive(id, bytes);
    if (!record || !bytes) return undefined;
    if (await this.revived.has(this.toBrowserSession(id, record), record.storeGeneration)) return undefined;
    const touched = await this.touch(id, bytes, record);
    return touched && this.toBrowserSession(id, touched);
  }

  /** The active browser sessions of a user, the newest first. */
  listForUser(userId: string): Promise<BrowserSession[]> {
    return this.list(userId, (session) => session.userId === userId);
  }

  /** Ends one browser session of a user. @returns false if the user has no such browser session */
  async end(userId: string, id: string): Promise<boolean> {
    const record = this.decryptIfActive(id, await this.options.store.get(buildStoreKey(id)));
    if (record?.userId !== userId) return false;
    await this.endAll([this.toBrowserSession(id, record)]);
    return true;
  }

  /** Ends all browser sessions of a user. @returns the browser sessions that were ended */
  async endAllForUser(userId: string): Promise<BrowserSession[]> {
    return this.endListed(userId, (session) => session.userId === userId);
  }

  /** Ends the browser sessions of a user at an OpenID Connect provider. @returns the browser sessions that were ended */
  async endForOpenId({ issuer, subject, sessionId }: OpenIdSessionSelector): Promise<BrowserSession[]> {
    const owner =
      sessionId !== undefined
        ? buildProviderSessionOwner({ issuer, sessionId })
        : buildSubjectOwner({ issuer, subject: subject ?? '' });
    return this.endListed(owner, ({ openId }) => subject === undefined || openId?.subject === subject);
  }

  private async list(owner: string, belongs: (session: BrowserSession) => boolean): Promise<BrowserSession[]> {
    const sessions = await this.readActive(await this.index.listSessionIds(owner));
    return sessions.filter(belongs).sort((one, other) => other.createdAt - one.createdAt);
  }

  /**
   * Ends the browser sessions of an owner, also those that are just created: these are in the index, but have no record yet.
   * They are removed from the index first and looked up again after that. `create` stores the record first and looks into
   * the index after that. Whatever the order, one of the two finds what the other one has done.
   */
  private async endListed(owner: string, belongs: (session: BrowserSession) => boolean): Promise<BrowserSession[]> {
    const ids = await this.index.listSessionIds(owner);
    const sessions = await this.readActive(ids);
    const ended = await this.endAll(sessions.filter(belongs));
    const idsWithoutRecord = ids.filter((id) => !sessions.some((session) => session.id === id));
    if (idsWithoutRecord.length === 0) return ended;
    await this.index.remove(owner, idsWithoutRecord);
    const created = await this.readActive(idsWithoutRecord);
    return [...ended, ...(await this.endAll(created.filter(belongs)))];
  }

  private async readActive(ids: readonly string[]): Promise<BrowserSession[]> {
    if (ids.length === 0) return [];
    const stored = await this.options.store.getMany(ids.map(buildStoreKey));
    return ids.flatMap((id, position) => {
      const record = this.decryptIfActive(id, stored[position]);
      return record ? [this.toBrowserSession(id, record)] : [];
    });
  }

  private async endAll(sessions: BrowserSession[]): Promise<BrowserSession[]> {
    const ids = sessions.map(({ id }) => id);
    this.revived.recordEnds(ids);
    await this.deleteRecords(ids);
    for (const owner of new Set(sessions.flatMap(listSessionOwners))) await this.index.remove(owner, ids);
    return sessions;
  }

  private async deleteRecords(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.options.store.durable.delete(...ids.map(buildStoreKey));
  }

  /** Ends the oldest browser sessions of the owner where there are too many. @returns those that were ended */
  private async addToIndex(
    owner: string,
    entry: { readonly id: string; readonly endsAt: number },
  ): Promise<BrowserSession[]> {
    const evicted = await this.endAll(await this.readActive(await this.index.add(owner, entry)));
    evicted.forEach(() => this.options.observeBudget?.('browserSessions', 'evicted'));
    return evicted;
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
    const wasJustSeen = now - record.lastSeenAt < Math.min(touchIntervalMs, idleMs / minTouchesPerIdlePeriod);
    if (wasJustSeen && record.storeGeneration === store.generation) return record;
    const touched = { ...record, lastSeenAt: now, storeGeneration: store.generation };
    const touchedBytes = this.encryptRecord(id, touched);
    try {
      if (await store.setIfEquals(storeKey, bytes, touchedBytes, this.getRemainingMs(touched, now))) return touched;
    } catch (error) {
      // A store that is full responds to reads: the session is valid as it was read, and its idle time goes on.
      if (error instanceof StoreUnavailableError) return record;
      throw error;
    }
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
