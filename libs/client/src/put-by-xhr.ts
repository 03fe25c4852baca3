import type { OnProgress } from './progress.js';

interface Put {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly blob: Blob;
  readonly withCredentials: boolean;
  readonly onProgress: OnProgress | undefined;
  readonly signal: AbortSignal | undefined;
}

interface PutAnswer {
  readonly status: number;
  readonly text: string;
  /** Headers of the answer that matter to a caller. */
  readonly header: Record<string, string>;
}

/** A PUT that tells how far it is. Rejects as fetch does: with a TypeError, or the signal's reason. */
export function putByXhr({ address, headers, blob, withCredentials, onProgress, signal }: Put): Promise<PutAnswer> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const xhr = new XMLHttpRequest();
    const stop = (): void => xhr.abort();
    signal?.addEventListener('abort', stop, { once: true });
    xhr.open('PUT', address);
    xhr.withCredentials = withCredentials;
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded }) => onProgress?.({ done: loaded, size: blob.size });
    xhr.onloadend = () => signal?.removeEventListener('abort', stop);
    xhr.onload = () => {
      const retryAfter = xhr.getResponseHeader('retry-after');
      resolve({
        status: xhr.status,
        text: xhr.responseText,
        header: retryAfter === null ? {} : { 'retry-after': retryAfter },
      });
    };
    xhr.onerror = () => reject(new TypeError('the gateway could not be reached'));
    xhr.onabort = () => reject(signal?.reason as Error);
    xhr.send(blob);
  });
}
