import { randomUUID } from 'node:crypto';
import { CredentialUnavailableError, type Principal, principalKey, UpstreamError } from '#koodrive';
import { type Clock, StoreUnavailableError } from '#store';
import { CredentialSourceError, RefreshSpentError } from './errors.js';
import { type KeptRecord, recordName, SealedRecords } from './sealed-records.js';
import { isSessionRecord, type SessionRecord } from './session-record.js';
import type { SessionRefresher, UpstreamSession } from './session-refresher.js';
import { type Held, SharedRenewal, type SharedRenewalOptions } from './shared-renewal.js';
import { SingleFlight } from './single-flight.js';
import type { Vault } from './vault.js';

export type SessionPrincipal = Extract<Principal, { kind: 'session' }>;

interface Entry extends Held<SessionRecord> {
  /** When it was last seen to be what the store has; on the clock that never goes back. */
  readonly seenAt: number;
  /** `usedAt` as the store has it. */
  readonly usedAtKept: number;
}

export interface SessionTokensOptions extends SharedRenewalOptions {
  readonly vault: Vault;
  readonly refresher: SessionRefresher;
  /** Hears of sessions that have no token any more. Must not throw. */
  readonly onEnded?: ((principal: SessionPrincipal) => void) | undefined;
}

const MINUTE = 60_000;
/** A session's token lapses this long after the last call with it (facts/auth.md). */
const LIFE = 20 * MINUTE;
/** This long before it lapses it is refreshed before it is used: the call might come too late. */
const AHEAD = 2 * MINUTE;
/** A user who is there but gets kept answers alone has the token refreshed once it is unused for so long. */
const KEEP_ALIVE_AFTER = 10 * MINUTE;
/** Between two writes of `usedAt`. */
const USED_WRITES = MINUTE;
/** For how long this process believes its own copy: another may have ended the session. */
const BELIEVED = 5_000;
/** For how long a token is kept that nobody uses: whether a lapsed one can be refreshed is not documented. */
const KEPT = 60 * MINUTE;
const MOST_IN_MEMORY = 10_000;
const REFRESH_TIMEOUT = 30_000;

/** The tokens of signed-in users. Without the store there are none: a session ended elsewhere must stay ended. */
export class SessionTokens {
  readonly #clock: Clock;
  readonly #refresher: SessionRefresher;
  readonly #onEnded: (principal: SessionPrincipal) => void;
  readonly #records: SealedRecords<SessionRecord>;
  readonly #renewal: SharedRenewal<SessionRecord>;
  readonly #entries = new Map<string, Entry>();
  readonly #loads = new SingleFlight<Entry | null>();
  readonly #refreshes = new SingleFlight<Entry | null>();
  readonly #writing = new Set<string>();

  constructor(options: SessionTokensOptions) {
    this.#clock = options.clock;
    this.#refresher = options.refresher;
    this.#onEnded = options.onEnded ?? (() => undefined);
    this.#records = new SealedRecords(options.store, options.vault, isSessionRecord);
    this.#renewal = new SharedRenewal(this.#records, options);
  }

  /** @throws StoreUnavailableError */
  async put(principal: SessionPrincipal, session: UpstreamSession, spendOnce: boolean): Promise<void> {
    const name = nameOf(principal);
    const { token, upstreamSessionId } = session;
    const record = { token, upstreamSessionId, usedAt: this.#clock.now(), spendOnce, spent: false };
    const bytes = await this.#records.write(name, record, KEPT);
    this.#remember(name, { record, bytes, before: null });
  }

  /** @throws StoreUnavailableError: the session is then not certain to have ended */
  async drop(principal: SessionPrincipal): Promise<void> {
    const name = nameOf(principal);
    this.#entries.delete(name);
    await this.#records.forget(name);
    this.#entries.delete(name);
  }

  /**
   * @throws CredentialUnavailableError where there is no such session any more
   * @throws CredentialSourceError where it cannot be known now
   */
  async obtain(principal: SessionPrincipal, signal: AbortSignal): Promise<string> {
    const name = nameOf(principal);
    const entry = this.#existing(principal, await this.#known(name, signal));
    if (this.#fresh(entry.record)) return entry.record.token;
    try {
      return this.#existing(principal, await this.#refresh(name, null, signal)).record.token;
    } catch (error) {
      // Where nobody can refresh it now, it may still be good for this call, which would give it its life again.
      if (error instanceof CredentialSourceError && this.#idle(entry.record) < LIFE) return entry.record.token;
      return this.#endLost(principal, error);
    }
  }

  /** A token other than the refused one. Throws as obtain. */
  async renew(principal: SessionPrincipal, refused: string, signal: AbortSignal): Promise<string> {
    const name = nameOf(principal);
    const entry = this.#existing(principal, await this.#known(name, signal));
    if (entry.record.token !== refused) return entry.record.token;
    try {
      const renewed = this.#existing(principal, await this.#refresh(name, refused, signal));
      // It may come from a flight that had begun before the refusal was known.
      if (renewed.record.token !== refused) return renewed.record.token;
      return this.#existing(principal, await this.#refresh(name, refused, signal)).record.token;
    } catch (error) {
      return this.#endLost(principal, error);
    }
  }

  /** A token that is no good, and whose refresh value is spent for nothing: there is no way back but a new sign-in. */
  async #endLost(principal: SessionPrincipal, error: unknown): Promise<never> {
    if (!(error instanceof RefreshSpentError && error.lost)) throw error;
    await this.drop(principal).catch(() => undefined);
    this.#onEnded(principal);
    throw new CredentialUnavailableError('session', ['session'], { cause: error });
  }

  /** The upstream took the token now. */
  used(principal: SessionPrincipal, token: string): void {
    const name = nameOf(principal);
    const entry = this.#entries.get(name);
    if (entry?.record.token !== token) return;
    const now = this.#clock.now();
    const used = { ...entry, record: { ...entry.record, usedAt: now } };
    this.#entries.set(name, used);
    if (now - entry.usedAtKept >= USED_WRITES) this.#writeUsed(name, used).catch(() => undefined);
  }

  /** The user is there, though no call goes upstream. Neither waits nor throws. */
  keepAlive(principal: SessionPrincipal): void {
    const name = nameOf(principal);
    const entry = this.#entries.get(name);
    if (entry && this.#idle(entry.record) < KEEP_ALIVE_AFTER) return;
    if (this.#loads.has(name) || this.#refreshes.has(name)) return;
    this.#refreshIfIdle(principal, name).catch(() => undefined);
  }

  async #refreshIfIdle(principal: SessionPrincipal, name: string): Promise<void> {
    const { record } = this.#existing(principal, await this.#known(name));
    if (!record.spent && this.#idle(record) >= KEEP_ALIVE_AFTER) {
      this.#existing(principal, await this.#refresh(name, record.token));
    }
  }

  /** @throws CredentialUnavailableError where there is none any more */
  #existing(principal: SessionPrincipal, entry: Entry | null): Entry {
    if (entry) return entry;
    this.#onEnded(principal);
    throw new CredentialUnavailableError('session', ['session']);
  }

  #idle(record: SessionRecord): number {
    return this.#clock.now() - record.usedAt;
  }

  #fresh(record: SessionRecord): boolean {
    return this.#idle(record) < LIFE - AHEAD;
  }

  /** From memory where that is recent, else from the store. */
  async #known(name: string, signal?: AbortSignal): Promise<Entry | null> {
    const entry = this.#entries.get(name);
    if (entry && this.#clock.monotonic() - entry.seenAt < BELIEVED) return entry;
    return this.#loads.run(name, () => this.#load(name).catch(rethrowAsSourceError), signal);
  }

  async #load(name: string): Promise<Entry | null> {
    const own = this.#entries.get(name);
    if (own?.bytes === null) {
      // Refreshed when the store was just away: what was made is worth keeping.
      const bytes = await this.#records.writeOver(name, own.before, own.record, KEPT);
      if (bytes) return this.#remember(name, { ...own, bytes });
    }
    const kept = await this.#records.read(name);
    if (!kept?.record) {
      this.#entries.delete(name);
      return null;
    }
    const latest = this.#entries.get(name)?.record;
    const usedAt =
      latest?.token === kept.record.token ? Math.max(latest.usedAt, kept.record.usedAt) : kept.record.usedAt;
    return this.#remember(name, { ...kept, record: { ...kept.record, usedAt }, before: null }, kept.record.usedAt);
  }

  /** @param refused a token that will not do, however fresh */
  #refresh(name: string, refused: string | null, signal?: AbortSignal): Promise<Entry | null> {
    return this.#refreshes.run(name, () => this.#refreshAlone(name, refused).catch(rethrowAsSourceError), signal);
  }

  async #refreshAlone(name: string, refused: string | null): Promise<Entry | null> {
    const attempt = randomUUID();
    const held = await this.#renewal.run({
      name,
      good: (record) => record.token !== refused && this.#fresh(record),
      prepare: (kept) => this.#spend(name, kept, attempt),
      make: async (kept) => {
        try {
          return await this.#exchange(kept);
        } catch (error) {
          if (isHarmless(error)) await this.#takeBack(name, attempt).catch(() => undefined);
          throw error;
        }
      },
      ttl: () => KEPT,
      mayRecreate: false,
    });
    if (held) return this.#remember(name, held);
    this.#entries.delete(name);
    return null;
  }

  /** A refresh value that works once is written down as spent before it is spent: nobody spends it again. */
  async #spend(
    name: string,
    kept: KeptRecord<SessionRecord> | null,
    attempt: string,
  ): Promise<KeptRecord<SessionRecord> | null> {
    if (!kept?.record?.spendOnce) return kept;
    const now = this.#clock.now();
    if (kept.record.spent) {
      // Written by this attempt, which did not hear that it was.
      if (kept.record.spentBy === attempt) return kept;
      throw new RefreshSpentError(now - (kept.record.spentAt ?? 0) >= REFRESH_TIMEOUT);
    }
    const record = { ...kept.record, spent: true, spentAt: now, spentBy: attempt };
    const bytes = await this.#records.writeOver(name, kept.bytes, record, KEPT);
    return bytes && { bytes, record };
  }

  /** It was written down as spent, and certainly was not. */
  async #takeBack(name: string, attempt: string): Promise<void> {
    const kept = await this.#records.read(name);
    if (kept?.record?.spentBy !== attempt) return;
    await this.#records.writeOver(name, kept.bytes, { ...kept.record, spent: false }, KEPT);
  }

  async #exchange(kept: SessionRecord | null): Promise<SessionRecord | null> {
    if (!kept) return null;
    const { token, upstreamSessionId, spendOnce } = kept;
    const signal = AbortSignal.timeout(REFRESH_TIMEOUT);
    const usedAt = this.#clock.now();
    const refreshed = await this.#refresher.refresh({ token, upstreamSessionId }, signal);
    return refreshed && { upstreamSessionId, ...refreshed, usedAt, spendOnce, spent: false };
  }

  async #writeUsed(name: string, entry: Entry): Promise<void> {
    if (!entry.bytes || this.#writing.has(name)) return;
    this.#writing.add(name);
    try {
      const bytes = await this.#records.writeOver(name, entry.bytes, entry.record, KEPT);
      const latest = this.#entries.get(name);
      if (latest?.bytes !== entry.bytes) return;
      if (bytes) this.#entries.set(name, { ...latest, bytes, usedAtKept: entry.record.usedAt });
      // Another has written: to be read again before it is believed.
      else this.#entries.set(name, { ...latest, seenAt: -Infinity, usedAtKept: entry.record.usedAt });
    } finally {
      this.#writing.delete(name);
    }
  }

  #remember(name: string, held: Held<SessionRecord>, usedAtKept = held.record.usedAt): Entry {
    const entry = { ...held, seenAt: this.#clock.monotonic(), usedAtKept };
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MOST_IN_MEMORY) break;
      this.#entries.delete(oldest);
    }
    return entry;
  }
}

/** Whether the upstream certainly did nothing. */
function isHarmless(error: unknown): boolean {
  return error instanceof UpstreamError && error.verdict.outcome !== 'unknown';
}

function nameOf(principal: SessionPrincipal): string {
  return recordName('session-token', principalKey(principal));
}

function rethrowAsSourceError(cause: unknown): never {
  if (!(cause instanceof StoreUnavailableError)) {
    throw cause instanceof CredentialSourceError ? cause : new CredentialSourceError('no session token', { cause });
  }
  throw new CredentialSourceError('sessions cannot be read now', { cause });
}
