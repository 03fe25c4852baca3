import { errorCodes } from '../contract/errors.js';
import { parseBearerToken } from '../credentials/authenticator.js';
import { AuthenticationError } from '../credentials/authentication-error.js';
import type { SandboxSessions } from '../credentials/sessions.js';
import type { SandboxCounters } from '../control/counters.js';
import type { AuthorizationCodes } from '../identity-provider/authorization-codes.js';
import { parseAllowedRedirect, toRedirectUri } from '../identity-provider/redirect-uri.js';
import {
  BigNumber,
  OperationError,
  type OperationResponse,
  type OperationHandlers,
  type OperationRequest,
} from '../operation.js';
import type { SandboxOptions } from '../options.js';
import type { Tenant, UserSummary } from '../state/drive-backend.js';
import { TenantRole } from '../state/organization/users.js';

export interface SessionDependencies {
  readonly options: SandboxOptions;
  /** Origin of the sign-in page. */
  readonly url: () => string;
  readonly codes: AuthorizationCodes;
  readonly sessions: SandboxSessions;
  readonly counters: SandboxCounters;
  readonly tenant: Tenant;
  readonly users: { list(): readonly UserSummary[]; get(userId: string): UserSummary | undefined };
}

/**
 * Roles of the session operations by roles of the user operations. In the session operations 0 is an administrator, 1 a
 * common user, 2 the super administrator.
 */
const sessionRoleByUserRole: Readonly<Record<number, string>> = {
  [TenantRole.departmentAdministrator]: '0',
  [TenantRole.common]: '1',
  [TenantRole.systemAdministrator]: '2',
  [TenantRole.driveAdministrator]: '0',
};

/** The operations of KooDrive sessions: getAuthCodeURL, createSession, refreshSession, authSession and logout. */
export function sessionHandlers(dependencies: SessionDependencies): OperationHandlers {
  return {
    getAuthCodeURL: ({ query }) => createAuthCodeUrl(dependencies, query.domain ?? ''),
    createSession: ({ body }) => createSession(dependencies, body),
    refreshSession: (request) => refreshSession(dependencies, request),
    authSession: ({ subject }) => {
      if (subject.kind !== 'user') throw new AuthenticationError('no user');
      const { userCount, deptId, ...owner } = toSessionUserInfo(dependencies, subject.userId);
      return { data: { ...owner, deptId: new BigNumber(deptId), userCount } };
    },
    logout: ({ headers }) => {
      const token = parseBearerToken(headers.authorization);
      if (token !== undefined) dependencies.sessions.end(dependencies.sessions.authenticate(token));
      return {};
    },
  };
}

function createAuthCodeUrl({ options, url }: SessionDependencies, domain: string): OperationResponse {
  const redirectUri = toRedirectUri(domain);
  if (!parseAllowedRedirect(redirectUri, options.redirectOrigins))
    throw new OperationError(errorCodes.invalidParameter, 'domain is not allowed');
  const uri = new URL('/identity/authorize', url());
  uri.search = new URLSearchParams({
    response_type: 'code',
    client_id: options.clientId,
    scope: 'phone profile email',
    redirect_uri: redirectUri,
  }).toString();
  return { uri: uri.href, orgIdHost: url() };
}

function createSession(dependencies: SessionDependencies, body: OperationRequest['body']): OperationResponse {
  const grant = dependencies.codes.redeem(String(body.code));
  if (!grant) throw new AuthenticationError('the authorization code is unknown, used or expired', 'none');
  if (typeof body.domain === 'string' && toRedirectUri(body.domain) !== grant.redirectUri) {
    throw new AuthenticationError('domain is not the one of the authorization code', 'none');
  }
  return { data: openSession(dependencies, grant.userId) };
}

/** What createSession returns as `data`. `userInfo` has the members of the reference. */
export interface OpenedSession {
  /** A complete value of the header Authorization. */
  readonly accessToken: string;
  readonly sessionId: string;
  readonly userId: string;
  readonly userInfo: OperationResponse;
}

/**
 * Opens a KooDrive session without the sign-in page.
 * @throws AuthenticationError when the user does not exist
 */
export function openSession(dependencies: SessionDependencies, userId: string): OpenedSession {
  const { session, token } = dependencies.sessions.create(userId);
  dependencies.counters.sessionsCreated += 1;
  return {
    accessToken: formatAccessToken(dependencies, token),
    sessionId: session.sessionId,
    userId,
    userInfo: toSessionUserInfo(dependencies, userId),
  };
}

function refreshSession(dependencies: SessionDependencies, { headers }: OperationRequest): OperationResponse {
  const token = parseBearerToken(headers.authorization) ?? '';
  const newToken = dependencies.sessions.refresh(token, headers['x-session-id'] ?? '');
  dependencies.counters.sessionsRefreshed += 1;
  return { accessToken: formatAccessToken(dependencies, newToken) };
}

function formatAccessToken({ options }: SessionDependencies, token: string): string {
  return `Bearer${options.quirks.bearerPlus ? '+' : ' '}${token}`;
}

/** `userId` is the id at the identity provider, `innerUserId` the id of the same user in KooDrive. */
function toSessionUserInfo({ users, tenant }: SessionDependencies, userId: string) {
  const user = users.get(userId);
  if (!user) throw new AuthenticationError('the user does not exist');
  return {
    role: sessionRoleByUserRole[user.role] ?? '1',
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
