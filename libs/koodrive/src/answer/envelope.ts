import type { Verdict, WireAnswer } from '#resilience';
import { isUtf8 } from 'node:buffer';
import {
  KooDriveError,
  type ProtocolBreach,
  UpstreamProtocolError,
  UpstreamUnavailableError,
} from '../failure/errors.js';
import { symbolOf, verdictOfCode, verdictOfStatus, verdicts } from '../failure/verdicts.js';
import type { OperationRow } from '../operation.js';
import { parseLossless } from './lossless-json.js';

/** An answer's members, its success checked, its envelope still on. */
export type AnswerBody = Readonly<Record<string, unknown>>;

/**
 * Reads an answer. Success is a status of 2xx and `code` 0, as number or text; `msg` is never looked at.
 * @throws KooDriveError, UpstreamUnavailableError, UpstreamProtocolError
 */
export function readAnswer(
  operation: string,
  row: OperationRow,
  answer: WireAnswer,
  retryAfterMs?: number,
): AnswerBody {
  const { status } = answer;
  const breach = (kind: ProtocolBreach, verdict: Verdict): UpstreamProtocolError =>
    new UpstreamProtocolError(operation, kind, status, verdict);
  if (status >= 300 && status < 400) throw breach('redirect', verdicts.refused);
  const body = parse(answer);
  const code = body && codeOf(body);
  if (code && !/^0+$/.test(code)) {
    const verdict = { ...verdictOfCode(code, status), retryAfterMs };
    throw new KooDriveError(operation, code, status, symbolOf(code), verdict);
  }
  if (status >= 400) throw bareFailure(operation, status, { ...verdictOfStatus(status), retryAfterMs });
  if (!body) throw breach(answer.headers['content-encoding'] ? 'encoded' : 'not-json', verdicts.garbled);
  if (code === undefined && row.coded) throw breach('not-an-envelope', verdicts.foreign);
  if (!holdsWhatIsListed(row, body)) throw breach('no-data', verdicts.foreign);
  return body;
}

/** Takes the envelope off. */
export function unwrap(row: OperationRow, body: AnswerBody): unknown {
  if (row.envelope === 'list') return body['list'] ?? [];
  if (row.envelope === 'data') return body['data'];
  const { code: _code, msg: _msg, ...members } = body;
  return members;
}

/** The members of a JSON object; undefined where the bytes are none. */
function parse({ body, headers }: WireAnswer): AnswerBody | undefined {
  const encoding = headers['content-encoding'];
  if ((encoding && encoding !== 'identity') || !isUtf8(body)) return undefined;
  try {
    const value = parseLossless(body.toString('utf8').replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as AnswerBody) : undefined;
  } catch {
    return undefined;
  }
}

/** KooDrive's `code` or API Gateway's `error_code`. */
function codeOf(body: AnswerBody): string | undefined {
  const code = body['error_code'] ?? body['code'];
  return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined;
}

/** A failure without a code of anybody's. */
function bareFailure(operation: string, status: number, verdict: Verdict): Error {
  if (verdict.transient) return new UpstreamUnavailableError(operation, verdict, status);
  if (status === 401 || status === 403) return new KooDriveError(operation, null, status, null, verdict);
  return new UpstreamProtocolError(operation, 'status', status, verdict);
}

/**
 * Whether a success brings what it is for. The documents leave members out of successes in places (an empty list, a
 * number that a user does not have), so a lack alone is a breach only where all the answer lies in `data`. Members in
 * their place that no page lists are a changed envelope, which must not pass for an empty answer.
 */
function holdsWhatIsListed(row: OperationRow, body: AnswerBody): boolean {
  const holds = (name: string): boolean => body[name] !== undefined && body[name] !== null;
  const { paging } = row;
  const lists = paging?.style === 'cursor' && paging.alternative ? [paging.items, paging.alternative] : [paging?.items];
  if (row.envelope === 'data' && !paging) return row.bare || holds('data');
  if (!row.readOnly) return true;
  const wanted = paging ? lists.filter((name) => name !== undefined) : row.answer;
  const known = new Set<string>(['code', 'msg', ...row.answer]);
  return wanted.some(holds) || Object.keys(body).every((name) => known.has(name));
}
