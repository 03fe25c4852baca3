import type { RefreshedSession, SessionRefresher, UpstreamSession } from '#access-token';
import { CredentialUnavailableError, type KooDriveClient, KooDriveError } from '#koodrive';
import { demandText } from './demand.js';
import { givenToken } from './given-token.js';

/** Whoever asks is in the token: nobody needs to be named. */
const somebody = { kind: 'session', sessionId: 'refresh', userId: 'refresh' } as const;

/**
 * What the documents give for a token that is not taken (401; by one page 400, facts/auth.md) or a user who may not.
 * Others, such as 404 and 501 of a gateway between us, say nothing about the session.
 */
const refusals: ReadonlySet<number> = new Set([200, 400, 401, 403]);

/** The upstream's refreshSession. */
export class UpstreamSessionRefresher implements SessionRefresher {
  constructor(private readonly koodrive: KooDriveClient) {}

  async refresh({ token, upstreamSessionId }: UpstreamSession, signal: AbortSignal): Promise<RefreshedSession | null> {
    const client = this.koodrive.withCredentials(givenToken(token));
    try {
      const input = { 'x-session-id': upstreamSessionId };
      const { accessToken } = await client.call('refreshSession', input, somebody, { signal });
      return { token: demandText(accessToken) };
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  }
}

function isRefusal(error: unknown): boolean {
  // The client asked for another token after a 401, and there is none.
  if (error instanceof CredentialUnavailableError) return true;
  return (
    error instanceof KooDriveError &&
    refusals.has(error.status) &&
    error.verdict.outcome === 'refused' &&
    !error.verdict.transient
  );
}
