import { errors } from 'undici';
import { TransportError, type TransportFailure } from './transport.js';

/** The error codes of undici for a server that does not respond in time. */
const timeoutErrorCodes: ReadonlySet<string> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** The state of the request when the error occurred; `responding`: a part of the response has arrived. */
export type RequestProgress = 'unsent' | 'sent' | 'responding';

/** The error code of the system, such as ECONNREFUSED, TLS or undici; undefined where it has none. */
export function findSystemCode(error: unknown): string | undefined {
  const cause = error instanceof TransportError ? error.cause : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z_0-9]+$/.test(code) ? code : undefined;
}

/** Converts an error of undici. */
export function toTransportError(error: Error, progress: RequestProgress): TransportError {
  const sent = progress !== 'unsent';
  // The error of the parser contains the bytes that it could not parse. They must not be logged.
  if (error instanceof errors.HTTPParserError) {
    return new TransportError('broken-response', sent, { cause: new Error(error.message) });
  }
  return new TransportError(classifyTransportFailure(error, progress), sent, { cause: error });
}

function classifyTransportFailure(error: Error, progress: RequestProgress): TransportFailure {
  if ('code' in error && timeoutErrorCodes.has(String(error.code))) return 'timeout';
  return progress === 'responding' ? 'broken-response' : 'connection';
}
