import { ReplyError } from 'ioredis';
import { StoreUnavailableError } from './store.js';

/** Refusals that say more about the server's state than about the command. */
const AWAY = new Set(['LOADING', 'READONLY', 'CLUSTERDOWN', 'MASTERDOWN', 'TRYAGAIN', 'NOAUTH', 'WRONGPASS']);

/** Whether the next command would most likely fail in the same way. */
export function meansAway(error: unknown): boolean {
  return !isRefusal(error) || AWAY.has(word(error));
}

/**
 * What callers see. ioredis hangs the command with its arguments (keys, values, at a handshake the password) on its
 * errors, so neither the error nor its text is passed on: only the first word of a refusal.
 */
export function failure(error: unknown): StoreUnavailableError {
  if (error instanceof StoreUnavailableError) return error;
  return new StoreUnavailableError(
    isRefusal(error) ? `the store refused: ${word(error)}` : 'the store does not answer',
  );
}

function isRefusal(error: unknown): error is Error {
  return error instanceof (ReplyError as new () => Error);
}

function word(error: Error): string {
  return /^[A-Z]+/.exec(error.message)?.[0] ?? 'ERR';
}
