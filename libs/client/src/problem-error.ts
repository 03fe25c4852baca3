import type { components } from './generated/api.js';

/** The body of every failed response of the gateway (RFC 9457). Use `code` to tell problems apart. */
export type Problem = components['schemas']['Problem'];

/** A failed response of the gateway, as an exception. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** Identifies the problem; `no-problem-document` when a proxy responded instead of the gateway. */
  readonly code: string;
  readonly status: number;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** The errors in the input, each with a JSON Pointer. */
  readonly errors: NonNullable<Problem['errors']>;

  constructor(
    readonly problem: Partial<Problem>,
    /** The HTTP status of the response; in a batch, the status of the read. */
    status: number,
    /** Seconds after which the call may be repeated. */
    readonly retryAfter?: number,
  ) {
    const code = problem.code ?? 'no-problem-document';
    super(`${status} ${code}${problem.detail === undefined ? '' : `: ${problem.detail}`}`);
    this.code = code;
    this.status = status;
    this.retryable = problem.retryable ?? false;
    this.errors = problem.errors ?? [];
  }
}

interface CallResult<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The data of a call. Throws an exception when the call failed.
 *
 *     const me = await dataOf(koodrive.GET('/v1/me'));
 *
 * @throws ProblemError when the gateway responded with a failure
 * @throws what fetch throws, when the gateway could not be reached
 */
export async function dataOf<T>(call: Promise<CallResult<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (!response.ok) throw toProblemError(error, response);
  return data as NonNullable<T>;
}

/** @param body the parsed body: a problem document of the gateway, or anything else of a proxy */
export function toProblemError(body: unknown, { status, headers }: Pick<Response, 'status' | 'headers'>): ProblemError {
  const retryAfter = headers.get('retry-after');
  const problem = typeof body === 'object' && body !== null && 'code' in body ? body : {};
  return new ProblemError(problem, status, retryAfter === null ? undefined : Number(retryAfter));
}

/** The problem of a response whose body was not read yet. */
export async function readProblemError(response: Response): Promise<ProblemError> {
  return toProblemError(await response.json().catch(() => undefined), response);
}
