import { randomBytes } from 'node:crypto';
import type { SecretListener } from '../options.js';
import type { VirtualClock } from '../time.js';

const LIFE = 5 * 60_000;

interface Grant {
  readonly userId: string;
  readonly redirectUri: string;
  readonly expires: number;
}

/** Codes that the sign-in page hands to the redirect address: good once, for five minutes. */
export class AuthorizationCodes {
  private readonly grants = new Map<string, Grant>();

  constructor(
    private readonly clock: VirtualClock,
    private readonly onSecret: SecretListener,
  ) {}

  issue(userId: string, redirectUri: string): string {
    const now = this.clock.now();
    for (const [code, grant] of this.grants) if (grant.expires <= now) this.grants.delete(code);
    const code = randomBytes(16).toString('hex');
    this.onSecret('code', code);
    this.grants.set(code, { userId, redirectUri, expires: now + LIFE });
    return code;
  }

  /** What the code stands for, or undefined when it is unknown, spent or too old. The code is spent by it. */
  redeem(code: string): { readonly userId: string; readonly redirectUri: string } | undefined {
    const grant = this.grants.get(code);
    this.grants.delete(code);
    return grant && this.clock.now() < grant.expires ? grant : undefined;
  }

  clear(): void {
    this.grants.clear();
  }
}
