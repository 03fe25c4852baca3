import type { FastifyRequest } from 'fastify';
import type { AuditEvent } from '#telemetry';

/**
 * The event under which the authorized calls of a route are recorded, where it depends on the body as a function of it;
 * or the reason why no call is recorded.
 */
export type AuditRule =
  AuditEvent | ((body: Readonly<Record<string, unknown>>) => AuditEvent) | { readonly notRecorded: string };

/** The event of a request; undefined where its route is not recorded. */
export function findAuditEvent({ routeOptions, body }: FastifyRequest): AuditEvent | undefined {
  const rule = routeOptions.config.endpoint?.audit;
  if (typeof rule !== 'function') return typeof rule === 'string' ? rule : undefined;
  // The body may not be validated yet.
  return rule(typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {});
}
