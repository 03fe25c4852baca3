import type { JWTPayload } from 'jose';
import type { Caller } from '../caller.js';
import { ownerForm, userIdForm } from '../api-keys/key-record.js';
import { isGrantedScope, type ScopeName, type ScopeSet } from '../scopes.js';

export interface ClaimRules {
  /** What the issuer puts before the gateway's scopes, such as `koodrive/`; scopes without it are others'. */
  readonly scopePrefix?: string | undefined;
  /** The claim that names the KooDrive user; without it tokens act as the app. */
  readonly userClaim?: string | undefined;
}

/** The caller that the claims of a verified token describe; undefined where they are not as they must be. */
export function callerOf(claims: JWTPayload, rules: ClaimRules): Caller | undefined {
  const { sub } = claims;
  const owner = claims['azp'] ?? claims['client_id'] ?? sub;
  if (!isName(sub) || !isName(owner)) return undefined;
  const userId = rules.userClaim === undefined ? undefined : claims[rules.userClaim];
  if (userId !== undefined && !(typeof userId === 'string' && userIdForm.test(userId))) return undefined;
  return Object.freeze<Caller>({
    id: callerId(sub),
    kind: 'jwt',
    owner,
    scopes: scopesOf(claims, rules.scopePrefix ?? ''),
    principal: userId === undefined ? { kind: 'app' } : { kind: 'user', userId },
  });
}

/** Whom a token speaks of, for the log: only where its signature was right. */
export function claimedCaller(claims: JWTPayload | undefined): string | undefined {
  return isName(claims?.sub) ? callerId(claims.sub) : undefined;
}

/** `scope` is text with spaces (RFC 9068); `scp` is a list or such a text. `*` is for keys: a token names its scopes. */
function scopesOf(claims: JWTPayload, prefix: string): ScopeSet {
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

function isName(value: unknown): value is string {
  return typeof value === 'string' && ownerForm.test(value);
}

function callerId(subject: string): string {
  return `jwt:${subject}`;
}
