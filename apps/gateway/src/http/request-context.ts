import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CacheKey } from '#cache';
import type { Caller, CallerRequest } from '#callers';
import type { BoundClient, ClientObserver } from '#koodrive';
import type { Deadline } from '#resilience';
import type { EndpointSpec } from './endpoint.js';
import type { KnownRoutes } from './known-routes.js';

/** What the hooks found out about a request, once, for all that comes after. */
export class RequestContext implements ClientObserver {
  /** Undefined on public routes. */
  caller: Caller | undefined;
  /** The upstream client on the caller's behalf; made when a handler asks for it. */
  bind: (() => BoundClient) | undefined;
  /** Name of the answer in the cache; undefined where it is not kept. */
  answerKey: CacheKey | undefined;
  /** RFC 9211, for the log and the metrics. */
  cacheStatus: string | undefined;
  /** Requests that went to KooDrive for this one. */
  attempts = 0;
  private controller: AbortController | undefined;

  constructor(private readonly reply: FastifyReply) {}

  onAttempt(): void {
    this.attempts += 1;
  }

  /** Ends the upstream calls for an answer that may be kept: aborted when nobody waits for it any more. */
  flight: AbortSignal | undefined;
  /** The time that X-Request-Timeout gives the whole request; undefined without it. */
  deadline: Deadline | undefined;

  /** Aborted when the caller goes away before the answer is complete. */
  get signal(): AbortSignal {
    if (!this.controller) {
      const controller = new AbortController();
      this.controller = controller;
      const { raw } = this.reply;
      raw.once('close', () => {
        if (!raw.writableFinished) controller.abort();
      });
    }
    return this.controller.signal;
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    gateway: RequestContext;
  }
  interface FastifyInstance {
    knownRoutes: KnownRoutes;
  }
  interface FastifyContextConfig {
    endpoint?: EndpointSpec;
  }
}

/** What strategies see: scheme and host are the trusted proxy's word where one stands before us. */
export const callerRequest = (request: FastifyRequest): CallerRequest => ({
  headers: request.raw.headers,
  rawHeaders: request.raw.rawHeaders,
  origin: `${request.protocol}://${request.host}`,
});

export const signalOf = (request: FastifyRequest): AbortSignal => request.gateway.signal;
