import type { RefreshedKooDriveSession, KooDriveSessionRefresher, KooDriveSession } from '#access-token';
import { CredentialUnavailableError, type KooDriveClient, KooDriveError, staticCredential } from '#koodrive';
import { requiredText } from '../upstream/required.js';

/** The token identifies the user: this principal is not sent. */
const placeholderPrincipal = { kind: 'session', browserSessionId: 'refresh', userId: 'refresh' } as const;

/**
 * The statuses that the documents give for a token that is not accepted (401; one page says 400, facts/auth.md) or for
 * a user without permission. Other statuses, such as 404 or 501 from a gateway in between, say nothing about the
 * KooDrive session.
 */
const rejectedStatuses: ReadonlySet<number> = new Set([200, 400, 401, 403]);

/** Refreshes KooDrive sessions by the upstream operation `refreshSession`. */
export class HttpKooDriveSessionRefresher implements KooDriveSessionRefresher {
  constructor(private readonly koodrive: KooDriveClient) {}

  /**
   * @returns undefined where KooDrive rejects the token: the KooDrive session has ended
   * @throws ProblemError upstream-protocol for a response without a token; and what the client throws
   */
  async refresh(
    { token, kooDriveSessionId }: KooDriveSession,
    signal: AbortSignal,
  ): Promise<RefreshedKooDriveSession | undefined> {
    const client = this.koodrive.withCredentials(staticCredential(token));
    try {
      const input = { 'x-session-id': kooDriveSessionId };
      const wire = await client.call('refreshSession', input, placeholderPrincipal, { signal });
      return { token: requiredText(wire, 'accessToken') };
    } catch (error) {
      if (isRejection(error)) return undefined;
      throw error;
    }
  }
}

function isRejection(error: unknown): boolean {
  // After a 401 the client asks the credential source for another token, and a static credential has no other.
  if (error instanceof CredentialUnavailableError) return true;
  return (
    error instanceof KooDriveError &&
    rejectedStatuses.has(error.status) &&
    error.classification.outcome === 'rejected' &&
    !error.classification.transient
  );
}
