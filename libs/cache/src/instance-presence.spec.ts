import { describe, expect, it } from '@jest/globals';
import { expectedBackMs, getInstanceId, InstancePresence, toLeaseId } from './instance-presence.js';
import type { InstanceTableView } from './instance-table.js';

const now = 1_900_000_000_000;
const createView = (view: {
  leases?: readonly string[];
  removed?: readonly string[];
  closed?: readonly string[];
  missing?: Readonly<Record<string, number>>;
}): InstanceTableView => ({
  slotKeysByLeaseId: new Map(view.leases?.map((leaseId, index) => [leaseId, `slot-${index}`])),
  removedLeaseIds: new Set(view.removed),
  closedInstanceIds: new Set(view.closed),
  freeSlotKeys: [],
  missingSince: new Map(Object.entries(view.missing ?? {})),
});

describe('InstancePresence', () => {
  it('misses an instance that it has seen, until that one is back with another lease', () => {
    const presence = new InstancePresence('me');
    expect(presence.update(createView({ leases: ['me.1', 'other.1'] }), now)).toEqual(new Map());
    expect(presence.update(createView({ leases: ['me.1'] }), now + 1)).toEqual(new Map([['other', now + 1]]));
    expect(presence.update(createView({ leases: ['me.1'] }), now + 2)).toEqual(new Map([['other', now + 1]]));
    expect(presence.update(createView({ leases: ['me.1', 'other.2'] }), now + 3)).toEqual(new Map());
  });

  it('does not miss an instance whose slot was taken away just now', () => {
    const presence = new InstancePresence('me');
    presence.update(createView({ leases: ['other.1'] }), now);
    expect(presence.update(createView({ removed: ['other.1'] }), now)).toEqual(new Map());
    expect(presence.update(createView({}), now).size).toBe(1);
  });

  it('does not miss an instance that has ended, though another one recorded it', () => {
    const presence = new InstancePresence('me');
    presence.update(createView({ leases: ['other.1'] }), now);
    expect(presence.update(createView({ closed: ['other'], missing: { other: now } }), now)).toEqual(new Map());
    expect(presence.update(createView({}), now)).toEqual(new Map());
  });

  it('misses an instance that another one recorded, but not itself', () => {
    const presence = new InstancePresence('me');
    const missing = { other: now - 5, me: now - 5 };
    expect(presence.update(createView({ missing }), now)).toEqual(new Map([['other', now - 5]]));
  });

  it('gives an instance up after the same time as all others', () => {
    const presence = new InstancePresence('me');
    presence.update(createView({ leases: ['other.1'] }), now);
    presence.update(createView({}), now + 10);
    const view = createView({ missing: { other: now } });
    expect(presence.update(view, now + expectedBackMs - 1)).toEqual(new Map([['other', now]]));
    expect(presence.update(view, now + expectedBackMs)).toEqual(new Map());
    expect(presence.update(createView({}), now + expectedBackMs)).toEqual(new Map());
  });

  it('returns at most 16 instances, the last ones', () => {
    const names = Array.from({ length: 20 }, (_, index) => `other-${index}`);
    const missing = Object.fromEntries(names.map((name, index) => [name, now + index]));
    const presence = new InstancePresence('me');
    expect([...presence.update(createView({ missing }), now + 20).keys()]).toEqual(names.slice(4));
  });

  it('does not follow leases of a release that did not name the instance', () => {
    expect(getInstanceId('0b8e6d2c-6a1e-4d5e-9f57-1d3c9b1f2a10')).toBeUndefined();
    expect(getInstanceId(toLeaseId('0b8e6d2c-6a1e-4d5e-9f57-1d3c9b1f2a10', 12))).toBe(
      '0b8e6d2c-6a1e-4d5e-9f57-1d3c9b1f2a10',
    );
  });
});
