import type { createLogger } from '#telemetry';

/** Tells why fewer responses come from the cache. */
export function logMissingInstances(logger: ReturnType<typeof createLogger>, count: number): void {
  if (count === 0) {
    logger.info('no instance is missing any more: cached responses are used for as long as their routes allow');
    return;
  }
  logger.warn(
    { missingInstances: count },
    'an instance has vanished without being stopped, and may be cut off from Redis: for 5 minutes, or until it is back, no ' +
      'cached response is used that is older than 2 seconds',
  );
}
