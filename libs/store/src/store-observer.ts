/** What of a store is used. A store may, for example, be readable and reject writes. A deletion shows the connection only. */
export type StoreCapability =
  'connection' | 'reads' | 'writes' | 'replication' | 'scripts' | 'publish' | 'subscriptions';

/** Is told how each command went. Must not throw. */
export interface StoreObserver {
  reportSuccess(capability: StoreCapability): void;
  /** @param failuresUntilDown how many in a row mean a trouble: 1 if Redis said so itself */
  reportFailure(
    capability: StoreCapability,
    failure: { readonly reason: string; readonly detail?: string },
    failuresUntilDown: number,
  ): void;
}
