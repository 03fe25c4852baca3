import { randomBytes } from 'node:crypto';

/** KooDrive takes an X-Traceid of exactly so many characters. */
const LENGTH = 58;

/**
 * A value for X-Traceid: 58 hexadecimal digits.
 * @param traceId a W3C trace id of 32 hexadecimal digits; it becomes the beginning, so that both sides' logs can be
 * laid side by side
 */
export function upstreamTraceId(traceId?: string): string {
  const beginning = traceId && /^[0-9a-f]{32}$/.test(traceId) ? traceId : '';
  return beginning + randomBytes((LENGTH - beginning.length) / 2).toString('hex');
}
