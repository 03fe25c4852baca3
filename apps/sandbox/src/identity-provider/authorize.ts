import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SandboxOptions } from '../options.js';
import type { AuthorizationCodes } from './authorization-codes.js';
import { parseAllowedRedirect } from './redirect-uri.js';
import { renderSignInErrorPage, renderSignInPage, type SignInUser } from './sign-in-page.js';

export interface AuthorizeDependencies {
  readonly options: SandboxOptions;
  readonly codes: AuthorizationCodes;
  readonly users: () => readonly SignInUser[];
}

type RequestFields = Readonly<Record<string, string | string[] | undefined>>;

/** A valid authorization request. */
interface AuthorizationRequest {
  readonly redirectUrl: URL;
  readonly state: string | undefined;
}

/** Query parameters that the form sends back unchanged. */
const hiddenFieldNames = ['client_id', 'redirect_uri', 'state', 'response_type'];

/** The sign-in page, and the target of its form, which redirects to the redirect URI with `code` and `state`. */
export function registerAuthorizeRoutes(app: FastifyInstance, dependencies: AuthorizeDependencies): void {
  app.get('/identity/authorize', (request, reply) => {
    const fields = request.query as RequestFields;
    const authorization = parseAuthorizationRequest(fields, dependencies.options);
    if (typeof authorization === 'string') return sendErrorPage(reply, authorization);
    if (singleValue(fields.response_type) !== 'code')
      return redirectToClient(reply, authorization, { error: 'unsupported_response_type' });
    const hiddenFields = hiddenFieldNames.map((name) => [name, singleValue(fields[name])] as const).filter(hasValue);
    const page = renderSignInPage(
      dependencies.users(),
      Object.fromEntries(hiddenFields),
      authorization.redirectUrl.origin,
    );
    return sendHtml(reply, 200, page, authorization.redirectUrl.origin);
  });

  app.post('/identity/authorize', (request: FastifyRequest, reply) => {
    const fields = (request.body ?? {}) as RequestFields;
    const authorization = parseAuthorizationRequest(fields, dependencies.options);
    if (typeof authorization === 'string') return sendErrorPage(reply, authorization);
    const user = dependencies.users().find(({ userId }) => userId === singleValue(fields.user));
    if (!user?.enabled) return sendErrorPage(reply, 'There is no such person, or they may not sign in.');
    // The unchanged text, as the exchange of the code compares it as text.
    const code = dependencies.codes.issue(user.userId, singleValue(fields.redirect_uri) ?? '');
    return redirectToClient(reply, authorization, { code });
  });
}

function parseAuthorizationRequest(fields: RequestFields, options: SandboxOptions): AuthorizationRequest | string {
  if (singleValue(fields.client_id) !== options.clientId) return 'The application that asks (client_id) is not known.';
  const redirectUrl = parseAllowedRedirect(singleValue(fields.redirect_uri) ?? '', options.redirectOrigins);
  if (!redirectUrl) return 'The address to return to (redirect_uri) is missing or not allowed.';
  return { redirectUrl, state: singleValue(fields.state) };
}

function redirectToClient(
  reply: FastifyReply,
  { redirectUrl, state }: AuthorizationRequest,
  result: Readonly<Record<string, string>>,
) {
  const target = new URL(redirectUrl);
  for (const [name, value] of Object.entries(result)) target.searchParams.set(name, value);
  if (state !== undefined) target.searchParams.set('state', state);
  return reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').redirect(target.href, 303);
}

function sendErrorPage(reply: FastifyReply, reason: string) {
  return sendHtml(reply, 400, renderSignInErrorPage(reason));
}

/** @param redirectOrigin allowed in form-action, as browsers apply this directive to redirects of the form too */
function sendHtml(reply: FastifyReply, status: number, page: string, redirectOrigin?: string) {
  const formAction = redirectOrigin === undefined ? "'none'" : `'self' ${redirectOrigin}`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`;
  return (
    reply
      .code(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('cache-control', 'no-store')
      // With `no-referrer`, browsers would send `Origin: null` with the form.
      .header('referrer-policy', 'same-origin')
      .send(page)
  );
}

function singleValue(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function hasValue(field: readonly [string, string | undefined]): field is readonly [string, string] {
  return field[1] !== undefined;
}
