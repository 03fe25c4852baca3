import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AccessTokens, type SessionPrincipal } from '#access-token';
import { returnPath } from '#callers';
import { Configuration } from '#config';
import { KooDriveClient } from '#koodrive';
import { invalidInput, ProblemError } from '#problem';
import { callerRequest } from '../http/request-context.js';
import { BrowserSessions } from '../upstream/browser-sessions.js';
import { SessionsInUse } from '../upstream/sessions-in-use.js';
import { continuePage } from './continue-page.js';
import { loginDomain } from './login-domain.js';
import { SessionAudit } from './session-audit.js';
import { exchangeCode, signInAddress, type SignedIn } from './session.upstream.js';
import { SessionsService } from './sessions.service.js';

/** What the browser gets, with its cookies. */
export interface BrowserAnswer<T> {
  readonly content: T;
  readonly setCookies: readonly string[];
}

const longestCode = 2_048;

/** Where a sign-in leads back. @throws ProblemError invalid-input where it may not */
export function returnToOf(wanted: string | undefined, returnPaths: readonly [string, ...string[]]): string {
  const path = wanted === undefined ? returnPaths[0] : returnPath(wanted, returnPaths);
  if (path !== undefined) return path;
  throw invalidInput('/returnTo', {
    en: 'returnTo must be a path of this origin that a sign-in may lead to',
    zh: 'returnTo 必须是登录后允许返回的本源路径',
  });
}

/** KooDrive's own sign-in: there and back. */
@Injectable()
export class SignInService {
  constructor(
    private readonly configuration: Configuration,
    private readonly koodrive: KooDriveClient,
    private readonly credentials: AccessTokens,
    private readonly browsers: BrowserSessions,
    private readonly inUse: SessionsInUse,
    private readonly ended: SessionsService,
    private readonly audit: SessionAudit,
  ) {}

  /** The address of the identity provider's page. */
  async begin(request: FastifyRequest, wanted: string | undefined): Promise<BrowserAnswer<string>> {
    const domain = loginDomain(this.configuration, request);
    if (domain === undefined) throw new ProblemError('route-not-found');
    const returnTo = returnToOf(wanted, this.configuration.sessions.returnPaths);
    const address = await signInAddress(this.koodrive, domain);
    if (address.protocol === 'http:' && this.configuration.environment === 'production') {
      throw new ProblemError('upstream-protocol');
    }
    const transaction = { door: 'koodrive', returnTo, secrets: { domain } } as const;
    const { state, setCookies } = await this.browsers.logins.begin(callerRequest(request), transaction);
    address.searchParams.set('state', state);
    return { content: address.href, setCookies };
  }

  /** The page that leads on. @throws ProblemError sign-in-unknown, sign-in-refused */
  async finish(request: FastifyRequest, query: Readonly<Record<string, unknown>>): Promise<BrowserAnswer<string>> {
    const { logins, cookies } = this.browsers;
    const state = typeof query['state'] === 'string' ? query['state'] : '';
    const transaction = await logins.finish(callerRequest(request), state);
    if (transaction?.door !== 'koodrive') return this.refuse(request, 'sign-in-unknown', 'unknown-state');
    const { code } = query;
    if (typeof code !== 'string' || code.length === 0 || code.length > longestCode) {
      return this.refuse(request, 'sign-in-refused', 'no-code');
    }
    const signedIn = await this.exchange(request, code, transaction.secrets['domain'] ?? '');
    // Never the id that the browser came with: somebody else may know that one.
    await this.ended.endPrevious(request);
    const cookie = await this.open(request, signedIn);
    const setCookies = [cookies.setSession(cookie), ...logins.clearCookie(state)];
    return { content: continuePage(transaction.returnTo), setCookies };
  }

  private async exchange(request: FastifyRequest, code: string, domain: string): Promise<SignedIn> {
    try {
      return await exchangeCode(this.koodrive, code, domain);
    } catch (error) {
      this.audit.loginRefused(request, error instanceof ProblemError ? 'code-refused' : 'koodrive-failed');
      throw error;
    }
  }

  /** @returns the new cookie */
  private async open(request: FastifyRequest, { userId, userName, upstream }: SignedIn): Promise<string> {
    const { sessions } = this.browsers;
    const userAgent = request.headers['user-agent'];
    const { cookie, session } = await sessions.create({ userId, userName, door: 'koodrive', userAgent });
    const principal: SessionPrincipal = { kind: 'session', sessionId: session.id, userId };
    try {
      await this.credentials.put(principal, { ...upstream, spendOnce: this.configuration.sessions.refreshOnce });
    } catch (error) {
      await sessions.end(userId, session.id).catch(() => undefined);
      throw error;
    }
    this.inUse.used(principal);
    this.audit.login(request, session);
    return cookie;
  }

  private refuse(request: FastifyRequest, code: 'sign-in-unknown' | 'sign-in-refused', reason: string): never {
    this.audit.loginRefused(request, reason);
    throw new ProblemError(code);
  }
}
