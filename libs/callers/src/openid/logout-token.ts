import { type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { OpenIdSessionSelector } from '../browser-sessions/browser-session-store.js';
import { JwksUnavailableError } from '../jwt/jwks-fetcher.js';

/** A verified logout token: which browser sessions it ends, and what identifies the token itself. */
export interface LogoutToken extends OpenIdSessionSelector {
  /** The claim `jti`. */
  readonly id: string;
}

/** The token is not a valid logout token of the provider. */
export class LogoutTokenError extends Error {
  override readonly name = 'LogoutTokenError';
}

export interface LogoutTokenRules {
  readonly issuer: string;
  readonly clientId: string;
  readonly algorithms: readonly string[];
  readonly getKey: JWTVerifyGetKey;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** In characters. */
const maxTokenLength = 8 * 1024;
const maxClaimLength = 255;
/** Maximum age of a token, by its `iat`. Providers send it at once, and may repeat it for a short time. */
const maxTokenAgeSeconds = 600;
const clockToleranceSeconds = 30;
/** Time after which a token is rejected for its age: so long its id must be stored, so that it works once. */
export const logoutTokenLifetimeMs = (maxTokenAgeSeconds + 2 * clockToleranceSeconds) * 1000;

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';
/** Providers may use no type, or the general one; any other type is for another purpose (RFC 8725, 3.11). */
const acceptedTypes = new Set([undefined, 'jwt', 'logout+jwt', 'application/logout+jwt']);

/**
 * Verifies a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6).
 * @throws LogoutTokenError; JwksUnavailableError
 */
export async function verifyLogoutToken(
  token: string,
  { issuer, clientId, algorithms, getKey, now }: LogoutTokenRules,
): Promise<LogoutToken> {
  if (token.length > maxTokenLength) throw new LogoutTokenError('the token is too long');
  const { payload, protectedHeader } = await jwtVerify(token, getKey, {
    issuer,
    audience: clientId,
    algorithms: [...algorithms],
    requiredClaims: ['iat', 'exp', 'jti', 'events'],
    maxTokenAge: maxTokenAgeSeconds,
    clockTolerance: clockToleranceSeconds,
    currentDate: new Date(now),
  }).catch((cause: unknown) => {
    throw cause instanceof JwksUnavailableError
      ? cause
      : new LogoutTokenError('the token cannot be verified', { cause });
  });
  if (!acceptedTypes.has(protectedHeader.typ?.toLowerCase())) throw new LogoutTokenError('the token has another type');
  return toLogoutToken(issuer, payload);
}

function toLogoutToken(issuer: string, claims: JWTPayload): LogoutToken {
  // An ID token has a nonce, and must not be usable here.
  if ('nonce' in claims) throw new LogoutTokenError('the token has a nonce');
  if (!hasLogoutEvent(claims['events'])) throw new LogoutTokenError('the token has no logout event');
  const { jti, sub } = claims;
  const sid = claims['sid'];
  if (!isClaim(jti) || !(sub === undefined || isClaim(sub)) || !(sid === undefined || isClaim(sid))) {
    throw new LogoutTokenError('a claim of the token is malformed');
  }
  if (sub === undefined && sid === undefined) throw new LogoutTokenError('the token names neither user nor session');
  return { id: jti, issuer, subject: sub, sessionId: sid };
}

function hasLogoutEvent(events: unknown): boolean {
  if (typeof events !== 'object' || events === null || !Object.hasOwn(events, logoutEvent)) return false;
  const event = (events as Readonly<Record<string, unknown>>)[logoutEvent];
  return typeof event === 'object' && event !== null && !Array.isArray(event);
}

/** Whether a logout token may hold the text as its `sub`, `sid` or `jti`. */
export const isClaim = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= maxClaimLength;
