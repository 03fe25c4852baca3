import type { FastifyRequest } from 'fastify';

/** Headers of the batch request that each entry carries too: the caller, its visitor, its origin, its language and its trace. */
const forwardedRequestHeaders = [
  'accept-language',
  'authorization',
  'cache-control',
  'cookie',
  'host',
  'origin',
  'sec-fetch-site',
  'traceparent',
  'tracestate',
  'user-agent',
  'x-api-key',
  'x-csrf',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-on-behalf-of',
  'x-visitor',
] as const;

/**
 * The headers of one entry. The entry carries the credential of the batch and is authenticated again: an entry is not
 * trusted more than any other request (docs/decisions/0009).
 *
 * @param remainingMs the remaining time of the batch's own X-Request-Timeout
 */
export function createEntryHeaders(
  { headers }: Pick<FastifyRequest, 'headers'>,
  { ifNoneMatch, remainingMs }: { readonly ifNoneMatch?: string; readonly remainingMs?: number },
): Record<string, string | string[]> {
  const entryHeaders: Record<string, string | string[]> = {};
  for (const name of forwardedRequestHeaders) {
    const value = headers[name];
    if (value !== undefined) entryHeaders[name] = value;
  }
  if (ifNoneMatch !== undefined) entryHeaders['if-none-match'] = ifNoneMatch;
  if (remainingMs !== undefined) entryHeaders['x-request-timeout'] = (remainingMs / 1000).toFixed(3);
  return entryHeaders;
}
