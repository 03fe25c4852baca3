import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { type AuditEvent, AuditLog } from '#telemetry';
import { createEntryOfError, createEntryOfResult } from './audit-entry.js';
import { findAuditEvent } from './audit-rule.js';
import { RunningWrites } from './running-writes.js';

/**
 * Records an entry in the audit log for each call of a route that declares `audit`. This is the innermost interceptor,
 * so that a replay by Idempotency-Key, which does nothing, is not recorded.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly log: AuditLog,
    private readonly runningWrites: RunningWrites,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const event = findAuditEvent(request);
    if (!event) return next.handle();
    return from(this.runAndRecord(event, request, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }

  private async runAndRecord(
    event: AuditEvent,
    request: FastifyRequest,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    this.runningWrites.add(request, event);
    try {
      const result = await handle();
      this.log.record(createEntryOfResult(event, request, result));
      return result;
    } catch (error) {
      this.log.record(createEntryOfError(event, request, error));
      throw error;
    } finally {
      this.runningWrites.delete(request);
    }
  }
}
