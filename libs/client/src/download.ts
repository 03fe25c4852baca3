import type { GatewayClient } from './client.js';
import { readProblem } from './problem-error.js';
import { counted, type OnProgress } from './progress.js';

export interface DownloadTarget {
  readonly spaceId: string;
  readonly fileId: string;
  /** Bytes `first` to `last`, both included; to the end without `last`. */
  readonly range?: { readonly first: number; readonly last?: number };
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** A file on its way. Its bytes come as `body` is read, and no faster. */
export interface Download {
  readonly body: ReadableStream<Uint8Array>;
  /** Bytes of `body`. */
  readonly size: number | undefined;
  readonly name: string | undefined;
  readonly mediaType: string | undefined;
  /** Names this state of the file. */
  readonly etag: string | undefined;
}

/**
 * Opens a file or a range of it.
 *
 *     const { body, name } = await download(koodrive, { spaceId, fileId });
 *     await body.pipeTo(writable);
 *
 * @throws ProblemError; reading `body` fails where the connection breaks before its end
 */
export async function download(
  { connection: { baseUrl, credentials, send } }: GatewayClient,
  { spaceId, fileId, range, onProgress, signal }: DownloadTarget,
): Promise<Download> {
  const address = `${baseUrl}/v1/spaces/${encodeURIComponent(spaceId)}/files/${encodeURIComponent(fileId)}/content`;
  const response = await send(
    new Request(address, {
      credentials,
      ...(range && { headers: { Range: `bytes=${range.first}-${range.last ?? ''}` } }),
      ...(signal && { signal }),
    }),
  );
  if (!response.ok) throw await readProblem(response);
  const length = response.headers.get('content-length');
  const size = length === null ? undefined : Number(length);
  const body = response.body ?? new Blob().stream();
  return {
    body: onProgress ? counted(body, size, onProgress) : body,
    size,
    name: nameIn(response.headers.get('content-disposition')),
    mediaType: response.headers.get('content-type') ?? undefined,
    etag: response.headers.get('etag') ?? undefined,
  };
}

/** `filename*` holds every name, `filename` stands for it where that is plain (RFC 6266). */
function nameIn(disposition: string | null): string | undefined {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  const [, plain] = /filename="((?:[^"\\]|\\.)*)"/i.exec(disposition ?? '') ?? [];
  return plain?.replace(/\\(.)/g, '$1');
}
