import { createHash, randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { AnswerChecks } from '../contract/answer-check.js';
import type { ContractOperation } from '../contract/contract.js';
import { BAD_REQUEST, INNER_FAILURE, PARAMETER_INVALID, knownError } from '../contract/errors.js';
import type { RequestChecks } from '../contract/request-check.js';
import type { Route, Router } from '../contract/router.js';
import type { Counters } from '../control/counters.js';
import type { Delivery, Faults } from '../control/faults.js';
import type { Ledger } from '../control/ledger.js';
import { bearerToken, type Judge } from '../credentials/judge.js';
import { NotAuthenticated, gatewayUnauthorized, unauthorized } from '../credentials/not-authenticated.js';
import { Refusal, type Answer, type Handlers, type Subject } from '../operation.js';
import type { SandboxOptions } from '../options.js';
import type { VirtualClock } from '../time.js';
import type { Call } from './call.js';
import { recordCall, type Observation } from './observation.js';
import { jsonText, type Outgoing } from './outgoing.js';
import { successBody, successMembers } from './success.js';

export interface CallParts {
  readonly options: SandboxOptions;
  readonly clock: VirtualClock;
  readonly router: Router;
  readonly requestChecks: RequestChecks;
  readonly answerChecks: AnswerChecks;
  readonly judge: Judge;
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly counters: Counters;
  readonly handlers: Handlers;
}

/** One call of the API: route, credential, fault, contract, handler, answer, ledger. */
export class CallHandler {
  private readonly members = new Map<string, Answer>();

  constructor(private readonly parts: CallParts) {}

  /** Answers on `response`, which must not have been touched. Never rejects. */
  async handle(call: Call, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const { router, faults, ledger, counters } = this.parts;
    const route = router.find(call.method, call.path);
    const seen = this.observe(call, route);
    const identity = route && this.identify(route.operation, call, seen);
    const faultCall = {
      method: call.method,
      operation: seen.operation,
      userId: seen.userId,
      failure: (status: number, code: number | undefined) => this.failure(route, seen, code ?? INNER_FAILURE, status),
      lapse: () => {
        this.parts.judge.lapse(call.headers.authorization);
        seen.refusedCredential = 'let lapse by a fault';
        return this.unauthorized(route, undefined);
      },
    };
    let delivery: Delivery = { status: 0 };
    try {
      delivery = await faults.apply(faultCall, response, () => this.answer(call, route, identity, seen));
    } finally {
      recordCall(ledger, counters, seen, delivery, started);
    }
  }

  private observe(call: Call, route: Route | undefined): Observation {
    const { clock, judge } = this.parts;
    const traceId = call.headers['x-traceid'];
    const token = bearerToken(call.headers.authorization);
    return {
      time: new Date(clock.now()).toISOString(),
      method: call.method,
      path: call.path,
      ...(route && { operation: route.operation.operationId }),
      credential: judge.kindOf(call.headers.authorization),
      ...(token !== undefined && { tokenHash: createHash('sha256').update(token).digest('hex').slice(0, 12) }),
      ...(typeof traceId === 'string' && { traceId }),
      committed: false,
    };
  }

  private identify(operation: ContractOperation, call: Call, seen: Observation): Subject | NotAuthenticated {
    try {
      const subject = this.parts.judge.identify(operation.credential, call, operation.operationId === 'refreshSession');
      if (subject.kind === 'user') seen.userId = subject.userId;
      return subject;
    } catch (error) {
      if (error instanceof NotAuthenticated) return error;
      throw error;
    }
  }

  private async answer(
    call: Call,
    route: Route | undefined,
    identity: Subject | NotAuthenticated | undefined,
    seen: Observation,
  ): Promise<Outgoing> {
    if (!route || !identity) {
      seen.refusedForContract = [`no operation has ${call.method} ${call.path}`];
      return this.failure(undefined, seen, BAD_REQUEST, 404);
    }
    if (identity instanceof NotAuthenticated) {
      seen.refusedCredential = identity.reason;
      return this.unauthorized(route, identity);
    }
    const checked = this.parts.requestChecks.check(route.operation, { ...call, path: route.path });
    if (checked.reasons.length > 0) {
      seen.refusedForContract = checked.reasons;
      return this.failure(route, seen, PARAMETER_INVALID, undefined, checked.reasons.join('; '));
    }
    const handler = this.parts.handlers[route.operation.operationId];
    if (!handler) {
      this.parts.counters.unimplemented += 1;
      return this.failure(route, seen, INNER_FAILURE, 501, 'not played by the sandbox');
    }
    try {
      const answer = await handler({
        operation: route.operation.operationId,
        subject: identity,
        path: route.path,
        query: checked.query,
        headers: call.headers as Readonly<Record<string, string | undefined>>,
        body: checked.body,
      });
      seen.committed = true;
      return this.success(route.operation, answer, seen);
    } catch (error) {
      return this.refusal(route, error, seen);
    }
  }

  private success(operation: ContractOperation, answer: Answer, seen: Observation): Outgoing {
    const { answerChecks } = this.parts;
    const { operationId } = operation;
    let members = this.members.get(operationId);
    if (!members)
      this.members.set(operationId, (members = successMembers(operationId, answerChecks.codeForm(operation))));
    const { value, text } = successBody(answer, members);
    const problems = answerChecks.check(operation, value);
    if (problems.length > 0) seen.answerBreaksContract = problems;
    seen.code = 0;
    return jsonText(200, text);
  }

  private refusal(route: Route, error: unknown, seen: Observation): Outgoing {
    if (error instanceof Refusal) return this.failure(route, seen, error.code, undefined, error.detail);
    if (error instanceof NotAuthenticated) {
      seen.refusedCredential = error.reason;
      return this.unauthorized(route, error);
    }
    seen.failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return this.failure(route, seen, INNER_FAILURE, 500);
  }

  private failure(
    route: Route | undefined,
    seen: Observation,
    code: number,
    status?: number,
    detail?: string,
  ): Outgoing {
    const error = knownError(code, detail);
    seen.code = code;
    return jsonText(status ?? error.status, JSON.stringify({ code: this.printed(route, code), msg: error.message }));
  }

  private unauthorized(route: Route | undefined, error: NotAuthenticated | undefined): Outgoing {
    if (error?.kind === 'signature' && this.parts.options.quirks.gatewayErrors)
      return gatewayUnauthorized(randomUUID());
    return unauthorized(this.printed(route, BAD_REQUEST));
  }

  /** Where the table of an operation types `code` as String, failures have it as text too. */
  private printed(route: Route | undefined, code: number): number | string {
    return route && this.parts.answerChecks.codeForm(route.operation) === 'text' ? String(code) : code;
  }
}
