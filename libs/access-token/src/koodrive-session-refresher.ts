/** A KooDrive session, from createSession or from a later refresh. */
export interface KooDriveSession {
  /** Value of Authorization, exactly as the upstream issued it. */
  readonly token: string;
  /** The refresh value, sent as `x-session-id`. Secret. */
  readonly kooDriveSessionId: string;
}

export interface RefreshedKooDriveSession {
  readonly token: string;
  /** Absent when the upstream issued no new one. */
  readonly kooDriveSessionId?: string;
}

/** Refreshes the token of a KooDrive session. The gateway implements it with the upstream client. */
export interface KooDriveSessionRefresher {
  /**
   * @returns undefined when the upstream rejected the refresh, which ends the KooDrive session
   * @throws when no conclusive response came; the KooDrive session continues
   */
  refresh(session: KooDriveSession, signal: AbortSignal): Promise<RefreshedKooDriveSession | undefined>;
}
