import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BrowserAuthentication, LogoutTokenError, OpenIdProvider, OpenIdProviderUnavailableError } from '#callers';
import { ProblemError } from '#problem';
import { BrowserSessionAudit } from './browser-session-audit.js';

/**
 * Ends browser sessions when the OpenID Connect provider says so (OpenID Connect Back-Channel Logout 1.0). Such a browser
 * session has no KooDrive session that would have to end too.
 */
@Injectable()
export class OpenIdLogoutService {
  constructor(
    @Inject(OpenIdProvider) private readonly provider: OpenIdProvider | undefined,
    private readonly browserAuthentication: BrowserAuthentication,
    private readonly audit: BrowserSessionAudit,
  ) {}

  /**
   * @param token the form field `logout_token`
   * @throws ProblemError route-not-found without a configured provider; bad-request where the token is not valid or was
   * used before; issuer-unavailable, store-unavailable
   */
  async endSessions(request: FastifyRequest, token: unknown): Promise<void> {
    if (!this.provider) throw new ProblemError('route-not-found');
    try {
      const logoutToken = await this.provider.verifyLogoutToken(typeof token === 'string' ? token : '');
      const sessions = await this.browserAuthentication.backChannelLogout.endSessions(logoutToken);
      if (!sessions) return this.reject(request, 'used-logout-token');
      const by = { provider: logoutToken.issuer };
      for (const session of sessions) this.audit.recordLogout(request, session, { by });
    } catch (error) {
      if (error instanceof LogoutTokenError) return this.reject(request, 'invalid-logout-token', error);
      if (error instanceof OpenIdProviderUnavailableError)
        throw new ProblemError('issuer-unavailable', { cause: error });
      throw error;
    }
  }

  private reject(request: FastifyRequest, reason: string, cause?: Error): never {
    this.audit.recordLogoutRejected(request, reason);
    throw new ProblemError('bad-request', { detail: invalidTokenDetail, cause });
  }
}

const invalidTokenDetail = {
  en: 'The form must hold one valid logout_token of the provider, which was not used before.',
  zh: '表单必须包含一个由身份提供方签发、有效且未使用过的 logout_token。',
};
