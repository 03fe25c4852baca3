import { StoreUnavailableError } from './store.js';

/**
 * Limits the time of a command, including the redirections of a cluster and a first connection. If the event loop of
 * this process was blocked, the response may have arrived in time without having been read: `setImmediate` lets it be
 * read before the timeout rejects.
 */
export async function withTimeout<T>(timeoutMs: number, response: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    const fail = (): void => reject(new StoreUnavailableError('the store did not respond in time'));
    timer = setTimeout(() => setImmediate(fail), timeoutMs);
  });
  try {
    return await Promise.race([response, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
