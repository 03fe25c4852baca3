import { createHash, randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { ResponseValidator } from '../contract/response-validator.js';
import type { ContractOperation } from '../contract/contract.js';
import { errorCodes, lookUpError } from '../contract/errors.js';
import type { RequestValidator } from '../contract/request-validator.js';
import type { MatchedRoute, Router } from '../contract/router.js';
import type { SandboxCounters } from '../control/counters.js';
import type { Deviations } from '../control/deviations.js';
import type { DeliveryResult, FaultInjector } from '../control/fault-injector.js';
import type { Ledger } from '../control/ledger.js';
import { parseBearerToken, type Authenticator } from '../credentials/authenticator.js';
import {
  AuthenticationError,
  apiGatewayUnauthorizedResponse,
  unauthorizedResponse,
} from '../credentials/authentication-error.js';
import { OperationError, type OperationResponse, type OperationHandlers, type Subject } from '../operation.js';
import type { SandboxOptions } from '../options.js';
import type { VirtualClock } from '../virtual-clock.js';
import type { ApiCall } from './api-call.js';
import { recordCall, type LedgerEntryDraft } from './record-call.js';
import { jsonResponse, type OutgoingResponse } from './outgoing-response.js';
import { createSuccessBody, createSuccessMembers } from './success.js';

export interface CallHandlerDependencies {
  readonly options: SandboxOptions;
  readonly clock: VirtualClock;
  readonly router: Router;
  readonly requestValidator: RequestValidator;
  readonly responseValidator: ResponseValidator;
  readonly authenticator: Authenticator;
  readonly faultInjector: FaultInjector;
  readonly deviations: Deviations;
  readonly ledger: Ledger;
  readonly counters: SandboxCounters;
  readonly handlers: OperationHandlers;
}

/** Handles a call of the API: route, credential, fault, contract check, handler, response, ledger entry. */
export class CallHandler {
  private readonly successMembersByOperation = new Map<string, OperationResponse>();

  constructor(private readonly dependencies: CallHandlerDependencies) {}

  /** Sends the response on `response`, on which nothing may have been written yet. Never rejects. */
  async handle(call: ApiCall, response: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    const { router, faultInjector, ledger, counters } = this.dependencies;
    const route = router.find(call.method, call.path);
    const entry = this.startLedgerEntry(call, route);
    const identity = route && this.authenticate(route.operation, call, entry);
    const faultCall = {
      method: call.method,
      operation: entry.operation,
      userId: entry.userId,
      failureResponse: (status: number, code: number | undefined) =>
        this.failureResponse(route, entry, code ?? errorCodes.internalError, status),
      expireCredential: () => {
        this.dependencies.authenticator.expireToken(call.headers.authorization);
        entry.refusedCredential = 'expired by a fault';
        return this.unauthorizedResponse(route, undefined);
      },
    };
    let delivery: DeliveryResult = { status: 0 };
    try {
      delivery = await faultInjector.apply(faultCall, response, () => this.respond(call, route, identity, entry));
    } finally {
      recordCall(ledger, counters, entry, delivery, startedAt);
    }
  }

  private startLedgerEntry(call: ApiCall, route: MatchedRoute | undefined): LedgerEntryDraft {
    const { clock, authenticator } = this.dependencies;
    const traceId = call.headers['x-traceid'];
    const token = parseBearerToken(call.headers.authorization);
    return {
      time: new Date(clock.now()).toISOString(),
      method: call.method,
      path: call.path,
      operation: route?.operation.operationId,
      credential: authenticator.classifyCredential(call.headers.authorization),
      tokenHash: token === undefined ? undefined : hashToken(token),
      traceId: typeof traceId === 'string' ? traceId : undefined,
      committed: false,
    };
  }

  private authenticate(
    operation: ContractOperation,
    call: ApiCall,
    entry: LedgerEntryDraft,
  ): Subject | AuthenticationError {
    try {
      const subject = this.dependencies.authenticator.authenticate(
        operation.acceptedCredential,
        call,
        operation.operationId === 'refreshSession',
      );
      if (subject.kind === 'user') entry.userId = subject.userId;
      return subject;
    } catch (error) {
      if (error instanceof AuthenticationError) return error;
      throw error;
    }
  }

  private async respond(
    call: ApiCall,
    route: MatchedRoute | undefined,
    identity: Subject | AuthenticationError | undefined,
    entry: LedgerEntryDraft,
  ): Promise<OutgoingResponse> {
    if (!route || !identity) {
      entry.refusedForContract = [`no operation has ${call.method} ${call.path}`];
      return this.failureResponse(undefined, entry, errorCodes.badRequest, 404);
    }
    if (identity instanceof AuthenticationError) {
      entry.refusedCredential = identity.reason;
      return this.unauthorizedResponse(route, identity);
    }
    const validated = this.dependencies.requestValidator.validate(route.operation, { ...call, path: route.path });
    if (validated.reasons.length > 0) {
      entry.refusedForContract = validated.reasons;
      return this.failureResponse(route, entry, errorCodes.invalidParameter, undefined, validated.reasons.join('; '));
    }
    const handler = this.dependencies.handlers[route.operation.operationId];
    if (!handler) {
      this.dependencies.counters.unimplemented += 1;
      return this.failureResponse(route, entry, errorCodes.internalError, 501, 'not implemented by the sandbox');
    }
    try {
      const response = await handler({
        operationId: route.operation.operationId,
        subject: identity,
        path: route.path,
        query: validated.query,
        headers: call.headers as Readonly<Record<string, string | undefined>>,
        body: validated.body,
      });
      entry.committed = true;
      return this.successResponse(route.operation, response, entry);
    } catch (error) {
      return this.errorResponse(route, error, entry);
    }
  }

  private successResponse(
    operation: ContractOperation,
    response: OperationResponse,
    entry: LedgerEntryDraft,
  ): OutgoingResponse {
    const { responseValidator } = this.dependencies;
    const { operationId } = operation;
    let members = this.successMembersByOperation.get(operationId);
    if (!members) {
      members = createSuccessMembers(operationId, responseValidator.codeTypeOf(operation));
      this.successMembersByOperation.set(operationId, members);
    }
    const { value, text } = createSuccessBody(response, members);
    const problems = responseValidator.validate(operation, value);
    if (problems.length > 0) entry.answerBreaksContract = problems;
    entry.code = 0;
    return jsonResponse(200, this.dependencies.deviations.apply(operationId, text));
  }

  private errorResponse(route: MatchedRoute, error: unknown, entry: LedgerEntryDraft): OutgoingResponse {
    if (error instanceof OperationError) return this.failureResponse(route, entry, error.code, undefined, error.detail);
    if (error instanceof AuthenticationError) {
      entry.refusedCredential = error.reason;
      return this.unauthorizedResponse(route, error);
    }
    entry.failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return this.failureResponse(route, entry, errorCodes.internalError, 500);
  }

  private failureResponse(
    route: MatchedRoute | undefined,
    entry: LedgerEntryDraft,
    code: number,
    status?: number,
    detail?: string,
  ): OutgoingResponse {
    const error = lookUpError(code, detail);
    entry.code = code;
    return jsonResponse(
      status ?? error.status,
      JSON.stringify({ code: this.formatCode(route, code), msg: error.message }),
    );
  }

  private unauthorizedResponse(
    route: MatchedRoute | undefined,
    error: AuthenticationError | undefined,
  ): OutgoingResponse {
    if (error?.kind === 'signature' && this.dependencies.options.quirks.apiGatewayErrors)
      return apiGatewayUnauthorizedResponse(randomUUID());
    return unauthorizedResponse(this.formatCode(route, errorCodes.badRequest));
  }

  /** Failures have `code` as text too when the table of the operation types it as String (inferred). */
  private formatCode(route: MatchedRoute | undefined, code: number): number | string {
    return route && this.dependencies.responseValidator.codeTypeOf(route.operation) === 'text' ? String(code) : code;
  }
}

/** 12 hex digits: enough to compare the tokens of two calls in the ledger, too few to recover a token. */
function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 12);
}
