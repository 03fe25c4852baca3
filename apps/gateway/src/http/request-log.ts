import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
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

/**
 * One line and a few counts for each request, once its answer has left or its caller has. To be registered before all
 * hooks that may answer: those that come after them do not run then.
 */
export function registerRequestLog(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    metrics.requestStarted();
    // Not Fastify's onResponse: that does not come where the caller has left before its answer.
    reply.raw.once('close', () => ended(request, reply, metrics));
    done();
  });
}

/** Whether the answer is whole. An entry of a batch has no socket: its answer is whole once it has ended. */
const hasLeft = ({ raw }: FastifyReply): boolean =>
  'isLightMyRequest' in raw ? raw.writableEnded : raw.writableFinished;

/** What nginx calls a request whose caller left before the answer was whole. */
const callerLeft = 499;

function ended(request: FastifyRequest, reply: FastifyReply, metrics: Metrics): void {
  const { gateway, method } = request;
  const aborted = !hasLeft(reply);
  const status = aborted ? callerLeft : reply.statusCode;
  const route = request.routeOptions.url;
  const cache = gateway.cacheStatus === undefined ? undefined : cacheWord(gateway.cacheStatus);
  if (cache) metrics.cacheResult(cache);
  metrics.requestEnded(method, route, status, reply.elapsedTime / 1000);
  logRequest(request.log, {
    method,
    route,
    status,
    durationMs: reply.elapsedTime,
    caller: gateway.caller?.id,
    actingFor: gateway.caller?.actingFor,
    cache,
    upstreamAttempts: gateway.attempts || undefined,
    aborted: aborted || undefined,
  });
}
