import { randomUUID } from 'node:crypto';
import { type Clock, systemClock } from './clock.js';
import { type Store, StoreUnavailableError } from './store.js';

/** A lock that is held: for others it stays taken while its holder lives, and lapses soon after the holder is gone. */
export interface HeldLock {
  /** Aborted when the lock was, or may have been, lost to another. */
  readonly signal: AbortSignal;
  /** Gives it back, where it is still ours. Never rejects. */
  release(): Promise<void>;
}

export interface LockOptions {
  /** Milliseconds after which a holder that no longer renews has lost it; renewed at a third of it. */
  readonly ttlMs: number;
  readonly clock?: Clock;
}

/**
 * Takes the lock where it is free.
 * @returns null where another holds it
 * @throws StoreUnavailableError
 */
export async function acquireLock(store: Store, name: string, options: LockOptions): Promise<HeldLock | null> {
  const { ttlMs, clock = systemClock } = options;
  const owner = randomUUID();
  const asked = clock.monotonic();
  try {
    if (!(await store.setIfAbsent(name, owner, ttlMs))) return null;
  } catch (error) {
    // It may have been taken in our name all the same.
    void store.deleteIfEquals(name, owner).catch(() => undefined);
    throw error;
  }
  const lost = new AbortController();
  const stop = keepRenewing({ store, name, owner, ttlMs, clock, asked, lost });
  return {
    signal: lost.signal,
    async release() {
      stop();
      await store.deleteIfEquals(name, owner).catch(() => undefined);
    },
  };
}

interface Renewal {
  readonly store: Store;
  readonly name: string;
  readonly owner: string;
  readonly ttlMs: number;
  readonly clock: Clock;
  /** When the last renewal that succeeded was sent: the lock lives at least `ttlMs` from there. */
  readonly asked: number;
  readonly lost: AbortController;
}

function keepRenewing({ store, name, owner, ttlMs, clock, asked, lost }: Renewal): () => void {
  let sure = asked + ttlMs;
  let busy = false;
  const stop = (): void => clearInterval(timer);
  const lose = (): void => {
    stop();
    lost.abort(new LockLostError('the lock was lost'));
  };
  const renew = async (): Promise<void> => {
    const sent = clock.monotonic();
    try {
      if (await store.replace(name, owner, owner, ttlMs)) sure = sent + ttlMs;
      else lose();
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) lose();
    }
  };
  const tick = (): void => {
    if (clock.monotonic() >= sure) return lose();
    if (busy) return;
    busy = true;
    void renew().finally(() => (busy = false));
  };
  const timer = setInterval(tick, Math.max(1, ttlMs / 3)).unref();
  return stop;
}

export interface WithLockOptions extends LockOptions {
  /** Milliseconds to wait for a lock that another holds; 0. */
  readonly waitMs?: number;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
}

const POLL = 25;

/**
 * Runs `fn` while holding the lock. `fn` is told by its signal when the lock was lost; what it writes then must be
 * guarded by itself (replace only what is unchanged), since it may be told too late.
 * @throws LockHeldError where another held it for all of `waitMs`
 * @throws StoreUnavailableError
 */
export async function withLock<T>(
  store: Store,
  name: string,
  options: WithLockOptions,
  fn: (lost: AbortSignal) => Promise<T>,
): Promise<T> {
  const { waitMs = 0, signal, clock = systemClock } = options;
  const end = clock.monotonic() + waitMs;
  for (;;) {
    signal?.throwIfAborted();
    const lock = await acquireLock(store, name, options);
    if (lock) return fn(lock.signal).finally(() => lock.release());
    if (clock.monotonic() >= end) throw new LockHeldError('another holds the lock');
    await pause(Math.min(POLL, Math.max(1, end - clock.monotonic())), signal);
  }
}

/** Resolves after `ms`, or rejects with the signal's reason. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, ms);
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end, { once: true });
  });
}

/** Another held the lock for as long as one was willing to wait. */
export class LockHeldError extends Error {
  override readonly name = 'LockHeldError';
}

/** The lock went to another while it was in use. */
export class LockLostError extends Error {
  override readonly name = 'LockLostError';
}
