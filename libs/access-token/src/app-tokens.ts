import { type Clock, type Store, StoreUnavailableError } from '#store';
import type { AppTokenMinter } from './app-token-minter.js';
import { CredentialSourceError } from './errors.js';
import { recordName, SealedRecords } from './sealed-records.js';
import { SharedRenewal, type Held, type SharedRenewalOptions } from './shared-renewal.js';
import { SingleFlight } from './single-flight.js';
import type { Vault } from './vault.js';

interface AppToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly mintedAt: number;
  readonly expiresAt: number;
}

interface Current extends AppToken {
  /** From here on a new one is minted in the background. */
  readonly renewAt: number;
  /** Whether the store has it too. */
  readonly shared: boolean;
}

export interface AppTokensOptions extends SharedRenewalOptions {
  readonly vault: Vault;
  readonly minter: AppTokenMinter;
  readonly random: () => number;
}

/** Share of its life after which a token is renewed at the latest, and how far before that, by chance, an instance may begin. */
const RENEW_AT = 0.8;
const JITTER = 0.05;
/** Share of its life, and most milliseconds, by which a token counts as lapsed too early. */
const MARGIN = 0.05;
const MOST_MARGIN = 10_000;
/** Milliseconds between two looks whether all instances use the same token, by whether this one's is in the store. */
const CHECK_SHARED = 2_000;
const CHECK_UNSHARED = 500;
/** Milliseconds between two early renewals that fail. */
const EARLY_PAUSE = 5_000;
const REFUSED_KEPT = 16;
/** Milliseconds a mint may take. */
const MINT_TIMEOUT = 30_000;

/** The app's own token: one for all instances, minted before the need, and by each for itself while the store is away. */
export class AppTokens {
  readonly #clock: Clock;
  readonly #store: Store;
  readonly #minter: AppTokenMinter;
  readonly #random: () => number;
  readonly #name: string;
  readonly #records: SealedRecords<AppToken>;
  readonly #renewal: SharedRenewal<AppToken>;
  readonly #flights = new SingleFlight<Current>();
  readonly #refused = new Set<string>();
  #current: Current | null = null;
  #nextEarly = -Infinity;
  #nextCheck = -Infinity;

  constructor(options: AppTokensOptions) {
    this.#clock = options.clock;
    this.#store = options.store;
    this.#minter = options.minter;
    this.#random = options.random;
    this.#name = recordName('app-token', options.minter.identity);
    this.#records = new SealedRecords(options.store, options.vault, isAppToken);
    this.#renewal = new SharedRenewal(this.#records, options);
  }

  /** @throws CredentialSourceError where none can be had now */
  async obtain(signal: AbortSignal): Promise<string> {
    const current = this.#current;
    if (!current || !this.#usable(current)) return (await this.#renew((token) => this.#usable(token), signal)).token;
    this.#upkeep(current);
    return current.token;
  }

  /**
   * A token other than the refused one: the one that is kept by now, or a new one.
   * @throws CredentialSourceError where none can be had now
   */
  async renew(refused: string, signal: AbortSignal): Promise<string> {
    this.#refuse(refused);
    const token = await this.obtain(signal);
    // It may come from a flight that had begun before the refusal was known.
    return token === refused ? this.obtain(signal) : token;
  }

  #refuse(token: string): void {
    this.#refused.add(token);
    for (const oldest of this.#refused) {
      if (this.#refused.size <= REFUSED_KEPT) return;
      this.#refused.delete(oldest);
    }
  }

  #usable(token: AppToken): boolean {
    const margin = Math.min(MOST_MARGIN, life(token) * MARGIN);
    return this.#clock.now() < token.expiresAt - margin && !this.#refused.has(token.token);
  }

  #early(token: AppToken): boolean {
    return this.#usable(token) && this.#clock.now() < token.mintedAt + life(token) * (RENEW_AT - JITTER);
  }

  #renew(good: (token: AppToken) => boolean, signal?: AbortSignal): Promise<Current> {
    return this.#flights.run(this.#name, () => this.#renewAlone(good), signal);
  }

  async #renewAlone(good: (token: AppToken) => boolean): Promise<Current> {
    try {
      return this.#adopt(await this.#keptOrMinted(good));
    } catch (cause) {
      throw cause instanceof CredentialSourceError ? cause : new CredentialSourceError('no app token', { cause });
    }
  }

  async #keptOrMinted(good: (token: AppToken) => boolean): Promise<Held<AppToken>> {
    const make = (): Promise<AppToken> => this.#mint();
    const ttl = (token: AppToken): number => token.expiresAt - this.#clock.now();
    try {
      const held = await this.#renewal.run({ name: this.#name, good, make, ttl, mayRecreate: true });
      if (held) return held;
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
    }
    return { record: await make(), bytes: null, before: null };
  }

  async #mint(): Promise<AppToken> {
    // The life is counted from before the request: too short rather than too long.
    const mintedAt = this.#clock.now();
    const { token, expiresIn } = await this.#minter.mint(AbortSignal.timeout(MINT_TIMEOUT));
    // An endpoint may give the same token until it lapses; then there is nothing better than it.
    this.#refused.delete(token);
    return { token, mintedAt, expiresAt: mintedAt + expiresIn * 1_000 };
  }

  #adopt({ record, bytes }: Held<AppToken>): Current {
    const renewAt = record.mintedAt + life(record) * (RENEW_AT - JITTER * this.#random());
    this.#nextCheck = this.#clock.monotonic() + (bytes ? CHECK_SHARED : CHECK_UNSHARED);
    return (this.#current = { ...record, renewAt, shared: bytes !== null });
  }

  /** What need not be waited for, at the rate it is worth. */
  #upkeep(current: Current): void {
    const elapsed = this.#clock.monotonic();
    if (this.#clock.now() >= current.renewAt && elapsed >= this.#nextEarly) {
      this.#nextEarly = elapsed + Math.min(EARLY_PAUSE, life(current) * MARGIN);
      this.#renew((token) => this.#early(token)).catch(() => undefined);
    } else if (this.#store.shared && elapsed >= this.#nextCheck) {
      this.#nextCheck = elapsed + (current.shared ? CHECK_SHARED : CHECK_UNSHARED);
      this.#reconcile(current).catch(() => undefined);
    }
  }

  /** The store may have been away, or have lost what it held: whoever is first puts theirs there, the others take it. */
  async #reconcile(current: Current): Promise<void> {
    const kept = await this.#records.read(this.#name);
    if (this.#current !== current || this.#flights.has(this.#name)) return;
    if (kept?.record && this.#usable(kept.record)) {
      const same = kept.record.token === current.token;
      this.#current = same ? { ...current, shared: true } : this.#adopt({ ...kept, record: kept.record, before: null });
      return;
    }
    const { token, mintedAt, expiresAt } = current;
    const ttl = expiresAt - this.#clock.now();
    const written = await this.#records.writeOver(this.#name, kept?.bytes ?? null, { token, mintedAt, expiresAt }, ttl);
    if (this.#current === current) this.#current = { ...current, shared: written !== null };
  }
}

function life(token: AppToken): number {
  return token.expiresAt - token.mintedAt;
}

function isAppToken(value: unknown): value is AppToken {
  if (typeof value !== 'object' || value === null) return false;
  const { token, mintedAt, expiresAt } = value as Record<string, unknown>;
  return typeof token === 'string' && typeof mintedAt === 'number' && typeof expiresAt === 'number';
}
