import { invalidTokenChallenge, ProblemError, type ProblemOptions } from '#problem';

/** Why authentication failed, for the log and the audit log. The response is less specific, so that it does not help to guess. */
export type AuthenticationFailureReason =
  | 'no-credential'
  | 'several-credentials'
  | 'unknown-credential'
  | 'malformed-key'
  | 'mistyped-key'
  | 'unknown-key'
  | 'wrong-secret'
  | 'expired-key'
  | 'revoked-key'
  | 'oversized-token'
  | 'malformed-token'
  | 'wrong-token-algorithm'
  | 'unknown-token-key'
  | 'wrong-token-signature'
  | 'wrong-token-issuer'
  | 'wrong-token-audience'
  | 'expired-token'
  | 'token-not-yet-valid'
  | 'wrong-token-claims'
  | 'unusable-token'
  | 'token-keys-unavailable'
  | 'cross-site'
  | 'unknown-session'
  | 'store-unavailable'
  | 'acting-not-allowed'
  | 'malformed-user'
  | 'verification-failed';

/** The identity that the credential claims, as far as it was verified. */
export interface ClaimedIdentity {
  /** Same form as Caller.id. */
  readonly caller?: string;
  /** Known only if the secret was correct. */
  readonly owner?: string;
  /** The error that prevented the verification. */
  readonly cause?: unknown;
}

const multipleCredentialsDetail = {
  en: 'Send one credential: Authorization, X-API-Key or the cookie of a session, once.',
  zh: '只能发送一个凭证：Authorization、X-API-Key 或会话 Cookie 之一，且仅一次。',
};
const crossSiteDetail = {
  en: 'With a session, each call needs the header X-CSRF: 1 and must come from a page of an allowed origin.',
  zh: '使用会话时，每次调用都必须带有请求头 X-CSRF: 1，并来自允许的源的页面。',
};
const revokedKeyDetail = { en: 'The API key was revoked.', zh: 'API 密钥已被吊销。' };
const malformedUserMessage = {
  en: 'must be one KooDrive user id: 1 to 64 of the characters A-Z a-z 0-9 _ -',
  zh: '必须是一个 KooDrive 用户 ID：1 至 64 个字符，限 A-Z a-z 0-9 _ -',
};

/** The result of a failed authentication. */
export class AuthenticationFailure {
  constructor(
    readonly reason: AuthenticationFailureReason,
    readonly claimedIdentity: ClaimedIdentity = {},
  ) {}

  /** The problem for the response. It is the same for unknown, mistyped and wrong keys, so that it does not help to guess. */
  get problem(): ProblemError {
    switch (this.reason) {
      case 'several-credentials':
        return new ProblemError('unauthenticated', { detail: multipleCredentialsDetail });
      case 'expired-key':
        return new ProblemError('key-expired');
      case 'revoked-key':
        return new ProblemError('unauthenticated', { detail: revokedKeyDetail });
      case 'cross-site':
        return new ProblemError('cross-site-refused', { detail: crossSiteDetail });
      case 'unknown-session':
        return new ProblemError('session-ended');
      case 'store-unavailable':
        return new ProblemError('store-unavailable', { cause: this.claimedIdentity.cause });
      case 'acting-not-allowed':
        return new ProblemError('acting-not-allowed');
      case 'malformed-user':
        return new ProblemError('invalid-input', malformedOnBehalfOfOptions);
      case 'token-keys-unavailable':
        return new ProblemError('issuer-unavailable', { cause: this.claimedIdentity.cause });
      case 'oversized-token':
      case 'malformed-token':
      case 'wrong-token-algorithm':
      case 'unknown-token-key':
      case 'wrong-token-signature':
      case 'wrong-token-issuer':
      case 'wrong-token-audience':
      case 'expired-token':
      case 'token-not-yet-valid':
      case 'wrong-token-claims':
      case 'unusable-token':
        return new ProblemError('unauthenticated', { headers: invalidTokenHeaders });
      case 'verification-failed':
        return new ProblemError('internal', { cause: this.claimedIdentity.cause });
      default:
        return new ProblemError('unauthenticated');
    }
  }
}

/** RFC 6750, 3.1. The response does not say which part of the token is wrong. */
const invalidTokenHeaders = { 'www-authenticate': invalidTokenChallenge };

const malformedOnBehalfOfOptions: ProblemOptions = {
  errors: [{ pointer: '/X-On-Behalf-Of', message: malformedUserMessage }],
};
