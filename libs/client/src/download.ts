import type { GatewayClient } from './client.js';
import { readProblemError } from './problem-error.js';
import { withProgress, type OnProgress } from './progress.js';

export interface DownloadTarget {
  readonly spaceId: string;
  readonly fileId: string;
  /**
   * The bytes from `first` to `last`, both inclusive. Without `last`, to the end of the file. With the `etag` of an earlier
   * download, only if the content is still the same: otherwise `body` has all bytes, and `offset` is 0.
   */
  readonly range?: { readonly first: number; readonly last?: number; readonly etag?: string };
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** A file that is being downloaded. The bytes are transferred only as fast as `body` is read. */
export interface Download {
  readonly body: ReadableStream<Uint8Array>;
  /** The place of the first byte of `body` in the file. */
  readonly offset: number;
  /** Number of bytes of `body`. */
  readonly size: number | undefined;
  readonly name: string | undefined;
  readonly mediaType: string | undefined;
  /** Identifies this version of the file's content. */
  readonly etag: string | undefined;
}

/**
 * Downloads a file or a range of it.
 *
 *     const { body, name } = await download(koodrive, { spaceId, fileId });
 *     await body.pipeTo(writable);
 *
 * To resume it after `received` bytes: `range: { first: received, etag }`, and then begin again if `offset` is 0.
 *
 * @throws ProblemError. Reading `body` fails when the connection breaks before its end.
 */
export async function download(
  { connection: { baseUrl, credentials, sendWithRetries } }: GatewayClient,
  { spaceId, fileId, range, onProgress, signal }: DownloadTarget,
): Promise<Download> {
  const url = `${baseUrl}/v1/spaces/${encodeURIComponent(spaceId)}/files/${encodeURIComponent(fileId)}/content`;
  const response = await sendWithRetries(
    new Request(url, {
      credentials,
      headers: range && toRangeHeaders(range),
      signal,
    }),
  );
  if (!response.ok) throw await readProblemError(response);
  const contentLength = response.headers.get('content-length');
  const size = contentLength === null ? undefined : Number(contentLength);
  const body = response.body ?? new Blob().stream();
  return {
    body: onProgress ? withProgress(body, size, onProgress) : body,
    offset: Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1] ?? 0),
    size,
    name: parseFileName(response.headers.get('content-disposition') ?? ''),
    mediaType: response.headers.get('content-type') ?? undefined,
    etag: response.headers.get('etag') ?? undefined,
  };
}

function toRangeHeaders({ first, last, etag }: NonNullable<DownloadTarget['range']>): Headers {
  const headers = new Headers({ Range: `bytes=${first}-${last ?? ''}` });
  if (etag !== undefined) headers.set('If-Range', etag);
  return headers;
}

/** `filename*` can contain any name. `filename` alone is used for plain names (RFC 6266). */
function parseFileName(disposition: string): string | undefined {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  const [, plain] = /filename="((?:[^"\\]|\\.)*)"/i.exec(disposition) ?? [];
  return plain?.replace(/\\(.)/g, '$1');
}
