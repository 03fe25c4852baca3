/** What the upstream gave for a session: at createSession, and in part anew at each refresh. */
export interface UpstreamSession {
  /** Value of Authorization, exactly as the upstream gave it. */
  readonly token: string;
  /** `x-session-id` of a refresh: the refresh value. Secret. */
  readonly upstreamSessionId: string;
}

export interface RefreshedSession {
  readonly token: string;
  /** Where the upstream gave a new one. */
  readonly upstreamSessionId?: string;
}

/** The upstream's refresh of a session's token; the gateway gives one over the upstream client. */
export interface SessionRefresher {
  /**
   * @returns null where the upstream refused, which ends the session
   * @throws where there was no answer to go by: that ends nothing
   */
  refresh(session: UpstreamSession, signal: AbortSignal): Promise<RefreshedSession | null>;
}
