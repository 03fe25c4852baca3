import { randomBytes } from 'node:crypto';
import type { Clock, Store } from '#store';
import { type CacheKey, storeName } from './cache-key.js';
import { type Entry, readEntry, writeEntry } from './entry-bytes.js';
import type { CachePolicy } from './policy.js';

/** Encrypts what leaves the process; libs/access-token's Vault is one. */
export interface Seal {
  seal(name: string, bytes: Buffer): Buffer;
  /** @throws where the bytes were not sealed for that name */
  open(name: string, sealed: Buffer): Buffer;
}

/** What the store says about an answer. */
export interface Found {
  readonly entry: Entry | null;
  /** The versions now, that of the whole cache first; null where a tag has none yet. */
  readonly versions: readonly (string | null)[];
}

const EVERYTHING = 'everything';
/** Milliseconds a version is kept: longer than any entry. */
const VERSION_LIFE = 48 * 3_600_000;

/**
 * Answers in the store, each with the versions that its tags had before it was asked for. A purge takes the versions
 * away and the next fill makes new, random ones, so that no answer from before a purge can count after it, whenever
 * and by whomever it is written.
 */
export class SecondTier {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #seal: Seal | undefined;

  constructor(store: Store, clock: Clock, seal: Seal | undefined) {
    this.#store = store;
    this.#clock = clock;
    this.#seal = seal;
  }

  /** One round trip. @throws StoreUnavailableError */
  async find(key: CacheKey, policy: CachePolicy): Promise<Found> {
    const name = entryName(key);
    const [bytes, ...versions] = await this.#store.getMany([name, ...versionNames(policy.tags)]);
    const now = versions.map((version) => version?.toString() ?? null);
    return { entry: bytes ? this.#current(this.#open(name, bytes), policy.tags, now) : null, versions: now };
  }

  /** The versions for a fill, with new ones where there were none. @throws StoreUnavailableError */
  async versions(policy: CachePolicy, found?: Found): Promise<string[]> {
    const names = versionNames(policy.tags);
    const known = found?.versions ?? (await this.#store.getMany(names)).map((version) => version?.toString() ?? null);
    return Promise.all(names.map(async (name, at) => known[at] ?? this.#newVersion(name)));
  }

  /** @throws StoreUnavailableError */
  async keep(key: CacheKey, entry: Entry, policy: CachePolicy): Promise<void> {
    const name = entryName(key);
    const bytes = writeEntry(entry);
    const life = policy.fresh + Math.max(policy.stale ?? 0, policy.staleOnError ?? 0);
    const left = entry.filledAt + life * 1_000 - this.#clock.now();
    if (left > 0) await this.#store.set(name, this.#seal?.seal(name, bytes) ?? bytes, Math.min(left, VERSION_LIFE));
  }

  /** @throws StoreUnavailableError */
  async forget(key: CacheKey): Promise<void> {
    await this.#store.delete(entryName(key));
  }

  /** Ends every answer with one of the tags; without tags, every answer. @throws StoreUnavailableError */
  async outdate(tags?: readonly string[]): Promise<void> {
    const [everything = '', ...names] = versionNames(tags ?? []);
    await this.#store.delete(...(tags ? names : [everything]));
  }

  #open(name: string, bytes: Buffer): Entry | null {
    try {
      return readEntry(this.#seal?.open(name, bytes) ?? bytes);
    } catch {
      return null;
    }
  }

  #current(entry: Entry | null, tags: readonly string[], now: readonly (string | null)[]): Entry | null {
    const same = entry && equal(entry.tags, tags) && equal(entry.versions, now);
    return same ? entry : null;
  }

  async #newVersion(name: string): Promise<string> {
    const version = randomBytes(12).toString('base64url');
    if (await this.#store.setIfAbsent(name, version, VERSION_LIFE)) return version;
    // Where it was made and purged in between, a version of our own fits nothing, and keeps nothing.
    return (await this.#store.get(name))?.toString() ?? version;
  }
}

function entryName(key: CacheKey): string {
  return `cache:entry:${storeName(key)}`;
}

function versionNames(tags: readonly string[]): string[] {
  return [`cache:version:${EVERYTHING}`, ...tags.map((tag) => `cache:version:tag:${tag}`)];
}

function equal(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
