import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { BoundClient } from '#koodrive';
import { ProblemError } from '#problem';

/** The upstream client, bound to the caller's principal, language, time and staying power. */
export const Upstream = createParamDecorator((_data: unknown, context: ExecutionContext): BoundClient => {
  const { bind } = context.switchToHttp().getRequest<FastifyRequest>().gateway;
  if (!bind) throw new ProblemError('unauthenticated');
  return bind();
});
