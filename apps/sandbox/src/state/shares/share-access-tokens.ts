import type { VirtualClock } from '../../virtual-clock.js';
import type { IdGenerator } from '../id-generator.js';
import { minuteMs } from '../time-units.js';
import type { Share } from './shares.js';

/** Lifetime of a kdstoken: inferred, because it is not documented. */
export const shareAccessTokenTtlMs = 30 * minuteMs;
const tokenHexDigits = 64;

interface ShareAccessToken {
  readonly shareId: string;
  /** The access code when the token was issued. The token expires when the code changes (inferred). */
  readonly extractCode: string;
  readonly expiresAt: number;
}

/**
 * The tokens (kdstoken) that are issued for the access code of a share. A token is not bound to a user: every caller may use
 * it (inferred).
 */
export class ShareAccessTokens {
  private readonly tokens = new Map<string, ShareAccessToken>();

  constructor(
    private readonly clock: VirtualClock,
    private readonly ids: () => IdGenerator,
  ) {}

  issue({ id: shareId, extractCode = '' }: Share): string {
    const token = this.ids().nextHex(tokenHexDigits);
    this.tokens.set(token, { shareId, extractCode, expiresAt: this.clock.now() + shareAccessTokenTtlMs });
    return token;
  }

  isValidFor(token: string, share: Share): boolean {
    const issued = this.tokens.get(token);
    return (
      issued !== undefined &&
      issued.shareId === share.id &&
      issued.extractCode === share.extractCode &&
      issued.expiresAt > this.clock.now()
    );
  }
}
