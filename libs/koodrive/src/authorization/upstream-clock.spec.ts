import { describe, expect, it } from '@jest/globals';
import { UpstreamClock } from './upstream-clock.js';

const noon = Date.parse('2026-01-01T12:00:00.000Z');

describe('UpstreamClock', () => {
  it('tells our own time until it has learned another', () => {
    expect(new UpstreamClock({ now: () => noon }).now()).toBe(noon);
  });

  it.each([
    ['behind', -600_000],
    ['ahead', 600_000],
  ])('follows the upstream when we are %s', (_where, ours) => {
    const clock = new UpstreamClock({ now: () => noon + ours });
    clock.learn(new Date(noon).toUTCString());
    expect(clock.now()).toBe(noon);
  });

  it('is never ahead of the upstream, whatever part of a second its Date cut off and however long it took to come', () => {
    for (const elapsed of [0, 1, 499, 999, 1500, 20_000]) {
      for (const fraction of [0, 1, 500, 999]) {
        const upstream = noon + fraction;
        let ours = noon - 77_777;
        const clock = new UpstreamClock({ now: () => ours });
        ours += elapsed;
        clock.learn(new Date(upstream).toUTCString());
        expect(clock.now()).toBeLessThanOrEqual(upstream + elapsed);
      }
    }
  });

  it.each([undefined, '', 'yesterday', 'Thu, 01 Jan 1970 00:00:00 GMT'])('learns nothing from %p', (header) => {
    const clock = new UpstreamClock({ now: () => noon });
    clock.learn(header);
    expect(clock.now()).toBe(noon);
  });
});
