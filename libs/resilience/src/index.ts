export { type Delay, delay, type MonotonicClock, monotonicClock } from './time.js';
export { Deadline } from './retry/deadline.js';
export { BreakerOpenError, BulkheadFullError, DeadlineExceededError, OutcomeUnknownError } from './retry/errors.js';
export { AbandonedError, raceWithSignal } from './retry/race-with-signal.js';
export { type BackoffOptions, fullJitter } from './retry/backoff.js';
export { parseRetryAfter } from './retry/retry-after.js';
export { RetryQuota } from './retry/retry-quota.js';
export { type FailureClassifier, type FailureClassification } from './retry/failure-classification.js';
export { Resilience, type ResilienceOptions, type RunOptions, type Attempt } from './retry/resilience.js';
export { type ConnectionOptions } from './transport/connection-options.js';
export {
  type Transport,
  TransportError,
  type TransportFailure,
  type WireResponse,
  type WireRequest,
} from './transport/transport.js';
export { findSystemCode } from './transport/to-transport-error.js';
export { createTransport, type TransportOptions } from './transport/create-transport.js';
export {
  createStreamTransport,
  type StreamResponse,
  type StreamRequest,
  type StreamTransport,
} from './transport/stream-transport.js';
