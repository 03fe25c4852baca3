import { createSecretKey, randomBytes } from 'node:crypto';
import { ConfigurationError, type ConfigurationMistake } from './configuration-error.js';
import { deepFreeze } from './deep-freeze.js';
import type { Environment } from './environment.js';
import type { EncryptionKey } from './readers.js';
import { type EnvironmentTexts, readEnvironment } from './read-environment.js';
import { brokenRules } from './rules.js';
import type { Secret } from './secret.js';
import type {
  AppSettings,
  AppTokenSettings,
  Configuration,
  EncryptionSettings,
  JwtSettings,
  OpenIdSettings,
  SessionSettings,
  UpstreamSettings,
} from './settings.js';

const huaweiCloudObjectStore = 'https://*.myhuaweicloud.com';
const defaultApiKeysFile = '.data/api-keys.json';
const bytesInMegabyte = 1_000_000;
const minute = 60_000;

/** What the rooms above know, and this one does not. */
export interface KnownWords {
  /** Whether a session of a browser may hold the scope. */
  readonly isSessionScope: (text: string) => boolean;
}

/**
 * The whole configuration, deeply frozen.
 * @param known without it the scopes of sessions are taken as they are
 * @throws ConfigurationError that names every mistake
 */
export function loadConfiguration(texts: EnvironmentTexts = process.env, known?: KnownWords): Configuration {
  const { environment, mistakes } = readEnvironment(texts);
  const unreadable = new Set(mistakes.map(({ variable }) => variable));
  const all = [...mistakes, ...brokenRules(environment, unreadable), ...unknownScopes(environment, known)];
  if (all.length > 0) throw new ConfigurationError(all);
  return deepFreeze(settingsOf(environment));
}

function unknownScopes({ SESSION_SCOPES: scopes = [] }: Environment, known?: KnownWords): ConfigurationMistake[] {
  const unknown = known ? scopes.filter((scope) => !known.isSessionScope(scope)) : [];
  if (unknown.length === 0) return [];
  // As JSON: what was typed may hold anything.
  const problem = `must hold scopes that a session may have, which these are not: ${JSON.stringify(unknown)}`;
  return [{ variable: 'SESSION_SCOPES', problem }];
}

/** The file that API keys are kept in, for the command that writes it and needs nothing else. */
export function apiKeysFile(texts: EnvironmentTexts = process.env): string {
  return readEnvironment({ API_KEYS_FILE: texts['API_KEYS_FILE'] }).environment.API_KEYS_FILE ?? defaultApiKeysFile;
}

/**
 * Where sealed records are and the keys for them, for the command that seals them anew and needs nothing else.
 * @throws ConfigurationError that names every mistake
 */
export function vaultSettings(texts: EnvironmentTexts = process.env): {
  readonly redisUrl: Secret;
  readonly keys: EncryptionSettings['keys'];
} {
  const names = ['REDIS_URL', 'REDIS_URL_FILE', 'ENCRYPTION_KEYS', 'ENCRYPTION_KEYS_FILE'];
  const { environment, mistakes } = readEnvironment(Object.fromEntries(names.map((name) => [name, texts[name]])));
  const { REDIS_URL: redisUrl, ENCRYPTION_KEYS: [first, ...others] = [] } = environment;
  const missing = (['REDIS_URL', 'ENCRYPTION_KEYS'] as const)
    .filter((name) => environment[name] === undefined && !mistakes.some(({ variable }) => variable.startsWith(name)))
    .map((variable) => ({ variable, problem: 'is required' }));
  if (!redisUrl || !first || mistakes.length > 0) throw new ConfigurationError([...mistakes, ...missing]);
  return { redisUrl, keys: [first, ...others] };
}

function settingsOf(environment: Environment): Configuration {
  const production = environment.NODE_ENV === 'production';
  return {
    environment: environment.NODE_ENV,
    server: {
      host: environment.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
      port: environment.PORT,
      trustedProxies: environment.TRUSTED_PROXIES,
      trustedTraceSources: environment.TRUSTED_TRACE_SOURCES,
      requestTimeoutMs: environment.REQUEST_TIMEOUT_MS,
      shutdownDrainMs: environment.SHUTDOWN_DRAIN_MS,
      docs: environment.DOCS ?? !production,
      allowedOrigins: environment.ALLOWED_ORIGINS,
    },
    upstream: upstreamOf(environment),
    store: { redisUrl: environment.REDIS_URL },
    cache: { memoryBytes: environment.CACHE_MEMORY_MB * bytesInMegabyte },
    callers: { apiKeysFile: environment.API_KEYS_FILE ?? defaultApiKeysFile, jwt: jwtOf(environment) },
    sessions: sessionsOf(environment),
    rateLimits: {
      reads: environment.RATE_LIMIT_READS,
      writes: environment.RATE_LIMIT_WRITES,
      content: environment.RATE_LIMIT_CONTENT,
      logins: environment.RATE_LIMIT_LOGINS,
      refusals: environment.RATE_LIMIT_REFUSALS,
    },
    encryption: encryptionOf(environment),
    telemetry: { logLevel: environment.LOG_LEVEL, auditLog: environment.AUDIT_LOG },
    publicLinks: { agentName: environment.PUBLIC_LINKS_AGENT_NAME },
    reviews: { served: environment.REVIEWS },
  };
}

function upstreamOf(environment: Environment): UpstreamSettings {
  const connections = environment.UPSTREAM_CONNECTIONS;
  const baseUrl = environment.KOODRIVE_BASE_URL?.origin;
  if (baseUrl === undefined) {
    return { target: { kind: 'embedded-sandbox', port: environment.SANDBOX_PORT }, connections };
  }
  return {
    target: {
      kind: 'remote',
      baseUrl,
      objectStoreOrigins: environment.KOODRIVE_OBJECT_STORE_ORIGINS?.map(({ text }) => text) ?? [
        huaweiCloudObjectStore,
      ],
      app: appOf(environment),
      appToken: appTokenOf(environment),
    },
    connections,
  };
}

function appOf({ KOODRIVE_APP_ID: id, KOODRIVE_APP_SECRET: secret }: Environment): AppSettings | undefined {
  return id !== undefined && secret !== undefined ? { id, secret } : undefined;
}

function appTokenOf(environment: Environment): AppTokenSettings | undefined {
  const {
    KOODRIVE_APP_TOKEN_URL: url,
    KOODRIVE_CLIENT_ID: clientId,
    KOODRIVE_CLIENT_SECRET: clientSecret,
  } = environment;
  return url && clientId !== undefined && clientSecret ? { url: url.href, clientId, clientSecret } : undefined;
}

function jwtOf(environment: Environment): JwtSettings | undefined {
  const { JWT_ISSUER: issuer, JWT_AUDIENCE: audience, JWT_JWKS_URL: jwksUrl } = environment;
  if (issuer === undefined || audience === undefined || !jwksUrl) return undefined;
  return {
    issuer,
    audience,
    jwksUrl: jwksUrl.href,
    algorithms: environment.JWT_ALGORITHMS,
    scopePrefix: environment.JWT_SCOPE_PREFIX,
    userClaim: environment.JWT_USER_CLAIM,
  };
}

function sessionsOf(environment: Environment): SessionSettings {
  const [standardPath = '/', ...otherPaths] = environment.LOGIN_RETURN_PATHS;
  const { LOGIN_DOMAIN: loginDomain } = environment;
  const openId = openIdOf(environment);
  const own = loginDomain ?? openId?.redirectUrl;
  return {
    openId,
    loginDomain,
    refreshOnce: environment.KOODRIVE_REFRESH_ONCE,
    returnPaths: [standardPath, ...otherPaths],
    scopes: environment.SESSION_SCOPES,
    idleMs: environment.SESSION_IDLE_MINUTES * minute,
    lifetimeMs: environment.SESSION_LIFETIME_MINUTES * minute,
    secureCookies: environment.NODE_ENV === 'production' || (own !== undefined && !own.startsWith('http:')),
  };
}

function openIdOf(environment: Environment): OpenIdSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = environment;
  const { OIDC_REDIRECT_URL: redirectUrl, OIDC_USER_CLAIM: userClaim } = environment;
  if (!issuer || clientId === undefined || !clientSecret || !redirectUrl || userClaim === undefined) return undefined;
  return {
    issuer: issuer.href,
    clientId,
    clientSecret,
    redirectUrl: redirectUrl.href,
    userClaim,
    scope: environment.OIDC_SCOPES,
    endpointOrigins: environment.OIDC_ENDPOINT_ORIGINS,
    afterLogoutUrl: environment.OIDC_AFTER_LOGOUT_URL?.href,
  };
}

function encryptionOf(environment: Environment): EncryptionSettings {
  const [first, ...others] = environment.ENCRYPTION_KEYS ?? [];
  if (first) return { keys: [first, ...others], temporary: false };
  const random: EncryptionKey = { id: 'temporary', key: createSecretKey(randomBytes(32)) };
  return { keys: [random], temporary: true };
}
