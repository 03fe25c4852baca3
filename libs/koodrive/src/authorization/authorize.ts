import type { Credential } from '../credential.js';
import { CredentialUnavailableError } from '../failure/errors.js';
import type { CredentialKind, OperationRow } from '../operation.js';
import type { Principal } from '../principal.js';
import type { UpstreamRequest } from '../request/build-request.js';
import { authorizationHeader, signingDate } from './signature.js';

/** What a principal can offer, best first (design/architecture.md, "Which credential"). */
const OFFERS: Readonly<Record<Principal['kind'], readonly CredentialKind[]>> = {
  session: ['session'],
  user: ['signature', 'app-token'],
  app: ['app-token'],
};

/**
 * The kind of credential to send: the first of the principal's that the operation takes.
 * @throws CredentialUnavailableError where they have none in common
 */
export function chooseCredential(row: OperationRow, principal: Principal): CredentialKind {
  if (row.credentials.includes('none')) return 'none';
  const kind = OFFERS[principal.kind].find((offered) => row.credentials.includes(offered));
  if (!kind) throw new CredentialUnavailableError(principal.kind, row.credentials);
  return kind;
}

/**
 * The headers that prove who calls.
 * @param host as it is sent, with its port where that is not the default
 * @param now milliseconds since 1970, on the upstream's clock
 */
export function authorize(
  credential: Credential,
  principal: Principal,
  request: UpstreamRequest,
  host: string,
  now: number,
): Record<string, string> {
  switch (credential.kind) {
    case 'none':
      return {};
    case 'session':
      return { authorization: credential.token };
    case 'app-token':
      return { authorization: `Bearer ${credential.token}`, ...onBehalfOf(principal, now) };
    case 'signature': {
      const named = { 'x-date': signingDate(now), 'x-user-id': credential.userId };
      const { method, path, query, body } = request;
      const signed = { method, path, query, headers: { host, ...named }, body };
      return { ...named, authorization: authorizationHeader(credential.appId, credential.appSecret, signed) };
    }
  }
}

/** The pages that take an app token list these two headers as well; inferred: they name the user it is for. */
function onBehalfOf(principal: Principal, now: number): Record<string, string> {
  return principal.kind === 'user' ? { 'x-user-id': principal.userId, 'x-date': signingDate(now) } : {};
}
