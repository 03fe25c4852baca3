import { acquireLock, type Clock, type HeldLock, sleep, type Store, StoreUnavailableError } from '#store';
import { CredentialSourceError } from './errors.js';
import type { StoredRecord, EncryptedRecords } from '#vault';

/** How to replace one record when the stored one is not usable. */
export interface RenewalTask<T> {
  readonly key: string;
  /** Whether the record can be used as it is. */
  readonly isUsable: (record: T) => boolean;
  /**
   * Called before `create`, while the lock is held. When `create` consumes the stored record, `prepare` writes that to
   * the store first.
   * @returns the record as it is stored from then on; undefined when another instance wrote in the meantime and the renewal
   * must start again
   */
  readonly prepare?: (stored: StoredRecord<T> | undefined) => Promise<StoredRecord<T> | undefined>;
  /** Called at most once. Returns undefined when there will be no record any more; then the stored one is deleted. */
  readonly create: (current: T | undefined) => Promise<T | undefined>;
  /** Milliseconds to store the record. */
  readonly ttlMs: (record: T) => number;
  /** Whether the new record may be written when the old one was deleted in the meantime. */
  readonly recreateIfMissing: boolean;
}

export interface RenewalResult<T> {
  readonly record: T;
  /** The bytes of the record in the store; undefined when it could not be written. */
  readonly storedBytes: Buffer | undefined;
  /** The bytes in the store that the record replaces. */
  readonly previousBytes: Buffer | undefined;
}

export interface SharedRenewalOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** Milliseconds after which the lock of a dead or frozen instance expires. */
  readonly lockTtlMs: number;
  /** Milliseconds to wait for another instance that is still renewing. */
  readonly maxWaitMs: number;
}

const pollIntervalMs = 25;
const maxStoreAttempts = 5;
/** Attempts until a silent store counts as unavailable: with the sleeps about a second. A short silence is tolerated. */
const maxUnavailableAttempts = 40;

/**
 * One instance creates a new record while the other instances wait for it. An instance that froze during the renewal
 * never overwrites a newer record: it replaces only what it had read, and otherwise uses the stored record.
 */
export class SharedRenewal<T extends object> {
  constructor(
    private readonly records: EncryptedRecords<T>,
    private readonly options: SharedRenewalOptions,
  ) {}

  /**
   * @returns a usable record, stored or new; undefined when there will be no record any more
   * @throws StoreUnavailableError before anything was created
   * @throws CredentialSourceError when another instance takes longer than `maxWaitMs`
   * @throws what `create` throws
   */
  async run(task: RenewalTask<T>): Promise<RenewalResult<T> | undefined> {
    const { store, clock, lockTtlMs, maxWaitMs } = this.options;
    const waitUntil = clock.monotonic() + maxWaitMs;
    for (let unavailable = 0; ;) {
      try {
        const stored = await this.records.read(task.key);
        if (stored?.record && task.isUsable(stored.record)) return toRenewalResult(stored, stored.record);
        const lock = await acquireLock(store, `lock:${task.key}`, { ttlMs: lockTtlMs, clock });
        const created = lock && (await this.createWithLock(lock, task));
        if (created) return created.outcome;
        unavailable = 0;
      } catch (error) {
        if (!(error instanceof StoreUnavailableError) || ++unavailable >= maxUnavailableAttempts) throw error;
      }
      if (clock.monotonic() >= waitUntil) {
        throw new CredentialSourceError('another instance is renewing the credential for too long');
      }
      await sleep(pollIntervalMs);
    }
  }

  /** @returns undefined when the renewal must start again */
  private async createWithLock(
    lock: HeldLock,
    task: RenewalTask<T>,
  ): Promise<{ outcome: RenewalResult<T> | undefined } | undefined> {
    try {
      let stored = await this.records.read(task.key);
      if (stored?.record && task.isUsable(stored.record)) return { outcome: toRenewalResult(stored, stored.record) };
      if (task.prepare && stored) {
        stored = await task.prepare(stored);
        if (!stored) return undefined;
      }
      const created = await task.create(stored?.record);
      return { outcome: await this.storeResult(task, stored?.bytes, created) };
    } finally {
      // Not awaited: a lock that cannot be released expires.
      void lock.release();
    }
  }

  private async storeResult(
    task: RenewalTask<T>,
    readBytes: Buffer | undefined,
    created: T | undefined,
  ): Promise<RenewalResult<T> | undefined> {
    let previousBytes = readBytes;
    for (let attempts = 0, unavailable = 0; attempts < maxStoreAttempts && unavailable < maxUnavailableAttempts;) {
      try {
        const bytes = created ? await this.write(task, previousBytes, created) : await this.remove(task, previousBytes);
        if (bytes) return created && { record: created, storedBytes: bytes, previousBytes };
        const stored = await this.records.read(task.key);
        if (stored?.record && task.isUsable(stored.record)) return toRenewalResult(stored, stored.record);
        if (!stored && !task.recreateIfMissing) return undefined;
        previousBytes = stored?.bytes;
        attempts += 1;
      } catch (error) {
        if (!(error instanceof StoreUnavailableError)) throw error;
        unavailable += 1;
        await sleep(pollIntervalMs);
      }
    }
    return created && { record: created, storedBytes: undefined, previousBytes };
  }

  private write(task: RenewalTask<T>, previousBytes: Buffer | undefined, record: T): Promise<Buffer | undefined> {
    return this.records.writeIfUnchanged(task.key, previousBytes, record, task.ttlMs(record));
  }

  /** @returns an empty buffer when nothing is stored any more; undefined when another instance wrote in the meantime */
  private async remove(task: RenewalTask<T>, previousBytes: Buffer | undefined): Promise<Buffer | undefined> {
    const removed = previousBytes === undefined || (await this.records.deleteIfUnchanged(task.key, previousBytes));
    return removed ? Buffer.alloc(0) : undefined;
  }
}

function toRenewalResult<T>(stored: StoredRecord<T>, record: T): RenewalResult<T> {
  return { record, storedBytes: stored.bytes, previousBytes: stored.bytes };
}
