import type { components } from './generated/api.js';

/** RFC 9457, as the gateway answers every failure. Decide by `code`. */
export type Problem = components['schemas']['ProblemDto'];

/** A refusal of the gateway, thrown. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** The word to decide by; `no-problem-document` where somebody between us answered. */
  readonly code: string;
  readonly status: number;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** The mistakes in the input, each with a JSON Pointer. */
  readonly errors: NonNullable<Problem['errors']>;

  constructor(
    readonly problem: Partial<Problem>,
    /** The answer's status; 0 where the problem came inside another answer and names none. */
    status: number,
    /** Seconds after which it may be asked again. */
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

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The data of a call, for those who prefer exceptions to results.
 *
 *     const me = await dataOf(koodrive.GET('/v1/me'));
 *
 * @throws ProblemError where the gateway refused; what fetch throws where it could not be reached
 */
export async function dataOf<T>(call: Promise<Answered<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(error, response);
  return data as NonNullable<T>;
}

/** @param body what came: a problem document from the gateway, anything from a proxy before it */
export function problemOf(body: unknown, { status, headers }: Pick<Response, 'status' | 'headers'>): ProblemError {
  const wait = headers.get('retry-after');
  const known = typeof body === 'object' && body !== null && 'code' in body ? body : {};
  return new ProblemError(known, status, wait === null ? undefined : Number(wait));
}

/** The problem of an answer whose body was not read yet. */
export async function readProblem(response: Response): Promise<ProblemError> {
  return problemOf(await response.json().catch(() => undefined), response);
}
