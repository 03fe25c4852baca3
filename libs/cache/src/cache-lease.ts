import { randomUUID } from 'node:crypto';
import { sleep, type Store } from '#store';
import { expectedBackMs, getInstanceId, InstancePresence, toLeaseId } from './instance-presence.js';
import { type HeldSlot, InstanceTable, type InstanceTableView } from './instance-table.js';
import { InvalidationChannel } from './invalidation-channel.js';

export interface CacheLeaseOptions {
  readonly store: Store;
  /** Called for each invalidation of another instance; see InvalidationChannelOptions. */
  readonly onInvalidate: (tags: readonly string[]) => void;
  /** Called when a new epoch begins: everything in memory must be dropped. */
  readonly onNewEpoch: () => void;
  /** Called when the store responds again after an outage: pending invalidations must be replayed. */
  readonly onStoreRecovered: () => Promise<void>;
  /** Called when the number of missing instances changes; see `complete`. */
  readonly onMissing: (count: number) => void;
}

const renewalIntervalMs = 100;
/** Milliseconds for which memory is trusted, counted from when the last successful renewal was sent. */
const leaseDurationMs = 300;
/** Milliseconds between two looks at the table of instances. */
const observationIntervalMs = 500;
/** Milliseconds an invalidation waits for acknowledgements before it takes away the slots of silent instances. */
const acknowledgementTimeoutMs = 150;
/**
 * Milliseconds for which no cached response is trusted after the store was unavailable: other instances may still have
 * to replay invalidations.
 */
const recoveryQuarantineMs = 2_500;

/**
 * The lease that lets an instance trust its memory. It consists of a slot in the store, which is renewed several times a
 * second, and a channel on which the instance receives invalidations. An invalidation resolves when each instance with a
 * slot has acknowledged it, or has lost its slot and its lease has expired; a slot that another invalidation took away
 * counts until then. Therefore no instance serves from memory a
 * response that a completed invalidation removed, whether the instance is slow, frozen, disconnected or dead
 * (docs/decisions/0002).
 */
export class CacheLease {
  private readonly options: CacheLeaseOptions;
  private readonly instanceId = randomUUID();
  private readonly table: InstanceTable;
  private readonly presence = new InstancePresence(this.instanceId);
  private readonly channel: InvalidationChannel;
  private timer: NodeJS.Timeout | undefined;
  private slot: HeldSlot | undefined;
  private leaseId: string | undefined;
  private leaseCount = 0;
  private missingCount = 0;
  private observing = false;
  private nextObservationAt = 0;
  private currentEpoch = 0;
  private validUntil = -Infinity;
  private ticking = false;
  /** When the last outage of the store began; undefined if there was none or the store is trusted again. */
  private storeUnavailableSince: number | undefined;
  private storeRecoveredAt: number | undefined;

  constructor(options: CacheLeaseOptions) {
    this.options = options;
    this.table = new InstanceTable(options.store, this.instanceId);
    this.channel = new InvalidationChannel({
      store: options.store,
      instanceId: this.instanceId,
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

  /**
   * Whether every instance that is known can tell the others what it invalidates. An instance that is cut off from the
   * store cannot, and is missing in the table soon after.
   */
  get complete(): boolean {
    return this.missingCount === 0;
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
    const { slot } = this;
    this.slot = this.leaseId = undefined;
    await this.table.close(slot).catch(() => undefined);
    await this.channel.close();
  }

  /**
   * Resolves when no instance trusts a response with one of the tags that was in its memory before.
   * @throws StoreUnavailableError if the other instances could not be told
   */
  async invalidate(tags: readonly string[]): Promise<void> {
    let view: InstanceTableView | undefined;
    let trustedUntil = -Infinity;
    const getOtherLeaseIds = async (): Promise<Set<string>> => {
      view = await this.table.read();
      trustedUntil = performance.now() + leaseDurationMs;
      const leaseIds = [...view.slotKeysByLeaseId.keys(), ...view.removedLeaseIds];
      return new Set(leaseIds.filter((leaseId) => getInstanceId(leaseId) !== this.instanceId));
    };
    let sentAt = performance.now();
    try {
      const silent = await this.channel.broadcast(tags, getOtherLeaseIds, acknowledgementTimeoutMs);
      if (silent.size === 0) return;
      sentAt = performance.now();
      if (await this.removeSlots(silent, view)) trustedUntil = performance.now() + leaseDurationMs;
    } catch (error) {
      this.reportStoreFailure(sentAt);
      throw error;
    }
    await sleep(Math.max(0, trustedUntil - performance.now()));
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

  /** @returns whether there was one to remove: those of the others were taken away before the table was read */
  private async removeSlots(leaseIds: ReadonlySet<string>, view: InstanceTableView | undefined): Promise<boolean> {
    const slots = [...leaseIds].flatMap((leaseId) => {
      const slotKey = view?.slotKeysByLeaseId.get(leaseId);
      return slotKey === undefined ? [] : [{ slotKey, leaseId }];
    });
    await Promise.all(slots.map((slot) => this.table.remove(slot, leaseDurationMs)));
    return slots.length > 0;
  }

  private async tick(): Promise<void> {
    if (this.ticking) return;
    this.ticking = true;
    const sentAt = performance.now();
    try {
      if (this.slot) await this.renew(this.slot, sentAt);
      else await this.join();
    } catch {
      // Joining sends several commands, and the failed one is not known here. A start of the outage that is too late
      // only lengthens waitForOtherLeasesToExpire; one that is too early would break its promise.
      this.reportStoreFailure(this.slot ? sentAt : performance.now());
    } finally {
      this.ticking = false;
    }
  }

  private async renew(slot: HeldSlot, sentAt: number): Promise<void> {
    const renewed = await this.table.renew(slot);
    if (this.slot !== slot) return;
    if (!renewed) return this.dropLease();
    // After a gap in the lease, messages that were sent in the gap must be received first.
    if (!this.valid) await this.channel.open();
    if (this.slot !== slot) return;
    this.validUntil = sentAt + leaseDurationMs;
    if (sentAt >= this.nextObservationAt) void this.observe();
  }

  /** Is not part of the renewal, which must not take longer for it. */
  private async observe(): Promise<void> {
    if (this.observing) return;
    this.observing = true;
    try {
      const view = await this.table.read();
      const missing = this.updatePresence(view);
      const changed = [...missing.keys()].sort().join() !== [...view.missingSince.keys()].sort().join();
      // What an instance without a lease sees does not count: it may be missing itself.
      if (changed && this.valid) await this.table.recordMissing(view.missingSince, missing, expectedBackMs);
    } catch {
      // If the store is unavailable, the next renewal notices it.
    } finally {
      this.observing = false;
    }
  }

  private updatePresence(view: InstanceTableView): ReadonlyMap<string, number> {
    this.nextObservationAt = performance.now() + observationIntervalMs;
    const missing = this.presence.update(view, Date.now());
    const changed = missing.size !== this.missingCount;
    this.missingCount = missing.size;
    if (changed) this.options.onMissing(missing.size);
    return missing;
  }

  /**
   * The slot was taken away by an instance that missed our acknowledgement, or expired, or the store failed. Later
   * invalidations may have been missed.
   */
  private dropLease(): void {
    this.validUntil = -Infinity;
    this.slot = this.leaseId = undefined;
  }

  private async join(): Promise<void> {
    await this.channel.open();
    if (this.storeUnavailableSince !== undefined && !(await this.catchUp())) return;
    const view = await this.table.read();
    this.updatePresence(view);
    const leaseId = toLeaseId(this.instanceId, ++this.leaseCount);
    // From now on invalidations are acknowledged: other instances may see the slot before this one knows that it has it.
    this.leaseId = leaseId;
    const sentAt = performance.now();
    const slot = await this.table.claim(view, leaseId);
    if (this.leaseId !== leaseId) return;
    if (!slot) return this.dropLease();
    this.options.onNewEpoch();
    this.currentEpoch += 1;
    this.slot = slot;
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
}
