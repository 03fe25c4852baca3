import type { AxiosAdapter, InternalAxiosRequestConfig } from 'axios';
import type { Dispatcher } from 'undici';
import { ResponseCollector } from './response-collector.js';

declare module 'axios' {
  interface AxiosRequestConfig {
    /**
     * Aborts the request. The `signal` of axios is not used: with it, axios replaces every error by its CanceledError,
     * which does not say whether anything was sent.
     */
    abortSignal?: AbortSignal;
    /** Milliseconds until the response headers. */
    headersTimeoutMs?: number;
  }
}

const neverAborted = new AbortController().signal;

/**
 * Creates an axios adapter for undici. It sends and receives bytes without transformation, follows no redirects, and
 * returns responses with any status.
 * @param maxBytes a longer response body fails with TransportError (`too-large`) while it is being read
 */
export function createUndiciAdapter(pool: Dispatcher, maxBytes: number): AxiosAdapter {
  return async (config) => {
    const collector = new ResponseCollector(config.abortSignal ?? neverAborted, maxBytes);
    const body = config.data as Buffer | undefined;
    try {
      pool.dispatch(
        {
          path: config.url ?? '/',
          method: (config.method ?? 'get').toUpperCase(),
          headers: toRequestHeaders(config, body !== undefined),
          body,
          headersTimeout: config.headersTimeoutMs,
        },
        collector,
      );
    } catch (error) {
      collector.onResponseError(undefined, error as Error);
    }
    const { status, headers, body: data } = await collector.response;
    // The headers are part of the data: axios would parse them again into its own header object.
    return { data: { status, headers, body: data }, status, statusText: '', headers: {}, config };
  };
}

/** Leaves out the content type that axios adds to a request without a body. */
function toRequestHeaders(config: InternalAxiosRequestConfig, hasBody: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(config.headers)) {
    if (typeof value === 'string' && (hasBody || name.toLowerCase() !== 'content-type')) headers[name] = value;
  }
  return headers;
}
