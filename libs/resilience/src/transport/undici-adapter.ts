import type { AxiosAdapter, InternalAxiosRequestConfig } from 'axios';
import type { Dispatcher } from 'undici';
import { AnswerCollector } from './answer-collector.js';

declare module 'axios' {
  interface AxiosRequestConfig {
    /**
     * Aborts the request. Not axios' own `signal`: on that axios replaces every error by its CanceledError, and with
     * it the knowledge whether anything was sent.
     */
    abort?: AbortSignal;
    /** Milliseconds within which the answer must begin. */
    beginWithinMs?: number;
  }
}

const never = new AbortController().signal;

/**
 * An axios adapter over undici: bytes out, bytes in, no transformation, no redirect, every status an answer.
 * @param mostBytes an answer longer than this is refused while it is being read
 */
export function undiciAdapter(pool: Dispatcher, mostBytes: number): AxiosAdapter {
  return async (config) => {
    const collector = new AnswerCollector(config.abort ?? never, mostBytes);
    const body = config.data as Buffer | undefined;
    try {
      pool.dispatch(
        {
          path: config.url ?? '/',
          method: (config.method ?? 'get').toUpperCase(),
          headers: headersOf(config, body !== undefined),
          body: body ?? null,
          ...(config.beginWithinMs !== undefined && { headersTimeout: config.beginWithinMs }),
        },
        collector,
      );
    } catch (error) {
      collector.onResponseError(undefined, error as Error);
    }
    const { status, headers, body: data } = await collector.answer;
    // The headers travel beside the data: axios would parse them again into an object of its own.
    return { data: { status, headers, body: data }, status, statusText: '', headers: {}, config };
  };
}

/** What axios added by itself (a content type where there is no body) is left out. */
function headersOf(config: InternalAxiosRequestConfig, hasBody: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(config.headers)) {
    if (typeof value === 'string' && (hasBody || name.toLowerCase() !== 'content-type')) headers[name] = value;
  }
  return headers;
}
