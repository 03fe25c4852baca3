import { randomUUID } from 'node:crypto';
import { sleep, type Store } from '#store';
import { InvalidationChannel } from './invalidation-channel.js';

export interface CacheLeaseOptions {
  readonly store: Store;
  /** Called for each invalidation of another instance; see InvalidationChannelOptions. */
  readonly onInvalidate: (tags: readonly string[]) => void;
  /** Called when a new epoch begins: everything in memory must be dropped. */
  readonly onNewEpoch: () => void;
  /** Called when the store responds again after an outage: pending invalidations must be replayed. */
  readonly onStoreRecovered: () => Promise<void>;
}

const renewalIntervalMs = 100;
/** Milliseconds for which memory is trusted, counted from when the last successful renewal was sent. */
const leaseDurationMs = 300;
/** Milliseconds after which the slot of an instance that no longer renews it expires. */
const slotTtlMs = 1_500;
/** Max number of instances with a lease. Further instances cache nothing in memory. */
const maxSlots = 64;
/** Milliseconds an invalidation waits for acknowledgements before it deletes the slots of silent instances. */
const acknowledgementTimeoutMs = 150;
/**
 * Milliseconds for which no cached response is trusted after the store was unavailable: other instances may still have
 * to replay invalidations.
 */
const recoveryQuarantineMs = 2_500;

/**
 * The lease that lets an instance trust its memory. It consists of a slot in the store, which is renewed several times a
 * second, and a channel on which the instance receives invalidations. An invalidation resolves when each instance with a
 * slot has acknowledged it, or has lost its slot and its lease has expired. Therefore no instance serves from memory a
 * response that a completed invalidation removed, whether the instance is slow, frozen, disconnected or dead
 * (docs/decisions/0002).
 */
export class CacheLease {
  private readonly options: CacheLeaseOptions;
  private readonly channel: InvalidationChannel;
  private timer: NodeJS.Timeout | undefined;
  private slotKey: string | undefined;
  private leaseId: string | undefined;
  private currentEpoch = 0;
  private validUntil = -Infinity;
  private ticking = false;
  /** When the last outage of the store began; undefined if there was none or the store is trusted again. */
  private storeUnavailableSince: number | undefined;
  private storeRecoveredAt: number | undefined;

  constructor(options: CacheLeaseOptions) {
    this.options = options;
    this.channel = new InvalidationChannel({
      store: options.store,
      onInvalidate: options.onInvalidate,
      getLeaseId: () => this.leaseId,
      onDisconnect: () => this.reportStoreFailure(performance.now()),
    });
  }

  /** Whether memory is trusted now. */
  get valid(): boolean {
    return performance.now() < this.validUntil;
  }

  /**
   * Increases with each slot that this instance claims; -1 while the lease is not valid. A response that was requested
   * in another epoch must not be cached in memory.
   */
  get epoch(): number {
    return this.valid ? this.currentEpoch : -1;
  }

  /** Whether responses in the store are trusted: false after an outage, as it may have missed invalidations. */
  get storeTrusted(): boolean {
    return this.storeUnavailableSince === undefined;
  }

  /** Tries to claim a slot now, and again at each renewal interval. */
  async start(): Promise<void> {
    this.timer = setInterval(() => void this.tick(), renewalIntervalMs).unref();
    await this.tick();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    this.validUntil = -Infinity;
    const { slotKey, leaseId } = this;
    this.slotKey = this.leaseId = undefined;
    if (slotKey && leaseId) await this.options.store.deleteIfEquals(slotKey, leaseId).catch(() => undefined);
    await this.channel.close();
  }

  /**
   * Resolves when no instance trusts a response with one of the tags that was in its memory before.
   * @throws StoreUnavailableError if the other instances could not be told
   */
  async invalidate(tags: readonly string[]): Promise<void> {
    const slotKeysByLeaseId = new Map<string, string>();
    const getOtherLeaseIds = async (): Promise<Set<string>> => {
      const leaseIds = await this.options.store.getMany(slotKeys);
      for (const [index, leaseId] of leaseIds.entries())
        if (leaseId) slotKeysByLeaseId.set(leaseId.toString(), slotKeys[index] ?? '');
      if (this.leaseId) slotKeysByLeaseId.delete(this.leaseId);
      return new Set(slotKeysByLeaseId.keys());
    };
    let sentAt = performance.now();
    try {
      const silent = await this.channel.broadcast(tags, getOtherLeaseIds, acknowledgementTimeoutMs);
      if (silent.size === 0) return;
      sentAt = performance.now();
      await Promise.all(
        [...silent].map((leaseId) => this.options.store.deleteIfEquals(slotKeysByLeaseId.get(leaseId) ?? '', leaseId)),
      );
    } catch (error) {
      this.reportStoreFailure(sentAt);
      throw error;
    }
    await sleep(leaseDurationMs);
  }

  /** During an outage of the store, resolves when the lease of every instance has expired, as none could be renewed. */
  async waitForOtherLeasesToExpire(): Promise<void> {
    const remainingMs = (this.storeUnavailableSince ?? performance.now()) + leaseDurationMs - performance.now();
    if (remainingMs > 0) await sleep(remainingMs);
  }

  /** @param since when the failed command was sent, on the monotonic clock */
  reportStoreFailure(since: number): void {
    this.dropLease();
    if (this.storeUnavailableSince === undefined || this.storeRecoveredAt !== undefined)
      this.storeUnavailableSince = Math.max(since, this.storeUnavailableSince ?? since);
    this.storeRecoveredAt = undefined;
  }

  private async tick(): Promise<void> {
    if (this.ticking) return;
    this.ticking = true;
    const sentAt = performance.now();
    try {
      if (this.slotKey && this.leaseId) await this.renew(this.slotKey, this.leaseId, sentAt);
      else await this.join();
    } catch {
      // Joining sends several commands, and the failed one is not known here. A start of the outage that is too late
      // only lengthens waitForOtherLeasesToExpire; one that is too early would break its promise.
      this.reportStoreFailure(this.slotKey ? sentAt : performance.now());
    } finally {
      this.ticking = false;
    }
  }

  private async renew(slotKey: string, leaseId: string, sentAt: number): Promise<void> {
    const renewed = await this.options.store.setIfEquals(slotKey, leaseId, leaseId, slotTtlMs);
    if (this.leaseId !== leaseId) return;
    if (!renewed) return this.dropLease();
    // After a gap in the lease, messages that were sent in the gap must be received first.
    if (!this.valid) await this.channel.open();
    if (this.leaseId === leaseId) this.validUntil = sentAt + leaseDurationMs;
  }

  /**
   * The slot was deleted by an instance that missed our acknowledgement, or expired, or the store failed. Later
   * invalidations may have been missed.
   */
  private dropLease(): void {
    this.validUntil = -Infinity;
    this.slotKey = this.leaseId = undefined;
  }

  private async join(): Promise<void> {
    await this.channel.open();
    if (this.storeUnavailableSince !== undefined && !(await this.catchUp())) return;
    const leaseId = randomUUID();
    // From now on invalidations are acknowledged: other instances may see the slot before this one knows that it has it.
    this.leaseId = leaseId;
    const sentAt = performance.now();
    const slotKey = await this.claimSlot(leaseId);
    if (this.leaseId !== leaseId) return;
    if (!slotKey) return this.dropLease();
    this.options.onNewEpoch();
    this.currentEpoch += 1;
    this.slotKey = slotKey;
    this.validUntil = sentAt + leaseDurationMs;
  }

  /** @returns false during the quarantine, while no cached response is trusted yet */
  private async catchUp(): Promise<boolean> {
    const now = performance.now();
    if (this.storeRecoveredAt === undefined) {
      await this.options.onStoreRecovered();
      this.storeRecoveredAt = now;
    }
    if (now < this.storeRecoveredAt + recoveryQuarantineMs) return false;
    await this.options.onStoreRecovered();
    this.storeUnavailableSince = undefined;
    return true;
  }

  /** @returns the key of the slot; undefined if all slots are taken */
  private async claimSlot(leaseId: string): Promise<string | undefined> {
    const leaseIds = await this.options.store.getMany(slotKeys);
    for (const [index, slotKey] of slotKeys.entries()) {
      if (!leaseIds[index] && (await this.options.store.setIfAbsent(slotKey, leaseId, slotTtlMs))) return slotKey;
    }
    return undefined;
  }
}

const slotKeys: readonly string[] = Array.from({ length: maxSlots }, (_, index) => `cache:instance:${index}`);
