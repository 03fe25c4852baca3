import { KooDriveError, UpstreamTimeoutError, UpstreamUnavailableError } from '#koodrive';

/** Whether the upstream was away or overloaded, so that an older answer is better than none. */
export function isOutage(error: unknown): boolean {
  if (error instanceof UpstreamUnavailableError || error instanceof UpstreamTimeoutError) return true;
  return error instanceof KooDriveError && (error.status >= 500 || error.retryable);
}

/** Whether the upstream said no: then what is kept is wrong by now (gone, or no longer allowed). */
export function isRefusal(error: unknown): boolean {
  return error instanceof KooDriveError && !isOutage(error);
}
