/** The writes of whole records. Each rejects with StoreUnavailableError, and may then have taken effect or not. */
export interface RecordWrites {
  /** @param ttlMs milliseconds after which the key expires */
  set(key: string, value: Buffer | string, ttlMs: number): Promise<void>;
  /** Sets the value if the key does not exist. @returns whether it was set */
  setIfAbsent(key: string, value: Buffer | string, ttlMs: number): Promise<boolean>;
  /**
   * Sets the value if the key does not exist. Returns what the key then holds, so that a caller also recognizes its own
   * value where the command was carried out twice, or its first reply was lost.
   */
  getOrSet(key: string, value: Buffer | string, ttlMs: number): Promise<ExpiringValue>;
  /** Replaces the value, and its TTL, if it equals `expected`. @returns whether it was replaced */
  setIfEquals(key: string, expected: Buffer | string, value: Buffer | string, ttlMs: number): Promise<boolean>;
  /** Deletes the key if its value equals `expected`. @returns whether it was deleted */
  deleteIfEquals(key: string, expected: Buffer | string): Promise<boolean>;
  /** @returns how many of the keys existed */
  delete(...keys: string[]): Promise<number>;
}

/**
 * The port for state that instances share. It has two adapters: memory (one process) and Redis. Keys are text, values
 * are bytes. Every method rejects with StoreUnavailableError when the store is unavailable. The caller decides whether
 * that is an error: the cache works without the store, browser sessions do not. The adapters bound the time to that
 * rejection (RedisStoreOptions.commandTimeoutMs).
 */
export interface Store extends RecordWrites {
  /** Whether other processes see the same state. */
  readonly shared: boolean;
  /** Whether the commands of one process take effect in the order of the calls, without waiting for each response. */
  readonly preservesCommandOrder: boolean;
  /** Whether the store responded to the last command or probe. */
  readonly available: boolean;
  /**
   * The same writes for records that a failover must not undo. They resolve when all replicas that are in step hold the
   * write, and reject when these do not confirm that in time. Without replicas they are the plain writes.
   */
  readonly durable: RecordWrites;
  /**
   * Names the servers that hold the data. After a restart or a failover it is another one: what they hold may then be older
   * than what was read before. Undefined where the data has no other life than the process, or where it is not known.
   */
  readonly generation: string | undefined;
  /** @returns undefined if the key does not exist */
  get(key: string): Promise<Buffer | undefined>;
  /** Returns the values in the order of the keys, undefined for a missing key, in one round trip. */
  getMany(keys: readonly string[]): Promise<(Buffer | undefined)[]>;
  /**
   * Adds an item to a bounded set, or replaces the item with the same id. Expired items do not count. At a limit, the
   * items that expire first are removed, or the new item is rejected (`removeOldest`). A replacement is never rejected.
   */
  addToBoundedSet(key: string, item: BoundedSetItem, limits: BoundedSetLimits): Promise<BoundedSetResult>;
  removeFromBoundedSet(key: string, id: string): Promise<void>;
  /**
   * Sends a message to the current subscribers of the channel in all processes.
   * @returns the number of connections that received it
   */
  publish(channel: string, message: string): Promise<number>;
  /**
   * @param onState called with 'down' when the connection to the store breaks, and with 'up' when the subscription is
   * active (again); messages between the two may be missed
   * @returns a function that ends the subscription
   */
  subscribe(
    channel: string,
    onMessage: (message: string) => void,
    onState?: (state: 'up' | 'down') => void,
  ): Promise<() => Promise<void>>;
  /** @throws StoreUnavailableError when the store does not respond */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A value and the milliseconds until it expires, on the clock of the store. */
export interface ExpiringValue {
  readonly value: Buffer;
  readonly ttlMs: number;
}

export interface BoundedSetItem {
  readonly id: string;
  /** Size that counts towards `maxBytes`. */
  readonly bytes: number;
  /** The same for all items of a set. */
  readonly ttlMs: number;
}

export interface BoundedSetLimits {
  readonly maxItems: number;
  /** No item is added where the others have this size already. The last one may therefore exceed it. */
  readonly maxBytes: number;
  /** Whether the oldest items make room for a new one. */
  readonly removeOldest: boolean;
}

export interface BoundedSetResult {
  readonly added: boolean;
  /** Whether the item took the place of one with the same id. */
  readonly replaced: boolean;
  /** Ids of the items that made room. */
  readonly removedIds: readonly string[];
  /** Milliseconds until the first item expires; 0 where the item was added. */
  readonly roomInMs: number;
}

/** The store did not respond in time, or rejected the command. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

/** The write was executed, but its replicas have not confirmed it: a failover may undo it. */
export class NotReplicatedError extends StoreUnavailableError {
  constructor() {
    super('the replicas have not confirmed the write');
  }
}
