import {
  type Deadline,
  findSystemCode,
  parseRetryAfter,
  type Transport,
  TransportError,
  type Attempt,
  type WireResponse,
} from '#resilience';
import { type ResponseBody, readResponse } from './response/envelope.js';
import { buildAuthorizationHeaders } from './authorization/authorization-headers.js';
import type { UpstreamClock } from './authorization/upstream-clock.js';
import type { Credential } from './credential.js';
import {
  ResponseTooLargeError,
  CallAbortedError,
  KooDriveError,
  UpstreamProtocolError,
  UpstreamTimeoutError,
} from './failure/errors.js';
import { fromTransportError } from './failure/to-upstream-error.js';
import type { OperationId, OperationRow } from './operation.js';
import type { AttemptOutcome, CallOptions, ClientObserver } from './options.js';
import type { Principal } from './principal.js';
import { requestTarget, type UpstreamRequest } from './request/build-request.js';
import { createUpstreamTraceId } from './request/trace-id.js';

/** What is needed to send requests to the upstream. */
export interface UpstreamConnection {
  readonly transport: Transport;
  /** Value of the Host header. */
  readonly host: string;
  readonly clock: UpstreamClock;
  /** Milliseconds on a monotonic clock. */
  readonly monotonic: () => number;
  readonly observer: ClientObserver | undefined;
  /** Milliseconds without a response after which the first attempt of an idempotent call is replaced by a second one. */
  readonly firstAttemptTimeoutMs: number;
}

/** One call of one operation. */
export interface UpstreamCall {
  readonly operation: OperationId;
  readonly row: OperationRow;
  readonly request: UpstreamRequest;
  readonly principal: Principal;
  readonly deadline: Deadline;
  readonly options: CallOptions;
}

/** Sends the request of a call once and reads the response. @throws UpstreamError */
export async function executeAttempt(
  upstream: UpstreamConnection,
  call: UpstreamCall,
  credential: Credential,
  attempt: Attempt,
): Promise<ResponseBody> {
  const traceId = createUpstreamTraceId(call.options.traceId);
  const startedAt = upstream.monotonic();
  let response: WireResponse | undefined;
  const report = (outcome: AttemptOutcome, systemCode?: string): void => {
    const durationMs = upstream.monotonic() - startedAt;
    const status = response?.status;
    const { operation, row, options } = call;
    const { number } = attempt;
    const sent = { operation, class: row.class, credential: credential.kind, attempt: number, traceId };
    const record = { ...sent, outcome, status, systemCode, durationMs };
    upstream.observer?.onAttempt?.(record);
    options.observer?.onAttempt?.(record);
  };
  try {
    response = await sendRequest(upstream, call, credential, traceId, attempt);
    upstream.clock.synchronize(response.headers['date']);
    const retryAfterMs = parseRetryAfter(response.headers['retry-after'], upstream.clock.now());
    const body = readResponse(call.operation, call.row, response, retryAfterMs, (place) =>
      upstream.observer?.onDeviation?.({ operation: call.operation, place }),
    );
    report('success');
    return body;
  } catch (error) {
    const failure = error instanceof TransportError ? fromTransportError(call.operation, error, call.deadline) : error;
    report(attemptOutcomeOf(failure), findSystemCode(error));
    throw failure;
  }
}

function sendRequest(
  upstream: UpstreamConnection,
  { principal, request, row, options }: UpstreamCall,
  credential: Credential,
  traceId: string,
  { number, signal }: Attempt,
): Promise<WireResponse> {
  const headers: Record<string, string> = { accept: 'application/json', 'x-traceid': traceId, ...request.headers };
  if (request.body) headers['content-type'] = 'application/json';
  if (row.sendsLanguage && options.language) headers['language'] = options.language;
  Object.assign(
    headers,
    buildAuthorizationHeaders(credential, principal, request, upstream.host, upstream.clock.now()),
  );
  const { method, body } = request;
  // One lost connection must not use up all the time of the call. Later attempts get all the remaining time: the upstream
  // may just be slow.
  const headersTimeoutMs = number === 1 && row.idempotent ? upstream.firstAttemptTimeoutMs : undefined;
  return upstream.transport.send({
    method,
    path: requestTarget(request),
    headers,
    body,
    signal,
    headersTimeoutMs,
  });
}

/** The outcome of a failed attempt or call. */
export function attemptOutcomeOf(error: unknown): AttemptOutcome {
  if (error instanceof KooDriveError) return 'error-response';
  if (error instanceof UpstreamTimeoutError) return 'timeout';
  if (error instanceof UpstreamProtocolError) return 'protocol';
  if (error instanceof ResponseTooLargeError) return 'too-large';
  return error instanceof CallAbortedError ? 'aborted' : 'unavailable';
}
