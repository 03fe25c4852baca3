import * as openid from 'openid-client';
import { type Clock, systemClock } from '#store';
import { userIdForm } from '../api-keys/key-record.js';
import { ProviderFetch, providerTimeout, ProviderUnavailableError } from './provider-fetch.js';

export interface OpenIdRules {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Our own address where the provider sends the browser back. */
  readonly redirectUrl: string;
  /** The claim of the ID token that holds KooDrive's id of the user. */
  readonly userClaim: string;
  /** With spaces between them; `openid` is one. */
  readonly scope: string;
  /** Origins of endpoints that are not at the issuer's own. */
  readonly endpointOrigins: readonly string[];
  /** Where the provider may lead after a sign-out. */
  readonly afterLogoutUrl?: string | undefined;
}

/** What a sign-in needs again when the browser comes back. */
export interface SignInSecrets {
  readonly nonce: string;
  /** PKCE (RFC 7636). */
  readonly verifier: string;
}

export interface OpenIdUser {
  readonly userId: string;
  readonly userName: string | undefined;
}

/** Why nobody was let in. */
export type OpenIdRefusal = 'provider-refused' | 'answer-refused' | 'no-user';

export class OpenIdRefusedError extends Error {
  override readonly name = 'OpenIdRefusedError';

  constructor(
    readonly reason: OpenIdRefusal,
    cause?: unknown,
  ) {
    super(`sign-in refused: ${reason}`, { cause });
  }
}

/** Milliseconds that what the provider says about itself is believed. */
const FRESH = 3_600_000;
const LONGEST_NAME = 250;

/**
 * Sign-in at an OpenID Connect provider: code flow with PKCE (S256), state and nonce; the ID token's signature, issuer,
 * audience and times are checked, and the answer's `iss` (RFC 9207).
 */
export class OpenIdProvider {
  readonly #fetch: ProviderFetch;
  readonly #clock: Clock;
  #known: openid.Configuration | undefined;
  #knownAt = -Infinity;
  #underWay: Promise<openid.Configuration> | undefined;

  constructor(
    private readonly rules: OpenIdRules,
    clock: Clock = systemClock,
  ) {
    this.#clock = clock;
    this.#fetch = new ProviderFetch(new Set([new URL(rules.issuer).origin, ...rules.endpointOrigins]));
  }

  newSecrets(): SignInSecrets {
    return { nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier() };
  }

  /** Where the browser signs in. @throws ProviderUnavailableError */
  async signInAddress(state: string, { nonce, verifier }: SignInSecrets): Promise<URL> {
    return openid.buildAuthorizationUrl(await this.#provider(), {
      redirect_uri: this.rules.redirectUrl,
      scope: this.rules.scope,
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
  }

  /**
   * Who signed in.
   * @param answer query of the address where the browser came back
   * @throws OpenIdRefusedError, ProviderUnavailableError
   */
  async user(answer: string, state: string, { nonce, verifier }: SignInSecrets): Promise<OpenIdUser> {
    const provider = await this.#provider();
    const address = new URL(this.rules.redirectUrl);
    address.search = answer;
    try {
      const tokens = await openid.authorizationCodeGrant(provider, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      return this.#userOf(tokens.claims() ?? {});
    } catch (error) {
      throw understood(error);
    }
  }

  /** Where the browser may sign out at the provider, too; undefined where that has no such place. */
  async signOutAddress(): Promise<URL | undefined> {
    const provider = await this.#provider();
    if (provider.serverMetadata().end_session_endpoint === undefined) return undefined;
    const { afterLogoutUrl } = this.rules;
    return openid.buildEndSessionUrl(provider, {
      ...(afterLogoutUrl !== undefined && { post_logout_redirect_uri: afterLogoutUrl }),
    });
  }

  close(): Promise<void> {
    return this.#fetch.close();
  }

  #userOf(claims: Readonly<Record<string, unknown>>): OpenIdUser {
    const userId = claims[this.rules.userClaim];
    if (typeof userId !== 'string' || !userIdForm.test(userId)) throw new OpenIdRefusedError('no-user');
    const { name } = claims;
    return { userId, userName: typeof name === 'string' ? name.slice(0, LONGEST_NAME) : undefined };
  }

  /** What the provider says about itself; one question at a time, and the last answer where there is no new one. */
  async #provider(): Promise<openid.Configuration> {
    const known = this.#known;
    if (known && this.#clock.monotonic() - this.#knownAt < FRESH) return known;
    this.#underWay ??= this.#discover().finally(() => (this.#underWay = undefined));
    try {
      return await this.#underWay;
    } catch (error) {
      if (known) return known;
      throw error instanceof ProviderUnavailableError ? error : unavailable(error);
    }
  }

  async #discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.rules;
    const server = new URL(issuer);
    // Loopback, or in development: the configuration takes no other plain address.
    const plain = server.protocol === 'http:' ? [openid.allowInsecureRequests] : [];
    const found = await openid.discovery(server, clientId, clientSecret, undefined, {
      // Over TLS the library would do without: a signature costs nothing here.
      execute: [openid.enableNonRepudiationChecks, ...plain],
      timeout: providerTimeout,
      [openid.customFetch]: this.#fetch.fetch,
    });
    this.#known = found;
    this.#knownAt = this.#clock.monotonic();
    return found;
  }
}

function understood(error: unknown): Error {
  if (error instanceof OpenIdRefusedError) return error;
  if (causes(error).some((each) => each instanceof ProviderUnavailableError)) return unavailable(error);
  const provider = error instanceof openid.AuthorizationResponseError || error instanceof openid.ResponseBodyError;
  return new OpenIdRefusedError(provider ? 'provider-refused' : 'answer-refused', error);
}

const unavailable = (cause: unknown): ProviderUnavailableError =>
  new ProviderUnavailableError('the provider is not available', { cause });

function causes(error: unknown, depth = 8): unknown[] {
  return error instanceof Error && depth > 0 ? [error, ...causes(error.cause, depth - 1)] : [];
}
