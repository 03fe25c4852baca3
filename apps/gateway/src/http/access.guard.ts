import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '#problem';
import { isAllowed } from './endpoint.js';

/**
 * Checks again what the hook in pipeline.ts decided: no handler runs without a caller that has the scopes of the
 * route, or after the credential has become invalid.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { endpoint } = request.routeOptions.config;
    if (endpoint?.scope === 'public') return true;
    const { caller, endedBy } = request.gateway;
    // While the body was received.
    if (endedBy) throw endedBy;
    if (!caller || !endpoint) throw new ProblemError('unauthenticated');
    if (!isAllowed(endpoint, caller, request.query)) throw new ProblemError('missing-scope');
    return true;
  }
}
