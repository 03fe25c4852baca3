import type { FastifyReply } from 'fastify';
import type { Caller, Refusal, RefusalReason } from '#callers';
import type { RateLimitSettings } from '#config';
import { ProblemError } from '#problem';
import type { EndpointSpec } from '../endpoint.js';
import { clientNetwork } from './client-network.js';
import { LeasedLimit, type Verdict } from './leased-limit.js';
import { SharedCount, type SharedRedis, windowSeconds } from './shared-count.js';

/** What is counted: calls of a caller by what they cost, sign-ins and refused credentials by address. */
export type RateClass = keyof RateLimitSettings;

/** The problem, where a limit is used up. */
type Outcome = ProblemError | undefined;

interface Limit {
  readonly leases: LeasedLimit;
  readonly name: RateClass;
  /** The header RateLimit-Policy. */
  readonly policy: string;
}

/** Refusals that say nothing about a guess: a session that has ended sends its browser to sign in again. */
const notGuesses: ReadonlySet<RefusalReason> = new Set<RefusalReason>([
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
 * How often callers may call (S15), told to them by RateLimit and RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers).
 * A limit of 0 is none.
 */
export class RateLimits {
  readonly #limits: ReadonlyMap<RateClass, Limit>;

  constructor(settings: RateLimitSettings, redis?: SharedRedis) {
    const given = (Object.entries(settings) as [RateClass, number][]).filter(([, limit]) => limit > 0);
    this.#limits = new Map(given.map(([name, limit]) => [name, limitOf(name, limit, redis)]));
  }

  /** Counts a call of a known caller. The problem, where its limit is used up. */
  ofCaller(caller: Caller, endpoint: EndpointSpec, reply: FastifyReply): Outcome | Promise<Outcome> {
    const name = rateClassOf(reply.request.method, endpoint);
    const limit = name && this.#limits.get(name);
    return limit && counted(limit, caller.id, reply);
  }

  /** Counts a call of a public route by its address; health and documentation are never limited. */
  ofPublic(endpoint: EndpointSpec, reply: FastifyReply): Outcome | Promise<Outcome> {
    const limit = endpoint.limit === 'logins' ? this.#limits.get('logins') : undefined;
    return limit && counted(limit, clientNetwork(reply.request.ip), reply);
  }

  /**
   * Counts a refused credential. Over the limit the caller is told so in place of the refusal, and no longer has its
   * guess recorded; those at the same address whose credentials are good go on.
   */
  ofRefusal({ reason }: Refusal, reply: FastifyReply): Outcome | Promise<Outcome> {
    const limit = notGuesses.has(reason) ? undefined : this.#limits.get('refusals');
    return limit && counted(limit, clientNetwork(reply.request.ip), reply);
  }
}

function limitOf(name: RateClass, limit: number, redis: SharedRedis | undefined): Limit {
  return {
    name,
    leases: new LeasedLimit(new SharedCount(name, limit, redis), limit),
    policy: `"${name}";q=${limit};w=${windowSeconds}`,
  };
}

/** Bytes are a class of their own: one of their calls may cost what thousands of others do. */
function rateClassOf(method: string, { limit, streamedBody, produces }: EndpointSpec): RateClass | undefined {
  if (limit !== undefined) return limit === 'none' ? undefined : limit;
  if (streamedBody || (produces !== undefined && produces !== 'text/event-stream')) return 'content';
  return method === 'GET' || method === 'HEAD' ? 'reads' : 'writes';
}

function counted(limit: Limit, key: string, reply: FastifyReply): Outcome | Promise<Outcome> {
  const verdict = limit.leases.take(key);
  return verdict instanceof Promise ? verdict.then((later) => told(limit, later, reply)) : told(limit, verdict, reply);
}

function told({ name, policy }: Limit, verdict: Verdict, reply: FastifyReply): Outcome {
  const { allowed, remaining, resetSeconds } = verdict;
  reply.header('ratelimit-policy', policy);
  reply.header('ratelimit', `"${name}";r=${remaining};t=${resetSeconds}`);
  return allowed ? undefined : new ProblemError('too-many-requests', { retryAfterSeconds: resetSeconds });
}
