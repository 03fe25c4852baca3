import type { Credential, CredentialSource } from '../credential.js';
import { KooDriveError } from '../failure/errors.js';
import type { CredentialKind } from '../operation.js';
import type { Principal } from '../principal.js';

const none: Credential = { kind: 'none' };

/** The credential of one call, renewed at most once. */
export class HeldCredential {
  private renewed = false;

  private constructor(
    private readonly source: CredentialSource,
    private readonly principal: Principal,
    private credential: Credential,
  ) {}

  static async obtain(
    source: CredentialSource,
    principal: Principal,
    kind: CredentialKind,
    signal: AbortSignal,
  ): Promise<HeldCredential> {
    const credential = kind === 'none' ? none : await source.obtain(principal, kind, signal);
    return new HeldCredential(source, principal, credential);
  }

  /**
   * Sends with the credential. After a 401 it asks once for another and sends again, even a write that must not be
   * repeated: a 401 certainly carried nothing out.
   */
  async send<T>(exchange: (credential: Credential) => Promise<T>, signal: AbortSignal): Promise<T> {
    const tried = this.credential;
    try {
      return this.accepted(await exchange(tried));
    } catch (error) {
      const refused = error instanceof KooDriveError && error.status === 401;
      if (!refused || tried.kind === 'none' || this.renewed) throw error;
      this.renewed = true;
      this.credential = await this.source.renew(this.principal, tried, signal);
      return this.accepted(await exchange(this.credential));
    }
  }

  private accepted<T>(answer: T): T {
    if (this.credential.kind !== 'none') this.source.used(this.principal, this.credential);
    return answer;
  }
}
