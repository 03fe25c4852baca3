import { createLocalJWKSet, errors, type JWTVerifyGetKey, type LocalJWKSet } from 'jose';
import { type Clock, systemClock } from '#store';
import { type JwksFetcher, JwksUnavailableError } from './jwks-fetcher.js';

export interface JwksCacheOptions {
  readonly clock?: Clock;
  /** Called with the reason for each fetch that fails, and without one for each that succeeds. */
  readonly onFetch?: (error?: Error) => void;
}

/** Minimum time between two fetches, so that unknown key ids of callers cannot cause more. */
const refreshCooldownMs = 30_000;
/** Shorter while there are no keys, because no token can be accepted without them. */
const refreshCooldownWithoutKeysMs = 5_000;
/** Age at which the keys are fetched again. A key that the issuer has withdrawn is accepted for at most this time. */
const maxFreshAgeMs = 600_000;
/** Maximum age of the keys during an outage of the issuer. */
const maxStaleAgeMs = 24 * 3_600_000;

/**
 * Caches the public keys of a token issuer. It fetches them again when they are old, or when a token names a key that is
 * not among them. All callers that wait share one fetch, and there is at most one fetch within the cool-down.
 */
export class JwksCache {
  private readonly clock: Clock;
  private keys: LocalJWKSet | undefined;
  private fetchedAt = -Infinity;
  private attemptedAt = -Infinity;
  private failure: Error | undefined;
  private pendingRefresh: Promise<void> | undefined;

  constructor(
    private readonly fetcher: Pick<JwksFetcher, 'fetch'>,
    private readonly options: JwksCacheOptions = {},
  ) {
    this.clock = options.clock ?? systemClock;
  }

  /** Returns the key of a token, for jose. @throws JwksUnavailableError, JWKSNoMatchingKey, JWKSMultipleMatchingKeys */
  readonly getKey: JWTVerifyGetKey = async (header, token) => {
    await this.ensureKeys();
    try {
      return await this.getUsableKeys()(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      const keysBefore = this.keys;
      await this.refresh();
      if (this.keys === keysBefore) throw error;
      return await this.getUsableKeys()(header, token);
    }
  };

  private async ensureKeys(): Promise<void> {
    if (this.keys && this.getAgeMs() < maxFreshAgeMs) return;
    const refreshed = this.refresh();
    // In an outage the old keys are used at once. Wait for the fetch only if the last one succeeded or the keys are too old.
    if (!this.failure || this.getAgeMs() >= maxStaleAgeMs) await refreshed;
  }

  private getUsableKeys(): LocalJWKSet {
    if (this.keys && this.getAgeMs() < maxStaleAgeMs) return this.keys;
    throw this.failure ?? new JwksUnavailableError('the keys of the token issuer are not available');
  }

  private getAgeMs(): number {
    return this.clock.monotonic() - this.fetchedAt;
  }

  /** Fetches the keys unless there was a fetch within the cool-down. Joins a fetch in progress. Never rejects. */
  private refresh(): Promise<void> {
    if (this.pendingRefresh) return this.pendingRefresh;
    const cooldownMs = this.keys ? refreshCooldownMs : refreshCooldownWithoutKeysMs;
    if (this.clock.monotonic() - this.attemptedAt < cooldownMs) return Promise.resolve();
    this.attemptedAt = this.clock.monotonic();
    this.pendingRefresh = this.fetch().finally(() => (this.pendingRefresh = undefined));
    return this.pendingRefresh;
  }

  private async fetch(): Promise<void> {
    try {
      this.keys = createLocalJWKSet(await this.fetcher.fetch());
      this.fetchedAt = this.clock.monotonic();
      this.failure = undefined;
      this.options.onFetch?.();
    } catch (error) {
      this.options.onFetch?.(error as Error);
      this.failure = error as Error;
    }
  }
}
