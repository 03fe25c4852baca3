import { errors } from 'undici';
import { TransportError, type TransportFailure } from './transport.js';

/** undici's own codes for silence. */
const TIMEOUTS: ReadonlySet<string> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** How far the request was when the error came. */
export type Progress = 'unsent' | 'sent' | 'answering';

export function toTransportError(error: Error, progress: Progress): TransportError {
  const sent = progress !== 'unsent';
  // The parser's error carries the bytes it choked on, which belong into no log.
  if (error instanceof errors.HTTPParserError) {
    return new TransportError('broken-answer', sent, { cause: new Error(error.message) });
  }
  return new TransportError(failureOf(error, progress), sent, { cause: error });
}

function failureOf(error: Error, progress: Progress): TransportFailure {
  if ('code' in error && TIMEOUTS.has(String(error.code))) return 'timeout';
  return progress === 'answering' ? 'broken-answer' : 'connection';
}
