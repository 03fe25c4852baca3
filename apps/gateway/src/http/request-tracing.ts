import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { type TraceContext, createTraceContext, formatTraceparent } from '#telemetry';
import { IpRanges } from './connections/ip-address.js';

/**
 * Determines the trace of each request (S18). A `traceparent` is trusted by the IP address it comes from, not by the
 * caller: the trace id must be known before authentication, because the log lines about rejected calls contain it. A
 * proxy belongs on the list only if it writes the header itself: a proxy that forwards the header of its clients would
 * make every client trusted (docs/decisions/0008).
 */
export class RequestTracing {
  private readonly trustedSources: IpRanges;
  private readonly traceContexts = new WeakMap<IncomingMessage, TraceContext>();

  /** @param sources trusted IP addresses or ranges, such as `10.0.0.0/8` */
  constructor(sources: readonly string[]) {
    this.trustedSources = new IpRanges(sources);
  }

  /** The trace id of a request. Fastify uses it as the request id. */
  readonly startTrace = (request: IncomingMessage): string => {
    const { traceparent: header } = request.headers;
    const context = createTraceContext(
      header,
      header !== undefined && this.trustedSources.includes(request.socket.remoteAddress),
    );
    this.traceContexts.set(request, context);
    return context.traceId;
  };

  /** Sets the header `traceparent` on each response: the trace, and the gateway's span in it. */
  register(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      const context = this.traceContexts.get(request.raw);
      if (context) reply.header('traceparent', formatTraceparent(context));
      done();
    });
  }
}
