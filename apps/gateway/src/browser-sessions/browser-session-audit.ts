import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { BrowserSession } from '#callers';
import { type AuditEvent, AuditLog } from '#telemetry';
import { toClientNetwork } from '../http/rate-limit/client-network.js';

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

  recordLogout(request: FastifyRequest, session: BrowserSession): void {
    this.log.record({ event: 'logout', outcome: 'done', ...toRequestFields(request), ...toCallerFields(session) });
  }

  recordLogoutRejected(request: FastifyRequest, reason: string): void {
    this.recordRejection(request, 'logout', reason);
  }

  private recordRejection(request: FastifyRequest, event: AuditEvent, reason: string): void {
    this.log.recordRejection({ event, reason, ...toRequestFields(request) }, { address: toClientNetwork(request.ip) });
  }
}

const toRequestFields = ({ method, routeOptions, id: traceId, ip: address }: FastifyRequest) => ({
  traceId,
  method,
  route: routeOptions.url,
  address,
});

const toCallerFields = ({ id, userId }: BrowserSession) => ({ caller: `session:${id}`, owner: userId, user: userId });
