import type { Caller } from './caller.js';
import type { CallerRequest } from './credential-headers.js';
import { userIdPattern } from './api-keys/api-key-record.js';
import { AuthenticationFailure } from './authentication-failure.js';
import { hasScope } from './scopes.js';

/** Applies X-On-Behalf-Of: the caller then acts for the named KooDrive user. This requires the scope `act-for:users`. */
export function applyOnBehalfOf(caller: Caller, { headers }: CallerRequest): Caller | AuthenticationFailure {
  const userId = headers['x-on-behalf-of'];
  if (userId === undefined) return caller;
  const claimedIdentity = { caller: caller.id, owner: caller.owner };
  if (!hasScope(caller.scopes, 'act-for:users'))
    return new AuthenticationFailure('acting-not-allowed', claimedIdentity);
  // Node joins repeated headers with a comma, which no user id contains.
  if (typeof userId !== 'string' || !userIdPattern.test(userId))
    return new AuthenticationFailure('malformed-user', claimedIdentity);
  return { ...caller, principal: { kind: 'user', userId }, actingFor: userId };
}
