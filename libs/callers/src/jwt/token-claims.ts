import type { JWTPayload } from 'jose';
import { buildCallerId, type Caller } from '../caller.js';
import { printableNamePattern, userIdPattern } from '../api-keys/api-key-record.js';
import { isGrantedScope, type ScopeName, type ScopeSet } from '../scopes.js';

export interface ClaimMappingOptions {
  /** Prefix of the issuer for scopes of the gateway, such as `koodrive/`. Scopes without it are for other services. */
  readonly scopePrefix?: string;
  /** Claim with the id of the KooDrive user. Undefined: tokens act as the app. */
  readonly userClaim?: string;
}

/** The caller that the claims of a verified token describe. @returns undefined if a claim is missing or malformed */
export function toCallerFromClaims(claims: JWTPayload, options: ClaimMappingOptions): Caller | undefined {
  const { sub } = claims;
  const owner = claims['azp'] ?? claims['client_id'] ?? sub;
  if (!isPrintableName(sub) || !isPrintableName(owner)) return undefined;
  const userId = options.userClaim === undefined ? undefined : claims[options.userClaim];
  if (userId !== undefined && !(typeof userId === 'string' && userIdPattern.test(userId))) return undefined;
  return Object.freeze<Caller>({
    id: buildCallerId('jwt', sub),
    kind: 'jwt',
    owner,
    scopes: parseScopes(claims, options.scopePrefix ?? ''),
    principal: userId === undefined ? { kind: 'app' } : { kind: 'user', userId },
  });
}

/** The id of the caller that a token claims, for the log. Only for claims of a token with a valid signature. */
export function readClaimedCallerId(claims: JWTPayload | undefined): string | undefined {
  return isPrintableName(claims?.sub) ? buildCallerId('jwt', claims.sub) : undefined;
}

/** `scope` is a space-separated text (RFC 9068), `scp` a list or such a text. `*` is for API keys only: a token lists its scopes. */
function parseScopes(claims: JWTPayload, prefix: string): ScopeSet {
  const claimed = claims['scope'] ?? claims['scp'];
  const words: readonly unknown[] =
    typeof claimed === 'string' ? claimed.split(' ') : Array.isArray(claimed) ? claimed : [];
  const scopes = new Set<ScopeName>();
  for (const word of words) {
    if (typeof word !== 'string' || !word.startsWith(prefix)) continue;
    const scope = word.slice(prefix.length);
    if (isGrantedScope(scope) && scope !== '*') scopes.add(scope);
  }
  return scopes;
}

function isPrintableName(value: unknown): value is string {
  return typeof value === 'string' && printableNamePattern.test(value);
}
