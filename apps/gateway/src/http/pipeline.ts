import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AnswerCache, cacheKey } from '#cache';
import { authenticate, type Caller, type CallerStrategy, Refusal } from '#callers';
import type { BoundClient, KooDriveClient } from '#koodrive';
import { preferredLanguage, ProblemError, sendProblem } from '#problem';
import type { AuditEvent, AuditLog } from '#telemetry';
import { answerHeaders } from './answer/answer-headers.js';
import { answerPreflight, corsHeaders, isPreflight } from './browsers/cors.js';
import { type EndpointSpec, lackingScope } from './endpoint.js';
import { KnownRoutes } from './known-routes.js';
import type { RateLimits } from './rate-limit/rate-limits.js';
import { callerRequest, RequestContext } from './request-context.js';
import { deadlineOf } from './request-timeout.js';
import { documentationHeaders, isDocumentation, securityHeaders } from './browsers/security-headers.js';

/** What the pipeline asks on the way of each request. */
export interface PipelineParts {
  readonly strategies: readonly CallerStrategy[];
  readonly cache: AnswerCache;
  readonly koodrive: KooDriveClient;
  readonly audit: AuditLog;
  readonly rateLimits: RateLimits;
  readonly browsers: { readonly allowedOrigins: ReadonlySet<string> };
  /** Hears of callers whose sessions must not lapse upstream. */
  readonly sessionsInUse: { used(principal: Caller['principal']): void };
}

/**
 * The way of a request before Nest sees it: who calls, may they, is the answer known. In a Fastify hook, because a kept
 * answer can leave from here at two thirds of the bare server's speed or more; behind Nest's guards and interceptors it
 * is half of that (docs/decisions).
 */
export function registerPipeline(fastify: FastifyInstance, parts: PipelineParts): void {
  fastify.decorateRequest('gateway');
  const routes = knownRoutes(fastify);
  fastify.decorate('knownRoutes', routes);

  fastify.addHook('onRequest', async (request, reply) => {
    request.gateway = new RequestContext(reply);
    const { config, url } = request.routeOptions;
    reply.headers(url && isDocumentation(url) ? documentationHeaders : securityHeaders);
    const { endpoint } = config;
    const { allowedOrigins } = parts.browsers;
    corsHeaders(request, reply, allowedOrigins);
    if (isPreflight(request)) return answerPreflight(request, reply, allowedOrigins, routes.methods(request.url));
    // Before the body is looked at: what is wrong with it is no matter here.
    if (request.is404 || isStreamedHead(request.method, endpoint)) {
      return sendProblem(reply, routes.refusal(request.url));
    }
    if (!endpoint) return undefined;
    if (endpoint.scope === 'public') {
      const tooMany = await parts.rateLimits.ofPublic(endpoint, reply);
      return tooMany && sendProblem(reply, tooMany);
    }
    const found = await authenticate(parts.strategies, callerRequest(request));
    if (found instanceof Refusal) {
      const tooMany = await parts.rateLimits.ofRefusal(found, reply);
      if (tooMany) return sendProblem(reply, tooMany);
      audit(parts.audit, request, refusalEvent(found), found.reason, found.claimed);
      return sendProblem(reply, found.problem);
    }
    request.gateway.caller = found;
    // Without a turn of the event loop where the count is known: kept answers leave from here.
    const counted = parts.rateLimits.ofCaller(found, endpoint, reply);
    const tooMany = counted instanceof Promise ? await counted : counted;
    if (tooMany) return sendProblem(reply, tooMany);
    const lacking = lackingScope(endpoint, found, request.query);
    if (lacking) {
      audit(parts.audit, request, 'scope-denied', lacking, { caller: found.id, owner: found.owner });
      return sendProblem(reply, missingScope(lacking));
    }
    if (found.actingFor !== undefined) {
      audit(parts.audit, request, 'acting-for', undefined, { caller: found.id, owner: found.owner }, found.actingFor);
    }
    parts.sessionsInUse.used(found.principal);
    const deadline = deadlineOf(request);
    request.gateway.deadline = deadline;
    if (deadline) reply.raw.once('close', () => deadline.end());
    request.gateway.bind = () => boundClient(request, endpoint, parts.koodrive);
    return keptAnswer(request, reply, endpoint, parts.cache);
  });
}

/** The routes as they are registered. @throws where one says nothing about who may call it */
function knownRoutes(fastify: FastifyInstance): KnownRoutes {
  const routes = new KnownRoutes();
  fastify.addHook('onRoute', ({ url, method, config }) => {
    if (!config?.endpoint && !isDocumentation(url))
      throw new Error(`${String(method)} ${url} has no @Endpoint: it would be open to anybody`);
    if (!isStreamedHead(method, config?.endpoint)) routes.add(url, [method].flat(), config?.endpoint);
  });
  return routes;
}

/** Fastify makes a HEAD of each GET, which runs it and throws the body away: of a stream, all of it. */
const isStreamedHead = (method: string | string[], endpoint: EndpointSpec | undefined): boolean =>
  method === 'HEAD' && endpoint?.produces !== undefined;

const refusalEvent = ({ reason }: Refusal): AuditEvent =>
  reason === 'acting-not-allowed' || reason === 'malformed-user' ? 'acting-refused' : 'caller-refused';

const missingScope = (scope: EndpointSpec['scope']): ProblemError =>
  new ProblemError('missing-scope', {
    detail:
      scope === 'session'
        ? { en: 'This call is for signed-in browsers.', zh: '此调用仅供已登录的浏览器使用。' }
        : { en: `This call needs the scope ${scope}.`, zh: `此调用需要权限范围 ${scope}。` },
  });

function audit(
  log: AuditLog,
  request: FastifyRequest,
  event: AuditEvent,
  reason: string | undefined,
  { caller, owner }: { readonly caller?: string | undefined; readonly owner?: string | undefined },
  user?: string,
): void {
  const { method, routeOptions, id: traceId, ip: address } = request;
  const outcome = event === 'acting-for' ? 'done' : 'refused';
  log.record({ event, outcome, reason, traceId, caller, owner, user, method, route: routeOptions.url, address });
}

/**
 * The client for this request's calls. Where the answer may be kept, others may be waiting for it too: it then goes on
 * though the caller that began it has left or ran out of time, and ends when nobody waits any more.
 */
function boundClient(request: FastifyRequest, { cache }: EndpointSpec, koodrive: KooDriveClient): BoundClient {
  const { caller, deadline, signal, flight } = request.gateway;
  if (!caller) throw new ProblemError('unauthenticated');
  return koodrive.for(caller.principal, {
    language: preferredLanguage(request.headers['accept-language']) === 'zh' ? 'zh-CN' : 'en-US',
    traceId: request.id,
    observer: request.gateway,
    ...(cache ? { signal: flight } : { signal, deadline }),
  });
}

/** Answers from memory where the bytes are there and fresh; else only names them for the interceptor. */
function keptAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  endpoint: EndpointSpec,
  cache: AnswerCache,
): FastifyReply | undefined {
  const { caller } = request.gateway;
  if (!endpoint.cache || !caller) return undefined;
  const parts = {
    route: request.routeOptions.url ?? '',
    url: request.url,
    language: preferredLanguage(request.headers['accept-language']),
  };
  const key = cacheKey(caller.principal, parts, endpoint.cache);
  request.gateway.answerKey = key;
  if (request.headers['cache-control'] !== undefined) return undefined;
  const kept = cache.peek(key);
  if (!kept) return undefined;
  return reply.send(answerHeaders(request, reply, kept.answer, kept.cacheStatus));
}
