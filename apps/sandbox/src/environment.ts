import type { SandboxSettings } from './options.js';

const DEFAULT_PORT = 3900;

/** Some values of the environment are wrong; the message names them all. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly mistakes: readonly string[]) {
    super(`The sandbox cannot start:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings from variables that begin with SANDBOX_; an empty one counts as unset. Throws SettingsError. */
export function settingsFrom(environment: Environment): SandboxSettings {
  const read = new Reader(environment);
  const settings: SandboxSettings = {
    port: DEFAULT_PORT,
    ...given({
      host: read.text('HOST'),
      publicHost: read.text('PUBLIC_HOST'),
      port: read.number('PORT', 65_535),
      objectStorePort: read.number('OBJECT_STORE_PORT', 65_535),
      appId: read.text('APP_ID'),
      appSecret: read.text('APP_SECRET'),
      clientId: read.text('CLIENT_ID'),
      clientSecret: read.text('CLIENT_SECRET'),
      dataFolder: read.text('DATA'),
      controlToken: read.text('CONTROL_TOKEN'),
      seed: read.number('SEED', 2 ** 32 - 1),
      redirectOrigins: read.origins('REDIRECT_ORIGINS'),
    }),
    appToken: given({
      expiresInSeconds: read.number('APP_TOKEN_EXPIRES_IN', 31_536_000),
      mintDelayMs: read.number('APP_TOKEN_DELAY_MS', 600_000),
    }),
    session: given({
      oldTokenSurvivesRefresh: read.flag('OLD_TOKEN_SURVIVES_REFRESH'),
      refreshAfterLapse: read.flag('REFRESH_AFTER_LAPSE'),
      refreshOncePerToken: read.flag('REFRESH_ONCE_PER_TOKEN'),
    }),
    jobs: given({ waitMs: read.number('JOB_WAIT_MS', 600_000), perFileMs: read.number('JOB_FILE_MS', 600_000) }),
    drive: given({ shortPages: read.flag('SHORT_PAGES'), instantUpload: read.flag('INSTANT_UPLOAD') }),
    quirks: given({ bearerPlus: read.flag('BEARER_PLUS'), gatewayErrors: read.flag('GATEWAY_ERRORS') }),
  };
  if (read.mistakes.length > 0) throw new SettingsError(read.mistakes);
  return settings;
}

/** Reads variables and collects what is wrong with them. Names are given without SANDBOX_. */
class Reader {
  readonly mistakes: string[] = [];

  constructor(private readonly environment: Environment) {}

  text(name: string): string | undefined {
    const value = this.environment[`SANDBOX_${name}`];
    return value === '' ? undefined : value;
  }

  number(name: string, most: number): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (/^\d{1,10}$/.test(value) && Number(value) <= most) return Number(value);
    return this.wrong(name, `must be a whole number from 0 to ${most}`);
  }

  flag(name: string): boolean | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (value === 'true' || value === 'false') return value === 'true';
    return this.wrong(name, 'must be true or false');
  }

  origins(name: string): readonly string[] | undefined {
    const values = this.text(name)
      ?.split(',')
      .map((value) => value.trim());
    if (values?.every((value) => URL.canParse(value) && new URL(value).origin === value) !== false) return values;
    return this.wrong(name, 'must be origins such as https://app.example, separated by commas');
  }

  private wrong(name: string, rule: string): undefined {
    this.mistakes.push(`SANDBOX_${name} ${rule}`);
    return undefined;
  }
}

/** The members that have a value. */
function given<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
