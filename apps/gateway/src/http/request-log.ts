import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CacheResult, type Metrics, logRequest } from '#telemetry';

const cacheResultPatterns: readonly (readonly [RegExp, CacheResult])[] = [
  [/; hit; ttl=-/, 'stale'],
  [/; hit/, 'hit'],
  [/collapsed/, 'coalesced'],
  [/fwd=bypass|fwd=request/, 'bypass'],
  [/fwd=stale/, 'revalidated'],
];
const parseCacheResult = (status: string): CacheResult =>
  cacheResultPatterns.find(([form]) => form.test(status))?.[1] ?? 'miss';

/**
 * Writes one log line and the metrics for each request when its response has been sent or its caller has disconnected.
 * Must be registered before all hooks that may send a response, since later hooks do not run then.
 */
export function registerRequestLog(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    metrics.recordRequestStart();
    // Fastify's onResponse does not run if the caller disconnects before the response.
    reply.raw.once('close', () => recordRequestEnd(request, reply, metrics));
    done();
  });
}

/** Whether the response was sent completely. An entry of a batch has no socket: it is complete when it has ended. */
const isResponseComplete = ({ raw }: FastifyReply): boolean =>
  'isLightMyRequest' in raw ? raw.writableEnded : raw.writableFinished;

/** nginx's status for a request whose caller disconnected before the response was complete. */
const clientClosedRequestStatus = 499;

function recordRequestEnd(request: FastifyRequest, reply: FastifyReply, metrics: Metrics): void {
  const { gateway, method } = request;
  const aborted = !isResponseComplete(reply);
  const status = aborted ? clientClosedRequestStatus : reply.statusCode;
  const route = request.routeOptions.url;
  const cache = gateway.cacheStatus === undefined ? undefined : parseCacheResult(gateway.cacheStatus);
  if (cache) metrics.recordCacheResult(cache);
  if (reply.problemCode) metrics.recordProblem(reply.problemCode);
  metrics.recordRequestEnd(method, route, status, reply.elapsedTime / 1000);
  logRequest(request.log, {
    method,
    route,
    status,
    durationMs: reply.elapsedTime,
    caller: gateway.caller?.id,
    actingFor: gateway.caller?.actingFor,
    cache,
    upstreamAttempts: gateway.upstreamAttempts || undefined,
    aborted: aborted || undefined,
  });
}
