import type { FastifyRequest } from 'fastify';
import { UpstreamError } from '#koodrive';
import { ProblemError, toProblemError } from '#problem';
import type { AuditEntry, AuditEvent, AuditOutcome } from '#telemetry';
import { getClientAddress } from '../connections/client-address.js';
import { isEntryRejection, translateKooDriveError } from '../problems/koodrive-problems.js';
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
  const outcome = toOutcomeAfterEffect(request, error) ?? toOutcome(problem, error);
  return { ...createEntry(event, request, outcome), reason: problem.code };
}

/** The entry of a write that this process does not see the end of. */
export const createEntryOfUnfinished = (event: AuditEvent, request: FastifyRequest): AuditEntry => ({
  ...createEntry(event, request, 'unknown'),
  reason: 'shutting-down',
});

function createEntry(event: AuditEvent, request: FastifyRequest, outcome: AuditOutcome): AuditEntry {
  const { method, routeOptions, id: traceId, params, query, body, gateway } = request;
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
    address: getClientAddress(request),
  };
}

/**
 * The outcome of a write that failed after KooDrive may have changed something; undefined where it certainly has not. A
 * failure that is none of a later call concerns the response to the write itself, which then may say anything.
 */
function toOutcomeAfterEffect({ gateway }: FastifyRequest, error: unknown): AuditOutcome | undefined {
  if (isEntryRejection(error)) return undefined;
  const { outcome } = gateway.effects;
  return outcome === 'done' && error instanceof ProblemError ? 'unknown' : outcome;
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
