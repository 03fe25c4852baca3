import { describe, expect, it } from '@jest/globals';
import { fullJitter } from './backoff.js';
import { parseRetryAfter } from './retry-after.js';
import { RetryQuota } from './retry-quota.js';

describe('fullJitter', () => {
  const backoff = { baseDelayMs: 100, maxDelayMs: 1000 };

  it('doubles the range of the delay with each attempt, up to the maximum', () => {
    const upperBoundsMs = [1, 2, 3, 4, 5, 50].map((attempts) => fullJitter(attempts, backoff, () => 1));
    expect(upperBoundsMs).toEqual([100, 200, 400, 800, 1000, 1000]);
  });

  it('returns a random part of the range, down to 0', () => {
    expect(fullJitter(3, backoff, () => 0.25)).toBe(100);
    expect(fullJitter(3, backoff, () => 0)).toBe(0);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');

  it('parses seconds', () => expect(parseRetryAfter('120', now)).toBe(120_000));
  it('parses a date', () => expect(parseRetryAfter('Wed, 21 Oct 2026 07:28:30 GMT', now)).toBe(30_000));
  it('returns 0 for a date in the past', () => expect(parseRetryAfter('Wed, 21 Oct 2025 07:28:00 GMT', now)).toBe(0));
  it.each([undefined, '', ' ', 'soon', '-5', '1.5', '99999999999'])('returns undefined for %p', (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined();
  });
});

describe('RetryQuota', () => {
  it('allows 35 retries and then none', () => {
    const quota = new RetryQuota();
    const allowed = Array.from({ length: 100 }, () => quota.tryAcquire()).filter(Boolean);
    expect(allowed).toHaveLength(35);
  });

  it('gets one token back when a first attempt succeeds', () => {
    const quota = new RetryQuota();
    quota.tryAcquire();
    quota.recordSuccess(false);
    expect(quota.remainingTokens).toBe(487);
  });

  it('gets the tokens of a retry back when the retry succeeds', () => {
    const quota = new RetryQuota();
    quota.tryAcquire();
    quota.recordSuccess(true);
    expect(quota.remainingTokens).toBe(500);
  });

  it('never holds more than 500 tokens', () => {
    const quota = new RetryQuota();
    quota.recordSuccess(true);
    expect(quota.remainingTokens).toBe(500);
  });
});
