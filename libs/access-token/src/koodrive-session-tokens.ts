import { randomUUID } from 'node:crypto';
import { CredentialUnavailableError, type Principal, principalKey, UpstreamError } from '#koodrive';
import { type Clock, minuteMs, StoreUnavailableError } from '#store';
import { createRecordKey, EncryptedRecords, type Vault } from '#vault';
import { CredentialSourceError, RefreshConsumedError } from './errors.js';
import { isKooDriveSessionRecord, type KooDriveSessionRecord } from './koodrive-session-record.js';
import type { KooDriveSessionRefresher, KooDriveSession } from './koodrive-session-refresher.js';
import { RefreshConsumption } from './refresh-consumption.js';
import { type RenewalResult, SharedRenewal, type SharedRenewalOptions } from './shared-renewal.js';
import { SingleFlight } from './single-flight.js';

export type KooDriveSessionPrincipal = Extract<Principal, { kind: 'session' }>;

interface CachedKooDriveSession extends RenewalResult<KooDriveSessionRecord> {
  /** When this entry last matched the store, on the monotonic clock, milliseconds. */
  readonly verifiedAt: number;
  /** `usedAt` in the store. */
  readonly storedUsedAt: number;
}

export interface KooDriveSessionTokensOptions extends SharedRenewalOptions {
  readonly vault: Vault;
  readonly refresher: KooDriveSessionRefresher;
  /** Called when a KooDrive session has no token any more. Must not throw. */
  readonly onEnded?: (principal: KooDriveSessionPrincipal) => void;
}

/** A token expires this long after the last call with it (facts/auth.md). */
const tokenIdleTimeoutMs = 20 * minuteMs;
/** A token that expires within this time is refreshed before it is used: the call might reach the upstream too late. */
const refreshAheadMs = 2 * minuteMs;
/** An active user who gets only cached responses has the token refreshed after it was unused for this long. */
const keepAliveAfterMs = 10 * minuteMs;
/** Between two writes of `usedAt`. */
const usedAtWriteIntervalMs = minuteMs;
/** How long this process trusts its own copy: another instance may have ended the KooDrive session. */
const trustedCacheMs = 5_000;
/** How long an unused token is stored. Whether an expired token can be refreshed is not documented. */
const recordTtlMs = 60 * minuteMs;
const maxCachedSessions = 10_000;
const refreshTimeoutMs = 30_000;

/**
 * The tokens of signed-in users. No token is returned while the store is unavailable: a KooDrive session that ended on
 * another instance must stay ended.
 */
export class KooDriveSessionTokens {
  private readonly clock: Clock;
  private readonly refresher: KooDriveSessionRefresher;
  private readonly onEnded: (principal: KooDriveSessionPrincipal) => void;
  private readonly records: EncryptedRecords<KooDriveSessionRecord>;
  private readonly renewal: SharedRenewal<KooDriveSessionRecord>;
  private readonly consumption: RefreshConsumption;
  private readonly cachedSessions = new Map<string, CachedKooDriveSession>();
  private readonly loads = new SingleFlight<CachedKooDriveSession | undefined>();
  private readonly refreshes = new SingleFlight<CachedKooDriveSession | undefined>();
  private readonly pendingWrites = new Set<string>();

  constructor(options: KooDriveSessionTokensOptions) {
    this.clock = options.clock;
    this.refresher = options.refresher;
    this.onEnded = options.onEnded ?? (() => undefined);
    // A token that comes back after its session has ended, or after its refresh value was used, is of no use.
    const { store, vault } = options;
    this.records = new EncryptedRecords(store, vault, isKooDriveSessionRecord, store.durable);
    this.renewal = new SharedRenewal(this.records, options);
    this.consumption = new RefreshConsumption(this.records, { clock: this.clock, recordTtlMs, refreshTimeoutMs });
  }

  /** @throws StoreUnavailableError */
  async put(principal: KooDriveSessionPrincipal, session: KooDriveSession, singleUseRefresh: boolean): Promise<void> {
    const name = recordKeyOf(principal);
    const { token, kooDriveSessionId } = session;
    const record = {
      token,
      kooDriveSessionId,
      usedAt: this.clock.now(),
      singleUseRefresh,
      consumed: false,
    };
    const bytes = await this.records.write(name, record, recordTtlMs);
    this.cacheSession(name, { record, storedBytes: bytes, previousBytes: undefined });
  }

  /** @throws StoreUnavailableError: the KooDrive session may still exist */
  async delete(principal: KooDriveSessionPrincipal): Promise<void> {
    const name = recordKeyOf(principal);
    this.cachedSessions.delete(name);
    await this.records.delete(name);
    this.cachedSessions.delete(name);
  }

  /**
   * @throws CredentialUnavailableError when the KooDrive session does not exist any more
   * @throws CredentialSourceError when that cannot be checked now
   */
  async obtain(principal: KooDriveSessionPrincipal, signal: AbortSignal): Promise<string> {
    const name = recordKeyOf(principal);
    const entry = this.requireSession(principal, await this.getCachedOrLoad(name, signal));
    if (this.isFresh(entry.record)) return entry.record.token;
    try {
      return this.requireSession(principal, await this.refresh(name, undefined, signal)).record.token;
    } catch (error) {
      // The refresh failed, but the token has not expired yet. This call may succeed, and then extends the token.
      if (error instanceof CredentialSourceError && this.idleMs(entry.record) < tokenIdleTimeoutMs)
        return entry.record.token;
      return this.endIfRefreshLost(principal, error);
    }
  }

  /** A token other than the rejected one. Throws as `obtain`. */
  async renew(principal: KooDriveSessionPrincipal, rejected: string, signal: AbortSignal): Promise<string> {
    const name = recordKeyOf(principal);
    const entry = this.requireSession(principal, await this.getCachedOrLoad(name, signal));
    if (entry.record.token !== rejected) return entry.record.token;
    try {
      const renewed = this.requireSession(principal, await this.refresh(name, rejected, signal));
      // The token may come from a flight that started before the rejection was known.
      if (renewed.record.token !== rejected) return renewed.record.token;
      return this.requireSession(principal, await this.refresh(name, rejected, signal)).record.token;
    } catch (error) {
      return this.endIfRefreshLost(principal, error);
    }
  }

  /** Ends a KooDrive session whose token is unusable and whose refresh value is lost: only a new sign-in helps. */
  private async endIfRefreshLost(principal: KooDriveSessionPrincipal, error: unknown): Promise<never> {
    if (!(error instanceof RefreshConsumedError && error.outcomeLost)) throw error;
    await this.delete(principal).catch(() => undefined);
    this.onEnded(principal);
    throw new CredentialUnavailableError('session', ['session'], { cause: error });
  }

  /** The upstream accepted the token now. */
  recordUse(principal: KooDriveSessionPrincipal, token: string): void {
    const name = recordKeyOf(principal);
    const entry = this.cachedSessions.get(name);
    if (entry?.record.token !== token) return;
    const now = this.clock.now();
    const used = { ...entry, record: { ...entry.record, usedAt: now } };
    this.cachedSessions.set(name, used);
    if (now - entry.storedUsedAt >= usedAtWriteIntervalMs) this.writeUsedAt(name, used).catch(() => undefined);
  }

  /** The user is active, but no call goes to the upstream. Does not wait and does not throw. */
  keepAlive(principal: KooDriveSessionPrincipal): void {
    const name = recordKeyOf(principal);
    const entry = this.cachedSessions.get(name);
    if (entry && this.idleMs(entry.record) < keepAliveAfterMs) return;
    if (this.loads.has(name) || this.refreshes.has(name)) return;
    this.refreshIfIdle(principal, name).catch(() => undefined);
  }

  private async refreshIfIdle(principal: KooDriveSessionPrincipal, name: string): Promise<void> {
    const { record } = this.requireSession(principal, await this.getCachedOrLoad(name));
    if (!record.consumed && this.idleMs(record) >= keepAliveAfterMs) {
      this.requireSession(principal, await this.refresh(name, record.token));
    }
  }

  /** @throws CredentialUnavailableError when the KooDrive session has ended */
  private requireSession(
    principal: KooDriveSessionPrincipal,
    entry: CachedKooDriveSession | undefined,
  ): CachedKooDriveSession {
    if (entry) return entry;
    this.onEnded(principal);
    throw new CredentialUnavailableError('session', ['session']);
  }

  private idleMs(record: KooDriveSessionRecord): number {
    return this.clock.now() - record.usedAt;
  }

  private isFresh(record: KooDriveSessionRecord): boolean {
    return this.idleMs(record) < tokenIdleTimeoutMs - refreshAheadMs;
  }

  /** The entry of this process when it is recent, otherwise the one of the store. */
  private async getCachedOrLoad(name: string, signal?: AbortSignal): Promise<CachedKooDriveSession | undefined> {
    const entry = this.cachedSessions.get(name);
    if (entry && this.clock.monotonic() - entry.verifiedAt < trustedCacheMs) return entry;
    return this.loads.run(name, () => this.load(name).catch(rethrowAsSourceError), signal);
  }

  private async load(name: string): Promise<CachedKooDriveSession | undefined> {
    const cached = this.cachedSessions.get(name);
    if (cached && !cached.storedBytes) {
      // The store was unavailable when the token was refreshed: write the new token now.
      const bytes = await this.records.writeIfUnchanged(name, cached.previousBytes, cached.record, recordTtlMs);
      if (bytes) return this.cacheSession(name, { ...cached, storedBytes: bytes });
    }
    const stored = await this.records.read(name);
    if (!stored?.record) {
      this.cachedSessions.delete(name);
      return undefined;
    }
    const { record } = stored;
    const latest = this.cachedSessions.get(name)?.record;
    const usedAt = latest?.token === record.token ? Math.max(latest.usedAt, record.usedAt) : record.usedAt;
    return this.cacheSession(
      name,
      { record: { ...record, usedAt }, storedBytes: stored.bytes, previousBytes: undefined },
      record.usedAt,
    );
  }

  /** @param rejected a token that the upstream rejected: it is replaced even when it is fresh */
  private refresh(
    name: string,
    rejected: string | undefined,
    signal?: AbortSignal,
  ): Promise<CachedKooDriveSession | undefined> {
    return this.refreshes.run(name, () => this.refreshOnce(name, rejected).catch(rethrowAsSourceError), signal);
  }

  private async refreshOnce(name: string, rejected: string | undefined): Promise<CachedKooDriveSession | undefined> {
    const attempt = randomUUID();
    const renewed = await this.renewal.run({
      key: name,
      isUsable: (record) => record.token !== rejected && this.isFresh(record),
      prepare: (stored) => this.consumption.mark(name, stored, attempt),
      create: async (current) => {
        try {
          return await this.callRefresher(current);
        } catch (error) {
          if (wasNotExecuted(error)) await this.consumption.unmark(name, attempt).catch(() => undefined);
          throw error;
        }
      },
      ttlMs: () => recordTtlMs,
      recreateIfMissing: false,
    });
    if (renewed) return this.cacheSession(name, renewed);
    this.cachedSessions.delete(name);
    return undefined;
  }

  private async callRefresher(current: KooDriveSessionRecord | undefined): Promise<KooDriveSessionRecord | undefined> {
    if (!current) return undefined;
    const { token, kooDriveSessionId, singleUseRefresh } = current;
    const usedAt = this.clock.now();
    const refreshed = await this.refresher.refresh({ token, kooDriveSessionId }, AbortSignal.timeout(refreshTimeoutMs));
    if (!refreshed) return undefined;
    return {
      token: refreshed.token,
      kooDriveSessionId: refreshed.kooDriveSessionId ?? kooDriveSessionId,
      usedAt,
      singleUseRefresh,
      consumed: false,
    };
  }

  private async writeUsedAt(name: string, entry: CachedKooDriveSession): Promise<void> {
    if (!entry.storedBytes || this.pendingWrites.has(name)) return;
    this.pendingWrites.add(name);
    try {
      const bytes = await this.records.writeIfUnchanged(name, entry.storedBytes, entry.record, recordTtlMs);
      const latest = this.cachedSessions.get(name);
      if (latest?.storedBytes !== entry.storedBytes) return;
      if (bytes) this.cachedSessions.set(name, { ...latest, storedBytes: bytes, storedUsedAt: entry.record.usedAt });
      // Another instance wrote: the entry must be read again before it is trusted.
      else this.cachedSessions.set(name, { ...latest, verifiedAt: -Infinity, storedUsedAt: entry.record.usedAt });
    } finally {
      this.pendingWrites.delete(name);
    }
  }

  private cacheSession(
    name: string,
    result: RenewalResult<KooDriveSessionRecord>,
    storedUsedAt = result.record.usedAt,
  ): CachedKooDriveSession {
    const entry = { ...result, verifiedAt: this.clock.monotonic(), storedUsedAt };
    this.cachedSessions.delete(name);
    this.cachedSessions.set(name, entry);
    for (const oldest of this.cachedSessions.keys()) {
      if (this.cachedSessions.size <= maxCachedSessions) break;
      this.cachedSessions.delete(oldest);
    }
    return entry;
  }
}

/** Whether the upstream certainly did not execute the request. */
function wasNotExecuted(error: unknown): boolean {
  return error instanceof UpstreamError && error.classification.outcome !== 'unknown';
}

function recordKeyOf(principal: KooDriveSessionPrincipal): string {
  return createRecordKey('session-token', principalKey(principal));
}

function rethrowAsSourceError(cause: unknown): never {
  if (cause instanceof CredentialSourceError) throw cause;
  if (cause instanceof StoreUnavailableError) {
    throw new CredentialSourceError('KooDrive sessions cannot be read now', { cause });
  }
  throw new CredentialSourceError('the KooDrive session token cannot be obtained', { cause });
}
