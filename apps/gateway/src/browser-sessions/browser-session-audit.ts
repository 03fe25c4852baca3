import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { BrowserSession } from '#callers';
import { type AuditEvent, AuditLog } from '#telemetry';
import { getClientAddress, getClientNetwork } from '../http/connections/client-address.js';

/** How a browser session was ended. */
export interface SessionEnding {
  readonly by: BrowserSession | { readonly provider: string };
  /** Absent where a user asked for it. */
  readonly reason?: string;
}

/** Records sign-ins and sign-outs in the audit log (S20). */
@Injectable()
export class BrowserSessionAudit {
  constructor(private readonly log: AuditLog) {}

  recordLogin(request: FastifyRequest, session: BrowserSession): void {
    this.log.record({ event: 'login', outcome: 'done', ...toRequestFields(request), ...toCallerFields(session) });
  }

  /** @param reason a short code, such as `unknown-state` */
  recordLoginRejected(request: FastifyRequest, reason: string): void {
    this.recordRejection(request, 'login', reason);
  }

  /** @param ending who ended the browser session: itself, another one of its user, or the provider; and a short code why */
  recordLogout(request: FastifyRequest, session: BrowserSession, { by, reason }: SessionEnding): void {
    const caller = 'provider' in by ? { caller: `openid-provider:${by.provider}` } : toCallerFields(by);
    this.log.record({
      event: 'logout',
      outcome: 'done',
      reason,
      ...toRequestFields(request),
      ...caller,
      user: session.userId,
      target: { sessionId: session.id },
    });
  }

  recordLogoutRejected(request: FastifyRequest, reason: string): void {
    this.recordRejection(request, 'logout', reason);
  }

  private recordRejection(request: FastifyRequest, event: AuditEvent, reason: string): void {
    this.log.recordRejection({ event, reason, ...toRequestFields(request) }, { address: getClientNetwork(request) });
  }
}

const toRequestFields = (request: FastifyRequest) => ({
  traceId: request.id,
  method: request.method,
  route: request.routeOptions.url,
  address: getClientAddress(request),
});

const toCallerFields = ({ id, userId }: BrowserSession) => ({ caller: `session:${id}`, owner: userId, user: userId });
