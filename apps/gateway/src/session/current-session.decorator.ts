import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Session } from '#callers';
import { ProblemError } from '#problem';

/** The session that a route of scope `session` was called with. */
export const CurrentSession = createParamDecorator((_data: unknown, context: ExecutionContext): Session => {
  const session = context.switchToHttp().getRequest<FastifyRequest>().gateway.caller?.session;
  if (!session) throw new ProblemError('unauthenticated');
  return session;
});
