import { createHash } from 'node:crypto';
import type { Store } from '#store';
import { type Vault } from './vault.js';

/** A record as it is kept, and the bytes it is kept as: the proof, for a later write, that nothing changed since. */
export interface KeptRecord<T> {
  readonly bytes: Buffer;
  /** Null where the bytes do not open: another key, a change by hand. As good as nothing. */
  readonly record: T | null;
}

/** Encrypted records in the store, under names that tell nothing. */
export class SealedRecords<T extends object> {
  readonly #store: Store;
  readonly #vault: Vault;
  readonly #isRecord: (value: unknown) => value is T;

  constructor(store: Store, vault: Vault, isRecord: (value: unknown) => value is T) {
    this.#store = store;
    this.#vault = vault;
    this.#isRecord = isRecord;
  }

  /** @throws StoreUnavailableError */
  async read(name: string): Promise<KeptRecord<T> | null> {
    const bytes = await this.#store.get(name);
    return bytes && { bytes, record: this.#open(name, bytes) };
  }

  /** Writes whatever was there. @throws StoreUnavailableError */
  async write(name: string, record: T, ttl: number): Promise<Buffer> {
    const bytes = this.#seal(name, record);
    await this.#store.set(name, bytes, ttl);
    return bytes;
  }

  /**
   * Writes only over what was read, or where nothing was and is.
   * @returns the new bytes; null where another has written since
   * @throws StoreUnavailableError
   */
  async writeOver(name: string, before: Buffer | null, record: T, ttl: number): Promise<Buffer | null> {
    const bytes = this.#seal(name, record);
    const written = before
      ? await this.#store.replace(name, before, bytes, ttl)
      : await this.#store.setIfAbsent(name, bytes, ttl);
    return written ? bytes : null;
  }

  /** Takes away only what was read. @throws StoreUnavailableError */
  remove(name: string, before: Buffer): Promise<boolean> {
    return this.#store.deleteIfEquals(name, before);
  }

  /** Takes away whatever is there. @throws StoreUnavailableError */
  async forget(name: string): Promise<void> {
    await this.#store.delete(name);
  }

  #seal(name: string, record: T): Buffer {
    return this.#vault.seal(name, Buffer.from(JSON.stringify(record)));
  }

  #open(name: string, bytes: Buffer): T | null {
    try {
      const value: unknown = JSON.parse(this.#vault.open(name, bytes).toString());
      return this.#isRecord(value) ? value : null;
    } catch {
      return null;
    }
  }
}

/** The name of a record in the store: it says what kind, and hides whose. */
export function recordName(kind: string, ...whose: readonly string[]): string {
  return `${kind}:${createHash('sha256').update(JSON.stringify(whose)).digest('base64url')}`;
}
