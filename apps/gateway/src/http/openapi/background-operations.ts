import type { OperationId } from '#koodrive';

/**
 * Operations that the gateway calls on its own, independent of the route, and the reason. No route declares them. They
 * count as covered.
 */
export const backgroundOperations = {
  refreshSession:
    'refreshes the Access Token of a KooDrive session: before it expires while the browser session is in use, and ' +
    'once when a call is rejected with 401',
  getUnreadCount: 'called for another user after a 401, to find out whether KooDrive rejects the app or only the user',
  getUserSpaceList: 'called as the app after a 401, for the same reason and to find other users',
} as const satisfies Partial<Record<OperationId, string>>;
