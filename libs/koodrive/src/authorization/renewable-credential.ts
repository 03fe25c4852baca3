import type { Credential, CredentialSource } from '../credential.js';
import { KooDriveError } from '../failure/errors.js';
import type { CredentialKind } from '../operation.js';
import type { Principal } from '../principal.js';

const emptyCredential: Credential = { kind: 'none' };

/** The credential of one call. It is renewed at most once. */
export class RenewableCredential {
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
  ): Promise<RenewableCredential> {
    const credential = kind === 'none' ? emptyCredential : await source.obtain(principal, kind, signal);
    return new RenewableCredential(source, principal, credential);
  }

  /**
   * Sends with the credential. After a 401 it renews the credential once and sends again. This is safe even for a write
   * that must not be repeated: after a 401 nothing was executed.
   */
  async sendWithRenewal<T>(send: (credential: Credential) => Promise<T>, signal: AbortSignal): Promise<T> {
    const sent = this.credential;
    try {
      return this.recordAccepted(await send(sent));
    } catch (error) {
      const isRejected = error instanceof KooDriveError && error.status === 401;
      if (!isRejected || sent.kind === 'none' || this.renewed) throw error;
      this.renewed = true;
      this.credential = await this.source.renew(this.principal, sent, signal);
      return this.recordAccepted(await send(this.credential));
    }
  }

  private recordAccepted<T>(response: T): T {
    if (this.credential.kind !== 'none') this.source.recordUse(this.principal, this.credential);
    return response;
  }
}
