import { isDeepStrictEqual } from 'node:util';
import type { RedisMemory } from './redis-memory.js';
import type { RedisStore } from './redis-store.js';

/** Whether the memory of Redis is safe for records that must not be lost, and for cached responses beside them. */
export interface MemoryPolicy {
  /** Whether Redis may evict records of the store before they expire. `unknown`: it has not said so yet, or may not. */
  readonly eviction: 'off' | 'on' | 'unknown';
  /** The `maxmemory-policy` of the store, where it is known. */
  readonly policy?: string;
  /** Whether Redis will soon reject writes: then only what users cannot do without is still written. */
  readonly nearlyFull: boolean;
  /** Whether cached responses may be stored: not where they would take memory that the records of the store need. */
  readonly mayStoreCachedResponses: boolean;
}

/** Without Redis: the memory store evicts nothing, and responses are cached elsewhere. */
export const memoryPolicyWithoutRedis: MemoryPolicy = {
  eviction: 'off',
  nearlyFull: false,
  mayStoreCachedResponses: true,
};

const checkIntervalMs = 10_000;
/** Calls are rejected meanwhile. */
const nearlyFullCheckIntervalMs = 1_000;
/** The share of its memory above which a Redis that evicts nothing is nearly full. */
const nearlyFullShare = 0.8;

/**
 * Asks Redis for its memory limit and policy: at the start, after each connection (a failover may have led to another
 * server), and every ten seconds, or every second while Redis is nearly full. By INFO, since managed services do not allow CONFIG.
 */
export class MemoryPolicyMonitor {
  private policy: MemoryPolicy;
  private reportedPolicy: MemoryPolicy | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  /**
   * @param cacheStore the store of cached responses; the same object where there is one for both
   * @param onChange called after the first check, and whenever the result is another one
   */
  constructor(
    private readonly store: RedisStore,
    private readonly cacheStore: RedisStore,
    private readonly onChange: (policy: MemoryPolicy) => void = () => undefined,
  ) {
    this.policy = { eviction: 'unknown', nearlyFull: false, mayStoreCachedResponses: store !== cacheStore };
  }

  get current(): MemoryPolicy {
    return this.policy;
  }

  /** Resolves after the first check. */
  async start(): Promise<void> {
    for (const store of new Set([this.store, this.cacheStore])) store.onConnected(() => void this.check());
    await this.check();
    this.scheduleCheck();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private scheduleCheck(): void {
    if (this.closed) return;
    const delayMs = this.policy.nearlyFull ? nearlyFullCheckIntervalMs : checkIntervalMs;
    this.timer = setTimeout(() => void this.check().then(() => this.scheduleCheck()), delayMs).unref();
  }

  /** Never rejects: what cannot be read stays as it was. */
  private async check(): Promise<void> {
    const [memory, cacheMemory] = await Promise.all([readMemory(this.store), readMemory(this.cacheStore)]);
    if (memory) this.policy = this.derivePolicy(memory, cacheMemory);
    if (isDeepStrictEqual(this.policy, this.reportedPolicy)) return;
    this.reportedPolicy = this.policy;
    this.onChange(this.policy);
  }

  private derivePolicy(memory: RedisMemory, cacheMemory: RedisMemory | undefined): MemoryPolicy {
    // Two addresses, or two logical databases, may lead to the same Redis.
    const sharesMemory =
      this.store === this.cacheStore || memory.serverIds.some((id) => cacheMemory?.serverIds.includes(id));
    return {
      eviction: memory.evicts ? 'on' : 'off',
      policy: memory.policy,
      // A Redis that evicts may always be full.
      nearlyFull: !memory.evicts && memory.usedShare > nearlyFullShare,
      mayStoreCachedResponses: !sharesMemory || !memory.limited,
    };
  }
}

const readMemory = (store: RedisStore): Promise<RedisMemory | undefined> => store.readMemory().catch(() => undefined);
