import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { covers } from '#callers';
import { ProblemError } from '#problem';

/** Holds what the hook decided (pipeline.ts): no handler runs without a caller whose scopes cover the route's. */
@Injectable()
export class AccessGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const scope = request.routeOptions.config.endpoint?.scope;
    if (scope === 'public') return true;
    const { caller } = request.gateway;
    if (!caller || !scope) throw new ProblemError('unauthenticated');
    if (!covers(caller.scopes, scope)) throw new ProblemError('missing-scope');
    return true;
  }
}
