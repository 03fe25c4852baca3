import {
  AbandonedError,
  BreakerOpenError,
  BulkheadFullError,
  type Classify,
  DeadlineExceededError,
  type Deadline,
  TransportError,
  type Verdict,
} from '#resilience';
import {
  AnswerTooLargeError,
  CallAbortedError,
  UpstreamError,
  UpstreamProtocolError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from './errors.js';
import { verdicts } from './verdicts.js';

/** A call that lasted so long before it was given up says something about the upstream; a shorter one about the caller. */
const SLOW_MS = 5_000;

/** What a try's error means for the next: the errors carry it. What is no upstream error came before anything was sent. */
export const classify: Classify = (error) => (error instanceof UpstreamError ? error.verdict : verdicts.heldBack);

/** A transport's error in the upstream's words. */
export function fromTransport(operation: string, error: TransportError, deadline: Deadline): UpstreamError {
  const options = { cause: error };
  const atLarge: Verdict = error.sent ? verdicts.down : verdicts.unreached;
  switch (error.failure) {
    case 'connection':
      return new UpstreamUnavailableError(operation, atLarge, null, options);
    case 'timeout':
      return new UpstreamTimeoutError(operation, atLarge, options);
    case 'broken-answer':
      return new UpstreamProtocolError(operation, 'broken', null, verdicts.garbled, options);
    case 'too-large':
      return new AnswerTooLargeError(operation, verdicts.foreign);
    case 'aborted':
      return aborted(operation, deadline, error.sent ? verdicts.lost : verdicts.heldBack, options);
  }
}

/** What the layers above the wire throw, in the upstream's words; what is none of theirs passes as it is. */
export function fromResilience(operation: string, error: unknown, deadline: Deadline): unknown {
  if (error instanceof BreakerOpenError || error instanceof BulkheadFullError) {
    const verdict = { ...verdicts.heldBack, retryAfterMs: error.retryAfterMs };
    return new UpstreamUnavailableError(operation, verdict, null, { cause: error });
  }
  const reason: unknown = error instanceof AbandonedError ? error.cause : error;
  const isAbort =
    reason instanceof DeadlineExceededError || (deadline.signal.aborted && reason === deadline.signal.reason);
  return isAbort ? aborted(operation, deadline, verdicts.heldBack, { cause: reason }) : error;
}

function aborted(operation: string, deadline: Deadline, verdict: Verdict, options: ErrorOptions): UpstreamError {
  if (deadline.signal.aborted && !deadline.exceeded) return new CallAbortedError(operation, verdict, options);
  const outage = verdict.outcome === 'unknown' && deadline.totalMs >= SLOW_MS;
  return new UpstreamTimeoutError(operation, { ...verdict, outage }, options);
}
