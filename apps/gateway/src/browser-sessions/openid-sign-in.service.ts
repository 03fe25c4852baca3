import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OpenIdProvider, OpenIdSignInError, type OpenIdUser, BrowserAuthentication } from '#callers';
import { Configuration } from '#config';
import { ProblemError } from '#problem';
import { getClientNetwork } from '../http/connections/client-address.js';
import { toCallerRequest } from '../http/request-context.js';
import { renderRedirectPage } from './redirect-page.js';
import { BrowserSessionAudit } from './browser-session-audit.js';
import { BrowserSessionsService } from './browser-sessions.service.js';
import { type ResponseWithCookies, resolveReturnTo } from './sign-in.service.js';

/**
 * Sign-in at an OpenID Connect provider. Such a user has no KooDrive session: the gateway calls KooDrive on their
 * behalf with the signature of the app.
 */
@Injectable()
export class OpenIdSignInService {
  constructor(
    private readonly configuration: Configuration,
    @Inject(OpenIdProvider) private readonly configuredProvider: OpenIdProvider | undefined,
    private readonly browserAuthentication: BrowserAuthentication,
    private readonly browserSessions: BrowserSessionsService,
    private readonly audit: BrowserSessionAudit,
  ) {}

  /**
   * Starts a sign-in.
   * @returns the URL of the provider's page
   * @throws ProblemError route-not-found without a configured provider, invalid-input, issuer-unavailable
   */
  async begin(request: FastifyRequest, requestedReturnTo: string | undefined): Promise<ResponseWithCookies<string>> {
    const { provider } = this;
    const returnTo = resolveReturnTo(requestedReturnTo, this.configuration.browserSessions.allowedReturnPaths);
    const { nonce, verifier } = provider.createSignInSecrets();
    const transaction = { signInMethod: 'openid', returnTo, secrets: { nonce, verifier } } as const;
    const { state, setCookies } = await this.browserAuthentication.loginTransactions.begin(
      toCallerRequest(request),
      getClientNetwork(request),
      transaction,
    );
    const url = await provider.buildAuthorizationUrl(state, { nonce, verifier }).catch(throwIssuerUnavailable);
    return { content: url.href, setCookies };
  }

  /**
   * Completes a sign-in and creates the browser session.
   * @returns the HTML of the page that navigates to `returnTo`
   * @throws ProblemError route-not-found, sign-in-unknown, sign-in-refused, issuer-unavailable
   */
  async finish(
    request: FastifyRequest,
    query: Readonly<Record<string, unknown>>,
  ): Promise<ResponseWithCookies<string>> {
    const { loginTransactions, cookies, browserSessions } = this.browserAuthentication;
    const { provider } = this;
    const state = typeof query['state'] === 'string' ? query['state'] : '';
    const transaction = await loginTransactions.finish(toCallerRequest(request), state);
    if (transaction?.signInMethod !== 'openid') {
      this.audit.recordLoginRejected(request, 'unknown-state');
      throw new ProblemError('sign-in-unknown');
    }
    const { nonce = '', verifier = '' } = transaction.secrets;
    const authorizationResponse = request.url.slice(request.url.indexOf('?'));
    const user = await this.authenticateUser(
      request,
      provider.exchangeCodeForUser(authorizationResponse, state, { nonce, verifier }),
    );
    // A new session id for each sign-in: an attacker may know the id that the browser sent (session fixation).
    await this.browserSessions.endPrevious(request);
    const userAgent = request.headers['user-agent'];
    const { cookie, session, evicted } = await browserSessions.create({ ...user, signInMethod: 'openid', userAgent });
    this.audit.recordLogin(request, session);
    await this.browserSessions.completeSignOuts(request, evicted, { by: session, reason: 'too-many-sessions' });
    const setCookies = [cookies.buildSessionCookie(cookie), ...loginTransactions.expireLoginCookies(state)];
    return { content: renderRedirectPage(transaction.returnTo), setCookies };
  }

  /**
   * The URL of the provider's sign-out page.
   * @throws ProblemError route-not-found where the provider has no such page; issuer-unavailable
   */
  async getSignOutUrl(): Promise<string> {
    const url = await this.provider.buildEndSessionUrl().catch(throwIssuerUnavailable);
    if (!url) throw new ProblemError('route-not-found');
    return url.href;
  }

  private get provider(): OpenIdProvider {
    if (!this.configuredProvider) throw new ProblemError('route-not-found');
    return this.configuredProvider;
  }

  private async authenticateUser(request: FastifyRequest, user: Promise<OpenIdUser>): Promise<OpenIdUser> {
    try {
      return await user;
    } catch (error) {
      const rejected = error instanceof OpenIdSignInError;
      this.audit.recordLoginRejected(request, rejected ? error.reason : 'provider-unavailable');
      if (rejected) throw new ProblemError('sign-in-refused', { cause: error });
      return throwIssuerUnavailable(error);
    }
  }
}

function throwIssuerUnavailable(error: unknown): never {
  throw new ProblemError('issuer-unavailable', { cause: error });
}
