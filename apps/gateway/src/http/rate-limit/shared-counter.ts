import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { type AvailabilityMonitor, type RedisConnection, withTimeout } from '#store';

export const rateLimitWindowSeconds = 60;

/** The result of a reservation. */
export interface PointsGrant {
  /** The requested points, or those that were left. */
  readonly granted: number;
  /** Points that are left for all instances. */
  readonly remaining: number;
  /** Milliseconds until the window ends. */
  readonly windowEndsInMs: number;
}

/** The Redis connection of the counters, and whether Redis is available. */
export interface RateLimitRedis {
  readonly connection: RedisConnection;
  readonly availability: AvailabilityMonitor;
  readonly commandTimeoutMs: number;
}

/**
 * Points of fixed windows, counted in Redis for all instances together. Where Redis is unavailable, each instance
 * counts on its own with the same limit (S21). A frozen Redis costs one command timeout, not one for each caller.
 */
export class SharedCounter {
  private readonly localLimiter: RateLimiterMemory;
  private readonly redisLimiter: RateLimiterRedis | undefined;

  constructor(
    name: string,
    private readonly limit: number,
    private readonly redis?: RateLimitRedis,
    windowSeconds = rateLimitWindowSeconds,
  ) {
    const options = { points: limit, duration: windowSeconds, keyPrefix: `koodrive:rate:${name}` };
    this.localLimiter = new RateLimiterMemory(options);
    if (redis) {
      this.redisLimiter = new RateLimiterRedis({
        ...options,
        storeClient: redis.connection,
        rejectIfRedisNotReady: true,
      });
    }
  }

  /** Reserves points of the current window. Never rejects. */
  async reserve(key: string, points: number): Promise<PointsGrant> {
    const { consumedPoints, msBeforeNext } =
      (await this.consumeFromRedis(key, points)) ?? (await consumePoints(this.localLimiter, key, points));
    const pointsOverLimit = Math.max(0, consumedPoints - this.limit);
    return {
      granted: Math.max(0, points - pointsOverLimit),
      remaining: Math.max(0, this.limit - consumedPoints),
      windowEndsInMs: msBeforeNext,
    };
  }

  /** Gives points back that turned out not to count. Never rejects. */
  async giveBack(key: string, points: number): Promise<void> {
    const given = await this.useRedis((limiter) => limiter.reward(key, points));
    if (!given) await this.localLimiter.reward(key, points);
  }

  private consumeFromRedis(key: string, points: number): Promise<RateLimiterRes | undefined> {
    return this.useRedis((limiter) => consumePoints(limiter, key, points));
  }

  /** @returns undefined where Redis is unavailable */
  private async useRedis(
    work: (limiter: RateLimiterRedis) => Promise<RateLimiterRes>,
  ): Promise<RateLimiterRes | undefined> {
    if (!this.redisLimiter || !this.redis || this.redis.availability.unavailable) return undefined;
    try {
      return await withTimeout(this.redis.commandTimeoutMs, work(this.redisLimiter));
    } catch {
      this.redis.availability.reportFailure();
      return undefined;
    }
  }
}

/** The count after consumption, also where it exceeds the limit. @throws what Redis throws */
async function consumePoints(
  limiter: RateLimiterMemory | RateLimiterRedis,
  key: string,
  points: number,
): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key, points);
  } catch (error) {
    if (error instanceof RateLimiterRes) return error;
    throw error;
  }
}
