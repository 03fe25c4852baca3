import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Availability, RedisConnection } from '#store';

/** Seconds of a window. */
export const windowSeconds = 60;

/** What was had of a window's points. */
export interface Taken {
  /** As many as were asked for, or those that were left. */
  readonly granted: number;
  /** Left for everybody. */
  readonly remaining: number;
  /** Milliseconds until the window ends. */
  readonly endsIn: number;
}

/** Where counts are shared: Redis, and whether it is worth asking. */
export interface SharedRedis {
  readonly connection: RedisConnection;
  readonly availability: Availability;
  /** Milliseconds a command may take. */
  readonly commandTimeout: number;
}

/**
 * Points of fixed windows, counted by all instances together in Redis. Where Redis is away each instance counts for
 * itself, with the same limit (S21): a frozen Redis costs one command timeout, not one for each caller.
 */
export class SharedCount {
  readonly #local: RateLimiterMemory;
  readonly #shared: RateLimiterRedis | undefined;

  constructor(
    name: string,
    private readonly limit: number,
    private readonly redis?: SharedRedis,
  ) {
    const options = { points: limit, duration: windowSeconds, keyPrefix: `koodrive:rate:${name}` };
    this.#local = new RateLimiterMemory(options);
    if (redis) {
      this.#shared = new RateLimiterRedis({ ...options, storeClient: redis.connection, rejectIfRedisNotReady: true });
    }
  }

  /** Never rejects. */
  async take(key: string, points: number): Promise<Taken> {
    const counted = (await this.#askRedis(key, points)) ?? (await consume(this.#local, key, points));
    const over = Math.max(0, counted.consumedPoints - this.limit);
    return {
      granted: Math.max(0, points - over),
      remaining: Math.max(0, this.limit - counted.consumedPoints),
      endsIn: counted.msBeforeNext,
    };
  }

  async #askRedis(key: string, points: number): Promise<RateLimiterRes | undefined> {
    if (!this.#shared || !this.redis || this.redis.availability.away) return undefined;
    try {
      return await within(this.redis.commandTimeout, consume(this.#shared, key, points));
    } catch {
      this.redis.availability.failed();
      return undefined;
    }
  }
}

/** The count, whether within the limit or over it. @throws what the store throws */
async function consume(
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

/** ioredis bounds each command; this bounds what a cluster makes of one. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the counter did not answer in time')), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
