import { errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { type Clock, systemClock } from '#store';
import type { Caller } from '../caller.js';
import { Refusal, type RefusalReason } from '../refusal.js';
import { KeySetUnavailableError } from './key-set-fetch.js';
import { callerOf, type ClaimRules, claimedCaller } from './token-claims.js';
import { TokenMemory } from './token-memory.js';

export interface JwtRules extends ClaimRules {
  readonly issuer: string;
  readonly audience: string;
  /** Public-key algorithms that are taken, by their JOSE names. */
  readonly algorithms: readonly string[];
}

/** Seconds by which the issuer's clock and ours may differ. */
const CLOCK_TOLERANCE = 30;
/** Characters: longer ones are not even hashed. */
const LONGEST_TOKEN = 8 * 1024;
/** RFC 9068 and what issuers send in its place; others are tokens for another purpose (RFC 8725, 3.11). */
const TYPES = new Set([undefined, 'jwt', 'at+jwt', 'application/at+jwt']);

/** Says who holds a token: signature, algorithm, issuer, audience and times checked, the result remembered shortly. */
export class JwtVerifier {
  readonly #clock: Clock;
  readonly #memory: TokenMemory;

  constructor(
    private readonly rules: JwtRules,
    private readonly keys: { readonly find: JWTVerifyGetKey },
    clock: Clock = systemClock,
  ) {
    this.#clock = clock;
    this.#memory = new TokenMemory(clock);
  }

  /** At once for a token that was verified a moment ago, else a promise. Never rejects. */
  verify(token: string): Caller | Refusal | Promise<Caller | Refusal> {
    if (token.length > LONGEST_TOKEN) return new Refusal('oversized-token');
    return this.#memory.recall(token) ?? this.#verify(token);
  }

  async #verify(token: string): Promise<Caller | Refusal> {
    const { issuer, audience, algorithms } = this.rules;
    try {
      const { payload, protectedHeader } = await jwtVerify(token, this.keys.find, {
        issuer,
        audience,
        algorithms: [...algorithms],
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE,
        currentDate: new Date(this.#clock.now()),
      });
      const caller = TYPES.has(protectedHeader.typ?.toLowerCase()) ? callerOf(payload, this.rules) : undefined;
      if (!caller) return new Refusal('wrong-token-claims', { caller: claimedCaller(payload) });
      this.#memory.keep(token, caller, (payload.exp ?? 0) * 1000);
      return caller;
    } catch (error) {
      return new Refusal(reasonOf(error), { caller: claimedCaller(payloadOf(error)), cause: error });
    }
  }
}

/** Claims are judged after the signature: an error about them holds claims that the issuer did sign. */
function payloadOf(error: unknown): JWTPayload | undefined {
  return error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed
    ? error.payload
    : undefined;
}

const claimReasons: Readonly<Record<string, RefusalReason>> = {
  iss: 'wrong-token-issuer',
  aud: 'wrong-token-audience',
  nbf: 'token-not-yet-valid',
};

function reasonOf(error: unknown): RefusalReason {
  if (error instanceof KeySetUnavailableError) return 'token-keys-unavailable';
  if (error instanceof errors.JWTExpired) return 'expired-token';
  if (error instanceof errors.JWTClaimValidationFailed) return claimReasons[error.claim] ?? 'wrong-token-claims';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'wrong-token-algorithm';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
    return 'unknown-token-key';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'wrong-token-signature';
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return 'malformed-token';
  // What jose makes of a key or header it cannot use: the token does not pass, whatever the cause.
  return 'unusable-token';
}
