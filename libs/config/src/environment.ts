import type { OriginPattern } from './origin-pattern.js';
import {
  baseAddress,
  type EncryptionKey,
  encryptionKeys,
  exactOrigins,
  frontEndDomain,
  headerText,
  hostName,
  httpAddress,
  oneOf,
  openIdScope,
  onOff,
  originPatterns,
  paths,
  proxyAddresses,
  redisAddress,
  secret,
  signatureAlgorithms,
  text,
  wholeNumber,
  words,
} from './readers.js';
import type { Secret } from './secret.js';
import { Variable } from './variable.js';

const rate = wholeNumber(0, 1_000_000_000);

export type EnvironmentName = 'development' | 'production' | 'test';
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** The variables of the environment, read but not yet weighed against each other (settings.ts does that). */
export class Environment {
  @Variable('Which defaults hold, and how strict the start is.', oneOf('development', 'production', 'test'), {
    standard: 'development',
  })
  NODE_ENV: EnvironmentName = 'development';

  @Variable('Port of the API. 0 takes a free one.', wholeNumber(0, 65_535), { standard: '3000' })
  PORT = 3000;

  @Variable('Address the API listens at.', hostName, { standard: '127.0.0.1; in production 0.0.0.0' })
  HOST?: string;

  @Variable('Port of the embedded sandbox, in development without KOODRIVE_BASE_URL.', wholeNumber(0, 65_535), {
    standard: '3900',
  })
  SANDBOX_PORT = 3900;

  @Variable('Origin of KooDrive. https, but for loopback addresses and in development.', baseAddress, {
    standard: 'the embedded sandbox; required in production',
  })
  KOODRIVE_BASE_URL?: URL;

  @Variable(
    'Origins where pre-signed addresses may lead, as a comma list; `*.` stands for any subdomain.',
    originPatterns,
    {
      standard: 'https://*.myhuaweicloud.com',
    },
  )
  KOODRIVE_OBJECT_STORE_ORIGINS?: readonly OriginPattern[];

  @Variable('Id of the app that signs requests for users. Together with KOODRIVE_APP_SECRET.', text, {
    standard: 'none',
  })
  KOODRIVE_APP_ID?: string;

  @Variable('Secret of that app.', secret, { standard: 'none', secret: true })
  KOODRIVE_APP_SECRET?: Secret;

  @Variable('OAuth 2.0 token endpoint for app tokens (client credentials). Together with the next two.', httpAddress, {
    standard: 'none',
  })
  KOODRIVE_APP_TOKEN_URL?: URL;

  @Variable('Client id at that endpoint.', text, { standard: 'none' })
  KOODRIVE_CLIENT_ID?: string;

  @Variable('Client secret at that endpoint.', secret, { standard: 'none', secret: true })
  KOODRIVE_CLIENT_SECRET?: Secret;

  @Variable('Connections to KooDrive for each origin.', wholeNumber(1, 4096), { standard: '64' })
  UPSTREAM_CONNECTIONS = 64;

  @Variable(
    'State that instances share: redis://, rediss://, redis+sentinel://host,host/name or redis+cluster://host,host.',
    redisAddress,
    { standard: 'memory of the one process', secret: true },
  )
  REDIS_URL?: Secret;

  @Variable('Memory for kept answers, in MB (1,000,000 bytes).', wholeNumber(1, 65_536), { standard: '64' })
  CACHE_MEMORY_MB = 64;

  @Variable('File with the hashes of API keys; `npm run keys` writes it.', text, {
    standard: '.data/api-keys.json; required in production',
  })
  API_KEYS_FILE?: string;

  @Variable('Issuer (`iss`) of the JSON Web Tokens that services call with. Together with the next two.', text, {
    standard: 'none: no tokens are taken',
  })
  JWT_ISSUER?: string;

  @Variable('Audience (`aud`) those tokens must name.', text, { standard: 'none' })
  JWT_AUDIENCE?: string;

  @Variable("Address of the issuer's public keys (JWKS).", httpAddress, { standard: 'none' })
  JWT_JWKS_URL?: URL;

  @Variable('Signature algorithms that are taken, as a comma list.', signatureAlgorithms, {
    standard: 'RS256,ES256,EdDSA',
  })
  JWT_ALGORITHMS: readonly string[] = ['RS256', 'ES256', 'EdDSA'];

  @Variable('What the issuer puts before a scope of the gateway, such as `koodrive/`.', text, { standard: 'nothing' })
  JWT_SCOPE_PREFIX?: string;

  @Variable('Claim that holds the id of the KooDrive user to act for.', text, {
    standard: 'none: tokens act as the app',
  })
  JWT_USER_CLAIM?: string;

  @Variable(
    'Where KooDrive sends a browser after its sign-in: the domain given to getAuthCodeURL, or a whole address; it must lead to /auth/callback here.',
    frontEndDomain,
    { standard: 'nobody can sign in; with the embedded sandbox, this gateway itself' },
  )
  LOGIN_DOMAIN?: string;

  @Variable(
    "Whether KooDrive's refresh of a session's token works once for each token: it is then never tried again where its outcome is unknown, and the user signs in again.",
    onOff,
    { standard: 'off (inferred: the session id stays the same)' },
  )
  KOODRIVE_REFRESH_ONCE = false;

  @Variable(
    'Paths of this origin where a sign-in may lead back, with all below them, as a comma list; without `returnTo` it leads to the first.',
    paths,
    { standard: '/' },
  )
  LOGIN_RETURN_PATHS: readonly string[] = ['/'];

  @Variable(
    'Issuer of the OpenID Connect provider where browsers may sign in, too. Together with the next four.',
    httpAddress,
    { standard: 'none' },
  )
  OIDC_ISSUER?: URL;

  @Variable('Client id at that provider.', text, { standard: 'none' })
  OIDC_CLIENT_ID?: string;

  @Variable('Client secret at that provider.', secret, { standard: 'none', secret: true })
  OIDC_CLIENT_SECRET?: Secret;

  @Variable("This gateway's /auth/openid/callback, as browsers and the provider know it.", httpAddress, {
    standard: 'none',
  })
  OIDC_REDIRECT_URL?: URL;

  @Variable("Claim of the ID token that holds KooDrive's id of the user.", text, { standard: 'none' })
  OIDC_USER_CLAIM?: string;

  @Variable('Scopes to ask the provider for, with spaces between them.', openIdScope, { standard: 'openid' })
  OIDC_SCOPES = 'openid';

  @Variable("Origins of the provider's endpoints that are not at its issuer's: a comma list.", exactOrigins, {
    standard: 'none',
  })
  OIDC_ENDPOINT_ORIGINS: readonly string[] = [];

  @Variable('Where the provider leads after a sign-out there.', httpAddress, { standard: "the provider's own page" })
  OIDC_AFTER_LOGOUT_URL?: URL;

  @Variable('What the sessions of browsers may do: a comma list of scopes.', words, {
    standard: 'every scope but act-for:users and admin:*',
  })
  SESSION_SCOPES?: readonly string[];

  @Variable('How long a session lasts that nobody uses, in minutes.', wholeNumber(1, 1440), { standard: '60' })
  SESSION_IDLE_MINUTES = 60;

  @Variable('How long a session lasts however much it is used, in minutes.', wholeNumber(1, 43_200), {
    standard: '720',
  })
  SESSION_LIFETIME_MINUTES = 720;

  @Variable(
    'Origins whose pages may call with a session (CORS), beside our own: a comma list, no patterns.',
    exactOrigins,
    {
      standard: 'none',
    },
  )
  ALLOWED_ORIGINS: readonly string[] = [];

  @Variable(
    'Keys for what is kept encrypted: comma list of id:base64 of 32 bytes. The first writes, all read.',
    encryptionKeys,
    {
      standard: 'a random key for this run; required in production',
      secret: true,
    },
  )
  ENCRYPTION_KEYS?: readonly EncryptionKey[];

  @Variable(
    'Addresses or ranges whose `traceparent` is believed, as a comma list: services that call without a proxy, and proxies that write the header themselves.',
    proxyAddresses,
    { standard: 'none' },
  )
  TRUSTED_TRACE_SOURCES: readonly string[] = [];

  @Variable('Calls a minute that each caller may make to read. 0, here and below, is no limit.', rate, {
    standard: '6000',
  })
  RATE_LIMIT_READS = 6000;

  @Variable('Calls a minute that each caller may make to write.', rate, { standard: '600' })
  RATE_LIMIT_WRITES = 600;

  @Variable('Downloads and uploads (each part counts) a minute that each caller may begin.', rate, { standard: '1200' })
  RATE_LIMIT_CONTENT = 1200;

  @Variable('Steps of sign-ins a minute from each address.', rate, { standard: '120' })
  RATE_LIMIT_LOGINS = 120;

  @Variable('Refused credentials a minute from each address before they are answered with 429.', rate, {
    standard: '120',
  })
  RATE_LIMIT_REFUSALS = 120;

  @Variable('Proxies whose X-Forwarded-* headers are believed: comma list of addresses or ranges.', proxyAddresses, {
    standard: 'none',
  })
  TRUSTED_PROXIES: readonly string[] = [];

  @Variable('Longest time a request may take, in milliseconds.', wholeNumber(100, 600_000), { standard: '30000' })
  REQUEST_TIMEOUT_MS = 30_000;

  @Variable('How long requests may finish after SIGTERM, in milliseconds.', wholeNumber(0, 600_000), {
    standard: '10000',
  })
  SHUTDOWN_DRAIN_MS = 10_000;

  @Variable(
    'Carrier name (X-Hw-Agentname) for links of shares that are for anybody, which KooDrive opens to allow-listed tenants only.',
    headerText,
    { standard: 'none: /v1/public-links is not there' },
  )
  PUBLIC_LINKS_AGENT_NAME?: string;

  @Variable('Whether content review is served, which KooDrive opens to allow-listed tenants only.', onOff, {
    standard: 'off: /v1/reviews is not there',
  })
  REVIEWS = false;

  @Variable('Whether /docs is served.', onOff, { standard: 'on; in production off' })
  DOCS?: boolean;

  @Variable('Least severe line that is logged.', oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'), {
    standard: 'info',
  })
  LOG_LEVEL: LogLevel = 'info';

  @Variable('Where the audit log goes: stdout, stderr, or the path of a file that is appended to.', text, {
    standard: 'stderr (the log of requests goes to stdout)',
  })
  AUDIT_LOG = 'stderr';
}
