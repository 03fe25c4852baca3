import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OpenIdProvider, OpenIdRefusedError, type OpenIdUser } from '#callers';
import { Configuration } from '#config';
import { ProblemError } from '#problem';
import { callerRequest } from '../http/request-context.js';
import { BrowserSessions } from '../upstream/browser-sessions.js';
import { continuePage } from './continue-page.js';
import { SessionAudit } from './session-audit.js';
import { SessionsService } from './sessions.service.js';
import { type BrowserAnswer, returnToOf } from './sign-in.service.js';

/**
 * Sign-in at an OpenID Connect provider. A user that comes in here has no session at KooDrive: the app's signature
 * speaks for them.
 */
@Injectable()
export class OpenIdSignInService {
  constructor(
    private readonly configuration: Configuration,
    @Inject(OpenIdProvider) private readonly configured: OpenIdProvider | undefined,
    private readonly browsers: BrowserSessions,
    private readonly ended: SessionsService,
    private readonly audit: SessionAudit,
  ) {}

  /** The address of the provider's page. */
  async begin(request: FastifyRequest, wanted: string | undefined): Promise<BrowserAnswer<string>> {
    const { provider } = this;
    const returnTo = returnToOf(wanted, this.configuration.sessions.returnPaths);
    const { nonce, verifier } = provider.newSecrets();
    const transaction = { door: 'openid', returnTo, secrets: { nonce, verifier } } as const;
    const { state, setCookies } = await this.browsers.logins.begin(callerRequest(request), transaction);
    const address = await provider.signInAddress(state, { nonce, verifier }).catch(asProblem);
    return { content: address.href, setCookies };
  }

  /** The page that leads on. @throws ProblemError sign-in-unknown, sign-in-refused, issuer-unavailable */
  async finish(request: FastifyRequest, query: Readonly<Record<string, unknown>>): Promise<BrowserAnswer<string>> {
    const { logins, cookies, sessions } = this.browsers;
    const { provider } = this;
    const state = typeof query['state'] === 'string' ? query['state'] : '';
    const transaction = await logins.finish(callerRequest(request), state);
    if (transaction?.door !== 'openid') {
      this.audit.loginRefused(request, 'unknown-state');
      throw new ProblemError('sign-in-unknown');
    }
    const { nonce = '', verifier = '' } = transaction.secrets;
    const answer = request.url.slice(request.url.indexOf('?'));
    const { userId, userName } = await this.userOf(request, provider.user(answer, state, { nonce, verifier }));
    // Never the id that the browser came with: somebody else may know that one.
    await this.ended.endPrevious(request);
    const userAgent = request.headers['user-agent'];
    const { cookie, session } = await sessions.create({ userId, userName, door: 'openid', userAgent });
    this.audit.login(request, session);
    const setCookies = [cookies.setSession(cookie), ...logins.clearCookie(state)];
    return { content: continuePage(transaction.returnTo), setCookies };
  }

  /** @throws ProblemError route-not-found where the provider has no such page */
  async signOutAddress(): Promise<string> {
    const address = await this.provider.signOutAddress().catch(asProblem);
    if (!address) throw new ProblemError('route-not-found');
    return address.href;
  }

  private get provider(): OpenIdProvider {
    if (!this.configured) throw new ProblemError('route-not-found');
    return this.configured;
  }

  private async userOf(request: FastifyRequest, user: Promise<OpenIdUser>): Promise<OpenIdUser> {
    try {
      return await user;
    } catch (error) {
      const refused = error instanceof OpenIdRefusedError;
      this.audit.loginRefused(request, refused ? error.reason : 'provider-unavailable');
      if (refused) throw new ProblemError('sign-in-refused', { cause: error });
      return asProblem(error);
    }
  }
}

function asProblem(error: unknown): never {
  throw new ProblemError('issuer-unavailable', { cause: error });
}
