import { Vault, VaultError } from './vault.js';

/** The part of a store that reencryptAll uses; RedisStore implements it. */
export interface ReencryptableStore {
  keys(): AsyncIterable<readonly string[]>;
  getMany(keys: readonly string[]): Promise<readonly (Buffer | undefined)[]>;
  get(key: string): Promise<Buffer | undefined>;
  /** Replaces the value only if it equals `expected`, and does not change its TTL. */
  setIfEqualsKeepingTtl(key: string, expected: Buffer, value: Buffer): Promise<boolean>;
}

/** Numbers of records. A record that changes during the run may be counted twice. */
export interface ReencryptionCounts {
  reencrypted: number;
  alreadyCurrent: number;
  /** Encrypted with an unknown key, moved to another name, or damaged: nobody can read them. */
  unreadable: number;
}

/** Cached responses are skipped: they expire by themselves, and an unreadable one is fetched again. */
const skippedKeyPrefix = 'cache:';
const maxAttempts = 5;

/**
 * Encrypts every record of the store with the newest key: browser sessions, sign-ins, tokens, idempotent requests and
 * unlock tokens of links. If a gateway writes a record meanwhile, its value is not overwritten but read again.
 * @throws StoreUnavailableError; the records that were re-encrypted before it stay so, and another run does the rest
 */
export async function reencryptAll(store: ReencryptableStore, vault: Vault): Promise<ReencryptionCounts> {
  const counts: ReencryptionCounts = { reencrypted: 0, alreadyCurrent: 0, unreadable: 0 };
  for await (const batch of store.keys()) {
    const names = batch.filter((name) => !name.startsWith(skippedKeyPrefix));
    const values = await store.getMany(names);
    for (const [index, name] of names.entries()) {
      const outcome = await reencryptOne(store, vault, name, values[index]);
      if (outcome) counts[outcome] += 1;
    }
  }
  return counts;
}

/** @returns undefined if the record is gone or is not encrypted */
async function reencryptOne(
  store: ReencryptableStore,
  vault: Vault,
  name: string,
  initialValue: Buffer | undefined,
): Promise<keyof ReencryptionCounts | undefined> {
  let encrypted = initialValue;
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    if (!encrypted || !Vault.looksEncrypted(encrypted)) return undefined;
    const result = tryReencrypt(vault, name, encrypted);
    if (typeof result === 'string') return result;
    if (await store.setIfEqualsKeepingTtl(name, encrypted, result)) return 'reencrypted';
    encrypted = await store.get(name);
  }
  // Gateways, which have the newest key, rewrote the record at each attempt.
  return 'alreadyCurrent';
}

function tryReencrypt(vault: Vault, name: string, encrypted: Buffer): Buffer | 'alreadyCurrent' | 'unreadable' {
  try {
    return vault.reencrypt(name, encrypted) ?? 'alreadyCurrent';
  } catch (error) {
    if (error instanceof VaultError) return 'unreadable';
    throw error;
  }
}
