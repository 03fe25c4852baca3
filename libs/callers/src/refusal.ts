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
  en: 'Send one credential: either Authorization or X-API-Key, once.',
  zh: '只能发送一个凭证：Authorization 或 X-API-Key 之一，且仅一次。',
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
      case 'acting-not-allowed':
        return new ProblemError('acting-not-allowed');
      case 'malformed-user':
        return new ProblemError('invalid-input', onBehalfOf);
      case 'verification-failed':
        return new ProblemError('internal', { cause: this.claimed.cause });
      default:
        return new ProblemError('unauthenticated');
    }
  }
}

const onBehalfOf: ProblemOptions = { errors: [{ pointer: '/X-On-Behalf-Of', message: malformedUser }] };
