/** Some environment variables have wrong values. The message lists all of them. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly mistakes: readonly string[]) {
    super(`The sandbox cannot start:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`);
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads variables and collects the mistakes in them. Names are passed without the prefix SANDBOX_. */
export class EnvironmentReader {
  readonly mistakes: string[] = [];

  constructor(private readonly environment: Environment) {}

  text(name: string): string | undefined {
    const value = this.environment[`SANDBOX_${name}`];
    return value === '' ? undefined : value;
  }

  /** It is a part of URLs, and must not be easy to guess. */
  urlSafeSecret(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined || /^[\w-]{16,}$/.test(value)) return value;
    return this.addMistake(name, 'must be at least 16 letters, digits, - or _');
  }

  number(name: string, max: number): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (/^\d{1,10}$/.test(value) && Number(value) <= max) return Number(value);
    return this.addMistake(name, `must be an integer from 0 to ${max}`);
  }

  flag(name: string): boolean | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (value === 'true' || value === 'false') return value === 'true';
    return this.addMistake(name, 'must be true or false');
  }

  origins(name: string): readonly string[] | undefined {
    const values = this.text(name)
      ?.split(',')
      .map((value) => value.trim());
    if (values?.every((value) => URL.canParse(value) && new URL(value).origin === value) !== false) return values;
    return this.addMistake(name, 'must be origins such as https://app.example, separated by commas');
  }

  private addMistake(name: string, rule: string): undefined {
    this.mistakes.push(`SANDBOX_${name} ${rule}`);
    return undefined;
  }
}

/** Drops members that are undefined: completeOptions spreads settings over defaults, so undefined would replace them. */
export function omitUndefined<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
