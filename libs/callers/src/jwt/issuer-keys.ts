import { createLocalJWKSet, errors, type JWTVerifyGetKey, type LocalJWKSet } from 'jose';
import { type Clock, systemClock } from '#store';
import { type KeySetFetch, KeySetUnavailableError } from './key-set-fetch.js';

export interface IssuerKeysOptions {
  readonly clock?: Clock;
  /** Hears why the keys could not be had, once for each outage. */
  readonly onProblem?: (error: Error) => void;
}

/** Milliseconds between two fetches, whatever unknown key ids callers send. */
const COOL_DOWN = 30_000;
/** As long as there are no keys at all, nobody can be let in: then it asks more often. */
const COOL_DOWN_WITHOUT_KEYS = 5_000;
/** Milliseconds after which keys are fetched again: a key that the issuer withdrew is good for that long at most. */
const FRESH = 600_000;
/** Milliseconds that keys are still used while the issuer is away. */
const LONGEST_OUTAGE = 24 * 3_600_000;

/**
 * The public keys of a token issuer: kept, fetched again when they are old or when a token names a key that is not
 * there. One fetch at a time for all who wait, and never two within the cool-down.
 */
export class IssuerKeys {
  readonly #clock: Clock;
  #keys: LocalJWKSet | undefined;
  #fetchedAt = -Infinity;
  #triedAt = -Infinity;
  #failure: Error | undefined;
  #underWay: Promise<void> | undefined;

  constructor(
    private readonly source: Pick<KeySetFetch, 'fetch'>,
    private readonly options: IssuerKeysOptions = {},
  ) {
    this.#clock = options.clock ?? systemClock;
  }

  /** Finds the key of a token, for jose. @throws KeySetUnavailableError, JWKSNoMatchingKey, JWKSMultipleMatchingKeys */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    await this.#ensureKeys();
    try {
      return await this.#known()(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      const before = this.#keys;
      await this.#refresh();
      if (this.#keys === before) throw error;
      return await this.#known()(header, token);
    }
  };

  async #ensureKeys(): Promise<void> {
    if (this.#keys && this.#age() < FRESH) return;
    const refreshed = this.#refresh();
    // In an outage the old keys serve at once; only where nothing is known to be wrong is a fetch worth waiting for.
    if (!this.#failure || this.#age() >= LONGEST_OUTAGE) await refreshed;
  }

  #known(): LocalJWKSet {
    if (this.#keys && this.#age() < LONGEST_OUTAGE) return this.#keys;
    throw this.#failure ?? new KeySetUnavailableError('the keys of the token issuer are not known');
  }

  #age(): number {
    return this.#clock.monotonic() - this.#fetchedAt;
  }

  /** Fetches the keys unless that was tried lately; joins a fetch that is under way. Never rejects. */
  #refresh(): Promise<void> {
    if (this.#underWay) return this.#underWay;
    const wait = this.#keys ? COOL_DOWN : COOL_DOWN_WITHOUT_KEYS;
    if (this.#clock.monotonic() - this.#triedAt < wait) return Promise.resolve();
    this.#triedAt = this.#clock.monotonic();
    this.#underWay = this.#fetch().finally(() => (this.#underWay = undefined));
    return this.#underWay;
  }

  async #fetch(): Promise<void> {
    try {
      this.#keys = createLocalJWKSet(await this.source.fetch());
      this.#fetchedAt = this.#clock.monotonic();
      this.#failure = undefined;
    } catch (error) {
      if (!this.#failure) this.options.onProblem?.(error as Error);
      this.#failure = error as Error;
    }
  }
}
