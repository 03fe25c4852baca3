/** A session's token as it is kept. */
export interface SessionRecord {
  readonly token: string;
  readonly upstreamSessionId: string;
  /** When the upstream last took the token, milliseconds since 1970. */
  readonly usedAt: number;
  /** Whether the refresh value works once only. */
  readonly spendOnce: boolean;
  /** Whether it was spent, or may have been. */
  readonly spent: boolean;
  /** When it was spent, milliseconds since 1970, and which attempt spent it. */
  readonly spentAt?: number;
  readonly spentBy?: string;
}

export function isSessionRecord(value: unknown): value is SessionRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { token, upstreamSessionId, usedAt, spendOnce, spent } = value as Record<string, unknown>;
  const texts = typeof token === 'string' && typeof upstreamSessionId === 'string';
  return texts && typeof usedAt === 'number' && typeof spendOnce === 'boolean' && typeof spent === 'boolean';
}
