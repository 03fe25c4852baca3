import { bearerToken } from '../credentials/judge.js';
import { NotAuthenticated } from '../credentials/not-authenticated.js';
import type { Sessions } from '../credentials/sessions.js';
import type { Counters } from '../control/counters.js';
import { PARAMETER_INVALID } from '../contract/errors.js';
import type { AuthorizationCodes } from '../identity-provider/authorization-codes.js';
import { allowedRedirect, redirectForDomain } from '../identity-provider/redirect-uri.js';
import { BigNumber, Refusal, type Answer, type Handlers, type OperationRequest } from '../operation.js';
import type { SandboxOptions } from '../options.js';
import type { Tenant, UserSummary } from '../state/state.js';

export interface SessionParts {
  readonly options: SandboxOptions;
  /** Origin of the sandbox, where the sign-in page is. */
  readonly url: () => string;
  readonly codes: AuthorizationCodes;
  readonly sessions: Sessions;
  readonly counters: Counters;
  readonly tenant: Tenant;
  readonly users: { list(): readonly UserSummary[]; get(userId: string): UserSummary | undefined };
}

/** By the role of the user operations; here 0 is an administrator, 1 a common user, 2 the super administrator. */
const SESSION_ROLES: Readonly<Record<number, string>> = { 0: '0', 1: '1', 2: '2', 3: '0' };

/** The operations of a user's session: getAuthCodeURL, createSession, refreshSession, authSession and logout. */
export function sessionHandlers(parts: SessionParts): Handlers {
  return {
    getAuthCodeURL: ({ query }) => authCodeUrl(parts, query.domain ?? ''),
    createSession: ({ body }) => createSession(parts, body),
    refreshSession: (request) => refreshSession(parts, request),
    authSession: ({ subject }) => {
      if (subject.kind !== 'user') throw new NotAuthenticated('no user');
      const { userCount, deptId, ...owner } = userInfo(parts, subject.userId);
      return { data: { ...owner, deptId: new BigNumber(deptId), userCount } };
    },
    logout: ({ headers }) => {
      const token = bearerToken(headers.authorization);
      if (token !== undefined) parts.sessions.end(parts.sessions.use(token));
      return {};
    },
  };
}

function authCodeUrl({ options, url }: SessionParts, domain: string): Answer {
  const redirect = redirectForDomain(domain);
  if (!allowedRedirect(redirect, options.redirectOrigins))
    throw new Refusal(PARAMETER_INVALID, 'domain is not allowed');
  const uri = new URL('/identity/authorize', url());
  uri.search = new URLSearchParams({
    response_type: 'code',
    client_id: options.clientId,
    scope: 'phone profile email',
    redirect_uri: redirect,
  }).toString();
  return { uri: uri.href, orgIdHost: url() };
}

function createSession(parts: SessionParts, body: OperationRequest['body']): Answer {
  const grant = parts.codes.redeem(String(body.code));
  if (!grant) throw new NotAuthenticated('the authorization code is unknown, spent or older than five minutes', 'none');
  if (typeof body.domain === 'string' && redirectForDomain(body.domain) !== grant.redirectUri) {
    throw new NotAuthenticated('domain is not the one that the code was made for', 'none');
  }
  return { data: openSession(parts, grant.userId) };
}

/** What createSession answers as `data`; its `userInfo` is that of the reference. */
export interface OpenedSession {
  /** As it goes into the header Authorization. */
  readonly accessToken: string;
  readonly sessionId: string;
  readonly userId: string;
  readonly userInfo: Answer;
}

/** A session of a user without the sign-in page. */
export function openSession(parts: SessionParts, userId: string): OpenedSession {
  const { session, token } = parts.sessions.create(userId);
  parts.counters.sessionsCreated += 1;
  return {
    accessToken: printedToken(parts, token),
    sessionId: session.sessionId,
    userId,
    userInfo: userInfo(parts, userId),
  };
}

function refreshSession(parts: SessionParts, { headers }: OperationRequest): Answer {
  const token = bearerToken(headers.authorization) ?? '';
  const fresh = parts.sessions.refresh(token, headers['x-session-id'] ?? '');
  parts.counters.sessionsRefreshed += 1;
  return { accessToken: printedToken(parts, fresh) };
}

function printedToken({ options }: SessionParts, token: string): string {
  return `Bearer${options.quirks.bearerPlus ? '+' : ' '}${token}`;
}

/** `userId` is the user at the identity provider, `innerUserId` the same one in KooDrive. */
function userInfo({ users, tenant }: SessionParts, userId: string) {
  const user = users.get(userId);
  if (!user) throw new NotAuthenticated('the user is gone');
  return {
    role: SESSION_ROLES[user.role] ?? '1',
    userName: user.name,
    innerUserId: user.userId,
    userId: user.orgUserId,
    tenantId: tenant.tenantId,
    orgId: tenant.orgId,
    orgName: tenant.orgName,
    userCount: users.list().length,
    deptId: user.deptId,
  };
}
