import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RedisServer, startRedis } from '../../../../../test/support/redis.js';
import { waitUntil } from '../../../../../test/support/wait-until.js';
import { GuessLimiter, maxWrongGuesses } from './guess-limiter.js';
import { connectRateLimitRedis } from './rate-limit-redis.js';
import type { RateLimitRedis } from './shared-counter.js';

const wrongCode = new Error('wrong code');
const outage = new Error('outage');
const isWrong = (error: unknown): boolean => error === wrongCode;
const { perGuesser, perCaller, perTarget } = maxWrongGuesses;

type Outcome = 'accepted' | 'wrong' | 'failed' | 'refused';

/** Makes a guess whose check ends as given. The limiter must not run the check of a guess that it refuses. */
async function guess(
  limiter: GuessLimiter,
  guesser: string,
  end?: Error,
  target = 'link',
  caller = guesser,
): Promise<Outcome> {
  let verified = false;
  const verify = async (): Promise<void> => {
    verified = true;
    if (end) throw end;
  };
  try {
    await limiter.run({ guesser, caller, target }, verify, isWrong);
    return 'accepted';
  } catch (error) {
    if (error === wrongCode) return 'wrong';
    if (error === outage) return 'failed';
    expect(error).toMatchObject({ code: 'too-many-requests', options: { retryAfterSeconds: expect.any(Number) } });
    expect(verified).toBe(false);
    return 'refused';
  }
}
const guessMany = (count: number, limiter: GuessLimiter, guesser: string, end?: Error): Promise<Outcome[]> =>
  Promise.all(Array.from({ length: count }, () => guess(limiter, guesser, end)));

describe('S32: guesses of a code', () => {
  it('end after the wrong ones that one guesser may make for a target, also if they run at the same time', async () => {
    const limiter = new GuessLimiter();
    const outcomes = await guessMany(5 * perGuesser, limiter, 'one', wrongCode);
    expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(perGuesser);
    expect(await guess(limiter, 'one')).toBe('refused');
    expect(await guess(limiter, 'one', undefined, 'another link')).toBe('accepted');
    expect(await guess(limiter, 'other')).toBe('accepted');
  });

  it('end for one caller with many visitors before it can use up the limit of all', async () => {
    const limiter = new GuessLimiter();
    const outcomes: Outcome[] = [];
    for (let visitor = 0; visitor < perTarget; visitor += 1)
      outcomes.push(await guess(limiter, `visitor ${visitor}`, wrongCode, 'link', 'one'));
    expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(perCaller);
    expect(await guess(limiter, 'visitor', undefined, 'link', 'other')).toBe('accepted');
  });

  it('end for everybody after the wrong ones that all may make for a target', async () => {
    const limiter = new GuessLimiter();
    for (let guesser = 0; guesser < perTarget / perGuesser; guesser += 1)
      await guessMany(perGuesser, limiter, String(guesser), wrongCode);
    expect(await guess(limiter, 'other')).toBe('refused');
    expect(await guess(limiter, 'other', undefined, 'another link')).toBe('accepted');
  });

  it('are not counted where the code was right, and where it was not checked', async () => {
    const limiter = new GuessLimiter();
    for (let round = 0; round < 2 * perTarget; round += 1) {
      expect(await guess(limiter, 'one')).toBe('accepted');
      expect(await guess(limiter, 'one', outage)).toBe('failed');
    }
    const refused = await guessMany(2 * perGuesser, limiter, 'one');
    expect(refused).toContain('refused');
    expect(await guess(limiter, 'one')).toBe('accepted');
  });

  describe('with Redis', () => {
    let redis: RedisServer;
    const connections: (RateLimitRedis & { close(): void })[] = [];
    beforeAll(async () => {
      redis = await startRedis();
    });
    afterAll(async () => {
      for (const connection of connections) connection.close();
      await redis.stop();
    });
    const createLimiter = async (): Promise<GuessLimiter> => {
      const connection = connectRateLimitRedis(redis.url);
      connections.push(connection);
      await waitUntil('Redis', () => (connection.connection.status === 'ready' ? true : undefined));
      return new GuessLimiter(connection);
    };

    it('are counted for all instances together', async () => {
      const [one, other] = [await createLimiter(), await createLimiter()];
      expect(await guess(one, 'shared')).toBe('accepted');
      const outcomes = [
        ...(await guessMany(perGuesser, one, 'shared', wrongCode)),
        ...(await guessMany(perGuesser, other, 'shared', wrongCode)),
      ];
      expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(perGuesser);
      expect(await guess(other, 'shared')).toBe('refused');
    });
  });
});
