import type { ConfigurationIssue } from './configuration-error.js';
import type { Environment } from './environment.js';
import { isLoopback } from './origin-pattern.js';

type Rule = (environment: Environment) => readonly ConfigurationIssue[];

/** Violations of the rules between variables. Variables in `unreadable` are skipped: their mistakes are reported already. */
export function findRuleViolations(
  environment: Environment,
  unreadable: ReadonlySet<string>,
): readonly ConfigurationIssue[] {
  const violations = rules.flatMap((rule) => rule(environment));
  return violations.filter(({ variable }) => !unreadable.has(variable) && !unreadable.has(`${variable}_FILE`));
}

const requireInProduction: Rule = (environment) =>
  environment.NODE_ENV !== 'production'
    ? []
    : (['KOODRIVE_BASE_URL', 'API_KEYS_FILE', 'ENCRYPTION_KEYS'] as const)
        .filter((name) => environment[name] === undefined)
        .map((variable) => ({ variable, message: 'is required in production' }));

/** For credentials that work only if all their parts are set. */
const requireTogether =
  (...names: readonly (keyof Environment)[]): Rule =>
  (environment) => {
    const missing = names.filter((name) => environment[name] === undefined);
    if (missing.length === 0 || missing.length === names.length) return [];
    const present = names.filter((name) => environment[name] !== undefined);
    return missing.map((variable) => ({ variable, message: `is required together with ${present.join(' and ')}` }));
  };

const requireHttps =
  (
    variable: 'KOODRIVE_BASE_URL' | 'KOODRIVE_APP_TOKEN_URL' | 'JWT_JWKS_URL' | 'OIDC_ISSUER' | 'OIDC_REDIRECT_URL',
  ): Rule =>
  (environment) => {
    const url = environment[variable];
    if (!url || !isForbiddenPlainHttp(url, environment)) return [];
    return [{ variable, message: 'must be an https URL (plain http only for loopback, or in development)' }];
  };

const requireHttpsOrigins =
  (variable: 'KOODRIVE_OBJECT_STORE_ORIGINS' | 'KOODRIVE_SIGN_IN_ORIGINS'): Rule =>
  (environment) => {
    const patterns = environment[variable] ?? [];
    if (!patterns.some((pattern) => isForbiddenPlainHttp(pattern, environment))) return [];
    return [{ variable, message: 'must hold https origins (plain http only for loopback, or in development)' }];
  };

/** The embedded sandbox has its own credentials. Without a KooDrive URL it would get those of the real KooDrive. */
const requireBaseUrlForCredentials: Rule = (environment) =>
  environment.KOODRIVE_BASE_URL !== undefined ||
  (environment.KOODRIVE_APP_ID === undefined && environment.KOODRIVE_APP_TOKEN_URL === undefined)
    ? []
    : [{ variable: 'KOODRIVE_BASE_URL', message: 'is required if credentials for KooDrive are set' }];

/** On plain HTTP, everybody on the network path can read and change a browser session. */
const requireHttpsForSessions: Rule = (environment) => {
  const { LOGIN_DOMAIN: domain, ALLOWED_ORIGINS: origins = [] } = environment;
  const issues: ConfigurationIssue[] = [];
  if (environment.NODE_ENV === 'production' && domain?.startsWith('http:')) {
    issues.push({ variable: 'LOGIN_DOMAIN', message: 'must not be plain http in production' });
  }
  if (origins.some((origin) => isForbiddenPlainHttp(new URL(origin), environment))) {
    issues.push({
      variable: 'ALLOWED_ORIGINS',
      message: 'must hold https origins (plain http only for loopback, or in development)',
    });
  }
  return issues;
};

/** Users who sign in with OpenID Connect have no KooDrive session. The gateway signs their requests as the app. */
const requireAppForOpenId: Rule = (environment) =>
  environment.OIDC_ISSUER && environment.KOODRIVE_BASE_URL && environment.KOODRIVE_APP_ID === undefined
    ? [{ variable: 'KOODRIVE_APP_ID', message: 'is required together with OIDC_ISSUER' }]
    : [];

/** Instances without a common store would not tell each other what to invalidate. */
const requireStoreForCacheStore: Rule = (environment) =>
  environment.CACHE_REDIS_URL !== undefined && environment.REDIS_URL === undefined
    ? [{ variable: 'REDIS_URL', message: 'is required together with CACHE_REDIS_URL' }]
    : [];

const rules: readonly Rule[] = [
  requireHttpsForSessions,
  requireInProduction,
  requireTogether('KOODRIVE_APP_ID', 'KOODRIVE_APP_SECRET'),
  requireTogether('KOODRIVE_APP_TOKEN_URL', 'KOODRIVE_CLIENT_ID', 'KOODRIVE_CLIENT_SECRET'),
  requireTogether('JWT_ISSUER', 'JWT_AUDIENCE', 'JWT_JWKS_URL'),
  requireTogether('OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_REDIRECT_URL', 'OIDC_USER_CLAIM'),
  requireAppForOpenId,
  requireHttps('KOODRIVE_BASE_URL'),
  requireHttps('KOODRIVE_APP_TOKEN_URL'),
  requireHttps('JWT_JWKS_URL'),
  requireHttps('OIDC_ISSUER'),
  requireHttps('OIDC_REDIRECT_URL'),
  requireHttpsOrigins('KOODRIVE_OBJECT_STORE_ORIGINS'),
  requireHttpsOrigins('KOODRIVE_SIGN_IN_ORIGINS'),
  requireBaseUrlForCredentials,
  requireStoreForCacheStore,
];

function isForbiddenPlainHttp(url: { protocol: string; hostname: string }, environment: Environment): boolean {
  return url.protocol === 'http:' && environment.NODE_ENV !== 'development' && !isLoopback(url.hostname);
}
