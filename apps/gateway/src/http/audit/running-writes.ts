import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type AuditEvent, AuditLog } from '#telemetry';
import { createEntryOfUnfinished } from './audit-entry.js';

/** The recorded writes whose handlers run. */
@Injectable()
export class RunningWrites {
  private readonly events = new Map<FastifyRequest, AuditEvent>();

  constructor(private readonly log: AuditLog) {}

  add(request: FastifyRequest, event: AuditEvent): void {
    this.events.set(request, event);
  }

  delete(request: FastifyRequest): void {
    this.events.delete(request);
  }

  /** For a process that exits without waiting for them: the upstream may still carry them out. */
  recordAsUnfinished(): void {
    for (const [request, event] of this.events) this.log.record(createEntryOfUnfinished(event, request));
    this.events.clear();
  }
}
