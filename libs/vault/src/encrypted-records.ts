import { createHash } from 'node:crypto';
import type { RecordWrites, Store } from '#store';
import { type Cipher, decryptRecord, encryptRecord } from './cipher.js';

/** A record and its stored bytes. A later conditional write compares the bytes to detect a change. */
export interface StoredRecord<T> {
  readonly bytes: Buffer;
  /** Undefined if the bytes cannot be decrypted (another key, a manual change) or have another shape: treat as no record. */
  readonly record: T | undefined;
}

/** Encrypted records in the store. Their names (recordKey) do not reveal the owner. */
export class EncryptedRecords<T extends object> {
  private readonly store: Pick<Store, 'get'>;
  private readonly writes: RecordWrites;
  private readonly cipher: Cipher;
  private readonly isRecord: (value: unknown) => value is T;

  /** @param writes of the store; `store.durable` for records that a failover must not undo */
  constructor(store: Store, cipher: Cipher, isRecord: (value: unknown) => value is T, writes: RecordWrites = store) {
    this.store = store;
    this.writes = writes;
    this.cipher = cipher;
    this.isRecord = isRecord;
  }

  /** @throws StoreUnavailableError */
  async read(name: string): Promise<StoredRecord<T> | undefined> {
    const bytes = await this.store.get(name);
    return bytes && { bytes, record: this.decrypt(name, bytes) };
  }

  /**
   * Writes the record unconditionally.
   * @returns the stored bytes
   * @throws StoreUnavailableError
   */
  async write(name: string, record: T, ttlMs: number): Promise<Buffer> {
    const bytes = encryptRecord(this.cipher, name, record);
    await this.writes.set(name, bytes, ttlMs);
    return bytes;
  }

  /**
   * Writes the record only if the stored bytes still equal `before`, or if there are still none when `before` is undefined.
   * @returns the stored bytes; undefined if another writer changed the record
   * @throws StoreUnavailableError
   */
  async writeIfUnchanged(
    name: string,
    before: Buffer | undefined,
    record: T,
    ttlMs: number,
  ): Promise<Buffer | undefined> {
    const bytes = encryptRecord(this.cipher, name, record);
    const written = before
      ? await this.writes.setIfEquals(name, before, bytes, ttlMs)
      : await this.writes.setIfAbsent(name, bytes, ttlMs);
    return written ? bytes : undefined;
  }

  /**
   * Deletes the record only if the stored bytes still equal `before`.
   * @returns whether it was deleted
   * @throws StoreUnavailableError
   */
  deleteIfUnchanged(name: string, before: Buffer): Promise<boolean> {
    return this.writes.deleteIfEquals(name, before);
  }

  /** Deletes the record unconditionally. @throws StoreUnavailableError */
  async delete(name: string): Promise<void> {
    await this.writes.delete(name);
  }

  private decrypt(name: string, bytes: Buffer): T | undefined {
    const value = decryptRecord<unknown>(this.cipher, name, bytes);
    return value !== undefined && this.isRecord(value) ? value : undefined;
  }
}

/** Builds the store key of a record: its kind in plain text and a hash of its owner. */
export function createRecordKey(kind: string, ...owner: readonly string[]): string {
  return `${kind}:${createHash('sha256').update(JSON.stringify(owner)).digest('base64url')}`;
}
