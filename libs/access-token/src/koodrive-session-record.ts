/** The token of a KooDrive session, as JSON in the store (encrypted). */
export interface KooDriveSessionRecord {
  readonly token: string;
  readonly kooDriveSessionId: string;
  /** When the upstream last accepted the token, milliseconds since 1970. */
  readonly usedAt: number;
  /** Whether the refresh value works only once. */
  readonly singleUseRefresh: boolean;
  /** Whether the refresh value was consumed, or may have been consumed. */
  readonly consumed: boolean;
  /** When the refresh value was consumed, milliseconds since 1970. */
  readonly consumedAt?: number;
  /** Id of the attempt that consumed the refresh value. */
  readonly consumedByAttempt?: string;
}

export function isKooDriveSessionRecord(value: unknown): value is KooDriveSessionRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { token, kooDriveSessionId, usedAt, singleUseRefresh, consumed } = value as Record<string, unknown>;
  const areStrings = typeof token === 'string' && typeof kooDriveSessionId === 'string';
  const areBooleans = typeof singleUseRefresh === 'boolean' && typeof consumed === 'boolean';
  return areStrings && areBooleans && typeof usedAt === 'number';
}
