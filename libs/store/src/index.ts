export { type Clock, systemClock } from './clock.js';
export { type Store, StoreUnavailableError } from './store.js';
