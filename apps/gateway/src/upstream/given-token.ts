import { type CredentialSource, CredentialUnavailableError } from '#koodrive';

/** One session's token and no other: for the calls that renew it, or end it when its session is no more. */
export const givenToken = (token: string): CredentialSource => ({
  obtain: async () => ({ kind: 'session', token }),
  renew: async ({ kind }) => {
    throw new CredentialUnavailableError(kind, ['session']);
  },
  used: () => undefined,
});

/** For calls that take none. */
export const noCredential: CredentialSource = {
  obtain: async ({ kind }, wanted) => {
    throw new CredentialUnavailableError(kind, [wanted]);
  },
  renew: async ({ kind }, refused) => {
    throw new CredentialUnavailableError(kind, refused.kind === 'none' ? [] : [refused.kind]);
  },
  used: () => undefined,
};
