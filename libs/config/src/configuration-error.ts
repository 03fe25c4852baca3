/** One thing that is wrong. Never holds the value: it may be a secret, or a secret in the wrong variable. */
export interface ConfigurationMistake {
  readonly variable: string;
  /** What is wrong, or what is expected, as the end of a sentence that begins with the variable. */
  readonly problem: string;
}

/** The environment does not describe a gateway. Holds all mistakes, so that one start names them all. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly mistakes: readonly ConfigurationMistake[]) {
    const lines = mistakes.map(({ variable, problem }) => `  ${variable} ${problem}`);
    super(
      `The configuration has ${mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`}:\n${lines.join('\n')}`,
    );
  }
}
