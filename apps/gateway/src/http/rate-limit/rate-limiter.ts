import type { FastifyReply } from 'fastify';
import type { Caller, AuthenticationFailure, AuthenticationFailureReason } from '#callers';
import type { RateLimitSettings } from '#config';
import { ProblemError } from '#problem';
import type { EndpointSpec } from '../endpoint.js';
import { toClientNetwork } from './client-network.js';
import { LeasedRateLimiter, type RateLimitDecision } from './leased-rate-limiter.js';
import { SharedCounter, type RateLimitRedis, rateLimitWindowSeconds } from './shared-counter.js';

/** The limits: for calls of a caller by their cost, for sign-ins and rejected credentials by client network. */
type RateLimitName = keyof RateLimitSettings;

/** The problem to send where a limit is used up; undefined where the call is allowed. */
type LimitProblem = ProblemError | undefined;

interface ConfiguredLimit {
  readonly limiter: LeasedRateLimiter;
  readonly name: RateLimitName;
  /** The value of the header RateLimit-Policy. */
  readonly policy: string;
}

/** Failures that are not a guessed credential, such as a browser session that has ended. They are not counted. */
const uncountedFailureReasons: ReadonlySet<AuthenticationFailureReason> = new Set<AuthenticationFailureReason>([
  'no-credential',
  'several-credentials',
  'cross-site',
  'unknown-session',
  'store-unavailable',
  'acting-not-allowed',
  'malformed-user',
  'token-keys-unavailable',
  'verification-failed',
]);

/**
 * Limits the calls of each caller (S15), and reports the limits in RateLimit and RateLimit-Policy
 * (draft-ietf-httpapi-ratelimit-headers). A limit of 0 means no limit.
 */
export class RateLimiter {
  private readonly limits: ReadonlyMap<RateLimitName, ConfiguredLimit>;

  constructor(settings: RateLimitSettings, redis?: RateLimitRedis) {
    const enabled = (Object.entries(settings) as [RateLimitName, number][]).filter(([, limit]) => limit > 0);
    this.limits = new Map(enabled.map(([name, limit]) => [name, createLimit(name, limit, redis)]));
  }

  /** Counts a call of an authenticated caller. Synchronous where this instance holds points of the caller. */
  checkCaller(caller: Caller, endpoint: EndpointSpec, reply: FastifyReply): LimitProblem | Promise<LimitProblem> {
    const name = classifyRequest(reply.request.method, endpoint);
    const limit = name && this.limits.get(name);
    return limit && consumePoint(limit, caller.id, reply);
  }

  /** Counts a call of a sign-in route by its client network. Other public routes are never limited. */
  checkPublicRoute(endpoint: EndpointSpec, reply: FastifyReply): LimitProblem | Promise<LimitProblem> {
    const limit = endpoint.rateLimit === 'logins' ? this.limits.get('logins') : undefined;
    return limit && consumePoint(limit, toClientNetwork(reply.request.ip), reply);
  }

  /**
   * Counts a rejected credential by its client network. Over the limit the caller gets 429 instead of the
   * authentication failure, and its guesses are no longer recorded. Valid credentials from the same address are still
   * accepted.
   */
  checkAuthenticationFailure(
    { reason }: AuthenticationFailure,
    reply: FastifyReply,
  ): LimitProblem | Promise<LimitProblem> {
    const limit = uncountedFailureReasons.has(reason) ? undefined : this.limits.get('refusals');
    return limit && consumePoint(limit, toClientNetwork(reply.request.ip), reply);
  }
}

function createLimit(name: RateLimitName, limit: number, redis: RateLimitRedis | undefined): ConfiguredLimit {
  return {
    name,
    limiter: new LeasedRateLimiter(new SharedCounter(name, limit, redis), limit),
    policy: `"${name}";q=${limit};w=${rateLimitWindowSeconds}`,
  };
}

/** Transfers of file contents have a limit of their own: one of them may cost as much as thousands of other calls. */
function classifyRequest(
  method: string,
  { rateLimit, streamedBody, produces }: EndpointSpec,
): RateLimitName | undefined {
  if (rateLimit !== undefined) return rateLimit === 'none' ? undefined : rateLimit;
  if (streamedBody || (produces !== undefined && produces !== 'text/event-stream')) return 'content';
  return method === 'GET' || method === 'HEAD' ? 'reads' : 'writes';
}

function consumePoint(limit: ConfiguredLimit, key: string, reply: FastifyReply): LimitProblem | Promise<LimitProblem> {
  const decision = limit.limiter.consume(key);
  return decision instanceof Promise
    ? decision.then((resolved) => applyDecision(limit, resolved, reply))
    : applyDecision(limit, decision, reply);
}

/** Sets the rate limit headers. */
function applyDecision(
  { name, policy }: ConfiguredLimit,
  { allowed, remaining, resetSeconds }: RateLimitDecision,
  reply: FastifyReply,
): LimitProblem {
  reply.header('ratelimit-policy', policy);
  reply.header('ratelimit', `"${name}";r=${remaining};t=${resetSeconds}`);
  return allowed ? undefined : new ProblemError('too-many-requests', { retryAfterSeconds: resetSeconds });
}
