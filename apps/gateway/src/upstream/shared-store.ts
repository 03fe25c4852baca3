import { type Store, StoreUnavailableError } from '#store';

/** The store for what is a help but no need: when it is away, the work goes on without it. */
export class SharedStore {
  constructor(private readonly store: Store) {}

  /** Whether other processes see the same state. */
  get shared(): boolean {
    return this.store.shared;
  }

  /** What `work` gives, or undefined when the store is away. */
  async use<T>(work: (store: Store) => Promise<T>): Promise<T | undefined> {
    try {
      return await work(this.store);
    } catch (error) {
      if (error instanceof StoreUnavailableError) return undefined;
      throw error;
    }
  }
}
