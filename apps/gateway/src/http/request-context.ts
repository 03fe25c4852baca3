import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CacheKey } from '#cache';
import type { Caller, CallerRequest } from '#callers';
import type { BoundClient, ClientObserver } from '#koodrive';
import type { Deadline } from '#resilience';
import type { EndpointSpec } from './endpoint.js';
import type { RouteTable } from './route-table.js';

/** What the hooks determined about a request, for the guards, interceptors and handlers. */
export class RequestContext implements ClientObserver {
  /** Undefined on public routes. */
  caller: Caller | undefined;
  /** Creates the upstream client for the caller's principal; undefined on public routes. */
  createClient: (() => BoundClient) | undefined;
  /** The key of the response in the cache; undefined where the response is not cached. */
  cacheKey: CacheKey | undefined;
  /** The value of Cache-Status (RFC 9211), for the log and the metrics. */
  cacheStatus: string | undefined;
  /** Requests that the gateway sent to KooDrive for this request. */
  upstreamAttempts = 0;
  /**
   * Aborted when no caller waits for a shared flight any more. Set while the upstream is called for a cached response.
   */
  flightSignal: AbortSignal | undefined;
  /** The deadline from X-Request-Timeout; undefined without that header. */
  deadline: Deadline | undefined;
  private abortController: AbortController | undefined;

  constructor(private readonly reply: FastifyReply) {}

  onAttempt(): void {
    this.upstreamAttempts += 1;
  }

  /** Aborted when the caller disconnects before the response is complete. */
  get signal(): AbortSignal {
    if (!this.abortController) {
      const controller = new AbortController();
      this.abortController = controller;
      const { raw } = this.reply;
      raw.once('close', () => {
        if (!raw.writableFinished) controller.abort();
      });
    }
    return this.abortController.signal;
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    gateway: RequestContext;
  }
  interface FastifyInstance {
    routeTable: RouteTable;
  }
  interface FastifyContextConfig {
    endpoint?: EndpointSpec;
  }
}

/** The request as authentication strategies see it. Scheme and host come from a trusted proxy where there is one. */
export const toCallerRequest = (request: FastifyRequest): CallerRequest => ({
  headers: request.raw.headers,
  rawHeaders: request.raw.rawHeaders,
  origin: `${request.protocol}://${request.host}`,
});

/** Aborted when the caller disconnects before the response is complete. */
export const getAbortSignal = (request: FastifyRequest): AbortSignal => request.gateway.signal;
