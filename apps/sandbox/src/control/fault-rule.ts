import type { OutgoingResponse } from '../server/outgoing-response.js';

/** The targets of a fault besides the operations of the API. */
export type FaultTarget = 'upload' | 'download' | 'token';

/** The calls that a fault matches. All set members must match. Without `part` it matches only operations. */
export interface FaultMatch {
  readonly operation?: string | readonly string[];
  readonly part?: FaultTarget;
  /** The user of the credential. Unknown for a call whose credential was rejected. */
  readonly userId?: string;
  readonly method?: string;
}

/** The effect of a fault. `delayMs`, `headers`, `cutBodyAt` and `wrongLength` can be combined with the others. */
export interface FaultEffect {
  /** Real time before anything else happens. */
  readonly delayMs?: number;
  /** Destroys the connection before or after the operation runs. */
  readonly reset?: 'before' | 'after';
  /** With `status`, `code` or `body` the operation does not run. `code` alone has status 400. */
  readonly status?: number;
  readonly code?: number;
  readonly body?: unknown;
  /** Responds with an HTML page, as a proxy does. */
  readonly html?: boolean;
  /** Responds with incomplete JSON. */
  readonly invalidJson?: boolean;
  /** Responds with valid JSON of about this size. */
  readonly hugeBodyBytes?: number;
  /** Expires the token of the call and responds 401. */
  readonly tokenExpired?: boolean;
  /** Sends the real response with `code` as text. */
  readonly codeAsText?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Destroys the connection after this number of bytes of the body of the real response. */
  readonly cutBodyAt?: number;
  /** Announces this number of bytes more than the body of the real response has (true: 1024; negative: fewer). */
  readonly wrongLength?: boolean | number;
}

export interface FaultSettings {
  readonly match: FaultMatch;
  readonly effect: FaultEffect;
  /** Max number of calls that the fault applies to. Without it: all calls until the fault is removed. */
  readonly times?: number;
  /** Number of matching calls that are not affected first. */
  readonly skip?: number;
  /** 0 to 1, by the seeded random numbers. Default: 1. */
  readonly probability?: number;
}

/** The properties of a call that faults match, and how to respond with a failure. */
export interface FaultCall {
  readonly method: string;
  readonly operation?: string;
  readonly part?: FaultTarget;
  readonly userId?: string;
  /** Creates a failure in the error format of the target. Without it, a default format is used. */
  readonly failureResponse?: (status: number, code: number | undefined) => OutgoingResponse;
  /** Expires the token of the call and returns the 401 response. */
  readonly expireCredential?: () => OutgoingResponse;
}

export function matchesFault(match: FaultMatch, call: FaultCall): boolean {
  if (match.part !== call.part) return false;
  if (match.method !== undefined && match.method.toUpperCase() !== call.method) return false;
  if (match.userId !== undefined && match.userId !== call.userId) return false;
  if (match.operation === undefined) return true;
  if (call.operation === undefined) return false;
  return typeof match.operation === 'string'
    ? match.operation === call.operation
    : match.operation.includes(call.operation);
}
