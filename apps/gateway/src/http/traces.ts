import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type TraceContext, traceContextOf, traceparent } from '#telemetry';

/**
 * Which trace each request belongs to (S18). A `traceparent` is believed by the address it comes from, not by who calls:
 * the trace id must stand before anybody is known, since the lines about refused calls carry it, too. A proxy belongs on
 * the list only if it writes the header itself; one that passes on what it is sent would speak for everybody.
 */
export class Traces {
  readonly #believed = new BlockList();
  readonly #contexts = new WeakMap<IncomingMessage, TraceContext>();

  /** @param sources addresses or ranges, such as `10.0.0.0/8` */
  constructor(sources: readonly string[]) {
    for (const source of sources) {
      const [address = '', bits] = source.split('/');
      const family = isIPv6(address) ? 'ipv6' : 'ipv4';
      if (bits === undefined) this.#believed.addAddress(address, family);
      else this.#believed.addSubnet(address, Number(bits), family);
    }
  }

  /** The trace id of a request, which is also its id here. */
  readonly begin = (request: IncomingMessage): string => {
    const { traceparent: header } = request.headers;
    const context = traceContextOf(header, header !== undefined && this.#believes(request.socket.remoteAddress));
    this.#contexts.set(request, context);
    return context.traceId;
  };

  /** Each answer names its trace, and our span in it. */
  register(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      const context = this.#contexts.get(request.raw);
      if (context) reply.header('traceparent', traceparent(context));
      done();
    });
  }

  #believes(address: string | undefined): boolean {
    if (address === undefined) return false;
    return this.#believed.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  }
}
