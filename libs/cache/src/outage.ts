import { KooDriveError, UpstreamTimeoutError, UpstreamUnavailableError } from '#koodrive';

/** Whether the upstream was unavailable or overloaded, so that a stale response is better than an error. */
export function isOutage(error: unknown): boolean {
  if (error instanceof UpstreamUnavailableError || error instanceof UpstreamTimeoutError) return true;
  return error instanceof KooDriveError && (error.status >= 500 || error.retryable);
}

/** Whether the upstream rejected the request. Cached data is then wrong: the resource is gone or no longer allowed. */
export function isUpstreamRejection(error: unknown): boolean {
  return error instanceof KooDriveError && !isOutage(error);
}
