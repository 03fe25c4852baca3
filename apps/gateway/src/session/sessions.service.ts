import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AccessTokens, type SessionPrincipal } from '#access-token';
import { comesFromAllowedPage, type Session } from '#callers';
import { KooDriveClient } from '#koodrive';
import { ProblemError } from '#problem';
import { callerRequest } from '../http/request-context.js';
import { BrowserSessions } from '../upstream/browser-sessions.js';
import { SessionsInUse } from '../upstream/sessions-in-use.js';
import type { CurrentSessionDto, MySession } from './session.dto.js';
import { SessionAudit } from './session-audit.js';
import { endUpstream } from './session.upstream.js';

/** The sessions that there are, and how they end: ours first, then KooDrive's, whether that answers or not. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly browsers: BrowserSessions,
    private readonly credentials: AccessTokens,
    private readonly inUse: SessionsInUse,
    private readonly koodrive: KooDriveClient,
    private readonly audit: SessionAudit,
  ) {}

  describe({ id, userId, userName, door, createdAt, endsAt, idleEndsAt }: Session): CurrentSessionDto {
    return {
      id,
      user: { id: userId, name: userName },
      door,
      signedInAt: moment(createdAt),
      expiresAt: moment(endsAt),
      idleExpiresAt: moment(idleEndsAt),
      scopes: [...this.browsers.scopes],
    };
  }

  async list({ id: current, userId }: Session): Promise<MySession[]> {
    const all = await this.browsers.sessions.listFor(userId);
    return all.map(({ id, door, createdAt, lastSeenAt, endsAt, userAgent }) => ({
      id,
      current: id === current,
      door,
      signedInAt: moment(createdAt),
      lastSeenAt: moment(lastSeenAt),
      expiresAt: moment(endsAt),
      userAgent,
    }));
  }

  /**
   * Ends the session of the browser, if it has one.
   * @returns Set-Cookie lines
   * @throws ProblemError cross-site-refused where another site's page wants it
   */
  async logout(request: FastifyRequest): Promise<string[]> {
    const { cookies, sessions, allowedOrigins } = this.browsers;
    const asked = callerRequest(request);
    const cookie = cookies.session(asked);
    if (cookie === undefined) return [];
    if (!comesFromAllowedPage(asked, allowedOrigins)) {
      this.audit.logoutRefused(request, 'cross-site');
      throw new ProblemError('cross-site-refused');
    }
    const session = await sessions.find(cookie);
    if (session) await this.end(request, session);
    return [cookies.clearSession()];
  }

  /** @throws ProblemError not-found where it is none of the user's own */
  async endOne(request: FastifyRequest, current: Session, id: string): Promise<string[]> {
    const mine = await this.browsers.sessions.listFor(current.userId);
    const session = mine.find((one) => one.id === id);
    if (!session) throw new ProblemError('not-found');
    await this.end(request, session);
    return id === current.id ? [this.browsers.cookies.clearSession()] : [];
  }

  async endAll(request: FastifyRequest, { userId }: Session): Promise<string[]> {
    const ended = await this.browsers.sessions.endAllFor(userId);
    await Promise.all(ended.map((session) => this.afterEnd(request, session)));
    return [this.browsers.cookies.clearSession()];
  }

  /** Ends the session that a browser still had when it signed in anew. */
  async endPrevious(request: FastifyRequest): Promise<void> {
    const { cookies, sessions } = this.browsers;
    const cookie = cookies.session(callerRequest(request));
    const session = cookie && (await sessions.find(cookie));
    if (session) await this.end(request, session);
  }

  private async end(request: FastifyRequest, session: Session): Promise<void> {
    await this.browsers.sessions.end(session.userId, session.id);
    await this.afterEnd(request, session);
  }

  private async afterEnd(request: FastifyRequest, session: Session): Promise<void> {
    this.audit.logout(request, session);
    if (session.door !== 'koodrive') return;
    const principal: SessionPrincipal = { kind: 'session', sessionId: session.id, userId: session.userId };
    this.inUse.ended(principal);
    // Nobody can use it any more, whatever becomes of these two.
    await endUpstream(this.koodrive, principal).catch((error: unknown) => {
      request.log.warn({ err: error }, 'sign-out at KooDrive');
    });
    await this.credentials.drop(principal).catch(() => undefined);
  }
}

const moment = (ms: number): string => new Date(ms).toISOString();
