import type { Credential } from '../credential.js';
import { CredentialUnavailableError } from '../failure/errors.js';
import type { CredentialKind, OperationRow } from '../operation.js';
import type { Principal } from '../principal.js';
import type { UpstreamRequest } from '../request/build-request.js';
import { buildAuthorizationHeader, formatSigningDate } from './signature.js';

/** The credential kinds of each principal, preferred kind first (docs/architecture.md, "Which credential"). */
const credentialKindsByPrincipal: Readonly<Record<Principal['kind'], readonly CredentialKind[]>> = {
  session: ['session'],
  user: ['signature', 'app-token'],
  app: ['app-token'],
};

/**
 * The kind of credential to send: the first kind of the principal that the operation accepts.
 * @throws CredentialUnavailableError when the operation accepts no kind of the principal
 */
export function chooseCredentialKind(row: OperationRow, principal: Principal): CredentialKind {
  if (row.credentials.includes('none')) return 'none';
  const kind = credentialKindsByPrincipal[principal.kind].find((candidate) => row.credentials.includes(candidate));
  if (!kind) throw new CredentialUnavailableError(principal.kind, row.credentials);
  return kind;
}

/**
 * The headers that authenticate the request.
 * @param host as it is sent, with its port when that is not the default
 * @param now milliseconds since 1970, on the upstream's clock
 */
export function buildAuthorizationHeaders(
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
      return { authorization: `Bearer ${credential.token}`, ...buildOnBehalfOfHeaders(principal, now) };
    case 'signature': {
      const signedHeaders = { 'x-date': formatSigningDate(now), 'x-user-id': credential.userId };
      const { method, path, query, body } = request;
      const signable = { method, path, query, headers: { host, ...signedHeaders }, body };
      const authorization = buildAuthorizationHeader(credential.appId, credential.appSecret, signable);
      return { ...signedHeaders, authorization };
    }
  }
}

/** The pages that accept an app token list these two headers too. Inferred: they name the user of the request. */
function buildOnBehalfOfHeaders(principal: Principal, now: number): Record<string, string> {
  return principal.kind === 'user' ? { 'x-user-id': principal.userId, 'x-date': formatSigningDate(now) } : {};
}
