export { type Clock, systemClock } from './clock.js';
export { ManualClock } from './manual-clock.js';
export {
  type BoundedSetItem,
  type BoundedSetLimits,
  type BoundedSetResult,
  type ExpiringValue,
  NotReplicatedError,
  type RecordWrites,
  type Store,
  StoreUnavailableError,
} from './store.js';
export { MemoryStore, type MemoryStoreOptions } from './memory-store.js';
export { RedisStore, type RedisStoreOptions } from './redis-store.js';
export type { StoreCapability, StoreObserver } from './store-observer.js';
export { createStores, Stores, type StoresOptions, storeKeyPrefix } from './stores.js';
export type { MemoryPolicy } from './memory-policy-monitor.js';
export { acquireLock, type HeldLock, LockLostError, type LockOptions } from './lock.js';
export { sendEventually } from './late-commands.js';
export { sleep } from './sleep.js';
export { AvailabilityMonitor } from './availability-monitor.js';
export { parseRedisAddress } from './redis-address.js';
export { connectForCommands, type RedisConnection } from './redis-connection.js';
export { BestEffortStore } from './best-effort-store.js';
export { dayMs, minuteMs } from './duration.js';
export { withTimeout } from './with-timeout.js';
