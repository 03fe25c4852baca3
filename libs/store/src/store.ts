/**
 * The port for state that instances share. Two adapters: memory (one process) and Redis. Keys are plain text, values
 * are bytes. Every method rejects with StoreUnavailableError within 250 ms when the store is away; whether that is an
 * error is the caller's decision (the cache goes on without it, sessions do not).
 */
export interface Store {
  /** Whether other processes see the same state. */
  readonly shared: boolean;
  /** Whether what one process asks takes effect in the order it was asked, without waiting for each answer. */
  readonly inOrder: boolean;
  get(key: string): Promise<Buffer | null>;
  /** The values in the order of the keys, in one round trip. */
  getMany(keys: readonly string[]): Promise<(Buffer | null)[]>;
  /** @param ttl milliseconds after which the key is gone */
  set(key: string, value: Buffer | string, ttl: number): Promise<void>;
  /** Sets only where nothing is; says whether it did. */
  setIfAbsent(key: string, value: Buffer | string, ttl: number): Promise<boolean>;
  /** Replaces the value only while it equals `expected`; says whether it did. */
  replace(key: string, expected: Buffer | string, value: Buffer | string, ttl: number): Promise<boolean>;
  /** Deletes only while the value equals `expected`; says whether it did. */
  deleteIfEquals(key: string, expected: Buffer | string): Promise<boolean>;
  /** Deletes; how many there were. */
  delete(...keys: string[]): Promise<number>;
  /** Adds one to a counter and gives its new value; a new counter starts its life of `ttl` milliseconds. */
  increment(key: string, ttl: number): Promise<number>;
  /** Sends to every subscriber in every process that is listening now; how many connections took it. */
  publish(channel: string, message: string): Promise<number>;
  /** @returns a function that ends the subscription. `onState` hears when the line to the store breaks and comes back. */
  subscribe(
    channel: string,
    onMessage: (message: string) => void,
    onState?: (state: 'up' | 'down') => void,
  ): Promise<() => Promise<void>>;
  /** Rejects where the store does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The store did not answer in time, or refused. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}
