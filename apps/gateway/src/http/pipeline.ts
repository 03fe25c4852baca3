import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ResponseCache, createCacheKey } from '#cache';
import { authenticate, type Caller, type AuthenticationStrategy, AuthenticationFailure } from '#callers';
import type { BoundClient, KooDriveClient } from '#koodrive';
import { negotiateLanguage, ProblemError, sendProblem } from '#problem';
import type { AuditEvent, AuditLog } from '#telemetry';
import { applyResponseHeaders } from './response/response-headers.js';
import { respondToPreflight, setCorsHeaders, isPreflight } from './browsers/cors.js';
import { type EndpointSpec, findMissingScope } from './endpoint.js';
import { RouteTable } from './route-table.js';
import type { RateLimiter } from './rate-limit/rate-limiter.js';
import { toCallerRequest, RequestContext } from './request-context.js';
import { parseRequestDeadline } from './request-timeout.js';
import { documentationHeaders, isDocumentationRoute, securityHeaders } from './browsers/security-headers.js';

/** What the pipeline uses for each request. */
export interface PipelineDependencies {
  readonly strategies: readonly AuthenticationStrategy[];
  readonly responseCache: ResponseCache;
  readonly koodrive: KooDriveClient;
  readonly auditLog: AuditLog;
  readonly rateLimiter: RateLimiter;
  readonly browserAuthentication: { readonly allowedOrigins: ReadonlySet<string> };
  /** Tracks callers whose KooDrive sessions must not expire while they are in use. */
  readonly sessionKeepAlive: { track(principal: Caller['principal']): void };
}

/**
 * The part of the request path before Nest: authentication, authorization, and the lookup in the memory cache. It is a
 * Fastify hook because a cached response sent from here reaches two thirds or more of the speed of bare Fastify. Behind
 * Nest's guards and interceptors it reaches half (docs/decisions/0001).
 */
export function registerPipeline(fastify: FastifyInstance, dependencies: PipelineDependencies): void {
  fastify.decorateRequest('gateway');
  const routes = collectRoutes(fastify);
  fastify.decorate('routeTable', routes);
  const { strategies, rateLimiter, auditLog, sessionKeepAlive, responseCache, koodrive } = dependencies;
  const { allowedOrigins } = dependencies.browserAuthentication;

  fastify.addHook('onRequest', async (request, reply) => {
    request.gateway = new RequestContext(reply);
    const { config, url } = request.routeOptions;
    reply.headers(url && isDocumentationRoute(url) ? documentationHeaders : securityHeaders);
    const { endpoint } = config;
    setCorsHeaders(request, reply, allowedOrigins);
    if (isPreflight(request))
      return respondToPreflight(request, reply, allowedOrigins, routes.findMethods(request.url));
    // Before the body is parsed: for a request without a route, an invalid body does not matter.
    if (request.is404 || isStreamedHead(request.method, endpoint)) {
      return sendProblem(reply, routes.createUnmatchedProblem(request.url));
    }
    if (!endpoint) return undefined;
    if (endpoint.scope === 'public') {
      const limitProblem = await rateLimiter.checkPublicRoute(endpoint, reply);
      return limitProblem && sendProblem(reply, limitProblem);
    }
    const caller = await authenticate(strategies, toCallerRequest(request));
    if (caller instanceof AuthenticationFailure) {
      return sendProblem(reply, await handleAuthenticationFailure(caller, request, reply, dependencies));
    }
    request.gateway.caller = caller;
    // Awaited only where the count is not known yet: cached responses are sent without a turn of the event loop.
    const limitCheck = rateLimiter.checkCaller(caller, endpoint, reply);
    const limitProblem = limitCheck instanceof Promise ? await limitCheck : limitCheck;
    if (limitProblem) return sendProblem(reply, limitProblem);
    const missingScope = findMissingScope(endpoint, caller, request.query);
    if (missingScope) {
      recordAudit(auditLog, request, 'scope-denied', missingScope, { caller: caller.id, owner: caller.owner });
      return sendProblem(reply, createMissingScopeProblem(missingScope));
    }
    recordActingFor(auditLog, request, caller);
    sessionKeepAlive.track(caller.principal);
    const deadline = parseRequestDeadline(request);
    request.gateway.deadline = deadline;
    if (deadline) reply.raw.once('close', () => deadline.end());
    request.gateway.createClient = () => createBoundClient(request, endpoint, koodrive);
    return respondFromCache(request, reply, endpoint, responseCache);
  });
}

/** Counts and records a rejected credential. Over the rate limit it is not recorded. @returns the problem to send */
async function handleAuthenticationFailure(
  failure: AuthenticationFailure,
  request: FastifyRequest,
  reply: FastifyReply,
  { rateLimiter, auditLog }: PipelineDependencies,
): Promise<ProblemError> {
  const limitProblem = await rateLimiter.checkAuthenticationFailure(failure, reply);
  if (limitProblem) return limitProblem;
  recordAudit(auditLog, request, toAuditEvent(failure), failure.reason, failure.claimedIdentity);
  return failure.problem;
}

/** The routes as they are registered. @throws Error at the registration of a route without @Endpoint */
function collectRoutes(fastify: FastifyInstance): RouteTable {
  const routes = new RouteTable();
  fastify.addHook('onRoute', ({ url, method, config }) => {
    if (!config?.endpoint && !isDocumentationRoute(url))
      throw new Error(`${String(method)} ${url} has no @Endpoint: it would be open to everyone`);
    if (!isStreamedHead(method, config?.endpoint)) routes.add(url, [method].flat(), config?.endpoint);
  });
  return routes;
}

/**
 * Fastify adds a HEAD route to each GET. It would run the handler and discard the body, for a stream all of its bytes.
 */
const isStreamedHead = (method: string | string[], endpoint: EndpointSpec | undefined): boolean =>
  method === 'HEAD' && endpoint?.produces !== undefined;

const toAuditEvent = ({ reason }: AuthenticationFailure): AuditEvent =>
  reason === 'acting-not-allowed' || reason === 'malformed-user' ? 'acting-refused' : 'caller-refused';

const createMissingScopeProblem = (scope: EndpointSpec['scope']): ProblemError =>
  new ProblemError('missing-scope', {
    detail:
      scope === 'session'
        ? { en: 'This call is for signed-in browsers.', zh: '此调用仅供已登录的浏览器使用。' }
        : { en: `This call needs the scope ${scope}.`, zh: `此调用需要权限范围 ${scope}。` },
  });

/** Records a call with X-On-Behalf-Of. */
function recordActingFor(log: AuditLog, request: FastifyRequest, { actingFor, id, owner }: Caller): void {
  if (actingFor === undefined) return;
  recordAudit(log, request, 'acting-for', undefined, { caller: id, owner }, actingFor);
}

function recordAudit(
  log: AuditLog,
  request: FastifyRequest,
  event: AuditEvent,
  reason: string | undefined,
  { caller, owner }: { readonly caller?: string; readonly owner?: string },
  user?: string,
): void {
  const { method, routeOptions, id: traceId, ip: address } = request;
  const outcome = event === 'acting-for' ? 'done' : 'refused';
  log.record({ event, outcome, reason, traceId, caller, owner, user, method, route: routeOptions.url, address });
}

/**
 * The upstream client of a request. Where the response is cached, other callers may wait for the same flight: its
 * upstream calls continue after the first caller has disconnected or exceeded its deadline, and end when no caller
 * waits any more.
 */
function createBoundClient(request: FastifyRequest, { cache }: EndpointSpec, koodrive: KooDriveClient): BoundClient {
  const { caller, deadline, signal, flightSignal } = request.gateway;
  if (!caller) throw new ProblemError('unauthenticated');
  return koodrive.forPrincipal(caller.principal, {
    language: negotiateLanguage(request.headers['accept-language']) === 'zh' ? 'zh-CN' : 'en-US',
    traceId: request.id,
    observer: request.gateway,
    signal: cache ? flightSignal : signal,
    deadline: cache ? undefined : deadline,
  });
}

/** Responds from memory where it holds a fresh response. Otherwise only sets the cache key, for the interceptor. */
function respondFromCache(
  request: FastifyRequest,
  reply: FastifyReply,
  endpoint: EndpointSpec,
  cache: ResponseCache,
): FastifyReply | undefined {
  const { caller } = request.gateway;
  if (!endpoint.cache || !caller) return undefined;
  const keyParts = {
    route: request.routeOptions.url ?? '',
    url: request.url,
    language: negotiateLanguage(request.headers['accept-language']),
  };
  const key = createCacheKey(caller.principal, keyParts, endpoint.cache);
  request.gateway.cacheKey = key;
  if (request.headers['cache-control'] !== undefined) return undefined;
  const cached = cache.peek(key);
  if (!cached) return undefined;
  return reply.send(applyResponseHeaders(request, reply, cached.response, cached.cacheStatus));
}
