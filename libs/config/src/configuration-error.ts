/** One mistake in the environment. It never holds the value, which may be a secret, also in a variable for something else. */
export interface ConfigurationIssue {
  readonly variable: string;
  /** The mistake or the expected form, as the end of a sentence that starts with the name of the variable. */
  readonly message: string;
}

/** The environment is not a valid configuration. Holds all mistakes, so that one start reports all of them. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly issues: readonly ConfigurationIssue[]) {
    const lines = issues.map(({ variable, message }) => `  ${variable} ${message}`);
    super(
      `The configuration has ${issues.length === 1 ? '1 mistake' : `${issues.length} mistakes`}:\n${lines.join('\n')}`,
    );
  }
}
