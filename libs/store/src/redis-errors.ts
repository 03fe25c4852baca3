import { ReplyError } from 'ioredis';
import { StoreUnavailableError } from './store.js';

/** Error codes that describe the state of the server, not a fault of the command. */
const unavailableErrorCodes = new Set([
  'LOADING',
  'READONLY',
  'CLUSTERDOWN',
  'MASTERDOWN',
  'TRYAGAIN',
  'NOAUTH',
  'WRONGPASS',
]);

/** Whether the next command would most likely fail in the same way. */
export function indicatesUnavailable(error: unknown): boolean {
  return !isErrorReply(error) || unavailableErrorCodes.has(getErrorCode(error));
}

/**
 * Converts an error of ioredis for callers. ioredis attaches the command with its arguments to its errors (keys, values,
 * and the password during the handshake). Therefore neither the error nor its message is passed on, only the error code
 * of a Redis error reply.
 */
export function toStoreUnavailableError(error: unknown): StoreUnavailableError {
  if (error instanceof StoreUnavailableError) return error;
  return new StoreUnavailableError(
    isErrorReply(error) ? `the store rejected the command: ${getErrorCode(error)}` : 'the store does not respond',
  );
}

function isErrorReply(error: unknown): error is Error {
  return error instanceof (ReplyError as new () => Error);
}

function getErrorCode(error: Error): string {
  return /^[A-Z]+/.exec(error.message)?.[0] ?? 'ERR';
}
