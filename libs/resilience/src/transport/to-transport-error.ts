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
  const code = 'code' in error ? String(error.code) : '';
  return new TransportError(failureOf(code, progress), progress !== 'unsent', { cause: error });
}

function failureOf(code: string, progress: Progress): TransportFailure {
  if (TIMEOUTS.has(code)) return 'timeout';
  // What llhttp refuses is an answer, though a broken one, even when no status was read of it.
  return progress === 'answering' || code.startsWith('HPE_') ? 'broken-answer' : 'connection';
}
