import type { Clock } from '#store';
import type { EncryptedRecords, StoredRecord } from '#vault';
import { RefreshConsumedError } from './errors.js';
import type { KooDriveSessionRecord } from './koodrive-session-record.js';

export interface RefreshConsumptionOptions {
  readonly clock: Clock;
  /** Milliseconds to store the marked record. */
  readonly recordTtlMs: number;
  /** Milliseconds that a refresh may take: an older mark belongs to a refresh that no instance waits for any more. */
  readonly refreshTimeoutMs: number;
}

/** Marks in the store which single-use refresh values are consumed, so that no value is sent twice. */
export class RefreshConsumption {
  constructor(
    private readonly records: EncryptedRecords<KooDriveSessionRecord>,
    private readonly options: RefreshConsumptionOptions,
  ) {}

  /**
   * Marks a single-use refresh value as consumed. Call it before the value is sent.
   * @param attempt id of the refresh attempt
   * @returns the record as it is stored now; undefined when another instance wrote in the meantime
   * @throws RefreshConsumedError when another attempt consumed the value
   * @throws StoreUnavailableError
   */
  async mark(
    name: string,
    stored: StoredRecord<KooDriveSessionRecord> | undefined,
    attempt: string,
  ): Promise<StoredRecord<KooDriveSessionRecord> | undefined> {
    if (!stored?.record?.singleUseRefresh) return stored;
    const { clock, recordTtlMs, refreshTimeoutMs } = this.options;
    const now = clock.now();
    // A mark of this attempt got no response from the store, or its replicas did not confirm it: it is written again.
    if (stored.record.consumed && stored.record.consumedByAttempt !== attempt)
      throw new RefreshConsumedError(now - (stored.record.consumedAt ?? 0) >= refreshTimeoutMs);
    const record = { ...stored.record, consumed: true, consumedAt: now, consumedByAttempt: attempt };
    const bytes = await this.records.writeIfUnchanged(name, stored.bytes, record, recordTtlMs);
    return bytes && { bytes, record };
  }

  /** Removes the mark of this attempt when the value was certainly not consumed. @throws StoreUnavailableError */
  async unmark(name: string, attempt: string): Promise<void> {
    const stored = await this.records.read(name);
    if (stored?.record?.consumedByAttempt !== attempt) return;
    const record = { ...stored.record, consumed: false };
    await this.records.writeIfUnchanged(name, stored.bytes, record, this.options.recordTtlMs);
  }
}
