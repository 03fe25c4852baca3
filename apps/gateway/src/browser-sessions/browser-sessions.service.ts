import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AccessTokens, type KooDriveSessionPrincipal, KooDriveSessionKeepAlive } from '#access-token';
import { passesCsrfCheck, type BrowserSession, BrowserAuthentication } from '#callers';
import { KooDriveClient } from '#koodrive';
import { ProblemError } from '#problem';
import { toCallerRequest } from '../http/request-context.js';
import type { CurrentSession, MySession } from './browser-session.dto.js';
import { BrowserSessionAudit, type SessionEnding } from './browser-session-audit.js';
import { endKooDriveSession } from './koodrive-session.upstream.js';

/**
 * Lists and ends browser sessions. The browser session is ended first, then the KooDrive session: a failure of KooDrive
 * does not keep a browser session open.
 */
@Injectable()
export class BrowserSessionsService {
  constructor(
    private readonly browserAuthentication: BrowserAuthentication,
    private readonly accessTokens: AccessTokens,
    private readonly sessionKeepAlive: KooDriveSessionKeepAlive,
    private readonly koodrive: KooDriveClient,
    private readonly audit: BrowserSessionAudit,
  ) {}

  describe({ id, userId, userName, signInMethod, createdAt, endsAt, idleEndsAt }: BrowserSession): CurrentSession {
    return {
      id,
      user: { id: userId, name: userName },
      door: signInMethod,
      signedInAt: formatTimestamp(createdAt),
      expiresAt: formatTimestamp(endsAt),
      idleExpiresAt: formatTimestamp(idleEndsAt),
      scopes: [...this.browserAuthentication.scopes],
    };
  }

  async list({ id: currentId, userId }: BrowserSession): Promise<MySession[]> {
    const sessions = await this.browserAuthentication.browserSessions.listForUser(userId);
    return sessions.map(({ id, signInMethod, createdAt, lastSeenAt, endsAt, userAgent }) => ({
      id,
      current: id === currentId,
      door: signInMethod,
      signedInAt: formatTimestamp(createdAt),
      lastSeenAt: formatTimestamp(lastSeenAt),
      expiresAt: formatTimestamp(endsAt),
      userAgent,
    }));
  }

  /**
   * Ends the browser session of the request, if it has one.
   * @returns values of Set-Cookie
   * @throws ProblemError cross-site-refused where the request fails the CSRF check
   */
  async logout(request: FastifyRequest): Promise<string[]> {
    const { cookies, browserSessions, allowedOrigins } = this.browserAuthentication;
    const callerRequest = toCallerRequest(request);
    const cookie = cookies.readSessionCookie(callerRequest);
    if (cookie === undefined) return [];
    if (!passesCsrfCheck(callerRequest, allowedOrigins)) {
      this.audit.recordLogoutRejected(request, 'cross-site');
      throw new ProblemError('cross-site-refused');
    }
    const session = await browserSessions.find(cookie);
    if (session) await this.end(request, session, { by: session });
    return [cookies.expireSessionCookie()];
  }

  /**
   * Ends one browser session of the user.
   * @returns values of Set-Cookie: they delete the cookie where the session is the current one
   * @throws ProblemError not-found where the session is not one of the user's own
   */
  async endOne(request: FastifyRequest, current: BrowserSession, id: string): Promise<string[]> {
    const userSessions = await this.browserAuthentication.browserSessions.listForUser(current.userId);
    const session = userSessions.find((candidate) => candidate.id === id);
    if (!session) throw new ProblemError('not-found');
    await this.end(request, session, { by: current });
    return id === current.id ? [this.browserAuthentication.cookies.expireSessionCookie()] : [];
  }

  /** Ends all browser sessions of the user. @returns values of Set-Cookie */
  async endAll(request: FastifyRequest, current: BrowserSession): Promise<string[]> {
    const endedSessions = await this.browserAuthentication.browserSessions.endAllForUser(current.userId);
    await this.completeSignOuts(request, endedSessions, { by: current });
    return [this.browserAuthentication.cookies.expireSessionCookie()];
  }

  /** Ends the browser session that the browser still had when it signed in again. */
  async endPrevious(request: FastifyRequest): Promise<void> {
    const { cookies, browserSessions } = this.browserAuthentication;
    const cookie = cookies.readSessionCookie(toCallerRequest(request));
    const session = cookie && (await browserSessions.find(cookie));
    if (session) await this.end(request, session, { by: session, reason: 'new-sign-in' });
  }

  /** Completes the end of browser sessions that were ended in the store: records it, and ends the KooDrive sessions. */
  async completeSignOuts(
    request: FastifyRequest,
    endedSessions: readonly BrowserSession[],
    ending: SessionEnding,
  ): Promise<void> {
    await Promise.all(endedSessions.map((session) => this.completeSignOut(request, session, ending)));
  }

  private async end(request: FastifyRequest, session: BrowserSession, ending: SessionEnding): Promise<void> {
    await this.browserAuthentication.browserSessions.end(session.userId, session.id);
    await this.completeSignOut(request, session, ending);
  }

  private async completeSignOut(
    request: FastifyRequest,
    session: BrowserSession,
    ending: SessionEnding,
  ): Promise<void> {
    this.audit.recordLogout(request, session, ending);
    if (session.signInMethod !== 'koodrive') return;
    const principal: KooDriveSessionPrincipal = {
      kind: 'session',
      browserSessionId: session.id,
      userId: session.userId,
    };
    this.sessionKeepAlive.untrack(principal);
    // The browser session has ended: no caller can use the KooDrive session any more, even if these two calls fail.
    await endKooDriveSession(this.koodrive, principal).catch((error: unknown) => {
      request.log.warn({ err: error }, 'sign-out at KooDrive');
    });
    await this.accessTokens.delete(principal).catch(() => undefined);
  }
}

const formatTimestamp = (ms: number): string => new Date(ms).toISOString();
