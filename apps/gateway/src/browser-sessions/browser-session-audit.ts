import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { BrowserSession } from '#callers';
import { AuditLog } from '#telemetry';

/** Records sign-ins and sign-outs in the audit log (S20). */
@Injectable()
export class BrowserSessionAudit {
  constructor(private readonly log: AuditLog) {}

  recordLogin(request: FastifyRequest, session: BrowserSession): void {
    this.log.record({ event: 'login', outcome: 'done', ...toRequestFields(request), ...toCallerFields(session) });
  }

  /** @param reason a short code, such as `unknown-state` */
  recordLoginRejected(request: FastifyRequest, reason: string): void {
    this.log.record({ event: 'login', outcome: 'refused', reason, ...toRequestFields(request) });
  }

  recordLogout(request: FastifyRequest, session: BrowserSession): void {
    this.log.record({ event: 'logout', outcome: 'done', ...toRequestFields(request), ...toCallerFields(session) });
  }

  recordLogoutRejected(request: FastifyRequest, reason: string): void {
    this.log.record({ event: 'logout', outcome: 'refused', reason, ...toRequestFields(request) });
  }
}

const toRequestFields = ({ method, routeOptions, id: traceId, ip: address }: FastifyRequest) => ({
  traceId,
  method,
  route: routeOptions.url,
  address,
});

const toCallerFields = ({ id, userId }: BrowserSession) => ({ caller: `session:${id}`, owner: userId, user: userId });
