import type { FailureClassification, WireResponse } from '#resilience';
import { isUtf8 } from 'node:buffer';
import {
  KooDriveError,
  type ProtocolViolation,
  UpstreamProtocolError,
  UpstreamUnavailableError,
} from '../failure/errors.js';
import { classifyErrorCode, classifyStatus, failureClassifications } from '../failure/failure-classifications.js';
import type { OperationRow } from '../operation.js';
import { parseLosslessJson } from './lossless-json.js';

/** The members of a successful response, still with its envelope. */
export type ResponseBody = Readonly<Record<string, unknown>>;

/**
 * Reads a response. It is a success when the status is 2xx and `code` is 0, as number or text. `msg` is never checked.
 * @throws KooDriveError, UpstreamUnavailableError, UpstreamProtocolError
 */
export function readResponse(
  operation: string,
  row: OperationRow,
  response: WireResponse,
  retryAfterMs?: number,
): ResponseBody {
  const { status } = response;
  const protocolError = (violation: ProtocolViolation, classification: FailureClassification): UpstreamProtocolError =>
    new UpstreamProtocolError(operation, violation, status, classification);
  const { rejected, malformed, contractViolation } = failureClassifications;
  if (status >= 300 && status < 400) throw protocolError('redirect', rejected);
  const body = parseBody(response);
  const code = body && resultCodeOf(body);
  if (code && !/^0+$/.test(code)) {
    throw new KooDriveError(operation, code, status, { ...classifyErrorCode(code, status), retryAfterMs });
  }
  if (status >= 400) throw createErrorWithoutCode(operation, status, { ...classifyStatus(status), retryAfterMs });
  if (!body) throw protocolError(response.headers['content-encoding'] ? 'content-encoding' : 'not-json', malformed);
  if (code === undefined && row.hasCode) throw protocolError('not-an-envelope', contractViolation);
  if (!hasDocumentedMembers(row, body)) throw protocolError('missing-data', contractViolation);
  return body;
}

/** The response without its envelope, as `OperationRow.envelope` says. */
export function unwrapEnvelope(row: OperationRow, body: ResponseBody): unknown {
  if (row.envelope === 'list') return body['list'] ?? [];
  if (row.envelope === 'data') return body['data'];
  const { code: _code, msg: _msg, ...members } = body;
  return members;
}

/** The members of a JSON object; undefined when the bytes are not a JSON object. */
function parseBody({ body, headers }: WireResponse): ResponseBody | undefined {
  const encoding = headers['content-encoding'];
  if ((encoding && encoding !== 'identity') || !isUtf8(body)) return undefined;
  try {
    const value = parseLosslessJson(body.toString('utf8').replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ResponseBody) : undefined;
  } catch {
    return undefined;
  }
}

/** KooDrive's `code` or API Gateway's `error_code`. */
function resultCodeOf(body: ResponseBody): string | undefined {
  const code = body['error_code'] ?? body['code'];
  return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined;
}

/** For a failure with neither a code of KooDrive nor one of API Gateway. */
function createErrorWithoutCode(operation: string, status: number, classification: FailureClassification): Error {
  if (classification.transient) return new UpstreamUnavailableError(operation, classification, status);
  if (status === 401 || status === 403) return new KooDriveError(operation, undefined, status, classification);
  return new UpstreamProtocolError(operation, 'status', status, classification);
}

/**
 * Whether a success contains the members that the contract documents. Documented successes sometimes omit members (an
 * empty list, a phone number that a user does not have). So a missing member alone violates the contract only when the
 * whole response is in `data`. Undocumented members in place of the documented ones mean that the envelope has changed:
 * such a response must not be read as an empty one.
 */
function hasDocumentedMembers(row: OperationRow, body: ResponseBody): boolean {
  const hasValue = (name: string): boolean => body[name] !== undefined && body[name] !== null;
  const { paging } = row;
  const listNames =
    paging?.style === 'cursor' && paging.alternativeItems ? [paging.items, paging.alternativeItems] : [paging?.items];
  if (row.envelope === 'data' && !paging) return row.dataOptional || hasValue('data');
  if (!row.readOnly) return true;
  const expected = paging ? listNames.filter((name) => name !== undefined) : row.responseMembers;
  const documented = new Set<string>(['code', 'msg', ...row.responseMembers]);
  return expected.some(hasValue) || Object.keys(body).every((name) => documented.has(name));
}
