import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { BoundClient } from '#koodrive';
import { ProblemError } from '#problem';

/** The upstream client, bound to the caller's principal, language, deadline and abort signal. */
export const UpstreamClient = createParamDecorator((_data: unknown, context: ExecutionContext): BoundClient => {
  const { createClient } = context.switchToHttp().getRequest<FastifyRequest>().gateway;
  if (!createClient) throw new ProblemError('unauthenticated');
  return createClient();
});
