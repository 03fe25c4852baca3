import type { FailureClassification, WireResponse } from '#resilience';
import { isUtf8 } from 'node:buffer';
import {
  KooDriveError,
  type ProtocolViolation,
  UpstreamProtocolError,
  UpstreamUnavailableError,
  type ViolatedPlace,
} from '../failure/errors.js';
import { classifyErrorCode, classifyStatus, failureClassifications } from '../failure/failure-classifications.js';
import { objectShapes } from '../generated/shapes.js';
import type { OperationRow } from '../operation.js';
import { parseNonNegativeInteger } from '../wire-values.js';
import { parseLosslessJson } from './lossless-json.js';
import { readDocumented } from './read-documented.js';
import { isUnreadable, rememberCopy, type ReportDeviation } from './response-place.js';
import { ShapeTable } from './response-shape.js';

const shapes = new ShapeTable(objectShapes);

/** The members of a successful response, still with its envelope. */
export type ResponseBody = Readonly<Record<string, unknown>>;

/**
 * Reads a response. It is a success when the status is 2xx and `code` is 0, as number or text. `msg` is never checked.
 * The members of a success have the documented form, or are absent (`readDocumented`).
 * @param reportDeviation called for each deviation of a success from the contract
 * @throws KooDriveError, UpstreamUnavailableError, UpstreamProtocolError
 */
export function readResponse(
  operation: string,
  row: OperationRow,
  response: WireResponse,
  retryAfterMs?: number,
  reportDeviation: ReportDeviation = () => undefined,
): ResponseBody {
  const { status } = response;
  const protocolError = (
    violation: ProtocolViolation,
    classification: FailureClassification,
    where?: ViolatedPlace,
  ): UpstreamProtocolError => new UpstreamProtocolError(operation, violation, status, classification, { where });
  const { rejected, malformed, contractViolation } = failureClassifications;
  if (status >= 300 && status < 400) throw protocolError('redirect', rejected);
  const body = parseBody(response);
  const code = body && resultCodeOf(body);
  if (code && !/^0+$/.test(code)) {
    throw new KooDriveError(operation, code, status, { ...classifyErrorCode(code, status), retryAfterMs });
  }
  if (status >= 400) throw createErrorWithoutCode(operation, status, { ...classifyStatus(status), retryAfterMs });
  if (!body) throw protocolError(response.headers['content-encoding'] ? 'content-encoding' : 'not-json', malformed);
  if (code === undefined && row.hasCode) {
    throw protocolError('not-an-envelope', contractViolation, { pointer: '/code', expected: 'text or a number' });
  }
  const shape = shapes.get(`#${operation}`);
  if (shape.kind === 'object') readDocumented(operation, shape, body, reportDeviation);
  const missing = findMissingMember(row, body);
  if (missing === undefined) return body;
  const pointer = `/${missing}`;
  reportDeviation(pointer);
  throw protocolError('missing-data', contractViolation, { pointer, expected: 'the documented value' });
}

/** The response without its envelope, as `OperationRow.envelope` says. */
export function unwrapEnvelope(row: OperationRow, body: ResponseBody): unknown {
  if (row.envelope === 'list') return body['list'] ?? [];
  if (row.envelope === 'data') return body['data'];
  const { code: _code, msg: _msg, ...members } = body;
  rememberCopy(members, body);
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
 * The documented member without which a success says nothing, if it is missing. Only documented members decide: a member
 * that the contract does not have must not turn a success into a failure, nor its absence a changed response into an
 * empty one.
 *
 * A flat response has no such member: its readers decide about each value. A list may be missing where the total is 0, or
 * where an example omits it (`dataOptional`). An unreadable list or position of the next page would end the list early.
 */
function findMissingMember(row: OperationRow, body: ResponseBody): string | undefined {
  const { paging } = row;
  if (!paging) return row.envelope === 'flat' || row.dataOptional ? undefined : missingOf([row.envelope], body);
  const lists = [paging.items];
  const positions: string[] = [];
  if (paging.style === 'cursor') {
    if (paging.alternativeItems) lists.push(paging.alternativeItems);
    positions.push(paging.next, paging.hasMoreMember ?? paging.next);
  }
  const unreadableMember = [...lists, ...positions].find((name) => isUnreadable(body, name));
  if (unreadableMember !== undefined) return unreadableMember;
  const total = paging.total === undefined ? undefined : parseNonNegativeInteger(body[paging.total] as WireTotal);
  const mayBeOmitted = total === undefined ? row.dataOptional : total === 0;
  return mayBeOmitted ? undefined : missingOf(lists, body);
}

type WireTotal = string | number | undefined;

/** The first of the names if the response has none of them. */
const missingOf = (names: readonly string[], body: ResponseBody): string | undefined =>
  names.some((name) => body[name] !== undefined) ? undefined : names[0];
