import type { AskKooDrive } from '#callers';
import { CredentialUnavailableError, type KooDriveClient } from '#koodrive';

/** @param getClient called with each question: the client is created later, since it ends browser sessions */
export const createAskKooDrive =
  (getClient: () => KooDriveClient): AskKooDrive =>
  async ({ id, userId }) => {
    try {
      await getClient().call('authSession', {}, { kind: 'session', browserSessionId: id, userId });
      return true;
    } catch (error) {
      if (error instanceof CredentialUnavailableError) return false;
      throw error;
    }
  };
