import type { FastifyRequest } from 'fastify';
import type { AuditEntry, AuditEvent } from '#telemetry';

/** The audit log entry of a write, without its outcome. @param result the result of the handler; undefined if the write failed */
export function createAuditEntry(
  event: AuditEvent,
  request: FastifyRequest,
  result?: unknown,
): Omit<AuditEntry, 'outcome'> {
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
    target: { ...extractIds(result), ...extractIds(body), ...(params as Record<string, string>) },
    address,
  };
}

/**
 * The members whose names are those of ids (`id`, `userId`, `fileIds`). The log holds nothing else of a body or
 * result.
 */
function extractIds(value?: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  const idMembers = Object.entries(value).filter(([name, id]) => /^id$|Ids?$/.test(name) && isIdOrIdList(id));
  return Object.fromEntries(idMembers.map(([name, id]) => [name, String(id)]));
}

const isIdOrIdList = (value?: unknown): boolean =>
  typeof value === 'string' || (Array.isArray(value) && value.every((id) => typeof id === 'string'));
