import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ResponseCache, createCacheKey } from '#cache';
import {
  authenticate,
  type Caller,
  type AuthenticationStrategy,
  AuthenticationFailure,
  type BudgetObserver,
} from '#callers';
import type { BoundClient, KooDriveClient } from '#koodrive';
import { negotiateLanguage, ProblemError, sendProblem } from '#problem';
import type { AuditLog } from '#telemetry';
import { applyResponseHeaders } from './response/response-headers.js';
import { recordActingFor, recordAuthenticationFailure, recordMissingScope } from './audit/access-audit.js';
import { isFromAllowedOrigin, isPreflight, respondToPreflight, setCorsHeaders } from './browsers/cors.js';
import type { ForeignRequestCheck } from './browsers/foreign-requests.js';
import { findBoundsProblem } from './input/input-bounds.js';
import { OpenRequests } from './connections/open-requests.js';
import { RequestBudgets } from './connections/request-budgets.js';
import { createMissingScopeProblem, type EndpointSpec, findMissingScope, isWrite } from './endpoint.js';
import { RouteTable } from './route-table.js';
import type { RateLimiter } from './rate-limit/rate-limiter.js';
import { toCallerRequest, RequestContext } from './request-context.js';
import { parseRequestDeadline } from './request-timeout.js';
import { documentationHeaders, isDocumentationRoute, securityHeaders } from './browsers/security-headers.js';

const maxResponseListeners = 20;

/** What the pipeline uses for each request. */
export interface PipelineDependencies {
  readonly strategies: readonly AuthenticationStrategy[];
  readonly responseCache: ResponseCache;
  readonly koodrive: KooDriveClient;
  readonly auditLog: AuditLog;
  readonly rateLimiter: RateLimiter;
  readonly metrics: { readonly recordCallerBudget: BudgetObserver };
  readonly browserAuthentication: { readonly allowedOrigins: ReadonlySet<string> };
  readonly findForeignRequestProblem: ForeignRequestCheck;
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
  const { browserAuthentication, findForeignRequestProblem } = dependencies;
  const { allowedOrigins } = browserAuthentication;
  const admitRequest = createRequestAdmission(fastify, dependencies);

  fastify.addHook('onRequest', async (request, reply) => {
    request.gateway = new RequestContext(reply);
    const { config, url } = request.routeOptions;
    reply.headers(url && isDocumentationRoute(url) ? documentationHeaders : securityHeaders);
    const { endpoint } = config;
    setCorsHeaders(request, reply, allowedOrigins);
    const requestProblem = findBoundsProblem(request) ?? findForeignRequestProblem(request);
    const preflight = isPreflight(request);
    // Not counted: browsers send it before the calls of known callers, and a 429 would cost as much.
    if (preflight && !requestProblem && isFromAllowedOrigin(request, allowedOrigins))
      return respondToPreflight(reply, routes.findMethods(request.url));
    const unmatched = !endpoint || isStreamedHead(request.method, endpoint);
    if (requestProblem || preflight || unmatched || endpoint.scope === 'public') {
      const limitProblem = await rateLimiter.checkAnonymous(endpoint, reply);
      const problem = limitProblem ?? requestProblem ?? findAnonymousProblem(request, endpoint, routes);
      return problem && sendProblem(reply, problem);
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
      recordMissingScope(auditLog, request, caller, missingScope);
      return sendProblem(reply, createMissingScopeProblem(missingScope));
    }
    recordActingFor(auditLog, request, caller);
    sessionKeepAlive.track(caller.principal);
    const deadline = parseRequestDeadline(request);
    request.gateway.deadline = deadline;
    if (deadline) reply.raw.once('close', () => deadline.end());
    request.gateway.createClient = () => createBoundClient(request, endpoint, koodrive);
    const cached = respondFromCache(request, reply, endpoint, responseCache);
    if (cached) return cached;
    const budgetProblem = admitRequest(request, reply, caller, endpoint);
    return budgetProblem && sendProblem(reply, budgetProblem);
  });
}

/**
 * The problem of a request that needs no credential. It is found before the body is parsed: for a request without a
 * route, an invalid body does not matter.
 */
function findAnonymousProblem(
  request: FastifyRequest,
  endpoint: EndpointSpec | undefined,
  routes: RouteTable,
): ProblemError | undefined {
  if (isPreflight(request)) return new ProblemError('cross-site-refused');
  if (request.is404 || isStreamedHead(request.method, endpoint)) return routes.createUnmatchedProblem(request.url);
  return undefined;
}

/** Counts and tracks the requests whose response is not sent at once; or returns the problem of those that are too many. */
function createRequestAdmission(fastify: FastifyInstance, dependencies: PipelineDependencies) {
  const openRequests = createOpenRequests(fastify, dependencies);
  const requestBudgets = new RequestBudgets((budget, outcome) =>
    dependencies.metrics.recordCallerBudget(budget, outcome),
  );
  return (
    request: FastifyRequest,
    reply: FastifyReply,
    caller: Caller,
    endpoint: EndpointSpec,
  ): ProblemError | undefined => {
    // Node warns from the 11th. A response that is a stream has seven of Fastify and of Node itself.
    reply.raw.setMaxListeners(maxResponseListeners);
    const problem = requestBudgets.admit(caller, endpoint, reply);
    if (!problem) openRequests.track(request, reply, caller);
    return problem;
  };
}

function createOpenRequests(
  fastify: FastifyInstance,
  { strategies, sessionKeepAlive, auditLog }: PipelineDependencies,
): OpenRequests {
  const openRequests = new OpenRequests({
    strategies,
    onValid: ({ principal }) => sessionKeepAlive.track(principal),
    onEnd: (request, caller, end) => {
      if (end instanceof AuthenticationFailure) recordAuthenticationFailure(auditLog, request, end, caller);
      else recordMissingScope(auditLog, request, caller, end.missingScope);
    },
    onError: (error) => fastify.log.error({ err: error }, 'check of the requests in progress'),
  });
  fastify.addHook('onClose', () => openRequests.close());
  return openRequests;
}

/** Counts and records a rejected credential, or the absence of one. @returns the problem to send */
async function handleAuthenticationFailure(
  failure: AuthenticationFailure,
  request: FastifyRequest,
  reply: FastifyReply,
  { rateLimiter, auditLog }: PipelineDependencies,
): Promise<ProblemError> {
  recordAuthenticationFailure(auditLog, request, failure);
  return (await rateLimiter.checkAuthenticationFailure(failure, reply)) ?? failure.problem;
}

/**
 * The routes as they are registered.
 * @throws Error at the registration of a route without @Endpoint, or of a write that does not declare `audit`
 */
function collectRoutes(fastify: FastifyInstance): RouteTable {
  const routes = new RouteTable();
  fastify.addHook('onRoute', ({ url, method, config }) => {
    if (!config?.endpoint && !isDocumentationRoute(url))
      throw new Error(`${String(method)} ${url} has no @Endpoint: it would be open to everyone`);
    if (config?.endpoint && config.endpoint.audit === undefined && isWrite(method, config.endpoint))
      throw new Error(`${String(method)} ${url} does not declare how it is recorded in the audit log`);
    if (!isStreamedHead(method, config?.endpoint)) routes.add(url, [method].flat(), config?.endpoint);
  });
  return routes;
}

/**
 * Fastify adds a HEAD route to each GET, which runs the handler and discards the body. An event stream would never end, and
 * a page of the sign-in has no headers of use. Downloads know the method (ContentDownloader).
 */
const isStreamedHead = (method: string | string[], endpoint: EndpointSpec | undefined): boolean =>
  method === 'HEAD' && endpoint?.produces !== undefined && endpoint.produces !== 'application/octet-stream';

/**
 * The upstream client of a request. Where the response is cached or an event stream, other callers may wait for the same
 * flight: its upstream calls continue after the first caller has disconnected or exceeded its deadline, and end when no
 * caller waits any more.
 */
function createBoundClient(
  request: FastifyRequest,
  { cache, produces }: EndpointSpec,
  koodrive: KooDriveClient,
): BoundClient {
  const isShared = cache !== undefined || produces === 'text/event-stream';
  const { caller, deadline, flightSignal } = request.gateway;
  if (!caller) throw new ProblemError('unauthenticated');
  return koodrive.forPrincipal(caller.principal, {
    language: negotiateLanguage(request.headers['accept-language']) === 'zh' ? 'zh-CN' : 'en-US',
    traceId: request.id,
    observer: request.gateway,
    signal: isShared ? flightSignal : request.gateway.signal,
    deadline: isShared ? undefined : deadline,
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
