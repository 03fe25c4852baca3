import { type Store, StoreUnavailableError } from './store.js';

/** A store for optional state: when it is unavailable, the work continues without it. */
export class BestEffortStore {
  constructor(private readonly store: Store) {}

  /** Whether other processes see the same state. */
  get shared(): boolean {
    return this.store.shared;
  }

  /**
   * Runs `work` with the store.
   * @returns the result of `work`; undefined when the store is unavailable
   * @throws every error of `work` except StoreUnavailableError
   */
  async use<T>(work: (store: Store) => Promise<T>): Promise<T | undefined> {
    try {
      return await work(this.store);
    } catch (error) {
      if (error instanceof StoreUnavailableError) return undefined;
      throw error;
    }
  }
}
