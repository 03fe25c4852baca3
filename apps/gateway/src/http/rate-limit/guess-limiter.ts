import { ProblemError } from '#problem';
import { minuteMs } from '#store';
import { type RateLimitRedis, SharedCounter } from './shared-counter.js';

/**
 * Wrong guesses for one target in one window: of one guesser, of one caller with all its guessers, and of all callers.
 * Several callers are needed to use up the last one, which locks the target for everybody.
 */
export const maxWrongGuesses = { perGuesser: 10, perCaller: 30, perTarget: 100 } as const;
const windowSeconds = (10 * minuteMs) / 1000;

const tooManyGuessesText = {
  en: 'Too many wrong codes: wait before the next one.',
  zh: '错误的提取码过多：请稍后再试。',
};

/** A guess of the access code of a link. The names are stored. */
interface Guess {
  /** Names who guesses: a caller, or a visitor that it names. */
  readonly guesser: string;
  /** Names the caller. */
  readonly caller: string;
  /** Names what is guessed. */
  readonly target: string;
}

/**
 * Limits how many access codes of links can be tried, for all instances together (S32). Each link has a limit of its
 * own, so that many callers together, or one with many visitors, cannot try more.
 */
export class GuessLimiter {
  private readonly guesserCounter: SharedCounter;
  private readonly callerCounter: SharedCounter;
  private readonly targetCounter: SharedCounter;

  constructor(
    redis?: RateLimitRedis,
    private readonly onLimited: () => void = () => undefined,
  ) {
    const { perGuesser, perCaller, perTarget } = maxWrongGuesses;
    this.guesserCounter = new SharedCounter('guesses', perGuesser, redis, windowSeconds);
    this.callerCounter = new SharedCounter('guesses-of-caller', perCaller, redis, windowSeconds);
    this.targetCounter = new SharedCounter('guesses-of-all', perTarget, redis, windowSeconds);
  }

  /**
   * Runs `verify` with a guess. The guess is counted before, since many can run at the same time, and is given back
   * unless it was wrong.
   * @throws ProblemError too-many-requests before `verify` runs
   * @throws what `verify` throws
   */
  async run<T>(
    { guesser, caller, target }: Guess,
    verify: () => Promise<T>,
    isWrong: (error: unknown) => boolean,
  ): Promise<T> {
    const giveBacks: (() => Promise<void>)[] = [];
    let wasWrong = false;
    try {
      giveBacks.push(await this.count(this.guesserCounter, `${guesser} ${target}`));
      giveBacks.push(await this.count(this.callerCounter, `${caller} ${target}`));
      giveBacks.push(await this.count(this.targetCounter, target));
      return await verify();
    } catch (error) {
      wasWrong = isWrong(error);
      throw error;
    } finally {
      if (!wasWrong) await Promise.all(giveBacks.map((giveBack) => giveBack()));
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
