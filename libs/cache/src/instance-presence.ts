import type { InstanceTableView } from './instance-table.js';

/**
 * Milliseconds for which an instance that vanished is expected back. It may be cut off from the store and go on writing,
 * or it may be dead: the others cannot tell.
 */
export const expectedBackMs = 300_000;
/** Bounds the record in the store where instances are killed in a loop. */
const maxMissing = 16;
const leaseIdPattern = /^(?<instanceId>[^.]+)\.\d+$/;

/** Lease ids of one instance begin with its id, so that the others see when it is back. */
export function toLeaseId(instanceId: string, number: number): string {
  return `${instanceId}.${number}`;
}

/** @returns undefined for a lease id of a release that did not name the instance */
export function getInstanceId(leaseId: string): string | undefined {
  return leaseIdPattern.exec(leaseId)?.groups?.instanceId;
}

/** Notices that another instance has vanished: it is no longer in the table, and did not say that it ends. */
export class InstancePresence {
  /** Since when each other instance is missing, milliseconds since 1970; undefined while it is in the table. */
  private readonly others = new Map<string, number | undefined>();

  constructor(private readonly instanceId: string) {}

  /**
   * @param now milliseconds since 1970
   * @returns the missing instances, and since when they are missing
   */
  update(view: InstanceTableView, now: number): ReadonlyMap<string, number> {
    for (const [id, since] of view.missingSince) this.others.set(id, Math.min(since, this.others.get(id) ?? since));
    const present = new Set([...view.slotKeysByLeaseId.keys(), ...view.removedLeaseIds].map(getInstanceId));
    for (const id of present) if (id !== undefined) this.others.set(id, undefined);
    for (const id of [this.instanceId, ...view.closedInstanceIds]) this.others.delete(id);
    for (const [id, since = now] of this.others) {
      if (now - since >= expectedBackMs) this.others.delete(id);
      else if (!present.has(id)) this.others.set(id, since);
    }
    const missing = [...this.others].filter((entry): entry is [string, number] => entry[1] !== undefined);
    return new Map(missing.sort(([, a], [, b]) => a - b).slice(-maxMissing));
  }
}
