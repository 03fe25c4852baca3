import { ProblemError, type ProblemOptions } from '#problem';

/** Why nobody was recognised: for the log and the audit log. The answer says less, so that it helps no guesser. */
export type RefusalReason =
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

/** Whose credential it claims to be, as far as it can be known. */
export interface Claimed {
  /** As Caller.id. */
  readonly caller?: string | undefined;
  /** Known only where the secret was right. */
  readonly owner?: string | undefined;
  readonly cause?: unknown;
}

const severalCredentials = {
  en: 'Send one credential: Authorization, X-API-Key or the cookie of a session, once.',
  zh: '只能发送一个凭证：Authorization、X-API-Key 或会话 Cookie 之一，且仅一次。',
};
const crossSite = {
  en: 'With a session, each call needs the header X-CSRF: 1 and must come from a page of an allowed origin.',
  zh: '使用会话时，每次调用都必须带有请求头 X-CSRF: 1，并来自允许的源的页面。',
};
const revokedKey = { en: 'The API key was revoked.', zh: 'API 密钥已被吊销。' };
const malformedUser = {
  en: 'must be one KooDrive user id: 1 to 64 of the characters A-Z a-z 0-9 _ -',
  zh: '必须是一个 KooDrive 用户 ID：1 至 64 个字符，限 A-Z a-z 0-9 _ -',
};

/** A request whose caller is not accepted. */
export class Refusal {
  constructor(
    readonly reason: RefusalReason,
    readonly claimed: Claimed = {},
  ) {}

  /** What the caller is told. One answer for unknown, mistyped and wrong keys: which it was would help to guess. */
  get problem(): ProblemError {
    switch (this.reason) {
      case 'several-credentials':
        return new ProblemError('unauthenticated', { detail: severalCredentials });
      case 'expired-key':
        return new ProblemError('key-expired');
      case 'revoked-key':
        return new ProblemError('unauthenticated', { detail: revokedKey });
      case 'cross-site':
        return new ProblemError('cross-site-refused', { detail: crossSite });
      case 'unknown-session':
        return new ProblemError('session-ended');
      case 'store-unavailable':
        return new ProblemError('store-unavailable', { cause: this.claimed.cause });
      case 'acting-not-allowed':
        return new ProblemError('acting-not-allowed');
      case 'malformed-user':
        return new ProblemError('invalid-input', onBehalfOf);
      case 'token-keys-unavailable':
        return new ProblemError('issuer-unavailable', { cause: this.claimed.cause });
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
        return new ProblemError('unauthenticated', { headers: invalidToken });
      case 'verification-failed':
        return new ProblemError('internal', { cause: this.claimed.cause });
      default:
        return new ProblemError('unauthenticated');
    }
  }
}

/** RFC 6750, 3.1: which of a token's parts is wrong, the caller is not told. */
const invalidToken = { 'www-authenticate': 'Bearer realm="koodrive-gateway", error="invalid_token"' };

const onBehalfOf: ProblemOptions = { errors: [{ pointer: '/X-On-Behalf-Of', message: malformedUser }] };
