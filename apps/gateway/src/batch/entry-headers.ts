import type { FastifyRequest } from 'fastify';

/** Headers of a batch that are its entries' as well: who calls and for whom, from where, in which language. */
const passedOn = [
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
] as const;

/**
 * The headers of one entry. Its credential is that of the batch, and is asked for again: nothing is believed of an entry
 * that would not be believed of a request.
 *
 * @param remainingMs what is left of the batch's own X-Request-Timeout
 */
export function entryHeaders(
  { headers }: Pick<FastifyRequest, 'headers'>,
  {
    ifNoneMatch,
    remainingMs,
  }: { readonly ifNoneMatch?: string | undefined; readonly remainingMs?: number | undefined },
): Record<string, string | string[]> {
  const given = passedOn.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(given),
    ...(ifNoneMatch !== undefined && { 'if-none-match': ifNoneMatch }),
    ...(remainingMs !== undefined && { 'x-request-timeout': (remainingMs / 1000).toFixed(3) }),
  };
}
