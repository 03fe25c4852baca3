import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { BrowserSession } from '#callers';
import { ProblemError } from '#problem';

/** The browser session of the request, on routes of scope `session`. */
export const CurrentBrowserSession = createParamDecorator(
  (_data: unknown, context: ExecutionContext): BrowserSession => {
    const session = context.switchToHttp().getRequest<FastifyRequest>().gateway.caller?.browserSession;
    if (!session) throw new ProblemError('unauthenticated');
    return session;
  },
);
