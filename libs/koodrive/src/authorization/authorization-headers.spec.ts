import { describe, expect, it } from '@jest/globals';
import { operationTable } from '../generated/operations.js';
import type { OperationId } from '../operation.js';
import type { Principal } from '../principal.js';
import { buildAuthorizationHeaders, chooseCredentialKind } from './authorization-headers.js';

const session: Principal = { kind: 'session', browserSessionId: 's', userId: 'u' };
const user: Principal = { kind: 'user', userId: '42' };
const app: Principal = { kind: 'app' };
const request = { method: 'GET', path: '/x', query: [], headers: {}, body: undefined };
const now = Date.parse('2026-01-02T03:04:05Z');

describe('chooseCredentialKind', () => {
  it.each<[OperationId, Principal, string]>([
    ['getUser', session, 'session'],
    ['getUser', user, 'signature'],
    ['getSpaceV2', user, 'app-token'],
    ['getSpaceV2', app, 'app-token'],
    ['authSession', session, 'session'],
    ['getAuthCodeURL', session, 'none'],
    ['visitSharePublic', user, 'none'],
    ['createSession', app, 'none'],
  ])('%s with principal %o uses %s', (operation, principal, kind) => {
    expect(chooseCredentialKind(operationTable[operation], principal)).toBe(kind);
  });

  it.each<[OperationId, Principal]>([
    ['authSession', user],
    ['getJsSdkInfo', user],
    ['getUser', app],
    ['getSpaceV2', session],
  ])('%s has no credential kind for %o', (operation, principal) => {
    expect(() => chooseCredentialKind(operationTable[operation], principal)).toThrow(
      expect.objectContaining({ name: 'CredentialUnavailableError', principalKind: principal.kind }),
    );
  });
});

describe('buildAuthorizationHeaders', () => {
  const headersFor = (credential: Parameters<typeof buildAuthorizationHeaders>[0], principal: Principal) =>
    buildAuthorizationHeaders(credential, principal, request, 'host:1', now);

  it('sends the KooDrive session token exactly as the upstream issued it', () => {
    expect(headersFor({ kind: 'session', token: 'Bearer+abc' }, session)).toEqual({ authorization: 'Bearer+abc' });
  });

  it('sends the app token with the word Bearer, and names the user it acts for', () => {
    const authorization = 'Bearer abc';
    expect(headersFor({ kind: 'app-token', token: 'abc' }, app)).toEqual({ authorization });
    const forUser = { authorization, 'x-user-id': '42', 'x-date': '20260102T030405Z' };
    expect(headersFor({ kind: 'app-token', token: 'abc' }, user)).toEqual(forUser);
  });

  it('sends a signature over host, date and user, and the signed date and user', () => {
    const credential = { kind: 'signature', appId: 'id', appSecret: 'secret', userId: '42' } as const;
    expect(headersFor(credential, user)).toEqual({
      'x-date': '20260102T030405Z',
      'x-user-id': '42',
      authorization: expect.stringMatching(
        /^HMAC-SHA256 AppId=id,SignedHeaders=host;x-date;x-user-id,Signature=[0-9a-f]{64}$/,
      ),
    });
  });

  it('sends nothing for the kind none', () => {
    expect(headersFor({ kind: 'none' }, user)).toEqual({});
  });
});
