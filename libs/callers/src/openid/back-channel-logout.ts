import type { Store } from '#store';
import type { BrowserSession } from '../browser-sessions/browser-session.js';
import type { BrowserSessionStore } from '../browser-sessions/browser-session-store.js';
import { hashId } from '../hash-id.js';
import { type LogoutToken, logoutTokenLifetimeMs } from './logout-token.js';

/** Ends the browser sessions that a provider names in a logout token (S28). Each token works once, on all instances together. */
export class BackChannelLogout {
  constructor(private readonly options: { readonly store: Store; readonly browserSessions: BrowserSessionStore }) {}

  /**
   * @returns the browser sessions that were ended; undefined for a token that was used before
   * @throws StoreUnavailableError; then the token can be used again
   */
  async endSessions(token: LogoutToken): Promise<BrowserSession[] | undefined> {
    const { store, browserSessions } = this.options;
    const storeKey = `logout-token:${hashId(`${token.issuer} ${token.id}`)}`;
    try {
      if (!(await store.setIfAbsent(storeKey, 'used', logoutTokenLifetimeMs))) return undefined;
      return await browserSessions.endForOpenId(token);
    } catch (error) {
      await store.delete(storeKey).catch(() => undefined);
      throw error;
    }
  }
}
