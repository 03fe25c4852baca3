import { CredentialSourceError, MintFailedError } from '#access-token';
import {
  CredentialUnavailableError,
  type ErrorCode,
  errorCodes,
  InvalidCursorError,
  isErrorCode,
  KooDriveError,
  ObjectStoreError,
  ResponseTooLargeError,
  UpstreamError,
  UpstreamProtocolError,
  UpstreamTimeoutError,
} from '#koodrive';
import {
  createInvalidInputProblem,
  createProblemDocument,
  problemCatalog,
  type ProblemCode,
  type ProblemDocument,
  ProblemError,
  toProblemError,
} from '#problem';
import { BulkheadFullError, DeadlineExceededError, OutcomeUnknownError } from '#resilience';

/** The problem of every upstream error that has no more specific one. */
const generalProblem = 'refused-by-upstream' satisfies ProblemCode;

/**
 * The decision for each error code of KooDrive. The compiler checks that the list is complete: a code that is added to
 * the contract needs a problem here, or explicitly the general one (CONTRIBUTING.md, "An upstream error code").
 */
const problemByErrorCode: Readonly<Record<ErrorCode, ProblemCode>> = {
  [errorCodes.badRequest]: generalProblem,
  [errorCodes.invalidParameter]: generalProblem,
  [errorCodes.internalError]: 'upstream-failed',
  [errorCodes.spaceNotFound]: 'not-found',
  [errorCodes.fileNotInSpecifiedSpace]: 'not-found',
  [errorCodes.fileNotInRecycleBin]: 'not-in-recycle-bin',
  [errorCodes.targetFolderAbnormal]: 'file-state-conflict',
  [errorCodes.targetFolderInRecycleBin]: 'target-in-recycle-bin',
  [errorCodes.fileInRecycleBin]: 'in-recycle-bin',
  [errorCodes.nestedFolders]: 'nested-folders',
  [errorCodes.fileMetadataError]: generalProblem,
  [errorCodes.resourceNotFound]: 'not-found',
  [errorCodes.folderTreeTooDeep]: 'too-deep',
  [errorCodes.insufficientSpace]: 'space-full',
  [errorCodes.alreadyInTargetFolder]: 'already-there',
  [errorCodes.uploadTaskNotFound]: 'upload-not-found',
  [errorCodes.uploadIncomplete]: 'upload-incomplete',
  [errorCodes.fileStateChangeFailed]: 'file-state-conflict',
  [errorCodes.parentFolderInRecycleBin]: 'target-in-recycle-bin',
  [errorCodes.duplicateFileName]: 'name-taken',
  [errorCodes.notAllowedOnFolder]: 'folder-not-allowed',
  [errorCodes.downloadUrlNotFound]: 'upstream-failed',
  [errorCodes.downloadFailed]: 'upstream-failed',
  [errorCodes.uploadFailed]: 'upstream-failed',
  [errorCodes.noSpacePermission]: 'no-permission',
  [errorCodes.fileNotInSpace]: 'not-found',
  [errorCodes.spaceNotActivated]: 'space-inactive',
  // The next three are errors in parameters that only the gateway fills in.
  [errorCodes.unsupportedSearchType]: generalProblem,
  [errorCodes.missingSearchType]: generalProblem,
  [errorCodes.spaceNotOfTeam]: generalProblem,
  // The gateway validates the length itself.
  [errorCodes.fileNameTooLong]: generalProblem,
};

/** The problem of an error response whose code has no meaning of its own here: API Gateway's codes, or no code at all. */
const problemByStatus = { 403: 'no-permission', 429: 'upstream-unavailable' } as const satisfies Record<
  number,
  ProblemCode
>;

/** The problems of failures in which the upstream sent no error of its own. */
const failureProblems = [
  'overloaded',
  'upstream-timeout',
  'upstream-protocol',
  'upstream-unavailable',
  'upstream-failed',
  'credential-source-unavailable',
  'credential-unavailable',
  'user-not-accepted',
] as const satisfies readonly ProblemCode[];
type FailureProblem = (typeof failureProblems)[number];

const reachableCodes: ReadonlySet<ProblemCode> = new Set([
  ...Object.values(problemByErrorCode),
  ...Object.values(problemByStatus),
  ...failureProblems,
]);
/** Every problem that a call of KooDrive can end with, in the order of the catalog. For the description of the API. */
export const upstreamProblemCodes: readonly ProblemCode[] = (Object.keys(problemCatalog) as ProblemCode[]).filter(
  (code) => reachableCodes.has(code),
);

/** The problem of one of KooDrive's error codes, for a whole call or for one entry of a bulk call. */
export function toProblemFromCode(operation: string, code?: string, cause?: unknown): ProblemError {
  const problem = code !== undefined && isErrorCode(code) ? problemByErrorCode[code] : generalProblem;
  return new ProblemError(problem, { upstream: { operation, code }, cause });
}

/**
 * Whether KooDrive carried out a bulk call but rejected its only entry, by a code in the response. The failures of calls
 * are other errors, which are translated only when the response is sent.
 */
export const isEntryRejection = (error: unknown): boolean =>
  error instanceof ProblemError && error.options.upstream?.code !== undefined;

/** The problem of a failed call of the client, the retry layer or the object store; undefined for any other error. */
export function translateKooDriveError(error: unknown): ProblemError | undefined {
  if (error instanceof KooDriveError) return toProblemFromResponse(error);
  if (error instanceof UpstreamError) {
    return new ProblemError(classifyUpstreamError(error), {
      cause: error,
      retryAfterSeconds: retryAfterSecondsOf(error),
      upstream: { operation: error.operation },
    });
  }
  if (error instanceof OutcomeUnknownError) return new ProblemError('outcome-unknown', { cause: error });
  if (error instanceof InvalidCursorError) {
    return createInvalidInputProblem('/cursor', {
      en: 'cursor is not one that this list gave',
      zh: 'cursor 不是此列表给出的游标',
    });
  }
  if (error instanceof CredentialUnavailableError && isEndedSession(error)) {
    return new ProblemError('session-ended', { cause: error });
  }
  const problem = classifyOtherFailure(error);
  return problem && new ProblemError(problem, { cause: error });
}

/** A session principal that has no token any more although the operation accepts one: the KooDrive session has ended. */
const isEndedSession = ({ principalKind, acceptedKinds }: CredentialUnavailableError): boolean =>
  principalKind === 'session' && acceptedKinds.includes('session');

function classifyOtherFailure(error: unknown): Exclude<FailureProblem, 'upstream-protocol'> | undefined {
  if (error instanceof CredentialUnavailableError) return 'credential-unavailable';
  if (error instanceof CredentialSourceError || error instanceof MintFailedError)
    return 'credential-source-unavailable';
  // A caller that waited for a shared response and had less time than the others.
  if (error instanceof DeadlineExceededError) return 'upstream-timeout';
  // All connections to the object store are in use.
  if (error instanceof BulkheadFullError) return 'overloaded';
  return error instanceof ObjectStoreError ? 'upstream-failed' : undefined;
}

/** A 401 that arrives here was given after the credential had been renewed. */
function toProblemFromResponse(error: KooDriveError): ProblemError {
  const { operation, code, status } = error;
  if (status === 401) {
    const problem = error.rejectionCause === 'user' ? 'user-not-accepted' : 'credential-source-unavailable';
    return new ProblemError(problem, { cause: error, upstream: { operation } });
  }
  const byCode = toProblemFromCode(operation, code, error);
  const byStatus = byCode.code === generalProblem ? problemCodeOfStatus(status) : undefined;
  if (!byStatus) return byCode;
  return new ProblemError(byStatus, {
    upstream: { operation, code },
    cause: error,
    retryAfterSeconds: retryAfterSecondsOf(error),
  });
}

function problemCodeOfStatus(status: number): ProblemCode | undefined {
  if (status === 403 || status === 429) return problemByStatus[status];
  return status >= 500 ? 'upstream-failed' : undefined;
}

function classifyUpstreamError(error: UpstreamError): FailureProblem {
  if (error.cause instanceof BulkheadFullError) return 'overloaded';
  if (error instanceof UpstreamTimeoutError) return 'upstream-timeout';
  if (error instanceof UpstreamProtocolError || error instanceof ResponseTooLargeError) return 'upstream-protocol';
  return 'upstream-unavailable';
}

const retryAfterSecondsOf = ({ retryAfterMs }: UpstreamError): number | undefined =>
  retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs / 1000);

/**
 * The problem of one part of a response whose other parts succeeded. It is always in English, since it is cached with
 * the response for callers of either language.
 */
export function toPartialFailure(error: unknown): ProblemDocument {
  return createProblemDocument(toProblemError(error, [translateKooDriveError]), { language: 'en' });
}

/** Problems of the caller: they are not those of one part. */
const problemsOfCaller: ReadonlySet<ProblemCode> = new Set(['session-ended', 'user-not-accepted']);

/**
 * The problem of one part of a read.
 * @throws ProblemError where the other parts fail for the same reason, or would: a user that KooDrive does not accept, an
 * ended session
 */
export function toFailedPart(error: unknown): ProblemDocument {
  const problem = toProblemError(error, [translateKooDriveError]);
  if (problemsOfCaller.has(problem.code)) throw problem;
  return toPartialFailure(problem);
}
