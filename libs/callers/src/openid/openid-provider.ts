import * as openid from 'openid-client';
import { type Clock, systemClock } from '#store';
import { userIdPattern } from '../api-keys/api-key-record.js';
import type { OpenIdIdentity } from '../browser-sessions/browser-session.js';
import { JwksCache } from '../jwt/jwks-cache.js';
import { JwksUnavailableError, parseJwks } from '../jwt/jwks-fetcher.js';
import { isClaim, type LogoutToken, verifyLogoutToken } from './logout-token.js';
import { OpenIdHttpClient, providerTimeoutSeconds, OpenIdProviderUnavailableError } from './openid-http-client.js';
import { isUnavailable, type OpenIdObserver, OpenIdReports } from './openid-reports.js';

export interface OpenIdProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The callback URL of the gateway, where the provider redirects the browser. */
  readonly redirectUrl: string;
  /** Claim of the ID token with KooDrive's id of the user. */
  readonly userClaim: string;
  /** Space-separated scopes, including `openid`. */
  readonly scope: string;
  /** Origins of endpoints that differ from the origin of the issuer. */
  readonly endpointOrigins: readonly string[];
  /** Where the provider redirects the browser after a sign-out. */
  readonly postLogoutRedirectUrl?: string;
  readonly observer?: OpenIdObserver;
}

/** The values that a sign-in needs again when the browser returns. */
export interface SignInSecrets {
  readonly nonce: string;
  /** PKCE code verifier (RFC 7636). */
  readonly verifier: string;
}

export interface OpenIdUser {
  readonly userId: string;
  readonly userName: string | undefined;
  readonly openId: OpenIdIdentity;
}

/** Why the sign-in failed. The words are audit reasons. */
export type OpenIdSignInFailureReason = 'provider-refused' | 'answer-refused' | 'no-user';

export class OpenIdSignInError extends Error {
  override readonly name = 'OpenIdSignInError';

  constructor(
    readonly reason: OpenIdSignInFailureReason,
    cause?: unknown,
  ) {
    super(`sign-in rejected: ${reason}`, { cause });
  }
}

/** Maximum age of the provider's discovery metadata. During an outage, older metadata is used. */
const discoveryMaxAgeMs = 3_600_000;
const maxUserNameLength = 250;
/** In characters. A longer URL would make the header Location larger than proxies accept. */
const maxUrlLength = 8_192;
/** Public-key signatures only. A provider may support others, for clients with other settings. */
const signatureAlgorithms: readonly string[] = ['RS', 'PS', 'ES']
  .flatMap((family) => [256, 384, 512].map((bits) => `${family}${bits}`))
  .concat('EdDSA', 'Ed25519');

/**
 * Client of an OpenID Connect provider: code flow with PKCE (S256), state and nonce. It checks the signature, issuer,
 * audience and times of the ID token, and `iss` of the authorization response (RFC 9207).
 */
export class OpenIdProvider {
  private readonly httpClient: OpenIdHttpClient;
  private readonly reports: OpenIdReports;
  private readonly clock: Clock;
  private cachedConfiguration: openid.Configuration | undefined;
  private discoveredAt = -Infinity;
  private pendingDiscovery: Promise<openid.Configuration> | undefined;
  private readonly keys: JwksCache;

  constructor(
    private readonly options: OpenIdProviderOptions,
    clock: Clock = systemClock,
  ) {
    this.clock = clock;
    const origins = new Set([new URL(options.issuer).origin, ...options.endpointOrigins]);
    this.httpClient = new OpenIdHttpClient(origins);
    this.reports = new OpenIdReports(options.observer);
    this.keys = new JwksCache({ fetch: () => this.fetchKeys() }, { clock, onFetch: this.reports.reportFetch });
  }

  createSignInSecrets(): SignInSecrets {
    return { nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier() };
  }

  /** The URL where the browser signs in. @throws OpenIdProviderUnavailableError */
  async buildAuthorizationUrl(state: string, { nonce, verifier }: SignInSecrets): Promise<URL> {
    const url = openid.buildAuthorizationUrl(await this.getConfiguration(), {
      redirect_uri: this.options.redirectUrl,
      scope: this.options.scope,
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return limitLength(url);
  }

  /**
   * Completes a sign-in.
   * @param callbackQuery query of the callback URL that the provider redirected the browser to
   * @throws OpenIdSignInError, OpenIdProviderUnavailableError
   */
  async exchangeCodeForUser(
    callbackQuery: string,
    state: string,
    { nonce, verifier }: SignInSecrets,
  ): Promise<OpenIdUser> {
    const configuration = await this.getConfiguration();
    const callbackUrl = new URL(this.options.redirectUrl);
    callbackUrl.search = callbackQuery;
    try {
      const tokens = await openid.authorizationCodeGrant(configuration, callbackUrl, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      this.reports.reportGrant();
      return this.readUser(tokens.claims() ?? {});
    } catch (error) {
      if (!(error instanceof OpenIdSignInError)) this.reports.reportGrant(error);
      throw toSignInError(error);
    }
  }

  /**
   * The URL where the browser can sign out at the provider too.
   * @returns undefined if the provider has no such endpoint
   * @throws OpenIdProviderUnavailableError
   */
  async buildEndSessionUrl(): Promise<URL | undefined> {
    const configuration = await this.getConfiguration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    const { postLogoutRedirectUrl } = this.options;
    // An undefined parameter would become the text "undefined" in the query.
    const parameters: Record<string, string> = {};
    if (postLogoutRedirectUrl !== undefined) parameters['post_logout_redirect_uri'] = postLogoutRedirectUrl;
    return limitLength(openid.buildEndSessionUrl(configuration, parameters));
  }

  /**
   * Verifies a logout token that the provider sent.
   * @throws LogoutTokenError, OpenIdProviderUnavailableError
   */
  async verifyLogoutToken(token: string): Promise<LogoutToken> {
    const { issuer, id_token_signing_alg_values_supported: supported } = (
      await this.getConfiguration()
    ).serverMetadata();
    const algorithms = (supported ?? ['RS256']).filter((algorithm) => signatureAlgorithms.includes(algorithm));
    const { clientId } = this.options;
    const { getKey } = this.keys;
    const rules = { issuer, clientId, algorithms, getKey, now: this.clock.now() };
    return verifyLogoutToken(token, rules).catch((error: unknown) => {
      throw error instanceof JwksUnavailableError ? toUnavailableError(error) : error;
    });
  }

  close(): Promise<void> {
    return this.httpClient.close();
  }

  private readUser(claims: Readonly<Record<string, unknown>>): OpenIdUser {
    const userId = claims[this.options.userClaim];
    const { iss: issuer, sub: subject, sid: sessionId, name } = claims;
    if (typeof userId !== 'string' || !userIdPattern.test(userId)) throw new OpenIdSignInError('no-user');
    // No logout token could end a browser session with other claims.
    const canEnd = isClaim(subject) && (sessionId === undefined || isClaim(sessionId));
    if (typeof issuer !== 'string' || !canEnd) throw new OpenIdSignInError('answer-refused');
    return {
      userId,
      userName: typeof name === 'string' ? name.slice(0, maxUserNameLength) : undefined,
      openId: { issuer, subject, sessionId },
    };
  }

  private async fetchKeys(): Promise<ReturnType<typeof parseJwks>> {
    const { jwks_uri: url } = (await this.getConfiguration()).serverMetadata();
    if (url === undefined) throw new JwksUnavailableError('the provider publishes no keys');
    try {
      const signal = AbortSignal.timeout(providerTimeoutSeconds * 1_000);
      const headers = { accept: 'application/jwk-set+json, application/json' };
      const response = await this.httpClient.fetch(url, {
        method: 'GET',
        headers,
        body: undefined,
        redirect: 'manual',
        signal,
      });
      if (!response.ok) throw new JwksUnavailableError(`the provider responded ${response.status} for its keys`);
      return parseJwks(await response.text());
    } catch (error) {
      if (error instanceof JwksUnavailableError) throw error;
      throw new JwksUnavailableError('the keys of the provider cannot be fetched', { cause: error });
    }
  }

  /** The provider's metadata. Concurrent calls share one discovery, and during an outage the last metadata is used. */
  private async getConfiguration(): Promise<openid.Configuration> {
    const cached = this.cachedConfiguration;
    if (cached && this.clock.monotonic() - this.discoveredAt < discoveryMaxAgeMs) return cached;
    this.pendingDiscovery ??= this.discover().finally(() => (this.pendingDiscovery = undefined));
    try {
      return await this.pendingDiscovery;
    } catch (error) {
      this.reports.reportFetch(error);
      if (cached) return cached;
      throw error instanceof OpenIdProviderUnavailableError ? error : toUnavailableError(error);
    }
  }

  private async discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.options;
    const server = new URL(issuer);
    // The configuration accepts plain HTTP for loopback or in development only.
    const insecureOptions = server.protocol === 'http:' ? [openid.allowInsecureRequests] : [];
    const configuration = await openid.discovery(server, clientId, clientSecret, undefined, {
      // By default the library does not verify the signature of an ID token that it received over TLS.
      execute: [openid.enableNonRepudiationChecks, ...insecureOptions],
      timeout: providerTimeoutSeconds,
      [openid.customFetch]: this.httpClient.fetch,
    });
    this.cachedConfiguration = configuration;
    this.discoveredAt = this.clock.monotonic();
    this.reports.reportFetch();
    return configuration;
  }
}

function toSignInError(error: unknown): Error {
  if (error instanceof OpenIdSignInError) return error;
  if (isUnavailable(error)) return toUnavailableError(error);
  const isErrorOfProvider = [
    openid.AuthorizationResponseError,
    openid.ResponseBodyError,
    openid.WWWAuthenticateChallengeError,
  ].some((type) => error instanceof type);
  return new OpenIdSignInError(isErrorOfProvider ? 'provider-refused' : 'answer-refused', error);
}

/** @throws OpenIdProviderUnavailableError for a URL that cannot be sent to a browser */
function limitLength(url: URL): URL {
  if (url.href.length > maxUrlLength)
    throw new OpenIdProviderUnavailableError('the provider has an endpoint that is too long');
  return url;
}

const toUnavailableError = (cause: unknown): OpenIdProviderUnavailableError =>
  new OpenIdProviderUnavailableError('the provider is not available', { cause });
