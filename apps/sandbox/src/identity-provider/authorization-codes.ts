import { randomBytes } from 'node:crypto';
import type { SecretListener } from '../options.js';
import type { VirtualClock } from '../virtual-clock.js';

const codeLifetimeMs = 5 * 60_000;

interface AuthorizationGrant {
  readonly userId: string;
  readonly redirectUri: string;
  readonly expiresAt: number;
}

/** The codes that the sign-in page adds to the redirect URI. A code is valid once, for five minutes. */
export class AuthorizationCodes {
  private readonly grants = new Map<string, AuthorizationGrant>();

  constructor(
    private readonly clock: VirtualClock,
    private readonly onSecret: SecretListener,
  ) {}

  issue(userId: string, redirectUri: string): string {
    const now = this.clock.now();
    for (const [code, grant] of this.grants) if (grant.expiresAt <= now) this.grants.delete(code);
    const code = randomBytes(16).toString('hex');
    this.onSecret('code', code);
    this.grants.set(code, { userId, redirectUri, expiresAt: now + codeLifetimeMs });
    return code;
  }

  /** Returns the grant of a code and invalidates the code. Undefined when the code is unknown, used or expired. */
  redeem(code: string): { readonly userId: string; readonly redirectUri: string } | undefined {
    const grant = this.grants.get(code);
    this.grants.delete(code);
    return grant && this.clock.now() < grant.expiresAt ? grant : undefined;
  }

  clear(): void {
    this.grants.clear();
  }
}
