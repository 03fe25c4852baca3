import { randomUUID } from 'node:crypto';

/** KooDrive accepts only an X-Traceid of exactly this length. */
const traceIdLength = 58;

/**
 * A value for X-Traceid: 58 hexadecimal digits.
 * @param traceId a W3C trace id of 32 hexadecimal digits; X-Traceid starts with it, so that our logs and KooDrive's can be
 * correlated
 */
export function createUpstreamTraceId(traceId?: string): string {
  const prefix = traceId && /^[0-9a-f]{32}$/.test(traceId) ? traceId : '';
  // Node caches random UUIDs. That makes them several times faster than random bytes.
  return (prefix + randomUUID() + randomUUID()).replaceAll('-', '').slice(0, traceIdLength);
}
