import { type Clock, systemClock } from './clock.js';
import { type Store, StoreUnavailableError } from './store.js';

export interface MemoryStoreOptions {
  readonly clock?: Clock;
  /** Most keys held; beyond it the lapsed go first, then the oldest written. */
  readonly maxKeys?: number;
  /** Most bytes of values held, the same way. */
  readonly maxBytes?: number;
}

interface Entry {
  readonly value: Buffer;
  readonly expiresAt: number;
}

const MAX_KEYS = 100_000;
const MAX_BYTES = 64 * 1024 * 1024;

/** The store of one process: the embedded default, lost with the process, seen by no other. */
export class MemoryStore implements Store {
  readonly shared = false;
  readonly inOrder = true;
  readonly #clock: Clock;
  readonly #maxKeys: number;
  readonly #maxBytes: number;
  readonly #entries = new Map<string, Entry>();
  readonly #channels = new Map<string, Set<(message: string) => void>>();
  #bytes = 0;
  #closed = false;

  constructor(options: MemoryStoreOptions = {}) {
    this.#clock = options.clock ?? systemClock;
    this.#maxKeys = options.maxKeys ?? MAX_KEYS;
    this.#maxBytes = options.maxBytes ?? MAX_BYTES;
  }

  async get(key: string): Promise<Buffer | null> {
    return this.#read(key);
  }

  async getMany(keys: readonly string[]): Promise<(Buffer | null)[]> {
    return keys.map((key) => this.#read(key));
  }

  async set(key: string, value: Buffer | string, ttl: number): Promise<void> {
    this.#write(key, value, ttl);
  }

  async setIfAbsent(key: string, value: Buffer | string, ttl: number): Promise<boolean> {
    if (this.#read(key)) return false;
    this.#write(key, value, ttl);
    return true;
  }

  async replace(key: string, expected: Buffer | string, value: Buffer | string, ttl: number): Promise<boolean> {
    if (!this.#read(key)?.equals(bytes(expected))) return false;
    this.#write(key, value, ttl);
    return true;
  }

  async deleteIfEquals(key: string, expected: Buffer | string): Promise<boolean> {
    return this.#read(key)?.equals(bytes(expected)) === true && this.#drop(key);
  }

  async delete(...keys: string[]): Promise<number> {
    return keys.filter((key) => this.#read(key) !== null && this.#drop(key)).length;
  }

  async increment(key: string, ttl: number): Promise<number> {
    const kept = this.#live(key);
    const count = Number(kept?.value ?? 0) + 1;
    this.#write(key, String(count), kept ? kept.expiresAt - this.#clock.now() : ttl);
    return count;
  }

  async publish(channel: string, message: string): Promise<number> {
    this.#open();
    const listeners = [...(this.#channels.get(channel) ?? [])];
    // As over a network, a listener hears it after the publisher has gone on.
    for (const listener of listeners) setImmediate(() => listener(message));
    return listeners.length;
  }

  async subscribe(
    channel: string,
    onMessage: (message: string) => void,
    onState?: (state: 'up' | 'down') => void,
  ): Promise<() => Promise<void>> {
    this.#open();
    const listeners = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, listeners);
    const listener = (message: string): void => void (listeners.has(listener) && onMessage(message));
    listeners.add(listener);
    onState?.('up');
    return async () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#channels.get(channel) === listeners) this.#channels.delete(channel);
    };
  }

  async ping(): Promise<void> {
    this.#open();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#entries.clear();
    this.#channels.clear();
    this.#bytes = 0;
  }

  #open(): void {
    if (this.#closed) throw new StoreUnavailableError('the store is closed');
  }

  #live(key: string): Entry | undefined {
    this.#open();
    const entry = this.#entries.get(key);
    if (!entry || entry.expiresAt > this.#clock.now()) return entry;
    this.#drop(key);
    return undefined;
  }

  #read(key: string): Buffer | null {
    const entry = this.#live(key);
    return entry ? Buffer.from(entry.value) : null;
  }

  #write(key: string, value: Buffer | string, ttl: number): void {
    this.#open();
    this.#drop(key);
    const entry = { value: Buffer.from(bytes(value)), expiresAt: this.#clock.now() + ttl };
    this.#entries.set(key, entry);
    this.#bytes += entry.value.length;
    if (this.#over()) this.#makeRoom();
  }

  #drop(key: string): boolean {
    this.#bytes -= this.#entries.get(key)?.value.length ?? 0;
    return this.#entries.delete(key);
  }

  #over(): boolean {
    return this.#entries.size > this.#maxKeys || this.#bytes > this.#maxBytes;
  }

  #makeRoom(): void {
    const now = this.#clock.now();
    for (const [key, entry] of this.#entries) if (entry.expiresAt <= now) this.#drop(key);
    for (const key of this.#entries.keys()) {
      if (!this.#over()) return;
      this.#drop(key);
    }
  }
}

function bytes(value: Buffer | string): Buffer {
  return typeof value === 'string' ? Buffer.from(value) : value;
}
