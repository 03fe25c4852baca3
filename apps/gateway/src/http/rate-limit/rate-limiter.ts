import type { FastifyReply } from 'fastify';
import { type Caller, type AuthenticationFailure, type AuthenticationFailureReason, getAccountableId } from '#callers';
import type { RateLimitSettings } from '#config';
import { ProblemError } from '#problem';
import { getClientNetwork } from '../connections/client-address.js';
import type { EndpointSpec } from '../endpoint.js';
import { LeasedRateLimiter, type RateLimitDecision } from './leased-rate-limiter.js';
import { SharedCounter, type RateLimitRedis, rateLimitWindowSeconds } from './shared-counter.js';

/** The limits: for calls of a caller by their cost; for sign-ins, rejected credentials and anonymous calls by network. */
export type RateLimitName = keyof RateLimitSettings;

/** The problem to send where a limit is used up; undefined where the call is allowed. */
type LimitProblem = ProblemError | undefined;

interface ConfiguredLimit {
  readonly limiter: LeasedRateLimiter;
  readonly name: RateLimitName;
  /** The value of the header RateLimit-Policy. */
  readonly policy: string;
}

/** Failures that are not a guessed credential, such as a browser session that has ended. They count as anonymous calls. */
const anonymousFailureReasons: ReadonlySet<AuthenticationFailureReason> = new Set<AuthenticationFailureReason>([
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

  constructor(
    settings: RateLimitSettings,
    redis?: RateLimitRedis,
    private readonly onLimited: (name: RateLimitName) => void = () => undefined,
  ) {
    const enabled = (Object.entries(settings) as [RateLimitName, number][]).filter(([, limit]) => limit > 0);
    this.limits = new Map(enabled.map(([name, limit]) => [name, createLimit(name, limit, redis)]));
  }

  /** Counts a call of an authenticated caller. Synchronous where this instance holds points of the caller. */
  checkCaller(caller: Caller, endpoint: EndpointSpec, reply: FastifyReply): LimitProblem | Promise<LimitProblem> {
    const name = classifyRequest(reply.request.method, endpoint);
    const limit = name && this.limits.get(name);
    return limit && this.consumePoint(limit, getAccountableId(caller), reply);
  }

  /** Counts a call without a caller by its client network. @param endpoint undefined where the request has no route */
  checkAnonymous(endpoint: EndpointSpec | undefined, reply: FastifyReply): LimitProblem | Promise<LimitProblem> {
    if (endpoint?.rateLimit === 'none') return undefined;
    return this.consumeForNetwork(endpoint?.rateLimit === 'logins' ? 'logins' : 'anonymous', reply);
  }

  /**
   * Counts a rejected or missing credential by its client network. Over the limit the caller gets 429 instead of the
   * authentication failure. Valid credentials from the same address are still accepted.
   */
  checkAuthenticationFailure(
    { reason }: AuthenticationFailure,
    reply: FastifyReply,
  ): LimitProblem | Promise<LimitProblem> {
    return this.consumeForNetwork(anonymousFailureReasons.has(reason) ? 'anonymous' : 'refusals', reply);
  }

  private consumeForNetwork(name: RateLimitName, reply: FastifyReply): LimitProblem | Promise<LimitProblem> {
    const limit = this.limits.get(name);
    return limit && this.consumePoint(limit, getClientNetwork(reply.request), reply);
  }

  private consumePoint(limit: ConfiguredLimit, key: string, reply: FastifyReply): LimitProblem | Promise<LimitProblem> {
    const decision = limit.limiter.consume(key);
    return decision instanceof Promise
      ? decision.then((resolved) => this.applyDecision(limit, resolved, reply))
      : this.applyDecision(limit, decision, reply);
  }

  /** Sets the rate limit headers. */
  private applyDecision(
    { name, policy }: ConfiguredLimit,
    { allowed, remaining, resetSeconds }: RateLimitDecision,
    reply: FastifyReply,
  ): LimitProblem {
    reply.header('ratelimit-policy', policy);
    reply.header('ratelimit', `"${name}";r=${remaining};t=${resetSeconds}`);
    if (allowed) return undefined;
    this.onLimited(name);
    return new ProblemError('too-many-requests', { retryAfterSeconds: resetSeconds });
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
