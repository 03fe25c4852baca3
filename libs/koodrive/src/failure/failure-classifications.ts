import type { FailureClassification } from '#resilience';
import { type ErrorCode, errorTable } from '../generated/errors.js';

/*
 * What failures mean for a retry, as data. The outcome is `unknown` when the upstream may have executed the request: a
 * 502, 503 or 504 of a proxy says nothing about the server behind it.
 */
const rejected: FailureClassification = { outcome: 'rejected', transient: false, outage: false };
const throttled: FailureClassification = { outcome: 'rejected', transient: true, outage: false };
const unavailable: FailureClassification = { outcome: 'unknown', transient: true, outage: true };

export const failureClassifications = {
  rejected,
  unavailable,
  /** Nothing was sent: no connection, no DNS name, no TLS. */
  unreachable: { outcome: 'unsent', transient: true, outage: true },
  /** The breaker or the bulkhead rejected the call, or its time was over, before anything was sent. */
  rejectedLocally: { outcome: 'unsent', transient: false, outage: false },
  /** The request was sent, but no time is left to wait for its outcome. */
  outcomeUnknown: { outcome: 'unknown', transient: false, outage: false },
  /** A truncated body or an HTML page of a proxy: the next response may be correct. */
  malformed: { outcome: 'unknown', transient: true, outage: true },
  /** A well-formed response that does not match the contract: the next response will be the same. */
  contractViolation: { outcome: 'unknown', transient: false, outage: false },
} as const satisfies Record<string, FailureClassification>;

const classificationByStatus: Readonly<Record<number, FailureClassification>> = {
  408: unavailable,
  425: throttled,
  429: throttled,
  501: rejected,
};

/** API Gateway's codes without their prefix (facts/auth.md). The status classifies all other codes. */
const classificationByGatewayCode: Readonly<Record<string, FailureClassification>> = {
  '0202': unavailable,
  '0308': throttled,
};

/** Failures inside KooDrive after which the request may have been executed. */
const classificationByErrorCode: Readonly<Record<string, FailureClassification>> = { '13000201': unavailable };

/** Whether the contract documents the code. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorTable, code);

export function classifyStatus(status: number): FailureClassification {
  return classificationByStatus[status] ?? (status >= 500 ? unavailable : rejected);
}

export function classifyErrorCode(code: string, status: number): FailureClassification {
  // Whatever the code: nothing was executed, and the upstream works.
  if (status === 401) return rejected;
  const gatewayCode = /^APIGW?\.(\d{4})$/.exec(code)?.[1];
  if (gatewayCode !== undefined) return classificationByGatewayCode[gatewayCode] ?? classifyStatus(status);
  const row = isErrorCode(code) ? errorTable[code] : undefined;
  if (!row || status === 501) return classifyStatus(status);
  const classification = classificationByErrorCode[code] ?? (status >= 500 ? unavailable : rejected);
  return { ...classification, transient: row.retryable };
}
