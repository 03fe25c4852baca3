import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { type Answer, AnswerCache, makeAnswer } from '#cache';
import { ProblemError } from '#problem';
import { answerHeaders } from './answer-headers.js';
import type { EndpointSpec } from '../endpoint.js';
import type { RouteSubject } from './freshness.js';
import { project } from './projection.js';

/**
 * Between handler and wire: serialises an answer once, keeps it where the route says so, and makes stale what a write
 * has changed before anybody hears that it is done.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly cache: AnswerCache) {}

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
    return from(this.answer(endpoint, request, reply, handle));
  }

  private async answer(
    endpoint: EndpointSpec,
    request: FastifyRequest,
    reply: FastifyReply,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    const { answerKey, deadline } = request.gateway;
    if (endpoint.cache && answerKey) {
      const { tags, times, keepIf, ...policy } = endpoint.cache;
      const subject = subjectOf(request);
      const found = await this.cache.read(
        answerKey,
        { ...policy, ...times?.(subject), tags: tags(subject) },
        async (signal) => {
          request.gateway.flight = signal;
          const value = await handle();
          return toAnswer(value, request, endpoint, keepIf);
        },
        { bypass: wantsFresh(request), ...(deadline && { signal: deadline.signal }) },
      );
      return answerHeaders(request, reply, found.answer, found.cacheStatus);
    }
    const value = endpoint.purge ? await this.write(endpoint, request, handle) : await handle();
    if (value === undefined || value instanceof StreamableFile) return value;
    if (endpoint.location) reply.header('location', endpoint.location(value as Record<string, unknown>));
    return answerHeaders(request, reply, toAnswer(value, request, endpoint));
  }

  /** Purges after a failure too, since part of the write may have happened, but not when we refused the input. */
  private async write(
    endpoint: EndpointSpec,
    request: FastifyRequest,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    let refused = false;
    try {
      return await handle();
    } catch (error) {
      refused = error instanceof ProblemError && error.status < 500;
      throw error;
    } finally {
      if (!refused) await this.cache.purge(endpoint.purge?.(subjectOf(request)) ?? []);
    }
  }
}

const wantsFresh = (request: FastifyRequest): boolean =>
  /\bno-(?:cache|store)\b/i.test(request.headers['cache-control'] ?? '');

function subjectOf(request: FastifyRequest): RouteSubject {
  const { caller } = request.gateway;
  if (!caller) throw new ProblemError('unauthenticated');
  return {
    params: request.params as Record<string, string>,
    query: request.query,
    body: request.body,
    principal: caller.principal,
  };
}

function toAnswer(
  value: unknown,
  request: FastifyRequest,
  endpoint: EndpointSpec,
  keepIf?: (value: never) => boolean,
): Answer {
  const { fields } = request.query as { fields?: unknown };
  return makeAnswer({
    status: endpoint.status ?? 200,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify(project(value, fields)),
    keep: keepIf?.(value as never) ?? true,
  });
}
