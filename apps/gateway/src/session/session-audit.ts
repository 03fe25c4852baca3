import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Session } from '#callers';
import { AuditLog } from '#telemetry';

/** Sign-ins and sign-outs in the audit log (S20). */
@Injectable()
export class SessionAudit {
  constructor(private readonly log: AuditLog) {}

  login(request: FastifyRequest, session: Session): void {
    this.log.record({ event: 'login', outcome: 'done', ...factsOf(request), ...holder(session) });
  }

  /** @param reason a word */
  loginRefused(request: FastifyRequest, reason: string): void {
    this.log.record({ event: 'login', outcome: 'refused', reason, ...factsOf(request) });
  }

  logout(request: FastifyRequest, session: Session): void {
    this.log.record({ event: 'logout', outcome: 'done', ...factsOf(request), ...holder(session) });
  }

  logoutRefused(request: FastifyRequest, reason: string): void {
    this.log.record({ event: 'logout', outcome: 'refused', reason, ...factsOf(request) });
  }
}

const factsOf = ({ method, routeOptions, id: traceId, ip: address }: FastifyRequest) => ({
  traceId,
  method,
  route: routeOptions.url,
  address,
});

const holder = ({ id, userId }: Session) => ({ caller: `session:${id}`, owner: userId, user: userId });
