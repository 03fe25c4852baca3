import {
  AbandonedError,
  BreakerOpenError,
  BulkheadFullError,
  type FailureClassifier,
  DeadlineExceededError,
  type Deadline,
  TransportError,
  type FailureClassification,
} from '#resilience';
import {
  ResponseTooLargeError,
  CallAbortedError,
  UpstreamError,
  UpstreamProtocolError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from './errors.js';
import { failureClassifications } from './failure-classifications.js';

/**
 * When a call with at least this much time gets no response, the upstream may have an outage. A shorter time says only
 * that the caller did not wait long.
 */
const outageThresholdMs = 5_000;

/** What the error of an attempt means for a retry. An error that is not an UpstreamError occurred before sending. */
export const classifyFailure: FailureClassifier = (error) =>
  error instanceof UpstreamError ? error.classification : failureClassifications.rejectedLocally;

/** Translates an error of the transport. */
export function fromTransportError(operation: string, error: TransportError, deadline: Deadline): UpstreamError {
  const options = { cause: error };
  const { unavailable, unreachable, malformed, contractViolation } = failureClassifications;
  const connectionFailure: FailureClassification = error.sent ? unavailable : unreachable;
  switch (error.failure) {
    case 'connection':
      return new UpstreamUnavailableError(operation, connectionFailure, undefined, options);
    case 'timeout':
      return new UpstreamTimeoutError(operation, connectionFailure, options);
    case 'broken-response':
      return new UpstreamProtocolError(operation, 'broken-response', undefined, malformed, options);
    case 'too-large':
      return new ResponseTooLargeError(operation, contractViolation);
    case 'aborted':
      return toAbortError(
        operation,
        deadline,
        error.sent ? failureClassifications.outcomeUnknown : failureClassifications.rejectedLocally,
        options,
      );
  }
}

/** Translates an error of breaker, bulkhead and deadline. Returns any other error unchanged. */
export function fromResilienceError(operation: string, error: unknown, deadline: Deadline): unknown {
  if (error instanceof BreakerOpenError || error instanceof BulkheadFullError) {
    const classification = { ...failureClassifications.rejectedLocally, retryAfterMs: error.retryAfterMs };
    return new UpstreamUnavailableError(operation, classification, undefined, { cause: error });
  }
  const reason: unknown = error instanceof AbandonedError ? error.cause : error;
  const isAbort =
    reason instanceof DeadlineExceededError || (deadline.signal.aborted && reason === deadline.signal.reason);
  return isAbort ? toAbortError(operation, deadline, failureClassifications.rejectedLocally, { cause: reason }) : error;
}

function toAbortError(
  operation: string,
  deadline: Deadline,
  classification: FailureClassification,
  options: ErrorOptions,
): UpstreamError {
  if (deadline.signal.aborted && !deadline.exceeded) return new CallAbortedError(operation, classification, options);
  const outage = classification.outcome === 'unknown' && deadline.totalMs >= outageThresholdMs;
  return new UpstreamTimeoutError(operation, { ...classification, outage }, options);
}
