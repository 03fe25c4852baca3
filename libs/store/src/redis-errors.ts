import { ReplyError } from 'ioredis';
import { NotReplicatedError, StoreUnavailableError } from './store.js';

/** Why Redis cannot be used, without a key, a value or a host name. */
export interface RedisFailure {
  /** A word of this file. */
  readonly reason: string;
  /** The error code, and what helps. */
  readonly detail?: string;
  /** What fails with it: everything, what takes memory or changes something, or the one command. */
  readonly scope: 'connection' | 'writes' | 'command';
}

const reasonsByReplyCode: Readonly<Record<string, string>> = {
  NOAUTH: 'password-required',
  WRONGPASS: 'wrong-password',
  NOPERM: 'not-permitted',
  OOM: 'full',
  MISCONF: 'disk',
  READONLY: 'read-only',
  LOADING: 'loading',
  CLUSTERDOWN: 'cluster-down',
  MASTERDOWN: 'master-down',
  NOREPLICAS: 'too-few-replicas',
  BUSY: 'busy',
  DENIED: 'protected-mode',
};
const tooManyClients = 'too-many-clients';
/** Replies that have no code of their own. */
const reasonsByMessage: readonly (readonly [RegExp, string])[] = [
  [/^ERR unknown command/i, 'unknown-command'],
  [/^ERR max number of clients/i, tooManyClients],
];
/** Replies to every command: the connection as a whole is useless. */
const connectionReasons = new Set([
  'password-required',
  'wrong-password',
  'loading',
  'cluster-down',
  'master-down',
  'busy',
  'protected-mode',
  tooManyClients,
]);
/** A full Redis still deletes, and renews what exists: only SET shows that it has memory again. */
const writeReasons = new Set(['full', 'disk', 'read-only', 'too-few-replicas']);
/** A connection that was closed or reset without an error reply. */
export const connectionLost = 'connection-lost';

const reasonsBySystemCode: readonly (readonly [RegExp, string])[] = [
  [/^ECONNREFUSED$/, 'refused'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'unknown-host'],
  [/^(EHOSTUNREACH|ENETUNREACH)$/, 'unreachable'],
  [/^ETIMEDOUT$/, 'timeout'],
  [/CERT|^ERR_(TLS|SSL)|^EPROTO$|^UNABLE_TO_/, 'tls'],
];

/** Whether the next command would most likely fail in the same way. */
export function indicatesUnavailable(error: unknown): boolean {
  if (!isErrorReply(error)) return !(error instanceof NotReplicatedError);
  return getErrorCode(error) === 'TRYAGAIN' || describeRedisFailure(error).scope === 'connection';
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

/** The reason of an error of ioredis, of a command or of a connection. */
export function describeRedisFailure(error: unknown): RedisFailure {
  const { lastNodeError } = (error ?? {}) as { readonly lastNodeError?: unknown };
  if (lastNodeError) return describeRedisFailure(lastNodeError);
  const message = error instanceof Error ? error.message : '';
  if (error instanceof NotReplicatedError) return { reason: 'not-replicated', scope: 'command' };
  if (isErrorReply(error)) return describeReply(getErrorCode(error), message);
  if (message.startsWith('All sentinels are unreachable')) return describeSentinelFailure(message);
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const [, reason] = reasonsBySystemCode.find(([pattern]) => code !== undefined && pattern.test(code)) ?? [];
  if (reason) return { reason, detail: code, scope: 'connection' };
  if (/timed? ?out|in time$/i.test(message)) return { reason: 'timeout', scope: 'connection' };
  return { reason: connectionLost, detail: code, scope: 'connection' };
}

function describeReply(code: string, message: string): RedisFailure {
  const [, reasonOfMessage] = reasonsByMessage.find(([pattern]) => pattern.test(message)) ?? [];
  const reason = reasonsByReplyCode[code] ?? reasonOfMessage ?? 'rejected';
  return {
    reason,
    detail: reason === tooManyClients ? `${code}: see maxclients of Redis` : code,
    scope: connectionReasons.has(reason) ? 'connection' : writeReasons.has(reason) ? 'writes' : 'command',
  };
}

/** @param message of ioredis; it ends with the error of the Sentinel that was asked last */
function describeSentinelFailure(message: string): RedisFailure {
  // ioredis goes on in its list where the last connection to the primary ended, and says the same at the end of the list.
  if (!message.includes('Last error: ')) return { reason: connectionLost, scope: 'connection' };
  const code = /Last error: ([A-Z]+) /.exec(message)?.[1] ?? '';
  if (code === 'NOAUTH' || code === 'WRONGPASS') {
    const reason = code === 'NOAUTH' ? 'sentinel-password-required' : 'sentinel-wrong-password';
    return { reason, detail: `${code}: set sentinelUser and sentinelPassword in the address`, scope: 'connection' };
  }
  if (code === 'ERR' && message.includes('No such master')) {
    const detail = 'the name of the master in the address';
    return { reason: 'sentinel-knows-no-master', detail, scope: 'connection' };
  }
  return { reason: 'sentinels-unreachable', detail: code || undefined, scope: 'connection' };
}

export function isErrorReply(error: unknown): error is Error {
  return error instanceof (ReplyError as new () => Error);
}

function getErrorCode(error: Error): string {
  return /^[A-Z]+/.exec(error.message)?.[0] ?? 'ERR';
}
