import type { Answer } from './answer.js';
import type { CacheKey } from './cache-key.js';

/** An answer as this process keeps it. Times are milliseconds on the clock that never goes back. */
export interface KeptAnswer {
  readonly answer: Answer;
  readonly tags: readonly string[];
  readonly freshUntil: number;
  readonly staleUntil: number;
  readonly staleOnErrorUntil: number;
}

interface Slot {
  readonly kept: KeptAnswer;
  readonly size: number;
  /** Read since it was last considered for eviction. */
  used: boolean;
}

/** What an entry takes beside its body and key; estimated. */
const OVERHEAD = 600;

/**
 * Answers in memory, bounded by bytes. Which one goes when room is needed is decided by the second-chance rule: close
 * to least recently used, but a read costs only the setting of a flag.
 */
export class MemoryTier {
  readonly #maxBytes: number;
  readonly #slots = new Map<CacheKey, Slot>();
  readonly #tagged = new Map<string, Set<CacheKey>>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get entries(): number {
    return this.#slots.size;
  }

  get(key: CacheKey): KeptAnswer | undefined {
    const slot = this.#slots.get(key);
    if (slot === undefined) return undefined;
    slot.used = true;
    return slot.kept;
  }

  /** An answer that would take more than an eighth of the room is not kept. */
  set(key: CacheKey, kept: KeptAnswer): boolean {
    this.delete(key);
    const size = kept.answer.body.length + 2 * key.length + OVERHEAD;
    if (size > this.#maxBytes / 8) return false;
    this.#slots.set(key, { kept, size, used: false });
    this.#bytes += size;
    for (const tag of kept.tags) {
      const keys = this.#tagged.get(tag);
      if (keys) keys.add(key);
      else this.#tagged.set(tag, new Set([key]));
    }
    this.#makeRoom();
    return true;
  }

  delete(key: CacheKey): void {
    const slot = this.#slots.get(key);
    if (!slot) return;
    this.#slots.delete(key);
    this.#bytes -= slot.size;
    for (const tag of slot.kept.tags) {
      const keys = this.#tagged.get(tag);
      if (keys?.delete(key) && keys.size === 0) this.#tagged.delete(tag);
    }
  }

  deleteTagged(tags: readonly string[]): void {
    for (const tag of tags) for (const key of this.#tagged.get(tag) ?? []) this.delete(key);
  }

  clear(): void {
    this.#slots.clear();
    this.#tagged.clear();
    this.#bytes = 0;
  }

  #makeRoom(): void {
    while (this.#bytes > this.#maxBytes) {
      const [oldest] = this.#slots;
      if (!oldest) return;
      const [key, slot] = oldest;
      if (!slot.used) {
        this.delete(key);
        continue;
      }
      slot.used = false;
      this.#slots.delete(key);
      this.#slots.set(key, slot);
    }
  }
}
