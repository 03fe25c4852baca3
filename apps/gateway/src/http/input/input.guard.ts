import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal';
import type { FastifyRequest } from 'fastify';
import { createInvalidInputProblem, encodePointerToken, type LocalizedText, ProblemError } from '#problem';
import { AuditLog } from '#telemetry';
import { createAuditEntry } from '../audit-entry.js';
import { type InputType, validateInput } from './validate-input.js';

/** An input that a handler declares: `@Param()`, `@Query()` or `@Body()`, and the DTO class of that parameter. */
interface DeclaredInput {
  readonly type: InputType;
  readonly dtoClass: unknown;
}

const inputTypes: Readonly<Record<string, InputType>> = {
  [RouteParamtypes.PARAM]: 'param',
  [RouteParamtypes.QUERY]: 'query',
  [RouteParamtypes.BODY]: 'body',
};
/** The member of a Fastify request that holds each type of input. */
const requestMembers = { param: 'params', query: 'query', body: 'body' } as const;

/** Read from Nest's metadata once for each handler. */
const declaredInputs = new WeakMap<object, readonly DeclaredInput[]>();

function getDeclaredInputs(context: ExecutionContext): readonly DeclaredInput[] {
  const handler = context.getHandler();
  const known = declaredInputs.get(handler);
  if (known) return known;
  const controller = context.getClass();
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler.name) ?? {}) as Record<
    string,
    { readonly index: number }
  >;
  const classes = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, handler.name) ??
    []) as readonly unknown[];
  const inputs = Object.entries(args).flatMap(([key, { index }]) => {
    const type = inputTypes[key.split(':', 1)[0] ?? ''];
    return type ? [{ type, dtoClass: classes[index] }] : [];
  });
  declaredInputs.set(handler, inputs);
  return inputs;
}

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
      await validateRequest(request, getDeclaredInputs(context));
      return true;
    } catch (error) {
      this.recordRejection(request, error);
      throw error;
    }
  }

  /** The audit interceptor runs only for valid input, but the log must also show the attempts. */
  private recordRejection(request: FastifyRequest, error: unknown): void {
    const event = request.routeOptions.config.endpoint?.audit;
    if (!event || !(error instanceof ProblemError)) return;
    this.auditLog.record({ ...createAuditEntry(event, request), outcome: 'refused', reason: error.code });
  }
}

async function validateRequest(request: FastifyRequest, inputs: readonly DeclaredInput[]): Promise<void> {
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
  const takesBody = declared.has('body') || routeOptions.config.endpoint?.streamedBody === true;
  if (!takesBody && !isEmptyBody(body)) throw createInvalidInputProblem('', undeclaredBodyText);
}

/** Many HTTP clients send `{}` where a call has no input. */
const isEmptyBody = (body: unknown): boolean =>
  body === undefined ||
  body === null ||
  (typeof body === 'object' && !Array.isArray(body) && Object.keys(body).length === 0);
