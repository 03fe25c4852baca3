import type { Caller } from './caller.js';
import type { CallerRequest } from './credential-headers.js';
import { userIdForm } from './api-keys/key-record.js';
import { Refusal } from './refusal.js';
import { covers } from './scopes.js';

/** The caller as this request wants to act: for the user that X-On-Behalf-Of names, where its scopes allow that. */
export function actingCaller(caller: Caller, { headers }: CallerRequest): Caller | Refusal {
  const userId = headers['x-on-behalf-of'];
  if (userId === undefined) return caller;
  const claimed = { caller: caller.id, owner: caller.owner };
  if (!covers(caller.scopes, 'act-for:users')) return new Refusal('acting-not-allowed', claimed);
  // Node joins repeated headers by a comma, which no id holds.
  if (typeof userId !== 'string' || !userIdForm.test(userId)) return new Refusal('malformed-user', claimed);
  return { ...caller, principal: { kind: 'user', userId }, actingFor: userId };
}
