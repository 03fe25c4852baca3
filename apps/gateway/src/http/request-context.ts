import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CacheKey } from '#cache';
import type { Caller, CallerRequest } from '#callers';
import type { BoundClient, ClientObserver, CompletedUpstreamCall } from '#koodrive';
import { ProblemError } from '#problem';
import type { Deadline } from '#resilience';
import { getOwnOrigin } from './browsers/own-origin.js';
import type { EndpointSpec } from './endpoint.js';
import type { RouteTable } from './route-table.js';
import { UpstreamEffects } from './upstream-effects.js';

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
  /** The operation of the last call of KooDrive that has ended. */
  lastOperation: string | undefined;
  /** What those requests changed. */
  readonly effects = new UpstreamEffects();
  /**
   * Aborted when no caller waits for a shared flight any more. Set while the upstream is called for a cached response.
   */
  flightSignal: AbortSignal | undefined;
  /** The deadline from X-Request-Timeout; undefined without that header. */
  deadline: Deadline | undefined;
  /** Why the request must not go on although it was authenticated: its credential has become invalid meanwhile. */
  endedBy: ProblemError | undefined;
  /** Called by `abort`. Cheaper than the signal, which costs each request a listener. */
  onAbort: ((problem: ProblemError) => void) | undefined;
  private abortedBy: ProblemError | undefined;
  private abortController: AbortController | undefined;

  constructor(private readonly reply: FastifyReply) {}

  onAttempt(): void {
    this.upstreamAttempts += 1;
  }

  onCall(call: CompletedUpstreamCall): void {
    this.lastOperation = call.operation;
    this.effects.record(call);
  }

  /** Aborted when the caller disconnects before the response is complete, or with the reason `endedBy`. */
  get signal(): AbortSignal {
    this.abortController ??= this.createAbortController();
    return this.abortController.signal;
  }

  /** Ends the work for this request, as if the caller had disconnected. */
  abort(problem: ProblemError): void {
    this.abortedBy = problem;
    this.abortController?.abort(problem);
    this.onAbort?.(problem);
  }

  private createAbortController(): AbortController {
    const controller = new AbortController();
    const { raw } = this.reply;
    const abortUnlessSent = (): void => {
      if (!raw.writableFinished) controller.abort(new ProblemError('bad-request'));
    };
    if (this.abortedBy) controller.abort(this.abortedBy);
    // There is no further event.
    else if (raw.destroyed) abortUnlessSent();
    else raw.once('close', abortUnlessSent);
    return controller;
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
export const toCallerRequest = (request: FastifyRequest): CallerRequest => new ReceivedRequest(request);

/** A class, since an object literal with a getter costs each request several times as much. */
class ReceivedRequest implements CallerRequest {
  readonly headers: CallerRequest['headers'];
  readonly rawHeaders: CallerRequest['rawHeaders'];

  constructor(private readonly request: FastifyRequest) {
    this.headers = request.raw.headers;
    this.rawHeaders = request.raw.rawHeaders;
  }

  /** Only browsers need it. */
  get origin(): string {
    return getOwnOrigin(this.request);
  }
}

/** Aborted when the caller disconnects before the response is complete, or its credential becomes invalid. */
export const getAbortSignal = (request: FastifyRequest): AbortSignal => request.gateway.signal;
