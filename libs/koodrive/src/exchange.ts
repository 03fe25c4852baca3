import { type Deadline, parseRetryAfter, type Transport, TransportError, type Try, type WireAnswer } from '#resilience';
import { type AnswerBody, readAnswer } from './answer/envelope.js';
import { authorize } from './authorization/authorize.js';
import type { UpstreamClock } from './authorization/upstream-clock.js';
import type { Credential } from './credential.js';
import {
  AnswerTooLargeError,
  CallAbortedError,
  KooDriveError,
  UpstreamProtocolError,
  UpstreamTimeoutError,
} from './failure/errors.js';
import { fromTransport } from './failure/to-upstream-error.js';
import type { OperationId, OperationRow } from './operation.js';
import type { AttemptOutcome, CallOptions, ClientObserver } from './options.js';
import type { Principal } from './principal.js';
import { requestTarget, type UpstreamRequest } from './request/build-request.js';
import { upstreamTraceId } from './request/trace-id.js';

/** The way to the upstream. */
export interface Upstream {
  readonly transport: Transport;
  /** As it is sent in Host. */
  readonly host: string;
  readonly clock: UpstreamClock;
  /** Milliseconds on a clock that never goes back. */
  readonly monotonic: () => number;
  readonly observer: ClientObserver | undefined;
  /** Milliseconds of silence after which the first try of a repeatable call is given up for a second. */
  readonly patienceMs: number;
}

/** One call of one operation. */
export interface Call {
  readonly operation: OperationId;
  readonly row: OperationRow;
  readonly request: UpstreamRequest;
  readonly principal: Principal;
  readonly deadline: Deadline;
  readonly options: CallOptions;
}

/** Sends a call's request once and reads the answer. @throws UpstreamError */
export async function exchange(
  upstream: Upstream,
  call: Call,
  credential: Credential,
  attempt: Try,
): Promise<AnswerBody> {
  const traceId = upstreamTraceId(call.options.traceId);
  const startedAt = upstream.monotonic();
  let answer: WireAnswer | undefined;
  const report = (outcome: AttemptOutcome): void => {
    const durationMs = upstream.monotonic() - startedAt;
    const status = answer?.status ?? null;
    const { operation, row, options } = call;
    const record = { operation, class: row.class, attempt: attempt.number, outcome, status, durationMs, traceId };
    upstream.observer?.onAttempt(record);
    options.observer?.onAttempt(record);
  };
  try {
    answer = await send(upstream, call, credential, traceId, attempt);
    upstream.clock.learn(answer.headers['date']);
    const retryAfterMs = parseRetryAfter(answer.headers['retry-after'], upstream.clock.now());
    const body = readAnswer(call.operation, call.row, answer, retryAfterMs);
    report('success');
    return body;
  } catch (error) {
    const failure = error instanceof TransportError ? fromTransport(call.operation, error, call.deadline) : error;
    report(outcomeOf(failure));
    throw failure;
  }
}

function send(
  upstream: Upstream,
  { principal, request, row, options }: Call,
  credential: Credential,
  traceId: string,
  { number, signal }: Try,
): Promise<WireAnswer> {
  const headers: Record<string, string> = { accept: 'application/json', 'x-traceid': traceId, ...request.headers };
  if (request.body) headers['content-type'] = 'application/json';
  if (row.language && options.language) headers['language'] = options.language;
  Object.assign(headers, authorize(credential, principal, request, upstream.host, upstream.clock.now()));
  const { method, body } = request;
  // One lost connection must not cost the whole time. Only the first try: the upstream may just be slow, and the next has
  // all that is left.
  const beginWithinMs = number === 1 && row.repeatable ? upstream.patienceMs : undefined;
  return upstream.transport.send({ method, path: requestTarget(request), headers, body, signal, beginWithinMs });
}

function outcomeOf(error: unknown): AttemptOutcome {
  if (error instanceof KooDriveError) return 'refused';
  if (error instanceof UpstreamTimeoutError) return 'timeout';
  if (error instanceof UpstreamProtocolError) return 'protocol';
  if (error instanceof AnswerTooLargeError) return 'too-large';
  return error instanceof CallAbortedError ? 'aborted' : 'unavailable';
}
