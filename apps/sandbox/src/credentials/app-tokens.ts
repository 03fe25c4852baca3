import { randomBytes } from 'node:crypto';
import type { SecretListener } from '../options.js';
import type { VirtualClock } from '../time.js';

/** The tokens of the application itself, kept until they lapse. */
export class AppTokens {
  private readonly expiries = new Map<string, number>();

  constructor(
    private readonly clock: VirtualClock,
    private readonly onSecret: SecretListener,
  ) {}

  /** A new token that is good for `seconds`. */
  mint(seconds: number): string {
    this.forgetLapsed();
    const token = randomBytes(32).toString('hex');
    this.onSecret('token', token);
    this.expiries.set(token, this.clock.now() + seconds * 1000);
    return token;
  }

  state(token: string): 'good' | 'lapsed' | 'unknown' {
    const expiry = this.expiries.get(token);
    if (expiry === undefined) return 'unknown';
    return this.clock.now() < expiry ? 'good' : 'lapsed';
  }

  /** Lets a token lapse now. */
  lapse(token: string): void {
    if (this.expiries.has(token)) this.expiries.set(token, this.clock.now());
  }

  clear(): void {
    this.expiries.clear();
  }

  /** Lapsed tokens are told from unknown ones for an hour. */
  private forgetLapsed(): void {
    const limit = this.clock.now() - 3_600_000;
    for (const [token, expiry] of this.expiries) if (expiry < limit) this.expiries.delete(token);
  }
}
