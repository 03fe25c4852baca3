import type { Store } from '#store';

/** A row of the table that an instance holds. */
export interface HeldSlot {
  readonly slotKey: string;
  readonly leaseId: string;
}

/** The table as it was read. */
export interface InstanceTableView {
  /** The slot of each lease that is renewed, or was until less than `slotTtlMs` ago. */
  readonly slotKeysByLeaseId: ReadonlyMap<string, string>;
  /** Leases whose slot another instance took away, and whose holder may not know it yet. */
  readonly removedLeaseIds: ReadonlySet<string>;
  /** Instances that ended as they should. */
  readonly closedInstanceIds: ReadonlySet<string>;
  readonly freeSlotKeys: readonly string[];
  /** Since when an instance is missing that did not say that it ends, milliseconds since 1970. */
  readonly missingSince: ReadonlyMap<string, number>;
}

/** Milliseconds after which the slot of an instance that no longer renews it expires. */
const slotTtlMs = 1_500;
/** Milliseconds for which the other instances can read that an instance has ended. */
const closedTtlMs = 5_000;
/** Max number of instances with a lease. Further instances cache nothing in memory. */
const maxSlots = 64;

const slotKeys: readonly string[] = Array.from({ length: maxSlots }, (_, index) => `cache:instance:${index}`);
const missingKey = 'cache:missing';
/** Lease ids have no spaces, so that none can be taken for a mark. */
const removedMark = 'removed ';
const closedMark = 'closed ';

/**
 * The instances that cache in memory, as rows in the store. A release that does not know the marks takes them for lease
 * ids without a holder: it waits for them in vain, which is slow and exact.
 */
export class InstanceTable {
  constructor(
    private readonly store: Store,
    private readonly instanceId: string,
  ) {}

  /** Takes one round trip. @throws StoreUnavailableError */
  async read(): Promise<InstanceTableView> {
    const [missing, ...values] = await this.store.getMany([missingKey, ...slotKeys]);
    const slotKeysByLeaseId = new Map<string, string>();
    const removedLeaseIds = new Set<string>();
    const closedInstanceIds = new Set<string>();
    const freeSlotKeys: string[] = [];
    for (const [index, value] of values.map((each) => each?.toString() ?? '').entries()) {
      const slotKey = slotKeys[index] ?? '';
      if (!value) freeSlotKeys.push(slotKey);
      else if (value.startsWith(removedMark)) removedLeaseIds.add(value.slice(removedMark.length));
      else if (value.startsWith(closedMark)) closedInstanceIds.add(value.slice(closedMark.length));
      else slotKeysByLeaseId.set(value, slotKey);
    }
    const missingSince = parseMissing(missing);
    return { slotKeysByLeaseId, removedLeaseIds, closedInstanceIds, freeSlotKeys, missingSince };
  }

  /** @returns undefined if all slots are taken @throws StoreUnavailableError */
  async claim(view: InstanceTableView, leaseId: string): Promise<HeldSlot | undefined> {
    const slotKey = await this.fillFreeSlot(view, leaseId, slotTtlMs);
    return slotKey === undefined ? undefined : { slotKey, leaseId };
  }

  /** @returns false if the slot was taken away, or has expired @throws StoreUnavailableError */
  renew({ slotKey, leaseId }: HeldSlot): Promise<boolean> {
    return this.store.setIfEquals(slotKey, leaseId, leaseId, slotTtlMs);
  }

  /**
   * Ends a lease from outside: its holder can no longer renew it.
   * @param trustedMs milliseconds for which the holder may trust it since its last renewal; the mark lasts as long
   * @throws StoreUnavailableError
   */
  async remove({ slotKey, leaseId }: HeldSlot, trustedMs: number): Promise<void> {
    try {
      await this.store.setIfEquals(slotKey, leaseId, removedMark + leaseId, trustedMs);
    } catch {
      // A full Redis deletes, but does not write.
      await this.store.deleteIfEquals(slotKey, leaseId);
    }
  }

  /** Tells the other instances that this one ends. @throws StoreUnavailableError */
  async close(held: HeldSlot | undefined): Promise<void> {
    const mark = closedMark + this.instanceId;
    if (held && (await this.store.setIfEquals(held.slotKey, held.leaseId, mark, closedTtlMs))) return;
    await this.fillFreeSlot(await this.read(), mark, closedTtlMs);
  }

  /**
   * Replaces the record of missing instances, unless another instance has replaced it since it was read.
   * @throws StoreUnavailableError
   */
  async recordMissing(
    previous: ReadonlyMap<string, number>,
    current: ReadonlyMap<string, number>,
    ttlMs: number,
  ): Promise<void> {
    const [expected, value] = [formatMissing(previous), formatMissing(current)];
    if (previous.size === 0) await this.store.setIfAbsent(missingKey, value, ttlMs);
    else if (current.size === 0) await this.store.deleteIfEquals(missingKey, expected);
    else await this.store.setIfEquals(missingKey, expected, value, ttlMs);
  }

  private async fillFreeSlot(
    { freeSlotKeys }: InstanceTableView,
    value: string,
    ttlMs: number,
  ): Promise<string | undefined> {
    for (const slotKey of freeSlotKeys) {
      if (await this.store.setIfAbsent(slotKey, value, ttlMs)) return slotKey;
    }
    return undefined;
  }
}

function formatMissing(missingSince: ReadonlyMap<string, number>): string {
  return JSON.stringify([...missingSince]);
}

function parseMissing(bytes: Buffer | undefined): ReadonlyMap<string, number> {
  return new Map(bytes ? (JSON.parse(bytes.toString()) as [string, number][]) : []);
}
