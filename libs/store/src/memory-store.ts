import { type Clock, systemClock } from './clock.js';
import { MemoryBoundedSets } from './memory-bounded-sets.js';
import {
  type BoundedSetItem,
  type BoundedSetLimits,
  type BoundedSetResult,
  type ExpiringValue,
  type Store,
  StoreUnavailableError,
} from './store.js';

export interface MemoryStoreOptions {
  readonly clock?: Clock;
  /** Max number of keys. Beyond it, writes are rejected, as Redis rejects them with `noeviction`. */
  readonly maxKeys?: number;
  /** Max total bytes of the values. */
  readonly maxBytes?: number;
}

interface StoredValue {
  readonly value: Buffer;
  readonly expiresAt: number;
}

const defaultMaxKeys = 100_000;
const defaultMaxBytes = 64 * 1024 * 1024;

/** The default store when no Redis is configured: state of one process, lost when the process ends. */
export class MemoryStore implements Store {
  readonly shared = false;
  readonly available = true;
  readonly preservesCommandOrder = true;
  readonly durable = this;
  readonly generation = undefined;
  private readonly clock: Clock;
  private readonly maxKeys: number;
  private readonly maxBytes: number;
  private readonly entries = new Map<string, StoredValue>();
  private readonly channels = new Map<string, Set<(message: string) => void>>();
  private readonly boundedSets: MemoryBoundedSets;
  private totalBytes = 0;
  private closed = false;

  constructor(options: MemoryStoreOptions = {}) {
    this.clock = options.clock ?? systemClock;
    this.maxKeys = options.maxKeys ?? defaultMaxKeys;
    this.maxBytes = options.maxBytes ?? defaultMaxBytes;
    this.boundedSets = new MemoryBoundedSets(this.clock);
  }

  async get(key: string): Promise<Buffer | undefined> {
    return this.read(key);
  }

  async getOrSet(key: string, value: Buffer | string, ttlMs: number): Promise<ExpiringValue> {
    const entry = this.getUnexpired(key);
    if (entry) return { value: Buffer.from(entry.value), ttlMs: entry.expiresAt - this.clock.now() };
    this.write(key, value, ttlMs);
    return { value: Buffer.from(toBuffer(value)), ttlMs };
  }

  async getMany(keys: readonly string[]): Promise<(Buffer | undefined)[]> {
    return keys.map((key) => this.read(key));
  }

  async set(key: string, value: Buffer | string, ttlMs: number): Promise<void> {
    this.write(key, value, ttlMs);
  }

  async setIfAbsent(key: string, value: Buffer | string, ttlMs: number): Promise<boolean> {
    if (this.read(key)) return false;
    this.write(key, value, ttlMs);
    return true;
  }

  async setIfEquals(key: string, expected: Buffer | string, value: Buffer | string, ttlMs: number): Promise<boolean> {
    if (!this.read(key)?.equals(toBuffer(expected))) return false;
    this.write(key, value, ttlMs);
    return true;
  }

  async deleteIfEquals(key: string, expected: Buffer | string): Promise<boolean> {
    return this.read(key)?.equals(toBuffer(expected)) === true && this.remove(key);
  }

  async delete(...keys: string[]): Promise<number> {
    return keys.filter((key) => this.read(key) !== undefined && this.remove(key)).length;
  }

  async addToBoundedSet(key: string, item: BoundedSetItem, limits: BoundedSetLimits): Promise<BoundedSetResult> {
    this.assertOpen();
    return this.boundedSets.add(key, item, limits);
  }

  async removeFromBoundedSet(key: string, id: string): Promise<void> {
    this.assertOpen();
    this.boundedSets.remove(key, id);
  }

  async publish(channel: string, message: string): Promise<number> {
    this.assertOpen();
    const listeners = [...(this.channels.get(channel) ?? [])];
    // As with Redis, listeners receive the message asynchronously, after `publish` has returned.
    for (const listener of listeners) setImmediate(() => listener(message));
    return listeners.length;
  }

  async subscribe(
    channel: string,
    onMessage: (message: string) => void,
    onState?: (state: 'up' | 'down') => void,
  ): Promise<() => Promise<void>> {
    this.assertOpen();
    const listeners = this.channels.get(channel) ?? new Set();
    this.channels.set(channel, listeners);
    const listener = (message: string): void => void (listeners.has(listener) && onMessage(message));
    listeners.add(listener);
    onState?.('up');
    return async () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.channels.get(channel) === listeners) this.channels.delete(channel);
    };
  }

  async ping(): Promise<void> {
    this.assertOpen();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.entries.clear();
    this.channels.clear();
    this.boundedSets.clear();
    this.totalBytes = 0;
  }

  private assertOpen(): void {
    if (this.closed) throw new StoreUnavailableError('the store is closed');
  }

  private getUnexpired(key: string): StoredValue | undefined {
    this.assertOpen();
    const entry = this.entries.get(key);
    if (!entry || entry.expiresAt > this.clock.now()) return entry;
    this.remove(key);
    return undefined;
  }

  private read(key: string): Buffer | undefined {
    const entry = this.getUnexpired(key);
    return entry ? Buffer.from(entry.value) : undefined;
  }

  private write(key: string, value: Buffer | string, ttlMs: number): void {
    this.assertOpen();
    const entry = { value: Buffer.from(toBuffer(value)), expiresAt: this.clock.now() + ttlMs };
    if (!this.hasRoom(key, entry)) this.removeExpired();
    if (!this.hasRoom(key, entry)) throw new StoreUnavailableError('the memory of the store is full');
    this.remove(key);
    this.entries.set(key, entry);
    this.totalBytes += entry.value.length;
  }

  private remove(key: string): boolean {
    this.totalBytes -= this.entries.get(key)?.value.length ?? 0;
    return this.entries.delete(key);
  }

  private hasRoom(key: string, { value }: StoredValue): boolean {
    const previous = this.entries.get(key);
    const keys = this.entries.size + (previous ? 0 : 1);
    const bytes = this.totalBytes + value.length - (previous?.value.length ?? 0);
    return keys <= this.maxKeys && bytes <= this.maxBytes;
  }

  private removeExpired(): void {
    const now = this.clock.now();
    for (const [key, entry] of this.entries) if (entry.expiresAt <= now) this.remove(key);
  }
}

function toBuffer(value: Buffer | string): Buffer {
  return typeof value === 'string' ? Buffer.from(value) : value;
}
