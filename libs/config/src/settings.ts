import type { EnvironmentName, LogLevel } from './environment.js';
import type { EncryptionKey } from './readers.js';
import type { Secret } from './secret.js';

// Abstract classes, not interfaces: each is also the token by which Nest hands it out.

export abstract class ServerSettings {
  abstract readonly host: string;
  abstract readonly port: number;
  /** Addresses and ranges of proxies whose X-Forwarded-* headers are believed. */
  abstract readonly trustedProxies: readonly string[];
  /** Addresses and ranges whose `traceparent` is believed. */
  abstract readonly trustedTraceSources: readonly string[];
  abstract readonly requestTimeoutMs: number;
  abstract readonly shutdownDrainMs: number;
  /** Whether /docs is served. */
  abstract readonly docs: boolean;
  /** Origins of other pages that browsers may let call us. */
  abstract readonly allowedOrigins: readonly string[];
}

/** OAuth 2.0 client credentials for app tokens. */
export interface AppTokenSettings {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
}

/** The app whose signature speaks for users. */
export interface AppSettings {
  readonly id: string;
  readonly secret: Secret;
}

export interface RemoteUpstream {
  readonly kind: 'remote';
  /** Scheme, host and port, without a slash at the end. */
  readonly baseUrl: string;
  /** Where pre-signed addresses may lead: `https://host:port`, or `https://*.domain` for all names below it. */
  readonly objectStoreOrigins: readonly string[];
  readonly app: AppSettings | undefined;
  readonly appToken: AppTokenSettings | undefined;
}

/** The sandbox as a child of this process; it brings its own credentials. */
export interface EmbeddedSandbox {
  readonly kind: 'embedded-sandbox';
  readonly port: number;
}

export abstract class UpstreamSettings {
  abstract readonly target: RemoteUpstream | EmbeddedSandbox;
  /** Connections to each origin. */
  abstract readonly connections: number;
}

export abstract class StoreSettings {
  /** Undefined: state is kept in this process. */
  abstract readonly redisUrl: Secret | undefined;
}

export abstract class CacheSettings {
  abstract readonly memoryBytes: number;
}

/** JSON Web Tokens of services: who issues them, and what they must be. */
export interface JwtSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly algorithms: readonly string[];
  readonly scopePrefix: string | undefined;
  readonly userClaim: string | undefined;
}

export abstract class CallerSettings {
  abstract readonly apiKeysFile: string;
  /** Undefined: no tokens are taken. */
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
  readonly afterLogoutUrl: string | undefined;
}

export abstract class SessionSettings {
  /** Undefined: nobody signs in by OpenID Connect. */
  abstract readonly openId: OpenIdSettings | undefined;
  /** What getAuthCodeURL is told: where the browser comes back. Undefined: nobody signs in by KooDrive's flow. */
  abstract readonly loginDomain: string | undefined;
  /** Whether a token of KooDrive's can be refreshed once only. */
  abstract readonly refreshOnce: boolean;
  /** Path prefixes where a sign-in may lead back; the first is the standard one. */
  abstract readonly returnPaths: readonly [string, ...string[]];
  /** As they were given; undefined: the standard ones. */
  abstract readonly scopes: readonly string[] | undefined;
  abstract readonly idleMs: number;
  abstract readonly lifetimeMs: number;
  /** False on plain HTTP, which production does not take. */
  abstract readonly secureCookies: boolean;
}

/** Calls in a minute; 0 is no limit. */
export abstract class RateLimitSettings {
  /** Of each caller. */
  abstract readonly reads: number;
  abstract readonly writes: number;
  /** Downloads and uploads. */
  abstract readonly content: number;
  /** Of each address. */
  abstract readonly logins: number;
  /** Credentials that were refused, of each address. */
  abstract readonly refusals: number;
}

export abstract class EncryptionSettings {
  /** The first one writes, all read. */
  abstract readonly keys: readonly [EncryptionKey, ...EncryptionKey[]];
  /** Random keys for this run only: what is kept with them cannot be read by another process. */
  abstract readonly temporary: boolean;
}

export abstract class TelemetrySettings {
  abstract readonly logLevel: LogLevel;
  /** `stdout`, `stderr` or the path of a file. */
  abstract readonly auditLog: string;
}

export abstract class PublicLinkSettings {
  /** Undefined: no links for anybody. */
  abstract readonly agentName: string | undefined;
}

export abstract class ReviewSettings {
  /** Whether content review is served. */
  abstract readonly served: boolean;
}

/** All of it, deeply frozen. */
export abstract class Configuration {
  abstract readonly environment: EnvironmentName;
  abstract readonly server: ServerSettings;
  abstract readonly upstream: UpstreamSettings;
  abstract readonly store: StoreSettings;
  abstract readonly cache: CacheSettings;
  abstract readonly callers: CallerSettings;
  abstract readonly sessions: SessionSettings;
  abstract readonly rateLimits: RateLimitSettings;
  abstract readonly encryption: EncryptionSettings;
  abstract readonly telemetry: TelemetrySettings;
  abstract readonly publicLinks: PublicLinkSettings;
  abstract readonly reviews: ReviewSettings;
}
