import { chineseProblemTexts } from './chinese-problem-texts.js';

/** One kind of problem. `retryable` means that the same call may succeed later. */
export interface ProblemDefinition {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly retryable?: true;
  /** Default for the header Retry-After. ProblemOptions can override it. */
  readonly retryAfterSeconds?: number;
}

/**
 * Every problem that the gateway responds with, by its stable code. The Chinese texts are in chinese-problem-texts.ts;
 * the compiler checks that they are complete.
 */
export const problemCatalog = {
  // The HTTP request
  'bad-request': { status: 400, title: 'Bad request', detail: 'The request is not valid HTTP.' },
  'malformed-json': { status: 400, title: 'Malformed JSON', detail: 'The body is not valid JSON.' },
  'route-not-found': { status: 404, title: 'No such route', detail: 'Nothing is served at this address.' },
  'method-not-allowed': { status: 405, title: 'Method not allowed', detail: 'This address does not take that method.' },
  'not-acceptable': { status: 406, title: 'Not acceptable', detail: 'None of the accepted media types can be given.' },
  'request-timeout': {
    status: 408,
    title: 'Request too slow',
    detail: 'The request did not arrive in time.',
    retryable: true,
  },
  'length-required': { status: 411, title: 'Length required', detail: 'Send Content-Length: the size must be known.' },
  'precondition-failed': {
    status: 412,
    title: 'Precondition failed',
    detail: 'If-Match or If-None-Match does not hold: nothing was changed. Read again.',
  },
  'too-large': { status: 413, title: 'Too large', detail: 'The body is larger than this route takes.' },
  'uri-too-long': { status: 414, title: 'Address too long', detail: 'The address, or a part of it, is too long.' },
  'unsupported-media-type': {
    status: 415,
    title: 'Unsupported media type',
    detail: 'This route does not take that Content-Type.',
  },
  'range-not-satisfiable': {
    status: 416,
    title: 'Range not satisfiable',
    detail: 'The file has no bytes in the range asked for.',
  },
  'expectation-failed': {
    status: 417,
    title: 'Expectation failed',
    detail: 'Of Expect, only 100-continue is supported.',
  },
  'unknown-host': {
    status: 421,
    title: 'Unknown host',
    detail: 'The gateway does not serve the host name of this call. ALLOWED_HOSTS lists those that it serves.',
  },
  'invalid-input': { status: 422, title: 'Invalid input', detail: 'The input breaks the rules that "errors" names.' },
  'confirmation-required': {
    status: 422,
    title: 'Confirmation required',
    detail: 'This cannot be undone: repeat the call with "confirm".',
  },
  'header-too-large': {
    status: 431,
    title: 'Headers too large',
    detail: 'The headers are larger than the gateway takes.',
  },

  // Authentication and authorization
  unauthenticated: {
    status: 401,
    title: 'Not authenticated',
    detail: 'The call carries no credential that is known here.',
  },
  'key-expired': { status: 401, title: 'API key expired', detail: 'The API key has passed its end date.' },
  'session-ended': { status: 401, title: 'Session ended', detail: 'The session is over: sign in again.' },
  'sign-in-unknown': {
    status: 400,
    title: 'Unknown sign-in',
    detail: 'The sign-in was begun in another browser, is over, or took too long: begin again.',
  },
  'sign-in-refused': {
    status: 403,
    title: 'Sign-in refused',
    detail: 'The identity provider or KooDrive did not let the user in.',
  },
  'missing-scope': {
    status: 403,
    title: 'Missing scope',
    detail: 'The credential does not hold a scope that this call needs.',
  },
  'acting-not-allowed': {
    status: 403,
    title: 'Acting for a user not allowed',
    detail: 'The credential may not act for another user.',
  },
  'cross-site-refused': {
    status: 403,
    title: 'Cross-site call refused',
    detail: 'The call does not come from an allowed page.',
  },
  'credential-unavailable': {
    status: 403,
    title: 'Credential unavailable',
    detail: 'KooDrive takes no credential for this operation that can be had for the caller.',
  },
  'user-not-accepted': {
    status: 403,
    title: 'User not accepted',
    detail: 'KooDrive does not accept the user of this call: it does not know the user, or has disabled the user.',
  },
  'no-permission': {
    status: 403,
    title: 'No permission',
    detail: 'KooDrive does not allow the user this operation here.',
  },

  // The resource of the call
  'not-found': { status: 404, title: 'Not found', detail: 'There is no such thing here, or it is not visible.' },
  'upload-not-found': {
    status: 404,
    title: 'No such upload',
    detail: 'The upload was never begun, is complete, or has lapsed.',
  },
  'name-taken': { status: 409, title: 'Name taken', detail: 'The folder holds an entry of that name.' },
  'in-recycle-bin': {
    status: 409,
    title: 'In the recycle bin',
    detail: 'The file is in the recycle bin: restore it first.',
  },
  'not-in-recycle-bin': { status: 409, title: 'Not in the recycle bin', detail: 'The file is not in the recycle bin.' },
  'target-in-recycle-bin': {
    status: 409,
    title: 'Target in the recycle bin',
    detail: 'The target folder is in the recycle bin.',
  },
  'nested-folders': { status: 409, title: 'Nested folders', detail: 'A folder cannot go into itself or below itself.' },
  'already-there': { status: 409, title: 'Already there', detail: 'The file is in the target folder already.' },
  'folder-not-allowed': {
    status: 409,
    title: 'Not for folders',
    detail: 'This can be done with a file, not with a folder.',
  },
  'preset-template': {
    status: 409,
    title: 'Preset template',
    detail:
      'KooDrive has made this permission template: it can be enabled and disabled, and not be changed or deleted.',
  },
  'upload-incomplete': {
    status: 409,
    title: 'Upload incomplete',
    detail: 'Parts are missing, or the bytes are not those announced.',
  },
  'space-full': { status: 409, title: 'Space full', detail: 'The quota of the space is used up.' },
  'space-inactive': { status: 409, title: 'Space inactive', detail: 'The space is not activated.' },
  'file-state-conflict': {
    status: 409,
    title: 'Busy',
    detail: 'The state of the file or folder does not allow this now.',
    retryable: true,
  },
  'too-deep': { status: 422, title: 'Too deep', detail: 'The folders would be nested too deeply.' },
  'refused-by-upstream': {
    status: 422,
    title: 'Refused by KooDrive',
    detail: 'KooDrive refused the call: see "upstream".',
  },

  // Idempotency and rate limits
  'idempotency-in-progress': {
    status: 409,
    title: 'Still running',
    detail: 'The first call with this Idempotency-Key has not ended.',
    retryable: true,
    retryAfterSeconds: 1,
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'Idempotency-Key reused',
    detail: 'The key came before with another request.',
  },
  'response-not-stored': {
    status: 409,
    title: 'Response not stored',
    detail: 'The first call with this Idempotency-Key was carried out. Its response was too large to be stored.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    detail: 'The limit is used up: wait before the next call.',
    retryable: true,
    retryAfterSeconds: 1,
  },

  // The gateway and its upstream
  internal: {
    status: 500,
    title: 'Internal error',
    detail: 'The gateway failed. Name the traceId when you report it.',
  },
  'upstream-failed': {
    status: 502,
    title: 'KooDrive failed',
    detail: 'KooDrive failed to do what was asked.',
    retryable: true,
  },
  'upstream-protocol': {
    status: 502,
    title: 'Answer not understood',
    detail: 'The answer of KooDrive was not as documented.',
  },
  'upstream-unavailable': {
    status: 503,
    title: 'KooDrive unavailable',
    detail: 'KooDrive cannot be reached now.',
    retryable: true,
    retryAfterSeconds: 5,
  },
  'credential-source-unavailable': {
    status: 503,
    title: 'No Access Token now',
    detail: 'The gateway cannot obtain a credential for KooDrive now.',
    retryable: true,
    retryAfterSeconds: 5,
  },
  'issuer-unavailable': {
    status: 503,
    title: 'Token issuer unavailable',
    detail: 'The keys to verify the token with cannot be had now.',
    retryable: true,
    retryAfterSeconds: 5,
  },
  overloaded: {
    status: 503,
    title: 'Overloaded',
    detail: 'The gateway has more work than it can do.',
    retryable: true,
    retryAfterSeconds: 1,
  },
  'store-unavailable': {
    status: 503,
    title: 'Shared store unavailable',
    detail: 'What this call must remember cannot be kept now.',
    retryable: true,
    retryAfterSeconds: 2,
  },
  'shutting-down': {
    status: 503,
    title: 'Shutting down',
    detail: 'This instance is going away: the next call meets another.',
    retryable: true,
    retryAfterSeconds: 1,
  },
  'upstream-timeout': {
    status: 504,
    title: 'KooDrive too slow',
    detail: 'KooDrive did not answer in time.',
    retryable: true,
  },
  'outcome-unknown': {
    status: 504,
    title: 'Outcome unknown',
    detail: 'Whether KooDrive did it is not known: read the state before you repeat the call.',
  },
} as const satisfies Record<string, ProblemDefinition>;

export type ProblemCode = keyof typeof problemCatalog;
export type Language = 'en' | 'zh';

/** The definition of a code, typed as ProblemDefinition instead of the literal type of the catalog. */
export function getProblemDefinition(code: ProblemCode): ProblemDefinition {
  return problemCatalog[code];
}

/** Title and detail of a code in the given language. */
export function getProblemTexts(
  code: ProblemCode,
  language: Language,
): { readonly title: string; readonly detail: string } {
  return language === 'zh' ? chineseProblemTexts[code] : problemCatalog[code];
}
