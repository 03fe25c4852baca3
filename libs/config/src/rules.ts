import type { ConfigurationMistake } from './configuration-error.js';
import type { Environment } from './environment.js';
import { isLoopback } from './origin-pattern.js';

type Rule = (environment: Environment) => readonly ConfigurationMistake[];

/** What must hold between variables. `unreadable` are left out: they are named already. */
export function brokenRules(
  environment: Environment,
  unreadable: ReadonlySet<string>,
): readonly ConfigurationMistake[] {
  const found = rules.flatMap((rule) => rule(environment));
  return found.filter(({ variable }) => !unreadable.has(variable) && !unreadable.has(`${variable}_FILE`));
}

const requiredInProduction: Rule = (environment) =>
  environment.NODE_ENV !== 'production'
    ? []
    : (['KOODRIVE_BASE_URL', 'API_KEYS_FILE', 'ENCRYPTION_KEYS'] as const)
        .filter((name) => environment[name] === undefined)
        .map((variable) => ({ variable, problem: 'is required in production' }));

/** Credentials whose parts are of no use alone. */
const together =
  (...names: readonly (keyof Environment)[]): Rule =>
  (environment) => {
    const missing = names.filter((name) => environment[name] === undefined);
    if (missing.length === 0 || missing.length === names.length) return [];
    const given = names.filter((name) => environment[name] !== undefined);
    return missing.map((variable) => ({ variable, problem: `is required together with ${given.join(' and ')}` }));
  };

const encrypted =
  (
    variable: 'KOODRIVE_BASE_URL' | 'KOODRIVE_APP_TOKEN_URL' | 'JWT_JWKS_URL' | 'OIDC_ISSUER' | 'OIDC_REDIRECT_URL',
  ): Rule =>
  (environment) => {
    const address = environment[variable];
    if (!address || !plainOutside(address, environment)) return [];
    return [{ variable, problem: 'must be an https address (plain http only for loopback, or in development)' }];
  };

const encryptedObjectStore: Rule = (environment) => {
  const patterns = environment.KOODRIVE_OBJECT_STORE_ORIGINS ?? [];
  if (!patterns.some((pattern) => plainOutside(pattern, environment))) return [];
  return [
    {
      variable: 'KOODRIVE_OBJECT_STORE_ORIGINS',
      problem: 'must hold https origins (plain http only for loopback, or in development)',
    },
  ];
};

/** Credentials are for a KooDrive that is named; the embedded sandbox has its own. */
const upstreamForCredentials: Rule = (environment) =>
  environment.KOODRIVE_BASE_URL !== undefined ||
  (environment.KOODRIVE_APP_ID === undefined && environment.KOODRIVE_APP_TOKEN_URL === undefined)
    ? []
    : [{ variable: 'KOODRIVE_BASE_URL', problem: 'is required where credentials for KooDrive are given' }];

/** Sessions on plain HTTP can be read and written by anybody on the way. */
const encryptedSessions: Rule = (environment) => {
  const { LOGIN_DOMAIN: domain, ALLOWED_ORIGINS: origins = [] } = environment;
  const found: ConfigurationMistake[] = [];
  if (environment.NODE_ENV === 'production' && domain?.startsWith('http:')) {
    found.push({ variable: 'LOGIN_DOMAIN', problem: 'must not be plain http in production' });
  }
  if (origins.some((origin) => plainOutside(new URL(origin), environment))) {
    found.push({
      variable: 'ALLOWED_ORIGINS',
      problem: 'must hold https origins (plain http only for loopback, or in development)',
    });
  }
  return found;
};

/** Users who sign in elsewhere have no session at KooDrive: they are served by the app's signature. */
const appForOpenId: Rule = (environment) =>
  environment.OIDC_ISSUER && environment.KOODRIVE_BASE_URL && environment.KOODRIVE_APP_ID === undefined
    ? [{ variable: 'KOODRIVE_APP_ID', problem: 'is required together with OIDC_ISSUER' }]
    : [];

const rules: readonly Rule[] = [
  encryptedSessions,
  requiredInProduction,
  together('KOODRIVE_APP_ID', 'KOODRIVE_APP_SECRET'),
  together('KOODRIVE_APP_TOKEN_URL', 'KOODRIVE_CLIENT_ID', 'KOODRIVE_CLIENT_SECRET'),
  together('JWT_ISSUER', 'JWT_AUDIENCE', 'JWT_JWKS_URL'),
  together('OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_REDIRECT_URL', 'OIDC_USER_CLAIM'),
  appForOpenId,
  encrypted('KOODRIVE_BASE_URL'),
  encrypted('KOODRIVE_APP_TOKEN_URL'),
  encrypted('JWT_JWKS_URL'),
  encrypted('OIDC_ISSUER'),
  encrypted('OIDC_REDIRECT_URL'),
  encryptedObjectStore,
  upstreamForCredentials,
];

function plainOutside(address: { protocol: string; hostname: string }, environment: Environment): boolean {
  return address.protocol === 'http:' && environment.NODE_ENV !== 'development' && !isLoopback(address.hostname);
}
