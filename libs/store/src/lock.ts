import { randomUUID } from 'node:crypto';
import { type Clock, systemClock } from './clock.js';
import { sendEventually } from './late-commands.js';
import { type Store, StoreUnavailableError } from './store.js';

/** A lock that this process holds. It is renewed until it is released; when the process dies, it expires. */
export interface HeldLock {
  /** Aborts with LockLostError when another process has, or may have, taken the lock. */
  readonly signal: AbortSignal;
  /**
   * Stops the renewal and deletes the lock if this process still owns it. Where the store is unavailable, the lock is
   * deleted when it is back. Never rejects.
   */
  release(): Promise<void>;
}

export interface LockOptions {
  /** Milliseconds after which a lock that is no longer renewed expires. It is renewed every third of this time. */
  readonly ttlMs: number;
  readonly clock?: Clock;
}

/**
 * Acquires the lock if it is free.
 * @returns undefined if another owner holds it
 * @throws StoreUnavailableError
 */
export async function acquireLock(store: Store, name: string, options: LockOptions): Promise<HeldLock | undefined> {
  const { ttlMs, clock = systemClock } = options;
  const owner = randomUUID();
  const acquiredAt = clock.monotonic();
  const deleteLock = (): Promise<void> => sendEventually(store, () => store.deleteIfEquals(name, owner));
  const wasAvailable = store.available;
  try {
    const { value } = await store.getOrSet(name, owner, ttlMs);
    if (value.toString() !== owner) return undefined;
  } catch (error) {
    // A command that was sent may have set the key, or may still set it.
    if (wasAvailable) void deleteLock();
    throw error;
  }
  const lostController = new AbortController();
  const stop = startRenewal({ store, name, owner, ttlMs, clock, acquiredAt, lostController });
  return {
    signal: lostController.signal,
    release() {
      stop();
      return deleteLock();
    },
  };
}

interface RenewalOptions {
  readonly store: Store;
  readonly name: string;
  readonly owner: string;
  readonly ttlMs: number;
  readonly clock: Clock;
  /** When the acquiring command was sent, on the monotonic clock. The lock is valid for at least `ttlMs` from then. */
  readonly acquiredAt: number;
  readonly lostController: AbortController;
}

/** @returns a function that stops the renewal */
function startRenewal({ store, name, owner, ttlMs, clock, acquiredAt, lostController }: RenewalOptions): () => void {
  let validUntil = acquiredAt + ttlMs;
  let renewing = false;
  const stop = (): void => clearInterval(timer);
  const markLost = (): void => {
    stop();
    lostController.abort(new LockLostError('the lock was lost'));
  };
  const renew = async (): Promise<void> => {
    const sentAt = clock.monotonic();
    try {
      if (await store.setIfEquals(name, owner, owner, ttlMs)) validUntil = sentAt + ttlMs;
      else markLost();
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) markLost();
    }
  };
  const tick = (): void => {
    if (clock.monotonic() >= validUntil) return markLost();
    if (renewing) return;
    renewing = true;
    void renew().finally(() => (renewing = false));
  };
  const timer = setInterval(tick, Math.max(1, ttlMs / 3)).unref();
  return stop;
}

/** The lock was lost, or may have been lost, while its holder used it. */
export class LockLostError extends Error {
  override readonly name = 'LockLostError';
}
