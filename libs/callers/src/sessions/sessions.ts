import { type Clock, type Store, systemClock } from '#store';
import { handleOf, randomId } from './random-ids.js';
import { openRecord, type Seal, sealRecord } from './seal.js';
import type { Session, SessionRecord, SignIn } from './session.js';
import { SessionIndex } from './session-index.js';

export interface SessionsOptions {
  readonly store: Store;
  readonly seal: Seal;
  /** Milliseconds after the last request when a session ends. */
  readonly idleMs: number;
  /** Milliseconds after the sign-in when it ends however much it is used. */
  readonly lifetimeMs: number;
  readonly clock?: Clock;
}

/** Milliseconds between two writes of `lastSeenAt`: a session that is busy is not written with each request. */
const longestBetweenTouches = 60_000;
const longestUserAgent = 200;

/**
 * The sessions of browsers. All of them are in the store and none in this process's memory, so that one that was ended
 * anywhere is ended everywhere, at once. Every method rejects with StoreUnavailableError when the store is away: then
 * nobody is let in, and nothing is taken for certain.
 */
export class Sessions {
  readonly #options: SessionsOptions;
  readonly #clock: Clock;
  readonly #index: SessionIndex;

  constructor(options: SessionsOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#index = new SessionIndex({ ...options, clock: this.#clock });
  }

  /** Begins a session under an id that nobody has seen before. @returns what goes into the cookie, this once */
  async create({ userId, userName, door, userAgent }: SignIn): Promise<{ cookie: string; session: Session }> {
    const cookie = randomId();
    const id = handleOf(cookie);
    const now = this.#clock.now();
    const agent = userAgent?.slice(0, longestUserAgent);
    const record: SessionRecord = { userId, userName, door, userAgent: agent, createdAt: now, lastSeenAt: now };
    // The list first: a session that is in no list could not be ended by its user.
    const pushedOut = await this.#index.add(userId, { id, endsAt: now + this.#options.lifetimeMs });
    await this.#forget(pushedOut);
    await this.#options.store.set(nameOf(id), this.#seal(id, record), this.#ttl(record, now));
    return { cookie, session: this.#session(id, record) };
  }

  /** The session of a cookie, which counts as used by it; undefined where there is none or it has ended. */
  async find(cookie: string): Promise<Session | undefined> {
    const id = handleOf(cookie);
    const bytes = await this.#options.store.get(nameOf(id));
    const record = this.#alive(id, bytes);
    if (!record || !bytes) return undefined;
    const touched = await this.#touch(id, bytes, record);
    return touched && this.#session(id, touched);
  }

  /** The sessions of a user, the newest first. */
  async listFor(userId: string): Promise<Session[]> {
    const ids = await this.#index.of(userId);
    if (ids.length === 0) return [];
    const kept = await this.#options.store.getMany(ids.map(nameOf));
    const found = ids.flatMap((id, place) => {
      const record = this.#alive(id, kept[place] ?? null);
      return record?.userId === userId ? [this.#session(id, record)] : [];
    });
    return found.sort((one, other) => other.createdAt - one.createdAt);
  }

  /** Ends one session of a user; says whether there was one. Another user's is none. */
  async end(userId: string, id: string): Promise<boolean> {
    const record = this.#alive(id, await this.#options.store.get(nameOf(id)));
    if (record?.userId !== userId) return false;
    await this.#forget([id]);
    await this.#index.remove(userId, [id]);
    return true;
  }

  /** Ends all sessions of a user. @returns those that were ended */
  async endAllFor(userId: string): Promise<Session[]> {
    const ended = await this.listFor(userId);
    const ids = ended.map(({ id }) => id);
    await this.#forget(ids);
    await this.#index.remove(userId, ids);
    return ended;
  }

  async #forget(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#options.store.delete(...ids.map(nameOf));
  }

  /** @returns the record as it is now; undefined where it was ended meanwhile, which the writing must not undo */
  async #touch(id: string, bytes: Buffer, record: SessionRecord): Promise<SessionRecord | undefined> {
    const { idleMs, store } = this.#options;
    const now = this.#clock.now();
    if (now - record.lastSeenAt < Math.min(longestBetweenTouches, idleMs / 10)) return record;
    const touched = { ...record, lastSeenAt: now };
    if (await store.replace(nameOf(id), bytes, this.#seal(id, touched), this.#ttl(touched, now))) return touched;
    // Another request has touched it, or it has ended.
    return this.#alive(id, await store.get(nameOf(id)));
  }

  #alive(id: string, bytes: Buffer | null): SessionRecord | undefined {
    const record = openRecord<SessionRecord>(this.#options.seal, nameOf(id), bytes);
    return record && this.#ttl(record, this.#clock.now()) > 0 ? record : undefined;
  }

  /** Milliseconds it still has. */
  #ttl({ createdAt, lastSeenAt }: SessionRecord, now: number): number {
    return Math.min(lastSeenAt + this.#options.idleMs, createdAt + this.#options.lifetimeMs) - now;
  }

  #seal(id: string, record: SessionRecord): Buffer {
    return sealRecord(this.#options.seal, nameOf(id), record);
  }

  #session(id: string, record: SessionRecord): Session {
    const endsAt = record.createdAt + this.#options.lifetimeMs;
    return { id, ...record, endsAt, idleEndsAt: Math.min(endsAt, record.lastSeenAt + this.#options.idleMs) };
  }
}

const nameOf = (id: string): string => `session:${id}`;
