/**
 * How long a response is cached, and which tags invalidate it. The names follow `max-age` (RFC 9111),
 * `stale-while-revalidate` and `stale-if-error` (RFC 5861).
 */
export interface CachePolicy {
  /** Seconds for which the response is fresh: it is served without a request to the upstream. */
  readonly maxAgeSeconds: number;
  /** Seconds after `maxAgeSeconds` for which the stale response is served while it is refreshed in the background. */
  readonly staleWhileRevalidateSeconds?: number;
  /** Seconds after `maxAgeSeconds` for which the stale response is served when the upstream is unavailable. */
  readonly staleIfErrorSeconds?: number;
  /** What the response describes: the invalidation of any of these tags removes it on every instance. */
  readonly tags: readonly string[];
  /** True if every principal gets the same response. Otherwise each principal has its own. */
  readonly sharedAcrossPrincipals?: boolean;
}
