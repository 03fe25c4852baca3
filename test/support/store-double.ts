import type { Store } from '#store';

/** A store with the methods of `inner`, except those that `replace` returns. */
export function overrideStore(inner: Store, replace: (inner: Store) => Partial<Store>): Store {
  const replaced = replace(inner);
  const store: Store = {
    shared: inner.shared,
    available: inner.available,
    preservesCommandOrder: inner.preservesCommandOrder,
    get durable() {
      return store;
    },
    get generation() {
      return inner.generation;
    },
    get: (...args) => inner.get(...args),
    getOrSet: (...args) => inner.getOrSet(...args),
    getMany: (...args) => inner.getMany(...args),
    set: (...args) => inner.set(...args),
    setIfAbsent: (...args) => inner.setIfAbsent(...args),
    setIfEquals: (...args) => inner.setIfEquals(...args),
    deleteIfEquals: (...args) => inner.deleteIfEquals(...args),
    delete: (...args) => inner.delete(...args),
    addToBoundedSet: (...args) => inner.addToBoundedSet(...args),
    removeFromBoundedSet: (...args) => inner.removeFromBoundedSet(...args),
    publish: (...args) => inner.publish(...args),
    subscribe: (...args) => inner.subscribe(...args),
    ping: () => inner.ping(),
    close: () => inner.close(),
    ...replaced,
  };
  return store;
}
