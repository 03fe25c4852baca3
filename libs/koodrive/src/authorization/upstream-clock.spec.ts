import { describe, expect, it } from '@jest/globals';
import { UpstreamClock } from './upstream-clock.js';

const noon = Date.parse('2026-01-01T12:00:00.000Z');

describe('UpstreamClock', () => {
  it('uses our own time until it received a Date', () => {
    expect(new UpstreamClock({ now: () => noon }).now()).toBe(noon);
  });

  it.each([
    ['behind', -600_000],
    ['ahead', 600_000],
  ])('follows the upstream when we are %s', (_where, offsetMs) => {
    const clock = new UpstreamClock({ now: () => noon + offsetMs });
    clock.synchronize(new Date(noon).toUTCString());
    expect(clock.now()).toBe(noon);
  });

  it('is never ahead of the upstream, for any fraction of a second and any duration of the response', () => {
    for (const elapsedMs of [0, 1, 499, 999, 1500, 20_000]) {
      for (const fractionMs of [0, 1, 500, 999]) {
        const upstreamNow = noon + fractionMs;
        let ourNow = noon - 77_777;
        const clock = new UpstreamClock({ now: () => ourNow });
        ourNow += elapsedMs;
        clock.synchronize(new Date(upstreamNow).toUTCString());
        expect(clock.now()).toBeLessThanOrEqual(upstreamNow + elapsedMs);
      }
    }
  });

  it('tells the difference that it does not correct, until a Date is near again', () => {
    const clock = new UpstreamClock({ now: () => noon });
    const dayMs = 24 * 60 * 60 * 1000;
    clock.synchronize(new Date(noon + 2 * dayMs).toUTCString());
    expect([clock.now(), clock.uncorrectedSkewMs]).toEqual([noon, 2 * dayMs]);
    clock.synchronize(undefined);
    expect(clock.uncorrectedSkewMs).toBe(2 * dayMs);
    clock.synchronize(new Date(noon + dayMs / 2).toUTCString());
    expect([clock.now(), clock.uncorrectedSkewMs]).toEqual([noon + dayMs / 2, undefined]);
  });

  it.each([undefined, '', 'yesterday', 'Thu, 01 Jan 1970 00:00:00 GMT'])('ignores the Date %p', (header) => {
    const clock = new UpstreamClock({ now: () => noon });
    clock.synchronize(header);
    expect(clock.now()).toBe(noon);
  });
});
