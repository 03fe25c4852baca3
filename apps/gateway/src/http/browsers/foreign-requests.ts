import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { type Configuration, isLoopback } from '#config';
import { ProblemError } from '#problem';

/** @returns the problem of a request that is rejected before anything else looks at it */
export type ForeignRequestCheck = (request: FastifyRequest) => ProblemError | undefined;

const maxRememberedTexts = 1_000;
/** A host name has at most 253 characters. */
const maxRememberedLength = 300;

/**
 * Rejects requests for host names that the gateway does not serve, and outside production those of foreign pages (S35).
 *
 * A web page can make the browser of a developer call 127.0.0.1. In DNS rebinding, the name of the page resolves to
 * 127.0.0.1: the browser then regards the gateway as the page's own server, and only Host has the name of the page. In
 * production, monitoring calls instances by their IP addresses, which no page can use as its name, or by HTTP/1.0 without a
 * name, which no browser does. Whether an instance is ready, it may ask by any name.
 */
export function createForeignRequestCheck({
  environment,
  server: { allowedHosts, allowedOrigins },
}: Pick<Configuration, 'environment' | 'server'>): ForeignRequestCheck {
  if (!allowedHosts) return () => undefined;
  const production = environment === 'production';
  const isServed = (hostname: string): boolean =>
    isLoopbackName(hostname) || allowedHosts.includes(hostname) || (production && isIpAddress(hostname));
  const isServedHost = rememberResults((host) => isServed(parseHostname(`http://${host}`)));
  const isOwnPage = rememberResults((origin) => allowedOrigins.includes(origin) || isServed(parseHostname(origin)));
  const comesFromMonitoring = ({ headers, routeOptions }: FastifyRequest): boolean =>
    production && (headers.host === undefined || routeOptions.config.endpoint?.rateLimit === 'none');
  return (request) => {
    // The second one is what a trusted proxy says. A page of a rebound name could write it itself, but never Host.
    const isForOwnHost = isServedHost(request.headers.host ?? '') && isServedHost(request.host);
    if (!isForOwnHost && !comesFromMonitoring(request)) return new ProblemError('unknown-host');
    if (production || !comesFromForeignPage(request, isOwnPage)) return undefined;
    return new ProblemError('cross-site-refused');
  };
}

/**
 * By Origin, which browsers send with each request that can change something; without it, by Sec-Fetch-Site. Links to the
 * gateway, and redirects of a sign-in, open a page in a tab: they may come from anywhere.
 */
function comesFromForeignPage({ method, headers }: FastifyRequest, isOwnPage: (origin: string) => boolean): boolean {
  if (headers.origin !== undefined) return !isOwnPage(headers.origin);
  const opensPage =
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return headers['sec-fetch-site'] === 'cross-site' && !opensPage;
}

/** Browsers resolve `*.localhost` to loopback by themselves. */
const isLoopbackName = (hostname: string): boolean => isLoopback(hostname) || hostname.endsWith('.localhost');

const isIpAddress = (hostname: string): boolean => isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;

/** The host of a URL, without the port. Empty where the URL is malformed or has more than scheme, host and port. */
function parseHostname(url: string): string {
  return (/^https?:\/\/[^/?#@\\\s]+$/.test(url) && URL.parse(url)?.hostname) || '';
}

/** Most requests have one of a few hosts and origins, and to parse them costs more than the rest of the check. */
function rememberResults(check: (text: string) => boolean): (text: string) => boolean {
  const results = new LRUCache<string, boolean>({ max: maxRememberedTexts });
  return (text) => {
    const remembered = results.get(text);
    if (remembered !== undefined) return remembered;
    const result = check(text);
    if (text.length <= maxRememberedLength) results.set(text, result);
    return result;
  };
}
