import type { Store } from '#store';

/** A store that does as `inner` does, but for what is replaced. */
export function withReplaced(inner: Store, replace: (inner: Store) => Partial<Store>): Store {
  const replaced = replace(inner);
  return {
    shared: inner.shared,
    inOrder: inner.inOrder,
    get: (...given) => inner.get(...given),
    getMany: (...given) => inner.getMany(...given),
    set: (...given) => inner.set(...given),
    setIfAbsent: (...given) => inner.setIfAbsent(...given),
    replace: (...given) => inner.replace(...given),
    deleteIfEquals: (...given) => inner.deleteIfEquals(...given),
    delete: (...given) => inner.delete(...given),
    increment: (...given) => inner.increment(...given),
    publish: (...given) => inner.publish(...given),
    subscribe: (...given) => inner.subscribe(...given),
    ping: () => inner.ping(),
    close: () => inner.close(),
    ...replaced,
  };
}
