export interface Progress {
  /** Bytes transferred so far. */
  readonly done: number;
  /** Total number of bytes; undefined when it is not known. */
  readonly size: number | undefined;
}

/** Called while bytes are transferred, at least once at the end. */
export type OnProgress = (progress: Progress) => void;

/** A blob in memory is read in one chunk. It is split into smaller chunks, so that its progress can be reported. */
const maxChunkBytes = 64 * 1024;

/** A stream of the same bytes that reports its progress as it is read. */
export function withProgress(
  stream: ReadableStream<Uint8Array>,
  size: number | undefined,
  onProgress: OnProgress,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  let pending = new Uint8Array(0) as Uint8Array;
  let done = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        if (pending.byteLength === 0) {
          const next = await reader.read();
          if (next.done) return controller.close();
          pending = next.value;
        }
        const chunk = pending.subarray(0, maxChunkBytes);
        pending = pending.subarray(chunk.byteLength);
        done += chunk.byteLength;
        controller.enqueue(chunk);
        onProgress({ done, size });
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
