import type { GatewayClient } from './client.js';
import type { components } from './generated/api.js';
import { toProblemError, readProblemError } from './problem-error.js';
import { withProgress, type OnProgress } from './progress.js';
import { putWithXhr } from './put-with-xhr.js';

export type DriveFile = components['schemas']['DriveFile'];

/** Bytes, or a stream of them with its exact length. */
export type UploadContent = Blob | Uint8Array<ArrayBuffer> | Streamed;

/** A web stream or an async iterable such as a stream of Node, with its exact length. */
export interface Streamed {
  readonly stream: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;
  /** In bytes. */
  readonly size: number;
}

export interface UploadTarget {
  readonly spaceId: string;
  /** The name of the file; not needed for a new version. */
  readonly name?: string;
  /** Id of the folder; the root folder of the space by default. */
  readonly parent?: string;
  /** What to do when the name exists already; `refuse` by default. */
  readonly onConflict?: 'refuse' | 'rename';
  /** Uploads a new version of this file instead of a new file. */
  readonly fileId?: string;
  readonly content: UploadContent;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/**
 * Uploads a file and returns it as the gateway stores it. Browsers use XMLHttpRequest, since only that reports the progress of
 * an upload. Elsewhere the content is streamed, so that only a part of it is in memory. An upload is not repeated, since a
 * stream can be read only once.
 *
 * @throws ProblemError
 * @throws what fetch throws, when the gateway could not be reached
 */
export async function upload({ connection }: GatewayClient, target: UploadTarget): Promise<DriveFile> {
  const { content, onProgress, signal } = target;
  const url = connection.baseUrl + buildUploadPath(target);
  const headers = { ...(await connection.createHeaders()), 'Content-Type': 'application/octet-stream' };
  const blob = toBlob(content);
  if (blob && typeof XMLHttpRequest === 'function') {
    const withCredentials = connection.credentials === 'include';
    const response = await putWithXhr({ url, headers, blob, withCredentials, onProgress, signal });
    const { status } = response;
    const body = parseJsonOrUndefined(response.text);
    if (status >= 400) throw toProblemError(body, { status, headers: new Headers(response.headers) });
    return body as DriveFile;
  }
  const { stream, size } = toStream(blob ?? (content as Streamed));
  const init = {
    method: 'PUT',
    credentials: connection.credentials,
    headers: { ...headers, 'Content-Length': String(size) },
    body: onProgress ? withProgress(stream, size, onProgress) : stream,
    duplex: 'half',
    // Node's fetch clones a body that it may have to send again after a redirect, and the clone would stay in memory.
    redirect: 'error',
    signal,
  } as const;
  const response = await connection.sendOnce(new Request(url, init));
  if (!response.ok) throw await readProblemError(response);
  return (await response.json()) as DriveFile;
}

function buildUploadPath({ spaceId, fileId, name, parent, onConflict }: UploadTarget): string {
  const space = `/v1/spaces/${encodeURIComponent(spaceId)}`;
  if (fileId !== undefined) return `${space}/files/${encodeURIComponent(fileId)}/content`;
  const query = new URLSearchParams({ name: name ?? '' });
  if (parent !== undefined) query.set('parent', parent);
  if (onConflict !== undefined) query.set('onConflict', onConflict);
  return `${space}/content?${query.toString()}`;
}

function toBlob(content: UploadContent): Blob | undefined {
  if (content instanceof Blob) return content;
  return content instanceof Uint8Array ? new Blob([content]) : undefined;
}

function toStream(content: Blob | Streamed): { readonly stream: ReadableStream<Uint8Array>; readonly size: number } {
  const { size } = content;
  if (content instanceof Blob) return { stream: content.stream(), size };
  const { stream } = content;
  return { stream: 'getReader' in stream ? stream : streamFromIterable(stream), size };
}

/** A stream that reads its source on demand, and ends the source when the stream is cancelled. */
function streamFromIterable(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

function parseJsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
