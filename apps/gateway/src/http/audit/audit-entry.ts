import type { FastifyRequest } from 'fastify';
import { UpstreamError } from '#koodrive';
import { type ProblemError, toProblemError } from '#problem';
import type { AuditEntry, AuditEvent, AuditOutcome } from '#telemetry';
import { translateKooDriveError } from '../problems/koodrive-problems.js';
import { listBulkItems } from '../response/bulk-result.js';
import { collectRecordedFields } from './recorded-fields.js';

/** The entry of a write that the handler has finished. @param result what the handler returned */
export function createEntryOfResult(event: AuditEvent, request: FastifyRequest, result: unknown): AuditEntry {
  const items = listBulkItems(result);
  const failedIds = items.filter(({ status }) => status === 'failed').map(({ id }) => id);
  const resultId = findResultId(result);
  if (failedIds.length === 0) return { ...createEntry(event, request, 'done'), resultId };
  const entry = createEntry(event, request, failedIds.length < items.length ? 'partly-done' : 'refused');
  return { ...entry, target: { ...entry.target, failedIds }, resultId };
}

/** The entry of a write that was rejected or failed. */
export function createEntryOfError(event: AuditEvent, request: FastifyRequest, error: unknown): AuditEntry {
  const problem = toProblemError(error, [translateKooDriveError]);
  return { ...createEntry(event, request, toOutcome(problem, error)), reason: problem.code };
}

function createEntry(event: AuditEvent, request: FastifyRequest, outcome: AuditOutcome): AuditEntry {
  const { method, routeOptions, id: traceId, ip: address, params, query, body, gateway } = request;
  const { caller } = gateway;
  return {
    event,
    outcome,
    traceId,
    caller: caller?.id,
    owner: caller?.owner,
    user: caller && caller.principal.kind !== 'app' ? caller.principal.userId : undefined,
    method,
    route: routeOptions.url,
    target: { ...collectRecordedFields(query), ...collectRecordedFields(body), ...(params as Record<string, string>) },
    address,
  };
}

function toOutcome({ code, status, options }: ProblemError, error: unknown): AuditOutcome {
  const mayBeDone = error instanceof UpstreamError && error.classification.outcome === 'unknown';
  if (mayBeDone || code === 'outcome-unknown' || options.outcome === 'unknown') return 'unknown';
  return status < 500 ? 'refused' : 'failed';
}

function findResultId(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null || !('id' in result)) return undefined;
  return typeof result.id === 'string' ? result.id : undefined;
}
