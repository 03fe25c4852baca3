import { createSecretKey, randomBytes } from 'node:crypto';
import { ConfigurationError, type ConfigurationIssue } from './configuration-error.js';
import { deepFreeze } from './deep-freeze.js';
import type { Environment } from './environment.js';
import { findRuleViolations } from './environment-rules.js';
import { type RawEnvironment, readEnvironment } from './read-environment.js';
import type { Secret } from './secret.js';
import type {
  AppSettings,
  AppTokenSettings,
  BrowserSessionSettings,
  Configuration,
  EncryptionSettings,
  JwtSettings,
  OpenIdSettings,
  UpstreamSettings,
} from './settings.js';
import type { EncryptionKey } from './variable-parsers.js';

const defaultObjectStoreOrigin = 'https://*.myhuaweicloud.com';
const defaultApiKeysFile = '.data/api-keys.json';
const bytesPerMegabyte = 1_000_000;
const minuteMs = 60_000;
const encryptionKeyBytes = 32;

/** Checks that need other libraries, which this library may not import. */
export interface LoadConfigurationOptions {
  /** Whether a browser session may hold the scope. */
  readonly isBrowserSessionScope: (text: string) => boolean;
}

/** What the command that re-encrypts stored records needs. */
interface VaultSettings {
  readonly redisUrl: Secret;
  readonly cacheRedisUrl?: Secret;
  readonly keys: EncryptionSettings['keys'];
}

/**
 * The complete configuration, deeply frozen.
 * @param options without it, the scopes of browser sessions are not checked
 * @throws ConfigurationError that names every mistake
 */
export function loadConfiguration(
  texts: RawEnvironment = process.env,
  options?: LoadConfigurationOptions,
): Configuration {
  const { environment, issues } = readEnvironment(texts);
  const unreadable = new Set(issues.map(({ variable }) => variable));
  const allIssues = [
    ...issues,
    ...findRuleViolations(environment, unreadable),
    ...findUnknownScopes(environment, options),
  ];
  if (allIssues.length > 0) throw new ConfigurationError(allIssues);
  return deepFreeze(buildConfiguration(environment));
}

function findUnknownScopes(
  { SESSION_SCOPES: scopes = [] }: Environment,
  options?: LoadConfigurationOptions,
): ConfigurationIssue[] {
  const unknown = options ? scopes.filter((scope) => !options.isBrowserSessionScope(scope)) : [];
  if (unknown.length === 0) return [];
  // JSON escapes the text, which may hold any character.
  const message = `must hold scopes that a browser session may have; these are not: ${JSON.stringify(unknown)}`;
  return [{ variable: 'SESSION_SCOPES', message }];
}

/** Path of the file of API keys, for the command that writes it and needs no other setting. */
export function loadApiKeysFilePath(texts: RawEnvironment = process.env): string {
  return readEnvironment({ API_KEYS_FILE: texts['API_KEYS_FILE'] }).environment.API_KEYS_FILE ?? defaultApiKeysFile;
}

/**
 * Where encrypted records are stored and the keys for them, for the command that re-encrypts them and needs no other
 * setting.
 * @throws ConfigurationError that names every mistake
 */
export function loadVaultSettings(texts: RawEnvironment = process.env): VaultSettings {
  const names = ['REDIS_URL', 'CACHE_REDIS_URL', 'ENCRYPTION_KEYS'].flatMap((name) => [name, `${name}_FILE`]);
  const { environment, issues } = readEnvironment(Object.fromEntries(names.map((name) => [name, texts[name]])));
  const { REDIS_URL: redisUrl, CACHE_REDIS_URL: cacheRedisUrl, ENCRYPTION_KEYS: [first, ...others] = [] } = environment;
  const unreadable = new Set(issues.map(({ variable }) => variable));
  const missing = (['REDIS_URL', 'ENCRYPTION_KEYS'] as const)
    .filter((name) => environment[name] === undefined && !unreadable.has(name) && !unreadable.has(`${name}_FILE`))
    .map((variable) => ({ variable, message: 'is required' }));
  if (!redisUrl || !first || issues.length > 0) throw new ConfigurationError([...issues, ...missing]);
  return { redisUrl, cacheRedisUrl, keys: [first, ...others] };
}

function buildConfiguration(environment: Environment): Configuration {
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
      allowedHosts: buildAllowedHosts(environment),
      docsEnabled: environment.DOCS ?? !production,
      allowedOrigins: environment.ALLOWED_ORIGINS,
    },
    upstream: buildUpstreamSettings(environment),
    store: { redisUrl: environment.REDIS_URL, cacheRedisUrl: environment.CACHE_REDIS_URL },
    cache: { maxMemoryBytes: environment.CACHE_MEMORY_MB * bytesPerMegabyte },
    callers: { apiKeysFilePath: environment.API_KEYS_FILE ?? defaultApiKeysFile, jwt: buildJwtSettings(environment) },
    browserSessions: buildBrowserSessionSettings(environment),
    rateLimits: {
      reads: environment.RATE_LIMIT_READS,
      writes: environment.RATE_LIMIT_WRITES,
      content: environment.RATE_LIMIT_CONTENT,
      logins: environment.RATE_LIMIT_LOGINS,
      refusals: environment.RATE_LIMIT_REFUSALS,
      anonymous: environment.RATE_LIMIT_ANONYMOUS,
    },
    encryption: buildEncryptionSettings(environment),
    telemetry: { logLevel: environment.LOG_LEVEL, auditLogDestination: environment.AUDIT_LOG },
    publicLinks: { agentName: environment.PUBLIC_LINKS_AGENT_NAME },
    reviews: { enabled: environment.REVIEWS },
  };
}

/** A sign-in returns the browser to this gateway: the host names of those URLs are served too. */
function buildAllowedHosts(environment: Environment): readonly string[] | undefined {
  const { ALLOWED_HOSTS: names, LOGIN_DOMAIN: domain = '', OIDC_REDIRECT_URL: redirectUrl } = environment;
  if (environment.NODE_ENV === 'production' && !names) return undefined;
  const loginUrl = /^https?:/.test(domain) ? domain : `https://${domain}`;
  const loginHosts = URL.canParse(loginUrl) ? [new URL(loginUrl).hostname] : [];
  return [...(names ?? []), ...loginHosts, ...(redirectUrl ? [redirectUrl.hostname] : [])];
}

function buildUpstreamSettings(environment: Environment): UpstreamSettings {
  const connectionsPerOrigin = environment.UPSTREAM_CONNECTIONS;
  const baseUrl = environment.KOODRIVE_BASE_URL?.origin;
  if (baseUrl === undefined) {
    const { SANDBOX_PORT: port, SANDBOX_CONTROL_TOKEN: controlToken } = environment;
    return { target: { kind: 'embedded-sandbox', port, controlToken }, connectionsPerOrigin };
  }
  return {
    target: {
      kind: 'remote',
      baseUrl,
      objectStoreOrigins: environment.KOODRIVE_OBJECT_STORE_ORIGINS?.map(({ text }) => text) ?? [
        defaultObjectStoreOrigin,
      ],
      signInOrigins: environment.KOODRIVE_SIGN_IN_ORIGINS?.map(({ text }) => text),
      app: buildAppSettings(environment),
      appToken: buildAppTokenSettings(environment),
    },
    connectionsPerOrigin,
  };
}

function buildAppSettings({ KOODRIVE_APP_ID: id, KOODRIVE_APP_SECRET: secret }: Environment): AppSettings | undefined {
  return id !== undefined && secret !== undefined ? { id, secret } : undefined;
}

function buildAppTokenSettings(environment: Environment): AppTokenSettings | undefined {
  const {
    KOODRIVE_APP_TOKEN_URL: url,
    KOODRIVE_CLIENT_ID: clientId,
    KOODRIVE_CLIENT_SECRET: clientSecret,
  } = environment;
  return url && clientId !== undefined && clientSecret ? { url: url.href, clientId, clientSecret } : undefined;
}

function buildJwtSettings(environment: Environment): JwtSettings | undefined {
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

function buildBrowserSessionSettings(environment: Environment): BrowserSessionSettings {
  const [defaultPath = '/', ...otherPaths] = environment.LOGIN_RETURN_PATHS;
  const { LOGIN_DOMAIN: loginDomain } = environment;
  const openId = buildOpenIdSettings(environment);
  const callbackUrl = loginDomain ?? openId?.redirectUrl;
  return {
    openId,
    loginDomain,
    singleUseRefresh: environment.KOODRIVE_REFRESH_ONCE,
    allowedReturnPaths: [defaultPath, ...otherPaths],
    scopes: environment.SESSION_SCOPES,
    idleMs: environment.SESSION_IDLE_MINUTES * minuteMs,
    lifetimeMs: environment.SESSION_LIFETIME_MINUTES * minuteMs,
    secureCookies:
      environment.NODE_ENV === 'production' || (callbackUrl !== undefined && !callbackUrl.startsWith('http:')),
  };
}

function buildOpenIdSettings(environment: Environment): OpenIdSettings | undefined {
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
    postLogoutRedirectUrl: environment.OIDC_AFTER_LOGOUT_URL?.href,
  };
}

function buildEncryptionSettings(environment: Environment): EncryptionSettings {
  const [first, ...others] = environment.ENCRYPTION_KEYS ?? [];
  if (first) return { keys: [first, ...others], temporary: false };
  const random: EncryptionKey = { id: 'temporary', key: createSecretKey(randomBytes(encryptionKeyBytes)) };
  return { keys: [random], temporary: true };
}
