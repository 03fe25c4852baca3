export interface Progress {
  /** Bytes so far. */
  readonly done: number;
  /** Bytes in all; undefined where that was not said. */
  readonly size: number | undefined;
}

/** Hears of bytes on their way, at least at the end. */
export type OnProgress = (progress: Progress) => void;

/** A blob in memory comes in one piece: cut up, it can be told how far it is. Bytes. */
const largestPiece = 64 * 1024;

/** Passes bytes on as they are taken, and tells how many. */
export function counted(
  stream: ReadableStream<Uint8Array>,
  size: number | undefined,
  onProgress: OnProgress,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  let waiting = new Uint8Array(0) as Uint8Array;
  let done = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        if (waiting.byteLength === 0) {
          const next = await reader.read();
          if (next.done) return controller.close();
          waiting = next.value;
        }
        const piece = waiting.subarray(0, largestPiece);
        waiting = waiting.subarray(piece.byteLength);
        done += piece.byteLength;
        controller.enqueue(piece);
        onProgress({ done, size });
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
