import type { Secret } from './secret.js';
import type { EncryptionKey } from './variable-parsers.js';
import type { LogLevel } from './variables/operation-variables.js';
import type { EnvironmentName } from './variables/server-variables.js';

// Abstract classes, not interfaces: ConfigurationModule uses them as injection tokens.

export abstract class ServerSettings {
  abstract readonly host: string;
  abstract readonly port: number;
  /** IP addresses and ranges of proxies whose X-Forwarded-* headers are trusted. */
  abstract readonly trustedProxies: readonly string[];
  /** IP addresses and ranges whose `traceparent` is trusted. */
  abstract readonly trustedTraceSources: readonly string[];
  abstract readonly requestTimeoutMs: number;
  abstract readonly shutdownDrainMs: number;
  /** Host names that are served in addition to loopback names. Undefined: all host names are served. */
  abstract readonly allowedHosts: readonly string[] | undefined;
  /** Whether /docs is served. */
  abstract readonly docsEnabled: boolean;
  /** Other origins whose pages may call the gateway from a browser (CORS). */
  abstract readonly allowedOrigins: readonly string[];
}

/** OAuth 2.0 client credentials for app tokens. */
export interface AppTokenSettings {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
}

/** The app that signs requests for users. */
export interface AppSettings {
  readonly id: string;
  readonly secret: Secret;
}

export interface RemoteUpstream {
  readonly kind: 'remote';
  /** Scheme, host and port, without a trailing slash. */
  readonly baseUrl: string;
  /** Allowed origins of pre-signed URLs: `https://host:port`, or `https://*.domain` for all names below the domain. */
  readonly objectStoreOrigins: readonly string[];
  /** Allowed origins of the page where a browser signs in, as above. Undefined: any https origin. */
  readonly signInOrigins?: readonly string[];
  readonly app: AppSettings | undefined;
  readonly appToken: AppTokenSettings | undefined;
}

/** The sandbox as a child process of the gateway. It provides its own credentials. */
export interface EmbeddedSandbox {
  readonly kind: 'embedded-sandbox';
  readonly port: number;
  /** For its control API. Undefined: a stored or random one. */
  readonly controlToken: Secret | undefined;
}

export abstract class UpstreamSettings {
  abstract readonly target: RemoteUpstream | EmbeddedSandbox;
  /** Maximum number of connections to each origin. */
  abstract readonly connectionsPerOrigin: number;
}

export abstract class StoreSettings {
  /** Undefined: the state is in the memory of this process. */
  abstract readonly redisUrl: Secret | undefined;
  /** Redis for cached responses. Undefined: that of `redisUrl`. */
  abstract readonly cacheRedisUrl: Secret | undefined;
}

export abstract class CacheSettings {
  abstract readonly maxMemoryBytes: number;
}

/** The JSON Web Tokens of services: their issuer, and the rules that they must meet. */
export interface JwtSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly algorithms: readonly string[];
  readonly scopePrefix: string | undefined;
  readonly userClaim: string | undefined;
}

export abstract class CallerSettings {
  abstract readonly apiKeysFilePath: string;
  /** Undefined: no tokens are accepted. */
  abstract readonly jwt: JwtSettings | undefined;
}

/** The OpenID Connect provider where browsers may sign in. */
export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly redirectUrl: string;
  readonly userClaim: string;
  readonly scope: string;
  readonly endpointOrigins: readonly string[];
  readonly postLogoutRedirectUrl: string | undefined;
}

export abstract class BrowserSessionSettings {
  /** Undefined: sign-in with OpenID Connect is off. */
  abstract readonly openId: OpenIdSettings | undefined;
  /** The domain for getAuthCodeURL, where the browser returns to. Undefined: sign-in with KooDrive is off. */
  abstract readonly loginDomain: string | undefined;
  /** Whether KooDrive accepts each token of a user for one refresh only. */
  abstract readonly singleUseRefresh: boolean;
  /** Path prefixes that a sign-in may return to. The first one is the default. */
  abstract readonly allowedReturnPaths: readonly [string, ...string[]];
  /** The configured scopes. Undefined: the default scopes. */
  abstract readonly scopes: readonly string[] | undefined;
  abstract readonly idleMs: number;
  abstract readonly lifetimeMs: number;
  /** False on plain HTTP, which production does not allow. */
  abstract readonly secureCookies: boolean;
}

/** Calls per minute; 0 means no limit. The names of the members are the policy names in the RateLimit headers. */
export abstract class RateLimitSettings {
  /** For each caller, as the next two. */
  abstract readonly reads: number;
  abstract readonly writes: number;
  /** Downloads and uploads. */
  abstract readonly content: number;
  /** Steps of sign-ins from each IP address. */
  abstract readonly logins: number;
  /** Rejected credentials from each IP address. */
  abstract readonly refusals: number;
  /** Other calls without a valid credential from each IP address. */
  abstract readonly anonymous: number;
}

export abstract class EncryptionSettings {
  /** The first key encrypts, all keys decrypt. */
  abstract readonly keys: readonly [EncryptionKey, ...EncryptionKey[]];
  /** Random keys for this run only: no other process can decrypt data that was stored with them. */
  abstract readonly temporary: boolean;
}

export abstract class TelemetrySettings {
  abstract readonly logLevel: LogLevel;
  /** `stdout`, `stderr` or the path of a file. */
  abstract readonly auditLogDestination: string;
}

export abstract class PublicLinkSettings {
  /** Undefined: public links are off. */
  abstract readonly agentName: string | undefined;
}

export abstract class ReviewSettings {
  /** Whether content review is served. */
  abstract readonly enabled: boolean;
}

/** The complete configuration, deeply frozen. */
export abstract class Configuration {
  abstract readonly environment: EnvironmentName;
  abstract readonly server: ServerSettings;
  abstract readonly upstream: UpstreamSettings;
  abstract readonly store: StoreSettings;
  abstract readonly cache: CacheSettings;
  abstract readonly callers: CallerSettings;
  abstract readonly browserSessions: BrowserSessionSettings;
  abstract readonly rateLimits: RateLimitSettings;
  abstract readonly encryption: EncryptionSettings;
  abstract readonly telemetry: TelemetrySettings;
  abstract readonly publicLinks: PublicLinkSettings;
  abstract readonly reviews: ReviewSettings;
}
