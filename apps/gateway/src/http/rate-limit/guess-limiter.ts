import { ProblemError } from '#problem';
import { minuteMs } from '#store';
import { type RateLimitRedis, SharedCounter } from './shared-counter.js';

/** Wrong guesses in one window: of one guesser for one target, and of all guessers together for one target. */
export const maxWrongGuesses = { perGuesser: 10, perTarget: 100 } as const;
const windowSeconds = (10 * minuteMs) / 1000;

const tooManyGuessesText = {
  en: 'Too many wrong codes: wait before the next one.',
  zh: '错误的提取码过多：请稍后再试。',
};

/** A guess of the access code of a link. The names are stored. */
interface Guess {
  /** Names who guesses. */
  readonly guesser: string;
  /** Names what is guessed. */
  readonly target: string;
}

/**
 * Limits how many access codes of links can be tried, for all instances together (S32). Each link has a limit of its
 * own, so that many callers together, or one with many visitors, cannot try more.
 */
export class GuessLimiter {
  private readonly guesserCounter: SharedCounter;
  private readonly targetCounter: SharedCounter;

  constructor(
    redis?: RateLimitRedis,
    private readonly onLimited: () => void = () => undefined,
  ) {
    const { perGuesser, perTarget } = maxWrongGuesses;
    this.guesserCounter = new SharedCounter('guesses', perGuesser, redis, windowSeconds);
    this.targetCounter = new SharedCounter('guesses-of-all', perTarget, redis, windowSeconds);
  }

  /**
   * Runs `verify` with a guess. The guess is counted before, since many can run at the same time, and is given back
   * unless it was wrong.
   * @throws ProblemError too-many-requests before `verify` runs
   * @throws what `verify` throws
   */
  async run<T>({ guesser, target }: Guess, verify: () => Promise<T>, isWrong: (error: unknown) => boolean): Promise<T> {
    const giveBackToGuesser = await this.count(this.guesserCounter, `${guesser} ${target}`);
    let giveBackToTarget = async (): Promise<void> => undefined;
    let wasWrong = false;
    try {
      giveBackToTarget = await this.count(this.targetCounter, target);
      return await verify();
    } catch (error) {
      wasWrong = isWrong(error);
      throw error;
    } finally {
      if (!wasWrong) await Promise.all([giveBackToGuesser(), giveBackToTarget()]);
    }
  }

  /** @returns the function that gives the guess back @throws ProblemError too-many-requests */
  private async count(counter: SharedCounter, name: string): Promise<() => Promise<void>> {
    const giveBack = (): Promise<void> => counter.giveBack(name, 1);
    const { granted, windowEndsInMs } = await counter.reserve(name, 1);
    if (granted > 0) return giveBack;
    await giveBack();
    this.onLimited();
    const retryAfterSeconds = Math.max(1, Math.ceil(windowEndsInMs / 1000));
    throw new ProblemError('too-many-requests', { detail: tooManyGuessesText, retryAfterSeconds });
  }
}
