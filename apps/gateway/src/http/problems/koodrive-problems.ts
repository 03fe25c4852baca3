import { CredentialSourceError, MintFailedError } from '#access-token';
import {
  AddressRefusedError,
  AnswerTooLargeError,
  CredentialUnavailableError,
  InvalidCursorError,
  KooDriveError,
  ObjectStoreError,
  UpstreamError,
  UpstreamProtocolError,
  UpstreamTimeoutError,
} from '#koodrive';
import {
  invalidInput,
  problemDocument,
  type ProblemCode,
  type ProblemDocument,
  ProblemError,
  toProblem,
} from '#problem';
import { BulkheadFullError, DeadlineExceededError, OutcomeUnknownError } from '#resilience';

/** What KooDrive's codes mean to our callers (libs/koodrive/contract/errors.yaml); any other is `refused-by-upstream`. */
const codes: Readonly<Record<string, ProblemCode>> = {
  13000201: 'upstream-failed',
  13000301: 'not-found',
  13000302: 'not-found',
  13000303: 'not-in-recycle-bin',
  13000304: 'file-state-conflict',
  13000305: 'target-in-recycle-bin',
  13000306: 'in-recycle-bin',
  13000307: 'nested-folders',
  13000309: 'not-found',
  13000310: 'too-deep',
  13000311: 'space-full',
  13000312: 'already-there',
  13000401: 'upload-not-found',
  13000402: 'upload-incomplete',
  13000403: 'file-state-conflict',
  13000404: 'target-in-recycle-bin',
  13000405: 'name-taken',
  13000406: 'folder-not-allowed',
  13000407: 'upstream-failed',
  13000408: 'upstream-failed',
  13000409: 'upstream-failed',
  13000410: 'no-permission',
  13000411: 'not-found',
  13000412: 'space-inactive',
};

/** The problem of one of KooDrive's codes, for a whole call or for one entry of it. */
export function problemOfCode(operation: string, code: string | null, cause?: unknown): ProblemError {
  return new ProblemError((code !== null && Object.hasOwn(codes, code) && codes[code]) || 'refused-by-upstream', {
    upstream: { operation, ...(code !== null && { code }) },
    cause,
  });
}

/** A call of the client, the retry layer or the object store that failed; undefined for any other error. */
export function translateKooDrive(error: unknown): ProblemError | undefined {
  if (error instanceof KooDriveError) return ofKooDrive(error);
  // Of a caller that waited with others for one answer, and had less time than they.
  if (error instanceof DeadlineExceededError) return new ProblemError('upstream-timeout', { cause: error });
  if (error instanceof OutcomeUnknownError) return new ProblemError('outcome-unknown', { cause: error });
  if (error instanceof UpstreamError) {
    return new ProblemError(failure(error), {
      cause: error,
      ...retryAfter(error),
      upstream: { operation: error.operation },
    });
  }
  if (error instanceof InvalidCursorError) {
    return invalidInput('/cursor', { en: 'cursor is not one that this list gave', zh: 'cursor 不是此列表给出的游标' });
  }
  if (error instanceof CredentialSourceError || error instanceof MintFailedError) {
    return new ProblemError('credential-source-unavailable', { cause: error });
  }
  if (
    error instanceof CredentialUnavailableError &&
    error.principal === 'session' &&
    error.needed.includes('session')
  ) {
    return new ProblemError('session-ended', { cause: error });
  }
  if (error instanceof CredentialUnavailableError) return new ProblemError('credential-unavailable', { cause: error });
  // The address came from the upstream: it leads where the configuration does not allow.
  if (error instanceof AddressRefusedError) return new ProblemError('upstream-protocol', { cause: error });
  if (error instanceof ObjectStoreError) return new ProblemError('upstream-failed', { cause: error });
  return undefined;
}

/** A session's own token that was refused, after a renewal too, is a session that has ended; any other is our fault. */
function ofKooDrive(error: KooDriveError): ProblemError {
  if (error.status === 401) {
    return new ProblemError('credential-source-unavailable', {
      cause: error,
      upstream: { operation: error.operation },
    });
  }
  const { operation, code } = error;
  const known = problemOfCode(operation, code, error);
  const meaning = known.code === 'refused-by-upstream' ? byStatus(error.status) : undefined;
  if (!meaning) return known;
  return new ProblemError(meaning, {
    upstream: { operation, ...(code !== null && { code }) },
    cause: error,
    ...retryAfter(error),
  });
}

/** What a refusal means whose code says nothing here: API Gateway's own, or none at all. */
function byStatus(status: number): ProblemCode | undefined {
  if (status === 403) return 'no-permission';
  if (status === 429) return 'upstream-unavailable';
  return status >= 500 ? 'upstream-failed' : undefined;
}

function failure(error: UpstreamError): ProblemCode {
  if (error.cause instanceof BulkheadFullError) return 'overloaded';
  if (error instanceof UpstreamTimeoutError) return 'upstream-timeout';
  if (error instanceof UpstreamProtocolError || error instanceof AnswerTooLargeError) return 'upstream-protocol';
  return 'upstream-unavailable';
}

const retryAfter = ({ retryAfterMs }: UpstreamError): { retryAfterSeconds?: number } =>
  retryAfterMs === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) };

/** The problem of one part of an answer whose other parts are well: in English, since it is kept with the answer. */
export function partProblem(error: unknown): ProblemDocument {
  return problemDocument(toProblem(error, [translateKooDrive]), { language: 'en' });
}
