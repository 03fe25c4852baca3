import type { CredentialSource } from '../credential.js';
import { CredentialUnavailableError } from '../failure/errors.js';

/** Always the same token of one KooDrive session: for the calls that refresh it, or that end it after it was deleted. */
export const staticCredential = (token: string): CredentialSource => ({
  obtain: async () => ({ kind: 'session', token }),
  renew: async ({ kind }) => {
    throw new CredentialUnavailableError(kind, ['session']);
  },
  recordUse: () => undefined,
});

/** For calls that need no credential. */
export const noCredential: CredentialSource = {
  obtain: async ({ kind }, requestedKind) => {
    throw new CredentialUnavailableError(kind, [requestedKind]);
  },
  renew: async ({ kind }, rejected) => {
    throw new CredentialUnavailableError(kind, rejected.kind === 'none' ? [] : [rejected.kind]);
  },
  recordUse: () => undefined,
};
