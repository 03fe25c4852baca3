import type { OnProgress } from './progress.js';

interface XhrPutRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly blob: Blob;
  readonly withCredentials: boolean;
  readonly onProgress: OnProgress | undefined;
  readonly signal: AbortSignal | undefined;
}

interface XhrPutResponse {
  readonly status: number;
  readonly text: string;
  /** Contains only `retry-after`, if it was sent. */
  readonly headers: Record<string, string>;
}

/** A PUT that reports its progress. Rejects like fetch: with a TypeError or the signal's reason. */
export function putWithXhr({
  url,
  headers,
  blob,
  withCredentials,
  onProgress,
  signal,
}: XhrPutRequest): Promise<XhrPutResponse> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const xhr = new XMLHttpRequest();
    const abort = (): void => xhr.abort();
    signal?.addEventListener('abort', abort, { once: true });
    xhr.open('PUT', url);
    xhr.withCredentials = withCredentials;
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded }) => onProgress?.({ done: loaded, size: blob.size });
    xhr.onloadend = () => signal?.removeEventListener('abort', abort);
    xhr.onload = () => {
      const retryAfter = xhr.getResponseHeader('retry-after');
      resolve({
        status: xhr.status,
        text: xhr.responseText,
        headers: retryAfter === null ? {} : { 'retry-after': retryAfter },
      });
    };
    xhr.onerror = () => reject(new TypeError('the gateway could not be reached'));
    xhr.onabort = () => reject(signal?.reason as Error);
    xhr.send(blob);
  });
}
