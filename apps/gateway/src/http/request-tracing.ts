import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type TraceContext, createTraceContext, formatTraceparent } from '#telemetry';

/**
 * Determines the trace of each request (S18). A `traceparent` is trusted by the IP address it comes from, not by the
 * caller: the trace id must be known before authentication, because the log lines about rejected calls contain it. A
 * proxy belongs on the list only if it writes the header itself: a proxy that forwards the header of its clients would
 * make every client trusted (docs/decisions/0008).
 */
export class RequestTracing {
  private readonly trustedSources = new BlockList();
  private readonly traceContexts = new WeakMap<IncomingMessage, TraceContext>();

  /** @param sources trusted IP addresses or ranges, such as `10.0.0.0/8` */
  constructor(sources: readonly string[]) {
    for (const source of sources) {
      const [ipAddress = '', prefixLength] = source.split('/');
      const family = isIPv6(ipAddress) ? 'ipv6' : 'ipv4';
      if (prefixLength === undefined) this.trustedSources.addAddress(ipAddress, family);
      else this.trustedSources.addSubnet(ipAddress, Number(prefixLength), family);
    }
  }

  /** The trace id of a request. Fastify uses it as the request id. */
  readonly startTrace = (request: IncomingMessage): string => {
    const { traceparent: header } = request.headers;
    const context = createTraceContext(header, header !== undefined && this.isTrusted(request.socket.remoteAddress));
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

  private isTrusted(ipAddress: string | undefined): boolean {
    if (ipAddress === undefined) return false;
    return this.trustedSources.check(ipAddress, isIPv6(ipAddress) ? 'ipv6' : 'ipv4');
  }
}
