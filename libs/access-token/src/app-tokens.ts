import { LRUCache } from 'lru-cache';
import { type Clock, type Store, StoreUnavailableError } from '#store';
import { createRecordKey, EncryptedRecords, type Vault } from '#vault';
import type { AppTokenMinter } from './app-token-minter.js';
import { CredentialSourceError } from './errors.js';
import { SharedRenewal, type RenewalResult, type SharedRenewalOptions } from './shared-renewal.js';
import { SingleFlight } from './single-flight.js';

/** Stored as encrypted JSON. Times are milliseconds since 1970. */
interface AppToken {
  readonly token: string;
  readonly mintedAt: number;
  readonly expiresAt: number;
}

interface CurrentAppToken extends AppToken {
  /** From this time on a new token is minted in the background, milliseconds since 1970. */
  readonly renewAt: number;
  /** Whether this token is also in the store. */
  readonly stored: boolean;
}

export interface AppTokensOptions extends SharedRenewalOptions {
  readonly vault: Vault;
  readonly minter: AppTokenMinter;
  readonly random: () => number;
}

/** Fraction of its lifetime after which a token is renewed at the latest. */
const renewalFraction = 0.8;
/** An instance starts earlier by a random part of this fraction, so that instances do not all start together. */
const renewalJitterFraction = 0.05;
/** A token counts as expired this fraction of its lifetime before its end, but at most `maxExpiryMarginMs`. */
const expiryMarginFraction = 0.05;
const maxExpiryMarginMs = 10_000;
/** Between two checks whether all instances use the same token, when the token of this instance is in the store. */
const storedCheckIntervalMs = 2_000;
/** Between two such checks, when the token of this instance is not in the store. */
const unstoredCheckIntervalMs = 500;
/** Between two early renewals that fail. */
const earlyRenewalRetryMs = 5_000;
const maxRejectedTokens = 16;
const mintTimeoutMs = 30_000;

/**
 * The app token. All instances share one token, which is renewed before it expires. While the store is unavailable or cannot
 * be written, each instance mints its own, once for the lifetime of the token.
 */
export class AppTokens {
  private readonly clock: Clock;
  private readonly store: Store;
  private readonly minter: AppTokenMinter;
  private readonly random: () => number;
  private readonly recordKey: string;
  private readonly records: EncryptedRecords<AppToken>;
  private readonly renewal: SharedRenewal<AppToken>;
  private readonly flights = new SingleFlight<CurrentAppToken>();
  private readonly rejectedTokens = new LRUCache<string, true>({ max: maxRejectedTokens });
  private current: CurrentAppToken | undefined;
  /** On the monotonic clock, milliseconds. */
  private nextEarlyRenewalAt = -Infinity;
  /** On the monotonic clock, milliseconds. */
  private nextCheckAt = -Infinity;

  constructor(options: AppTokensOptions) {
    this.clock = options.clock;
    this.store = options.store;
    this.minter = options.minter;
    this.random = options.random;
    this.recordKey = createRecordKey('app-token', options.minter.identity);
    this.records = new EncryptedRecords(options.store, options.vault, isAppToken);
    this.renewal = new SharedRenewal(this.records, options);
  }

  /** @throws CredentialSourceError when no token can be obtained now */
  async obtain(signal: AbortSignal): Promise<string> {
    const current = this.current;
    if (!current || !this.isUsable(current))
      return (await this.renewShared((token) => this.isUsable(token), signal)).token;
    this.runBackgroundMaintenance(current);
    return current.token;
  }

  /**
   * A token other than the rejected one: the current token when it has changed since, otherwise a new one.
   * @throws CredentialSourceError when no token can be obtained now
   */
  async renew(rejected: string, signal: AbortSignal): Promise<string> {
    this.markRejected(rejected);
    const token = await this.obtain(signal);
    // The token may come from a flight that started before the rejection was known.
    return token === rejected ? this.obtain(signal) : token;
  }

  private markRejected(token: string): void {
    this.rejectedTokens.set(token, true);
  }

  private isUsable(token: AppToken): boolean {
    const marginMs = Math.min(maxExpiryMarginMs, lifetimeMs(token) * expiryMarginFraction);
    return this.clock.now() < token.expiresAt - marginMs && !this.rejectedTokens.has(token.token);
  }

  private isBeforeRenewalWindow(token: AppToken): boolean {
    return (
      this.isUsable(token) &&
      this.clock.now() < token.mintedAt + lifetimeMs(token) * (renewalFraction - renewalJitterFraction)
    );
  }

  /**
   * A stored token that is due for renewal, while the own one is not, could not be replaced: the store is read, but not
   * written. To go back to it would mean another mint.
   */
  private isPreferred(stored: AppToken, own: AppToken): boolean {
    return this.isUsable(stored) && (this.isBeforeRenewalWindow(stored) || !this.isBeforeRenewalWindow(own));
  }

  private renewShared(isUsable: (token: AppToken) => boolean, signal?: AbortSignal): Promise<CurrentAppToken> {
    return this.flights.run(this.recordKey, () => this.renewOnce(isUsable), signal);
  }

  private async renewOnce(isUsable: (token: AppToken) => boolean): Promise<CurrentAppToken> {
    try {
      return this.setCurrent(await this.loadOrMint(isUsable));
    } catch (cause) {
      if (cause instanceof CredentialSourceError) throw cause;
      throw new CredentialSourceError('the app token cannot be obtained', { cause });
    }
  }

  private async loadOrMint(isUsable: (token: AppToken) => boolean): Promise<RenewalResult<AppToken>> {
    const create = (): Promise<AppToken> => this.mint();
    const ttlMs = (token: AppToken): number => token.expiresAt - this.clock.now();
    try {
      const renewed = await this.renewal.run({ key: this.recordKey, isUsable, create, ttlMs, recreateIfMissing: true });
      if (renewed) return renewed;
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
    }
    return { record: await create(), storedBytes: undefined, previousBytes: undefined };
  }

  private async mint(): Promise<AppToken> {
    // The lifetime starts before the request: a lifetime that is too short is safe.
    const mintedAt = this.clock.now();
    const { token, expiresInSeconds } = await this.minter.mint(AbortSignal.timeout(mintTimeoutMs));
    // An endpoint may return the same token until it expires. Then no better token exists, even after a rejection.
    this.rejectedTokens.delete(token);
    return { token, mintedAt, expiresAt: mintedAt + expiresInSeconds * 1_000 };
  }

  private setCurrent({ record, storedBytes }: RenewalResult<AppToken>): CurrentAppToken {
    const renewAt = record.mintedAt + lifetimeMs(record) * (renewalFraction - renewalJitterFraction * this.random());
    this.nextCheckAt = this.clock.monotonic() + (storedBytes ? storedCheckIntervalMs : unstoredCheckIntervalMs);
    return (this.current = { ...record, renewAt, stored: storedBytes !== undefined });
  }

  /** Starts an early renewal or a check of the store when it is due. Callers do not wait for either. */
  private runBackgroundMaintenance(current: CurrentAppToken): void {
    const monotonicNow = this.clock.monotonic();
    if (this.clock.now() >= current.renewAt && monotonicNow >= this.nextEarlyRenewalAt) {
      this.nextEarlyRenewalAt =
        monotonicNow + Math.min(earlyRenewalRetryMs, lifetimeMs(current) * expiryMarginFraction);
      this.renewShared((token) => this.isBeforeRenewalWindow(token)).catch(() => undefined);
    } else if (this.store.shared && monotonicNow >= this.nextCheckAt) {
      this.nextCheckAt = monotonicNow + (current.stored ? storedCheckIntervalMs : unstoredCheckIntervalMs);
      this.reconcile(current).catch(() => undefined);
    }
  }

  /**
   * Makes all instances use one token again after the store was unavailable, was not writable or lost its data: the first
   * instance writes its token, the other instances take that one.
   */
  private async reconcile(current: CurrentAppToken): Promise<void> {
    const stored = await this.records.read(this.recordKey);
    if (this.current !== current || this.flights.has(this.recordKey)) return;
    if (stored?.record && this.isPreferred(stored.record, current)) {
      this.current =
        stored.record.token === current.token
          ? { ...current, stored: true }
          : this.setCurrent({ record: stored.record, storedBytes: stored.bytes, previousBytes: undefined });
      return;
    }
    const { token, mintedAt, expiresAt } = current;
    const ttlMs = expiresAt - this.clock.now();
    const record = { token, mintedAt, expiresAt };
    const written = await this.records.writeIfUnchanged(this.recordKey, stored?.bytes, record, ttlMs);
    if (this.current === current) this.current = { ...current, stored: written !== undefined };
  }
}

function lifetimeMs(token: AppToken): number {
  return token.expiresAt - token.mintedAt;
}

function isAppToken(value: unknown): value is AppToken {
  if (typeof value !== 'object' || value === null) return false;
  const { token, mintedAt, expiresAt } = value as Record<string, unknown>;
  return typeof token === 'string' && typeof mintedAt === 'number' && typeof expiresAt === 'number';
}
