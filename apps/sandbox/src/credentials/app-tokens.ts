import { randomBytes } from 'node:crypto';
import type { SecretListener } from '../options.js';
import type { VirtualClock } from '../virtual-clock.js';

/** An expired token is distinguished from an unknown one for this time. */
const expiredTokenRetentionMs = 3_600_000;

/** The tokens of the application itself. */
export class SandboxAppTokens {
  private readonly expiresAtByToken = new Map<string, number>();

  constructor(
    private readonly clock: VirtualClock,
    private readonly onSecret: SecretListener,
  ) {}

  /** Mints a token that is valid for `lifetimeSeconds`. */
  mint(lifetimeSeconds: number): string {
    this.deleteExpired();
    const token = randomBytes(32).toString('hex');
    this.onSecret('token', token);
    this.expiresAtByToken.set(token, this.clock.now() + lifetimeSeconds * 1000);
    return token;
  }

  statusOf(token: string): 'valid' | 'expired' | 'unknown' {
    const expiresAt = this.expiresAtByToken.get(token);
    if (expiresAt === undefined) return 'unknown';
    return this.clock.now() < expiresAt ? 'valid' : 'expired';
  }

  /** Makes a token expire now. */
  expire(token: string): void {
    if (this.expiresAtByToken.has(token)) this.expiresAtByToken.set(token, this.clock.now());
  }

  clear(): void {
    this.expiresAtByToken.clear();
  }

  private deleteExpired(): void {
    const limit = this.clock.now() - expiredTokenRetentionMs;
    for (const [token, expiresAt] of this.expiresAtByToken) {
      if (expiresAt < limit) this.expiresAtByToken.delete(token);
    }
  }
}
