import { acquireLock, type Clock, type HeldLock, pause, type Store, systemClock } from '#store';
import type { Answer } from './answer.js';
import { type CacheKey, storeName } from './cache-key.js';
import { type Forwarded, forwardedStatus, hitStatus, staleOnErrorStatus } from './cache-status.js';
import { Flight } from './flight.js';
import { KeptAnswers } from './kept-answers.js';
import { isOutage, isRefusal } from './outage.js';
import type { CachePolicy } from './policy.js';
import type { Found, Seal } from './second-tier.js';

export interface AnswerCacheOptions {
  readonly store: Store;
  /** Most bytes of answers in memory; 64 MiB. */
  readonly memoryBytes?: number;
  /** Absent: answers in the store are not encrypted. */
  readonly seal?: Seal | undefined;
  readonly clock?: Clock;
  /** Which failures `staleOnError` covers; those where the upstream was away. */
  readonly isOutage?: (error: unknown) => boolean;
}

/** An answer and the value of Cache-Status (RFC 9211) to send with it. */
export interface ServedAnswer {
  readonly answer: Answer;
  readonly cacheStatus: string;
}

/** Asks the upstream. The signal aborts when nobody waits for the answer any more. */
export type Produce = (signal: AbortSignal) => Promise<Answer>;

export interface ReadOptions {
  /** True: the upstream is asked whatever is kept (`Cache-Control: no-cache`); its answer is kept. */
  readonly bypass?: boolean;
  /** Ends this caller's waiting. */
  readonly signal?: AbortSignal;
}

interface Job {
  readonly key: CacheKey;
  readonly policy: CachePolicy;
  readonly produce: Produce;
  readonly bypass: boolean;
}

/** What a flight brings; those who joined it are told `collapsed`. */
interface Landed extends ServedAnswer {
  readonly collapsed: string;
}

type Landing = Flight<Landed>;

const MEMORY_BYTES = 64 * 1024 * 1024;
/** Milliseconds for which callers are gathered where a flight under way may not be joined: see #joinable. */
const GATHER = 5;
/** Milliseconds after which another instance may refresh what one that died was refreshing. */
const REFRESH_LOCK = 5_000;
const REFRESH_TIMEOUT = 60_000;

/**
 * Answers kept as bytes in two tiers: this process's memory, and the store that instances share. The promise is exact:
 * when `purge` has resolved, no instance answers with what it ended (Lease and SecondTier say how).
 */
export class AnswerCache {
  readonly #clock: Clock;
  readonly #store: Store;
  readonly #kept: KeptAnswers;
  readonly #isOutage: (error: unknown) => boolean;
  readonly #flights = new Map<CacheKey, Landing>();
  readonly #refreshes = new Map<CacheKey, Landing>();

  constructor(options: AnswerCacheOptions) {
    const { store, clock = systemClock, memoryBytes = MEMORY_BYTES, seal } = options;
    this.#clock = clock;
    this.#store = store;
    this.#isOutage = options.isOutage ?? isOutage;
    this.#kept = new KeptAnswers({ store, clock, memoryBytes, seal, onPurge: (tags) => this.#outdateFlights(tags) });
  }

  /** Until it was called, and while the store is away, nothing is kept between requests. Resolves soon in any case. */
  start(): Promise<void> {
    return this.#kept.start();
  }

  close(): Promise<void> {
    return this.#kept.close();
  }

  /** Entries and bytes in memory, and whether they are believed now. */
  stats(): { entries: number; bytes: number; believed: boolean } {
    return { ...this.#kept.size, believed: this.#kept.believed };
  }

  /** What memory holds fresh, at once: for the path that must cost nothing. */
  peek(key: CacheKey): ServedAnswer | undefined {
    const kept = this.#kept.inMemory(key);
    if (kept === undefined) return undefined;
    const ttl = kept.freshUntil - this.#clock.monotonic();
    if (ttl <= 0 || !this.#kept.believed) return undefined;
    return { answer: kept.answer, cacheStatus: hitStatus(ttl) };
  }

  /**
   * The answer from memory, from the store, from a call under way, or from `produce`.
   * @throws what `produce` throws; the signal's reason
   */
  async read(key: CacheKey, policy: CachePolicy, produce: Produce, options: ReadOptions = {}): Promise<ServedAnswer> {
    const { bypass = false, signal } = options;
    signal?.throwIfAborted();
    if (!bypass) {
      const hit = this.peek(key);
      if (hit) return hit;
      const flight = this.#flights.get(key);
      if (flight && this.#joinable(flight)) {
        const { answer, collapsed } = await flight.join(signal);
        return { answer, cacheStatus: collapsed };
      }
    }
    const job = { key, policy, produce, bypass };
    const { answer, cacheStatus } = await this.#launch(this.#flights, job, (self) => this.#answer(job, self)).join(
      signal,
    );
    return { answer, cacheStatus };
  }

  /**
   * Ends every answer under one of the tags, on every instance, before it resolves: to be awaited before the answer to
   * the write that made them wrong. It waits for the other instances, at most about half a second where one is dead.
   * It does not fail: with the store away all instances find that out and believe nothing that is kept, and what could
   * not be told is told when it is back. Only where this instance alone cannot reach a store that others can may they
   * answer older, until it reaches it again.
   */
  purge(tags: readonly string[]): Promise<void> {
    return this.#kept.purge(tags);
  }

  #outdateFlights(tags: readonly string[]): void {
    for (const flights of [this.#flights, this.#refreshes]) {
      for (const [key, flight] of flights) {
        if (!flight.tags.some((tag) => tags.includes(tag))) continue;
        flight.outdated = true;
        flights.delete(key);
      }
    }
  }

  /**
   * Whether what the flight brings is new enough for a caller who comes now. While purges are heard of, one would have
   * outdated it; while they are not, only a flight that has not set out yet may be joined.
   */
  #joinable(flight: Landing): boolean {
    if (flight.outdated) return false;
    return flight.gathering || (this.#kept.believed && flight.term === this.#kept.term);
  }

  #launch(flights: Map<CacheKey, Landing>, job: Job, work: (flight: Landing) => Promise<Landed>): Landing {
    const { key, policy } = job;
    const before = flights.get(key);
    // Whatever is under way will bring something older.
    if (before) before.outdated = true;
    const flight: Landing = new Flight(policy.tags, this.#kept.term, async () => {
      try {
        if (flight.gathering) await pause(GATHER);
        flight.gathering = false;
        return await work(flight);
      } finally {
        if (flights.get(key) === flight) flights.delete(key);
      }
    });
    flight.gathering = !this.#kept.believed;
    flights.set(key, flight);
    return flight;
  }

  async #answer(job: Job, flight: Landing): Promise<Landed> {
    const { key, policy, bypass } = job;
    const { kept, found } = (bypass ? null : await this.#kept.find(key, policy, flight)) ?? {};
    const now = this.#clock.monotonic();
    if (kept && now < kept.staleUntil) {
      if (now >= kept.freshUntil) this.#refreshInBackground(job);
      return hit(kept.answer, kept.freshUntil - now);
    }
    try {
      return await this.#forward(job, flight, bypass ? 'request' : kept ? 'stale' : 'uri-miss', found);
    } catch (error) {
      const instead = policy.staleOnError && this.#isOutage(error) ? await this.#staleOnError(job, flight) : null;
      if (!instead) throw error;
      return instead;
    }
  }

  /** Asks again whether it is kept, since it may have been purged while the upstream was asked in vain. */
  async #staleOnError({ key, policy }: Job, flight: Landing): Promise<Landed | null> {
    const { kept } = (flight.outdated ? null : await this.#kept.find(key, policy, flight)) ?? {};
    const now = this.#clock.monotonic();
    if (!kept || now >= kept.staleOnErrorUntil) return null;
    const cacheStatus = staleOnErrorStatus(kept.freshUntil - now);
    return { answer: kept.answer, cacheStatus, collapsed: cacheStatus };
  }

  async #forward(job: Job, flight: Landing, reason: Forwarded, found: Found | undefined): Promise<Landed> {
    const { key, policy, produce } = job;
    const versions = await this.#kept.versions(policy, found);
    const filledAt = this.#clock.now();
    const answer = await produce(flight.signal);
    const stored =
      answer.status === 200 && answer.keep && this.#kept.keep(key, policy, flight, { answer, filledAt, versions });
    const collapsed = forwardedStatus(reason, stored, true);
    return { answer, cacheStatus: forwardedStatus(reason, stored, false), collapsed };
  }

  #refreshInBackground(job: Job): void {
    const { key, produce } = job;
    if (this.#refreshes.has(key)) return;
    const attentive: Produce = async (signal) => {
      try {
        return await produce(signal);
      } catch (error) {
        if (isRefusal(error)) this.#kept.forget(key);
        throw error;
      }
    };
    const refresh = { ...job, produce: attentive };
    const flight = this.#launch(this.#refreshes, refresh, (self) => this.#refresh(refresh, self));
    // Nobody waits for it, and there is a next time.
    flight.join(AbortSignal.timeout(REFRESH_TIMEOUT)).catch(() => undefined);
  }

  async #refresh(job: Job, flight: Landing): Promise<Landed> {
    const { key, policy } = job;
    const lock = await this.#refreshLock(key);
    try {
      const { kept, found } = (await this.#kept.find(key, policy, flight)) ?? {};
      const ttl = kept ? kept.freshUntil - this.#clock.monotonic() : 0;
      // Another instance has refreshed it since, or is doing so now.
      if (kept && (ttl > 0 || !lock)) return hit(kept.answer, ttl);
      return await this.#forward(job, flight, 'stale', found);
    } finally {
      void lock?.release();
    }
  }

  /** Null where another instance is refreshing it. @throws StoreUnavailableError */
  async #refreshLock(key: CacheKey): Promise<Pick<HeldLock, 'release'> | null> {
    if (!this.#store.shared) return { release: () => Promise.resolve() };
    return acquireLock(this.#store, `cache:refresh:${storeName(key)}`, { ttlMs: REFRESH_LOCK });
  }
}

function hit(answer: Answer, ttl: number): Landed {
  const cacheStatus = hitStatus(ttl);
  return { answer, cacheStatus, collapsed: cacheStatus };
}
