import type { OperationId } from '#koodrive';

/**
 * Operations that the gateway calls by itself, whatever route is asked for, and why: no route could name them truly. They
 * count as reached.
 */
export const backgroundOperations = {
  refreshSession:
    'renews the Access Token of a browser session: before it lapses while the session is in use, and once when a call is refused with 401',
} as const satisfies Partial<Record<OperationId, string>>;
