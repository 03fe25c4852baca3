import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { createInvalidInputProblem, encodePointerToken, type LocalizedText } from '#problem';
import { AuditLog } from '#telemetry';
import { createEntryOfError } from '../audit/audit-entry.js';
import { findAuditEvent } from '../audit/audit-rule.js';
import type { DeclaredInput, InputType } from './declared-inputs.js';
import { RejectedBody } from './rejected-body.js';
import { findQueryEscapeProblem } from './url-escapes.js';
import { validateInput } from './validate-input.js';

/** The member of a Fastify request that holds each type of input. */
const requestMembers = { param: 'params', query: 'query', body: 'body' } as const;

const undeclaredParameterText: LocalizedText = { en: 'this route takes no such parameter', zh: '此路由不接受该参数' };
const undeclaredBodyText: LocalizedText = { en: 'this route takes no body', zh: '此路由不接受请求体' };

/**
 * Validates all input of a request and rejects undeclared input. The handler then receives the validated DTOs.
 *
 * This is a guard and not a pipe because Nest runs guards before interceptors and pipes after them: invalid input must
 * reach neither the cache nor the record of an Idempotency-Key (docs/decisions/0010).
 */
@Injectable()
export class InputGuard implements CanActivate {
  constructor(private readonly auditLog: AuditLog) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    try {
      await validateRequest(request, request.routeOptions.config.inputs ?? []);
      return true;
    } catch (error) {
      this.recordRejection(request, error);
      throw error;
    }
  }

  /** The audit interceptor runs only for valid input, but the log must also show the attempts. */
  private recordRejection(request: FastifyRequest, error: unknown): void {
    const event = findAuditEvent(request);
    if (event) this.auditLog.record(createEntryOfError(event, request, error));
  }
}

async function validateRequest(request: FastifyRequest, inputs: readonly DeclaredInput[]): Promise<void> {
  const escapeProblem = findQueryEscapeProblem(request.url);
  if (escapeProblem) throw escapeProblem;
  if (request.body instanceof RejectedBody) throw request.body.problem;
  rejectUndeclaredInput(request, new Set(inputs.map(({ type }) => type)));
  for (const { type, dtoClass } of inputs) {
    const member = requestMembers[type];
    request[member] = await validateInput(type, dtoClass, request[member]);
  }
}

function rejectUndeclaredInput({ query, body, routeOptions }: FastifyRequest, declared: ReadonlySet<InputType>): void {
  const [name] = Object.keys(query as object);
  if (name !== undefined && !declared.has('query')) {
    throw createInvalidInputProblem(encodePointerToken(name), undeclaredParameterText);
  }
  const { streamedBody, formFields } = routeOptions.config.endpoint ?? {};
  const takesBody = declared.has('body') || streamedBody === true || formFields !== undefined;
  if (!takesBody && !isEmptyBody(body)) throw createInvalidInputProblem('', undeclaredBodyText);
}

/** Many HTTP clients send `{}` where a call has no input. */
const isEmptyBody = (body: unknown): boolean =>
  body === undefined ||
  body === null ||
  (typeof body === 'object' && !Array.isArray(body) && Object.keys(body).length === 0);
