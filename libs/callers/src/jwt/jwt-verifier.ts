import { errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { type Clock, systemClock } from '#store';
import type { Caller } from '../caller.js';
import { AuthenticationFailure, type AuthenticationFailureReason } from '../authentication-failure.js';
import { JwksUnavailableError } from './jwks-fetcher.js';
import { toCallerFromClaims, type ClaimMappingOptions, readClaimedCallerId } from './token-claims.js';
import { VerifiedTokenCache } from './verified-token-cache.js';

export interface JwtVerifierOptions extends ClaimMappingOptions {
  readonly issuer: string;
  readonly audience: string;
  /** Accepted public-key algorithms, by their JOSE names. */
  readonly algorithms: readonly string[];
}

/** Maximum difference between the clock of the issuer and the clock of the gateway. */
const clockToleranceSeconds = 30;
/** In characters. A longer token is rejected before it is hashed. */
const maxTokenLength = 8 * 1024;
/** The type of RFC 9068 and what issuers use instead. Other types are for another purpose (RFC 8725, 3.11). */
const acceptedTypes = new Set([undefined, 'jwt', 'at+jwt', 'application/at+jwt']);

/** Verifies tokens: signature, algorithm, issuer, audience, times and claims (S10). A verified token is cached for a short time. */
export class JwtVerifier {
  private readonly clock: Clock;
  private readonly verifiedTokens: VerifiedTokenCache;

  constructor(
    private readonly options: JwtVerifierOptions,
    private readonly keys: { readonly getKey: JWTVerifyGetKey },
    clock: Clock = systemClock,
  ) {
    this.clock = clock;
    this.verifiedTokens = new VerifiedTokenCache(clock);
  }

  /** The caller of a token: at once if the token is cached, else a promise, which never rejects. */
  verify(token: string): Caller | AuthenticationFailure | Promise<Caller | AuthenticationFailure> {
    if (token.length > maxTokenLength) return new AuthenticationFailure('oversized-token');
    return this.verifiedTokens.get(token) ?? this.verifySignature(token);
  }

  private async verifySignature(token: string): Promise<Caller | AuthenticationFailure> {
    const { issuer, audience, algorithms } = this.options;
    try {
      const { payload, protectedHeader } = await jwtVerify(token, this.keys.getKey, {
        issuer,
        audience,
        algorithms: [...algorithms],
        requiredClaims: ['exp', 'sub'],
        clockTolerance: clockToleranceSeconds,
        currentDate: new Date(this.clock.now()),
      });
      const caller = acceptedTypes.has(protectedHeader.typ?.toLowerCase())
        ? toCallerFromClaims(payload, this.options)
        : undefined;
      if (!caller) return new AuthenticationFailure('wrong-token-claims', { caller: readClaimedCallerId(payload) });
      this.verifiedTokens.set(token, caller, (payload.exp ?? 0) * 1000);
      return caller;
    } catch (error) {
      return new AuthenticationFailure(toFailureReason(error), {
        caller: readClaimedCallerId(readErrorPayload(error)),
        cause: error,
      });
    }
  }
}

/** jose checks the claims after the signature. So the payload in an error about claims was signed by the issuer. */
function readErrorPayload(error: unknown): JWTPayload | undefined {
  return error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed
    ? error.payload
    : undefined;
}

const reasonsByClaim: Readonly<Record<string, AuthenticationFailureReason>> = {
  iss: 'wrong-token-issuer',
  aud: 'wrong-token-audience',
  nbf: 'token-not-yet-valid',
};

function toFailureReason(error: unknown): AuthenticationFailureReason {
  if (error instanceof JwksUnavailableError) return 'token-keys-unavailable';
  if (error instanceof errors.JWTExpired) return 'expired-token';
  if (error instanceof errors.JWTClaimValidationFailed) return reasonsByClaim[error.claim] ?? 'wrong-token-claims';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'wrong-token-algorithm';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
    return 'unknown-token-key';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'wrong-token-signature';
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return 'malformed-token';
  // Other errors of jose: a key or a header that it cannot use.
  return 'unusable-token';
}
