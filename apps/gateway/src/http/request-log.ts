import type { FastifyInstance } from 'fastify';
import type { CacheResult, Metrics } from '#telemetry';
import { logRequest } from '#telemetry';

const cacheWords: readonly (readonly [RegExp, CacheResult])[] = [
  [/; hit; ttl=-/, 'stale'],
  [/; hit/, 'hit'],
  [/collapsed/, 'coalesced'],
  [/fwd=bypass|fwd=request/, 'bypass'],
  [/fwd=stale/, 'revalidated'],
];
const cacheWord = (status: string): CacheResult => cacheWords.find(([form]) => form.test(status))?.[1] ?? 'miss';

/** One line and a few counts for each request, once its answer has left or its caller has. */
export function registerRequestLog(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onRequest', (_request, _reply, done) => {
    metrics.requestStarted();
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { gateway, method } = request;
    const route = request.routeOptions.url;
    const cache = gateway.cacheStatus === undefined ? undefined : cacheWord(gateway.cacheStatus);
    if (cache) metrics.cacheResult(cache);
    metrics.requestEnded(method, route, reply.statusCode, reply.elapsedTime / 1000);
    logRequest(request.log, {
      traceId: request.id,
      method,
      route,
      status: reply.statusCode,
      durationMs: reply.elapsedTime,
      caller: gateway.caller?.id,
      actingFor: gateway.caller?.actingFor,
      cache,
      upstreamAttempts: gateway.attempts || undefined,
      aborted: reply.raw.writableFinished ? undefined : true,
    });
    done();
  });
}
