import { Vault, VaultError } from './vault.js';

/** What of a store it takes; RedisStore is one. */
export interface SealedStore {
  keys(): AsyncIterable<readonly string[]>;
  getMany(keys: readonly string[]): Promise<readonly (Buffer | null)[]>;
  get(key: string): Promise<Buffer | null>;
  /** Replaces only while it is as expected, for the rest of its life. */
  rewrite(key: string, expected: Buffer, value: Buffer): Promise<boolean>;
}

/** How many records; one that changed while the store was gone through may count twice. */
export interface Resealed {
  resealed: number;
  alreadyNew: number;
  /** Sealed with a key that is not among ours, moved or damaged: nobody can read them. */
  unreadable: number;
}

/** Kept answers: they end by themselves, and one that cannot be read is fetched anew. */
const passedOver = 'cache:';
const mostTries = 5;

/**
 * Seals every record of the store with the newest key: those of sessions, sign-ins, tokens, repeated calls and passes of
 * links. One that a gateway writes meanwhile is never overwritten: what it wrote is read again.
 * @throws StoreUnavailableError; what was done until then stays, and another run does the rest
 */
export async function resealAll(store: SealedStore, vault: Vault): Promise<Resealed> {
  const counts: Resealed = { resealed: 0, alreadyNew: 0, unreadable: 0 };
  for await (const batch of store.keys()) {
    const names = batch.filter((name) => !name.startsWith(passedOver));
    const values = await store.getMany(names);
    for (const [at, name] of names.entries()) {
      const found = await resealOne(store, vault, name, values[at] ?? null);
      if (found) counts[found] += 1;
    }
  }
  return counts;
}

async function resealOne(
  store: SealedStore,
  vault: Vault,
  name: string,
  first: Buffer | null,
): Promise<keyof Resealed | undefined> {
  let sealed = first;
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (!sealed || !Vault.hasForm(sealed)) return undefined;
    const anew = resealedOrNot(vault, name, sealed);
    if (typeof anew === 'string') return anew;
    if (await store.rewrite(name, sealed, anew)) return 'resealed';
    sealed = await store.get(name);
  }
  // Written again and again, by gateways that have the newest key.
  return 'alreadyNew';
}

function resealedOrNot(vault: Vault, name: string, sealed: Buffer): Buffer | 'alreadyNew' | 'unreadable' {
  try {
    return vault.reseal(name, sealed) ?? 'alreadyNew';
  } catch (error) {
    if (error instanceof VaultError) return 'unreadable';
    throw error;
  }
}
