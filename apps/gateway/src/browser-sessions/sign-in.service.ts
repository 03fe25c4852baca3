import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AccessTokens, type KooDriveSessionPrincipal, KooDriveSessionKeepAlive } from '#access-token';
import { resolveReturnPath, BrowserAuthentication } from '#callers';
import { Configuration } from '#config';
import { KooDriveClient } from '#koodrive';
import { createInvalidInputProblem, ProblemError } from '#problem';
import { getClientNetwork } from '../http/connections/client-address.js';
import { toCallerRequest } from '../http/request-context.js';
import { SignInOrigins } from '../upstream/sign-in-origins.js';
import { renderRedirectPage } from './redirect-page.js';
import { resolveLoginDomain } from './login-domain.js';
import { BrowserSessionAudit } from './browser-session-audit.js';
import { exchangeCode, fetchSignInUrl, type SignInResult } from './koodrive-session.upstream.js';
import { BrowserSessionsService } from './browser-sessions.service.js';

/** A URL or page for the browser, with the cookies to set. */
export interface ResponseWithCookies<T> {
  readonly content: T;
  readonly setCookies: readonly string[];
}

const maxCodeLength = 2_048;

/**
 * The path to navigate to after the sign-in.
 * @param requested `returnTo` of the request; the first of the allowed paths where undefined
 * @throws ProblemError invalid-input where the path is not allowed
 */
export function resolveReturnTo(requested: string | undefined, allowedPaths: readonly [string, ...string[]]): string {
  const path = requested === undefined ? allowedPaths[0] : resolveReturnPath(requested, allowedPaths);
  if (path !== undefined) return path;
  throw createInvalidInputProblem('/returnTo', {
    en: 'returnTo must be a path of this origin that a sign-in may lead to',
    zh: 'returnTo 必须是登录后允许返回的本源路径',
  });
}

/** KooDrive's own sign-in. */
@Injectable()
export class SignInService {
  constructor(
    private readonly configuration: Configuration,
    private readonly koodrive: KooDriveClient,
    private readonly signInOrigins: SignInOrigins,
    private readonly accessTokens: AccessTokens,
    private readonly browserAuthentication: BrowserAuthentication,
    private readonly sessionKeepAlive: KooDriveSessionKeepAlive,
    private readonly browserSessions: BrowserSessionsService,
    private readonly audit: BrowserSessionAudit,
  ) {}

  /**
   * Starts a sign-in.
   * @returns the URL of the identity provider's page
   * @throws ProblemError route-not-found where sign-in is not configured, invalid-input, upstream-protocol; and what
   * the client throws
   */
  async begin(request: FastifyRequest, requestedReturnTo: string | undefined): Promise<ResponseWithCookies<string>> {
    const domain = resolveLoginDomain(this.configuration, request);
    if (domain === undefined) throw new ProblemError('route-not-found');
    const returnTo = resolveReturnTo(requestedReturnTo, this.configuration.browserSessions.allowedReturnPaths);
    const url = await fetchSignInUrl(this.koodrive, domain, this.signInOrigins);
    const transaction = { signInMethod: 'koodrive', returnTo, secrets: { domain } } as const;
    const { state, setCookies } = await this.browserAuthentication.loginTransactions.begin(
      toCallerRequest(request),
      getClientNetwork(request),
      transaction,
    );
    url.searchParams.set('state', state);
    return { content: url.href, setCookies };
  }

  /**
   * Completes a sign-in and creates the browser session.
   * @returns the HTML of the page that navigates to `returnTo`
   * @throws ProblemError sign-in-unknown, sign-in-refused; and what the client and the store throw
   */
  async finish(
    request: FastifyRequest,
    query: Readonly<Record<string, unknown>>,
  ): Promise<ResponseWithCookies<string>> {
    const { loginTransactions, cookies } = this.browserAuthentication;
    const state = typeof query['state'] === 'string' ? query['state'] : '';
    const transaction = await loginTransactions.finish(toCallerRequest(request), state);
    if (transaction?.signInMethod !== 'koodrive') return this.reject(request, 'sign-in-unknown', 'unknown-state');
    const { code } = query;
    if (typeof code !== 'string' || code.length === 0 || code.length > maxCodeLength) {
      return this.reject(request, 'sign-in-refused', 'no-code');
    }
    const signInResult = await this.exchange(request, code, transaction.secrets['domain'] ?? '');
    // A new session id for each sign-in: an attacker may know the id that the browser sent (session fixation).
    await this.browserSessions.endPrevious(request);
    const cookie = await this.createBrowserSession(request, signInResult);
    const setCookies = [cookies.buildSessionCookie(cookie), ...loginTransactions.expireLoginCookies(state)];
    return { content: renderRedirectPage(transaction.returnTo), setCookies };
  }

  private async exchange(request: FastifyRequest, code: string, domain: string): Promise<SignInResult> {
    try {
      return await exchangeCode(this.koodrive, code, domain);
    } catch (error) {
      this.audit.recordLoginRejected(request, error instanceof ProblemError ? 'code-refused' : 'koodrive-failed');
      throw error;
    }
  }

  /** @returns the new cookie */
  private async createBrowserSession(
    request: FastifyRequest,
    { userId, userName, kooDriveSession }: SignInResult,
  ): Promise<string> {
    const { browserSessions } = this.browserAuthentication;
    const userAgent = request.headers['user-agent'];
    const { cookie, session, evicted } = await browserSessions.create({
      userId,
      userName,
      signInMethod: 'koodrive',
      userAgent,
    });
    await this.browserSessions.completeSignOuts(request, evicted, { by: session, reason: 'too-many-sessions' });
    const principal: KooDriveSessionPrincipal = { kind: 'session', browserSessionId: session.id, userId };
    try {
      await this.accessTokens.put(principal, {
        ...kooDriveSession,
        singleUseRefresh: this.configuration.browserSessions.singleUseRefresh,
      });
    } catch (error) {
      await browserSessions.end(userId, session.id).catch(() => undefined);
      throw error;
    }
    this.sessionKeepAlive.track(principal);
    this.audit.recordLogin(request, session);
    return cookie;
  }

  private reject(request: FastifyRequest, code: 'sign-in-unknown' | 'sign-in-refused', reason: string): never {
    this.audit.recordLoginRejected(request, reason);
    throw new ProblemError(code);
  }
}
