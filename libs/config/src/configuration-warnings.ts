import { environmentVariableDescriptions } from './environment.js';
import type { RawEnvironment } from './read-environment.js';
import type { Configuration } from './settings.js';

/** Names of fewer characters, such as PORT, resemble names that have nothing to do with the gateway. */
const minSimilarLength = 8;
const maxDifferences = 2;

const knownNames: ReadonlySet<string> = new Set(
  environmentVariableDescriptions.flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name])),
);
/** They have no effect as long as nobody can sign in. */
const signInVariables = [
  'LOGIN_RETURN_PATHS',
  'SESSION_SCOPES',
  'SESSION_IDLE_MINUTES',
  'SESSION_LIFETIME_MINUTES',
  'KOODRIVE_REFRESH_ONCE',
  'KOODRIVE_SIGN_IN_ORIGINS',
  'ALLOWED_ORIGINS',
];

/** What is valid, and most likely not what was meant. The sentences name variables, and never hold a value. */
export function findConfigurationWarnings(
  configuration: Configuration,
  texts: RawEnvironment = process.env,
): readonly string[] {
  return [
    ...findMistypedNames(texts),
    ...findMissingCredentials(configuration),
    ...findMissingSignIn(configuration, texts),
  ];
}

function findMistypedNames(texts: RawEnvironment): readonly string[] {
  return Object.keys(texts).flatMap((name) => {
    const similarName = knownNames.has(name) ? undefined : findSimilarName(name);
    return similarName && texts[similarName] === undefined
      ? [`${JSON.stringify(name)} is not a variable of the gateway: is ${similarName} meant?`]
      : [];
  });
}

function findMissingCredentials({ upstream: { target }, browserSessions }: Configuration): readonly string[] {
  if (target.kind !== 'remote' || target.app || target.appToken) return [];
  const effect = browserSessions.loginDomain
    ? 'only browsers that sign in with KooDrive can use the gateway'
    : 'each call of KooDrive fails';
  return [
    `there is no credential for KooDrive, so ${effect}: set KOODRIVE_APP_ID and KOODRIVE_APP_SECRET, or ` +
      'KOODRIVE_APP_TOKEN_URL, KOODRIVE_CLIENT_ID and KOODRIVE_CLIENT_SECRET',
  ];
}

function findMissingSignIn(
  { upstream: { target }, browserSessions: { loginDomain, openId } }: Configuration,
  texts: RawEnvironment,
): readonly string[] {
  if (target.kind !== 'remote' || loginDomain || openId) return [];
  const names = signInVariables.filter((name) => texts[name]?.trim());
  return names.length === 0
    ? []
    : [`nobody can sign in, so ${names.join(', ')} has no effect: set LOGIN_DOMAIN, or OIDC_ISSUER for OpenID Connect`];
}

function findSimilarName(name: string): string | undefined {
  if (name.length < minSimilarLength) return undefined;
  return [...knownNames]
    .filter((known) => known.length >= minSimilarLength && Math.abs(known.length - name.length) <= maxDifferences)
    .map((known) => ({ known, differences: countDifferences(name.toUpperCase(), known) }))
    .filter(({ differences }) => differences <= maxDifferences)
    .sort((one, other) => one.differences - other.differences)[0]?.known;
}

/** The Levenshtein distance: characters to insert, delete or replace. */
function countDifferences(one: string, other: string): number {
  let distances = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const previous = distances;
    distances = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      distances.push(Math.min(replaced, (previous[column] ?? 0) + 1, (distances[column - 1] ?? 0) + 1));
    }
  }
  return distances[other.length] ?? 0;
}
