import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { type SerializedResponse, ResponseCache, createSerializedResponse } from '#cache';
import { ProblemError } from '#problem';
import { applyResponseHeaders } from './response-headers.js';
import type { EndpointSpec } from '../endpoint.js';
import type { CacheTagContext } from './cache-tags.js';
import { omitsEntries } from '../input/page.js';
import { projectFields } from './projection.js';

/**
 * Serializes each response once, caches it where the route declares it, and invalidates what a write changed before the
 * response to the write is sent.
 */
@Injectable()
export class ResponseInterceptor implements NestInterceptor {
  constructor(private readonly cache: ResponseCache) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const endpoint = request.routeOptions.config.endpoint;
    if (!endpoint) return next.handle();
    if (endpoint.produces) {
      reply.header('cache-control', 'no-store');
      return next.handle();
    }
    const handle = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(this.respond(endpoint, request, reply, handle));
  }

  private async respond(
    endpoint: EndpointSpec,
    request: FastifyRequest,
    reply: FastifyReply,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    const { cacheKey, deadline } = request.gateway;
    if (endpoint.cache && cacheKey) {
      const { tags, lifetimeOverrides, cacheIf, ...policy } = endpoint.cache;
      const context = createCacheTagContext(request);
      const { response, cacheStatus } = await this.cache.read(
        cacheKey,
        { ...policy, ...lifetimeOverrides?.(context), tags: tags(context) },
        async (signal) => {
          request.gateway.flightSignal = signal;
          const result = await handle();
          return serializeResponse(result, request, endpoint, cacheIf);
        },
        { bypass: bypassesCache(request), signal: deadline?.signal },
      );
      return applyResponseHeaders(request, reply, response, cacheStatus);
    }
    const result = endpoint.invalidates ? await this.runAndInvalidate(endpoint, request, handle) : await handle();
    if (result === undefined || result instanceof StreamableFile) return result;
    if (endpoint.location) reply.header('location', endpoint.location(result as Record<string, unknown>));
    return applyResponseHeaders(request, reply, serializeResponse(result, request, endpoint));
  }

  /**
   * Also invalidates after a failure, since KooDrive may have done a part of the write. A ProblemError below 500 before anything
   * was written means that the gateway rejected the input.
   */
  private async runAndInvalidate(
    endpoint: EndpointSpec,
    request: FastifyRequest,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    let rejected = false;
    try {
      return await handle();
    } catch (error) {
      rejected = error instanceof ProblemError && error.status < 500 && !request.gateway.effects.outcome;
      throw error;
    } finally {
      if (!rejected) await this.cache.invalidate(endpoint.invalidates?.(createCacheTagContext(request)) ?? []);
    }
  }
}

const bypassesCache = (request: FastifyRequest): boolean =>
  /\bno-(?:cache|store)\b/i.test(request.headers['cache-control'] ?? '');

function createCacheTagContext(request: FastifyRequest): CacheTagContext {
  const { caller } = request.gateway;
  if (!caller) throw new ProblemError('unauthenticated');
  return {
    params: request.params as Record<string, string>,
    query: request.query,
    body: request.body,
    principal: caller.principal,
  };
}

function serializeResponse(
  result: unknown,
  request: FastifyRequest,
  endpoint: EndpointSpec,
  cacheIf?: (result: never) => boolean,
): SerializedResponse {
  const { fields } = request.query as { fields?: readonly string[] };
  const body = projectFields(result, fields);
  return createSerializedResponse({
    status: endpoint.status ?? 200,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify(body),
    cacheable: !omitsEntries(result) && (cacheIf?.(result as never) ?? true),
    identity: endpoint.volatileMembers && stringifyWithout(body, endpoint.volatileMembers),
  });
}

const stringifyWithout = (body: unknown, members: readonly string[]): string =>
  JSON.stringify(body, (name, value: unknown) => (members.includes(name) ? undefined : value));
