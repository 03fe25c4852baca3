import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { toProblem } from '#problem';
import { type AuditEntry, type AuditEvent, AuditLog } from '#telemetry';
import { translateKooDrive } from './problems/koodrive-problems.js';

/**
 * One entry in the audit log for each write of a route that says `audit`. Innermost, so that a replay under an
 * Idempotency-Key, which does nothing, is not recorded.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(private readonly log: AuditLog) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const event = request.routeOptions.config.endpoint?.audit;
    if (!event) return next.handle();
    return from(this.recorded(event, request, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }

  private async recorded(event: AuditEvent, request: FastifyRequest, work: () => Promise<unknown>): Promise<unknown> {
    try {
      const value = await work();
      this.log.record({ ...entryOf(event, request, value), outcome: 'done' });
      return value;
    } catch (error) {
      const { status, code } = toProblem(error, [translateKooDrive]);
      const outcome = status < 500 ? 'refused' : 'failed';
      this.log.record({ ...entryOf(event, request, undefined), outcome, reason: code });
      throw error;
    }
  }
}

function entryOf(event: AuditEvent, request: FastifyRequest, value: unknown): Omit<AuditEntry, 'outcome'> {
  const { method, routeOptions, id: traceId, ip: address, params, body, gateway } = request;
  const { caller } = gateway;
  return {
    event,
    traceId,
    caller: caller?.id,
    owner: caller?.owner,
    user: caller && caller.principal.kind !== 'app' ? caller.principal.userId : undefined,
    method,
    route: routeOptions.url,
    target: { ...idsOf(value), ...idsOf(body), ...(params as Record<string, string>) },
    address,
  };
}

/** The members that are ids by their name (`id`, `userId`, `fileIds`): what the log may hold of a body or an answer. */
function idsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  const found = Object.entries(value).filter(([name]) => /^id$|Ids?$/.test(name));
  return Object.fromEntries(found.filter(([, id]) => isIds(id)).map(([name, id]) => [name, String(id)]));
}

const isIds = (value: unknown): boolean =>
  typeof value === 'string' || (Array.isArray(value) && value.every((id) => typeof id === 'string'));
