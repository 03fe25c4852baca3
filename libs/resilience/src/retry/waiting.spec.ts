import { describe, expect, it } from '@jest/globals';
import { fullJitter } from './backoff.js';
import { parseRetryAfter } from './retry-after.js';
import { RetryQuota } from './retry-quota.js';

describe('fullJitter', () => {
  const backoff = { baseMs: 100, mostMs: 1000 };

  it('doubles the range of the wait with each try, up to the most', () => {
    const widest = [1, 2, 3, 4, 5, 50].map((tries) => fullJitter(tries, backoff, () => 1));
    expect(widest).toEqual([100, 200, 400, 800, 1000, 1000]);
  });

  it('takes a random part of the range, down to nothing', () => {
    expect(fullJitter(3, backoff, () => 0.25)).toBe(100);
    expect(fullJitter(3, backoff, () => 0)).toBe(0);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');

  it('reads seconds', () => expect(parseRetryAfter('120', now)).toBe(120_000));
  it('reads a date', () => expect(parseRetryAfter('Wed, 21 Oct 2026 07:28:30 GMT', now)).toBe(30_000));
  it('takes a date gone by for now', () => expect(parseRetryAfter('Wed, 21 Oct 2025 07:28:00 GMT', now)).toBe(0));
  it.each([undefined, '', ' ', 'soon', '-5', '1.5', '99999999999'])('makes nothing of %p', (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined();
  });
});

describe('RetryQuota', () => {
  it('pays for 35 repeats and then for none', () => {
    const quota = new RetryQuota();
    const paid = Array.from({ length: 100 }, () => quota.take()).filter(Boolean);
    expect(paid).toHaveLength(35);
  });

  it('gets one back for a success at the first try', () => {
    const quota = new RetryQuota();
    quota.take();
    quota.succeeded(false);
    expect(quota.left).toBe(487);
  });

  it('gets back what a repeat took when the repeat succeeds', () => {
    const quota = new RetryQuota();
    quota.take();
    quota.succeeded(true);
    expect(quota.left).toBe(500);
  });

  it('never holds more than its 500', () => {
    const quota = new RetryQuota();
    quota.succeeded(true);
    expect(quota.left).toBe(500);
  });
});
