import { readFileSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ConfigurationMistake } from './configuration-error.js';
import { Environment } from './environment.js';
import { variableDescriptions } from './variable.js';

export type EnvironmentTexts = Readonly<Record<string, string | undefined>>;

/** Reads every variable; what cannot be read is named in `mistakes`, and its property is undefined. */
export function readEnvironment(texts: EnvironmentTexts): {
  readonly environment: Environment;
  readonly mistakes: readonly ConfigurationMistake[];
} {
  const mistakes: ConfigurationMistake[] = [];
  const given: Record<string, string> = {};
  for (const { name, secret } of variableDescriptions) {
    const value = secret ? secretText(name, texts, mistakes) : present(texts[name]);
    if (value !== undefined) given[name] = value;
  }
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  for (const { property, constraints } of validateSync(environment)) {
    for (const problem of Object.values(constraints ?? {})) mistakes.push({ variable: property, problem });
    Object.assign(environment, { [property]: undefined });
  }
  return { environment, mistakes };
}

/** An empty variable is an absent one: compose files and CI hand on what is not set as empty text. */
function present(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function secretText(name: string, texts: EnvironmentTexts, mistakes: ConfigurationMistake[]): string | undefined {
  const value = present(texts[name]);
  const file = present(texts[`${name}_FILE`]);
  if (file === undefined) return value;
  if (value !== undefined) {
    mistakes.push({ variable: `${name}_FILE`, problem: `must not be given together with ${name}` });
    return undefined;
  }
  try {
    const content = present(readFileSync(file, 'utf8'));
    if (content === undefined) mistakes.push({ variable: `${name}_FILE`, problem: 'names a file that is empty' });
    return content;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    mistakes.push({ variable: `${name}_FILE`, problem: `names a file that cannot be read (${reason})` });
    return undefined;
  }
}
