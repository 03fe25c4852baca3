import { randomUUID } from 'node:crypto';

/** KooDrive takes an X-Traceid of exactly so many characters. */
const LENGTH = 58;

/**
 * A value for X-Traceid: 58 hexadecimal digits.
 * @param traceId a W3C trace id of 32 hexadecimal digits; it becomes the beginning, so that both sides' logs can be
 * laid side by side
 */
export function upstreamTraceId(traceId?: string): string {
  const beginning = traceId && /^[0-9a-f]{32}$/.test(traceId) ? traceId : '';
  // Node keeps random UUIDs in stock, which makes them several times as fast as random bytes.
  return (beginning + randomUUID() + randomUUID()).replaceAll('-', '').slice(0, LENGTH);
}
