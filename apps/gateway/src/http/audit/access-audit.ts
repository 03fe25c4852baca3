import type { FastifyRequest } from 'fastify';
import type { AuthenticationFailure, Caller } from '#callers';
import type { AuditEntry, AuditEvent, AuditLog } from '#telemetry';
import { getClientAddress, getClientNetwork } from '../connections/client-address.js';

/**
 * Records a rejected credential, or the absence of one.
 * @param caller who the request came from, where its credential became invalid only later
 */
export function recordAuthenticationFailure(
  log: AuditLog,
  request: FastifyRequest,
  failure: AuthenticationFailure,
  caller?: Caller,
): void {
  const { reason, claimedIdentity } = failure;
  // By network, not by the claimed identity: a caller can claim a different one each time.
  log.recordRejection(
    {
      ...toRequestFields(request),
      event: toFailureEvent(failure),
      reason,
      ...(caller ? toIdentity(caller) : claimedIdentity),
    },
    { address: getClientNetwork(request) },
  );
}

/** Records a known caller without the scope that it needs. */
export function recordMissingScope(log: AuditLog, request: FastifyRequest, caller: Caller, missingScope: string): void {
  log.recordRejection(
    { ...toRequestFields(request), event: 'scope-denied', reason: missingScope, ...toIdentity(caller) },
    { caller: caller.id },
  );
}

/** Records a call with X-On-Behalf-Of. */
export function recordActingFor(log: AuditLog, request: FastifyRequest, caller: Caller): void {
  if (caller.actingFor === undefined) return;
  const fields = { ...toRequestFields(request), ...toIdentity(caller), user: caller.actingFor };
  log.record({ ...fields, event: 'acting-for', outcome: 'done' });
}

const toFailureEvent = ({ reason }: AuthenticationFailure): AuditEvent =>
  reason === 'acting-not-allowed' || reason === 'malformed-user' ? 'acting-refused' : 'caller-refused';

const toIdentity = ({ id, owner }: Caller): Pick<AuditEntry, 'caller' | 'owner'> => ({ caller: id, owner });

const toRequestFields = (request: FastifyRequest): Pick<AuditEntry, 'method' | 'route' | 'traceId' | 'address'> => ({
  traceId: request.id,
  method: request.method,
  route: request.routeOptions.url,
  address: getClientAddress(request),
});
