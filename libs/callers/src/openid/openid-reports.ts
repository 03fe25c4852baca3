import * as openid from 'openid-client';
import { JwksUnavailableError } from '../jwt/jwks-fetcher.js';
import { OpenIdProviderUnavailableError } from './openid-http-client.js';

/** What of a provider is used: its responses as such, and its acceptance of our client id and secret. */
export type OpenIdCapability = 'requests' | 'credentials';

/** Is told how each use of a provider went. Must not throw. */
export interface OpenIdObserver {
  reportSuccess(capability: OpenIdCapability): void;
  reportFailure(capability: OpenIdCapability, failure: { readonly reason: string; readonly detail: string }): void;
}

const maxCauseDepth = 8;
/** Error codes of RFC 6749, 5.2 that concern the client, and not the code that a browser brought. */
const clientErrorCodes: ReadonlySet<string> = new Set(['invalid_client', 'unauthorized_client']);
/**
 * A response with status 200 that is no JSON. Other errors of the library may be caused by a browser, which can change
 * the query of the callback.
 */
const unreadableResponseCodes: ReadonlySet<string> = new Set(['OAUTH_PARSE_ERROR', 'OAUTH_RESPONSE_IS_NOT_JSON']);

/** Tells the observer of a provider what the errors of openid-client mean. */
export class OpenIdReports {
  constructor(private readonly observer: OpenIdObserver | undefined) {}

  /** @param error why the metadata or the keys of the provider cannot be used; undefined if they can */
  readonly reportFetch = (error?: unknown): void => {
    if (error === undefined) return this.observer?.reportSuccess('requests');
    this.observer?.reportFailure('requests', { reason: 'unavailable', detail: describeFailure(error) });
  };

  /** @param error why the token endpoint issued no tokens; undefined if it did */
  reportGrant(error?: unknown): void {
    if (error === undefined) {
      this.observer?.reportSuccess('credentials');
      return this.reportFetch();
    }
    const rejection = findClientRejection(error);
    if (rejection !== undefined) {
      const detail = `${rejection}; see OIDC_CLIENT_ID and OIDC_CLIENT_SECRET`;
      this.observer?.reportFailure('credentials', { reason: 'credentials-rejected', detail });
    }
    if (isUnavailable(error) || unreadableResponseCodes.has(readCode(error) ?? '')) return this.reportFetch(error);
    if (error instanceof openid.ResponseBodyError) this.reportFetch();
  }
}

export const isUnavailable = (error: unknown): boolean =>
  listCauses(error).some((cause) => cause instanceof OpenIdProviderUnavailableError);

function findClientRejection(error: unknown): string | undefined {
  if (error instanceof openid.WWWAuthenticateChallengeError) return `the provider responded ${error.status}`;
  if (!(error instanceof openid.ResponseBodyError) || !clientErrorCodes.has(error.error)) return undefined;
  return `the provider responded ${error.status} (${error.error})`;
}

/** The messages of our own errors contain no URL and no text of a response; those of the library may. */
function describeFailure(error: unknown): string {
  const causes = listCauses(error);
  const ownError = causes.findLast(
    (cause) => cause instanceof OpenIdProviderUnavailableError || cause instanceof JwksUnavailableError,
  );
  if (ownError) return ownError.message;
  const { status } = (causes.at(-1)?.cause ?? {}) as { readonly status?: unknown };
  if (typeof status === 'number' && status !== 200) return `the provider responded ${status}`;
  return `the provider's response is not as specified (${causes.map(readCode).find(Boolean) ?? 'no code'})`;
}

function readCode(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && /^[A-Z_0-9]+$/.test(code) ? code : undefined;
}

/** The error and its causes; the depth is limited because causes can be circular. */
function listCauses(error: unknown, depth = maxCauseDepth): readonly Error[] {
  return error instanceof Error && depth > 0 ? [error, ...listCauses(error.cause, depth - 1)] : [];
}
