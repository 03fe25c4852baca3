import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '#problem';
import { allows } from './endpoint.js';

/** Holds what the hook decided (pipeline.ts): no handler runs without a caller whose scopes cover the route's. */
@Injectable()
export class AccessGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { endpoint } = request.routeOptions.config;
    if (endpoint?.scope === 'public') return true;
    const { caller } = request.gateway;
    if (!caller || !endpoint) throw new ProblemError('unauthenticated');
    if (!allows(endpoint, caller, request.query)) throw new ProblemError('missing-scope');
    return true;
  }
}
