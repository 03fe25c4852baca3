import type { GatewayClient } from './client.js';
import type { components } from './generated/api.js';
import { problemOf, readProblem } from './problem-error.js';
import { counted, type OnProgress } from './progress.js';
import { putByXhr } from './put-by-xhr.js';

export type File = components['schemas']['File'];

/** Bytes, or a stream of them with its exact length. */
export type UploadContent = Blob | Uint8Array<ArrayBuffer> | Streamed;

/** Bytes as they come, of a web stream or anything that is iterated, such as a stream of Node's; with their exact length. */
export interface Streamed {
  readonly stream: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;
  readonly size: number;
}

export interface UploadTarget {
  readonly spaceId: string;
  /** The file's name; not needed for a new version. */
  readonly name?: string;
  /** The folder; the top of the space when left out. */
  readonly parent?: string;
  /** What to do when the name is taken; `refuse` when left out. */
  readonly onConflict?: 'refuse' | 'rename';
  /** Makes a new version of this file in place of a new file. */
  readonly fileId?: string;
  readonly content: UploadContent;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/**
 * Uploads a file, and answers it as the gateway then knows it. In browsers by XMLHttpRequest, which alone tells how far an
 * upload is; elsewhere as a stream, so that no more than a piece of it is in memory. It is not repeated: a stream is read once.
 *
 * @throws ProblemError; what fetch throws where the gateway could not be reached
 */
export async function upload({ connection }: GatewayClient, target: UploadTarget): Promise<File> {
  const { content, onProgress, signal } = target;
  const address = connection.baseUrl + addressOf(target);
  const headers = { ...(await connection.headers()), 'Content-Type': 'application/octet-stream' };
  const blob = blobOf(content);
  if (blob && typeof XMLHttpRequest === 'function') {
    const withCredentials = connection.credentials === 'include';
    const { status, text, header } = await putByXhr({ address, headers, blob, withCredentials, onProgress, signal });
    const body = parsed(text);
    if (status >= 400) throw problemOf(body, { status, headers: new Headers(header) });
    return body as File;
  }
  const { stream, size } = streamOf(blob ?? (content as Streamed));
  const init = {
    method: 'PUT',
    credentials: connection.credentials,
    headers: { ...headers, 'Content-Length': String(size) },
    body: onProgress ? counted(stream, size, onProgress) : stream,
    duplex: 'half',
    // Node's fetch clones what it may have to send again elsewhere, and the clone would keep all that was sent.
    redirect: 'error',
    ...(signal && { signal }),
  } as const;
  const response = await connection.once(new Request(address, init));
  if (!response.ok) throw await readProblem(response);
  return (await response.json()) as File;
}

function addressOf({ spaceId, fileId, name, parent, onConflict }: UploadTarget): string {
  const space = `/v1/spaces/${encodeURIComponent(spaceId)}`;
  if (fileId !== undefined) return `${space}/files/${encodeURIComponent(fileId)}/content`;
  const query = new URLSearchParams({
    name: name ?? '',
    ...(parent !== undefined && { parent }),
    ...(onConflict !== undefined && { onConflict }),
  });
  return `${space}/content?${query.toString()}`;
}

function blobOf(content: UploadContent): Blob | undefined {
  if (content instanceof Blob) return content;
  return content instanceof Uint8Array ? new Blob([content]) : undefined;
}

function streamOf(content: Blob | Streamed): { readonly stream: ReadableStream<Uint8Array>; readonly size: number } {
  const { size } = content;
  if (content instanceof Blob) return { stream: content.stream(), size };
  const { stream } = content;
  return { stream: 'getReader' in stream ? stream : iterated(stream), size };
}

/** A stream that takes from its source as it is read, and ends it when it is cancelled. */
function iterated(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
