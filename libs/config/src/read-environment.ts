import { readFileSync } from 'node:fs';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ConfigurationIssue } from './configuration-error.js';
import { type Environment, environmentSections, environmentVariableDescriptions } from './environment.js';

export type RawEnvironment = Readonly<Record<string, string | undefined>>;

/** Reads every variable. A variable that cannot be parsed is in `issues`, and its property is undefined. */
export function readEnvironment(texts: RawEnvironment): {
  readonly environment: Environment;
  readonly issues: readonly ConfigurationIssue[];
} {
  const issues: ConfigurationIssue[] = [];
  const values: Record<string, string> = {};
  for (const { name, secret } of environmentVariableDescriptions) {
    const value = secret ? readSecret(name, texts, issues) : trimToUndefined(texts[name]);
    if (value !== undefined) values[name] = value;
  }
  const sections = environmentSections.map((section) => parseSection<object>(section, values, issues));
  return { environment: Object.assign({}, ...sections) as Environment, issues };
}

function parseSection<T extends object>(
  section: ClassConstructor<T>,
  values: Readonly<Record<string, string>>,
  issues: ConfigurationIssue[],
): T {
  const instance = plainToInstance(section, values, { exposeDefaultValues: true, excludeExtraneousValues: true });
  for (const { property, constraints } of validateSync(instance)) {
    for (const message of Object.values(constraints ?? {})) issues.push({ variable: property, message });
    Object.assign(instance, { [property]: undefined });
  }
  return instance;
}

/** An empty variable counts as absent: compose files and CI pass on unset variables as empty text. */
function trimToUndefined(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}

function readSecret(name: string, texts: RawEnvironment, issues: ConfigurationIssue[]): string | undefined {
  const value = trimToUndefined(texts[name]);
  const file = trimToUndefined(texts[`${name}_FILE`]);
  if (file === undefined) return value;
  if (value !== undefined) {
    issues.push({ variable: `${name}_FILE`, message: `must not be given together with ${name}` });
    return undefined;
  }
  try {
    const content = trimToUndefined(readFileSync(file, 'utf8'));
    if (content === undefined) issues.push({ variable: `${name}_FILE`, message: 'names a file that is empty' });
    return content;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    issues.push({ variable: `${name}_FILE`, message: `names a file that cannot be read (${reason})` });
    return undefined;
  }
}
