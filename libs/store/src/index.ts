export { type Clock, systemClock } from './clock.js';
export { ManualClock } from './manual-clock.js';
export { type Store, StoreUnavailableError } from './store.js';
export { MemoryStore, type MemoryStoreOptions } from './memory-store.js';
export { RedisStore, type RedisStoreOptions } from './redis-store.js';
export { createStore, type CreateStoreOptions, storePrefix } from './create-store.js';
export {
  acquireLock,
  type HeldLock,
  LockHeldError,
  LockLostError,
  type LockOptions,
  pause,
  withLock,
  type WithLockOptions,
} from './lock.js';
export { Availability } from './availability.js';
export { parseRedisAddress } from './redis-address.js';
export { connectForCommands, type RedisConnection } from './redis-connection.js';
