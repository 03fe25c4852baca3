/**
 * Splits a stream of bytes into buffers that have exactly the given sizes. Each part is one buffer in memory, so that
 * it can be sent again when the object store fails.
 *
 * @param sizes in bytes
 * @throws StreamTooShortError if the stream ends before all sizes are filled
 * @throws the reason of `signal` when it aborts, also while the stream is waited for
 */
export async function* splitIntoParts(
  stream: AsyncIterable<Uint8Array>,
  sizes: Iterable<number>,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const source = stream[Symbol.asyncIterator]();
  let unread: Uint8Array = new Uint8Array();
  for (const size of sizes) {
    const part = Buffer.allocUnsafeSlow(size);
    let filled = 0;
    while (filled < size) {
      if (unread.length === 0) {
        const next = await readNext(source, signal);
        if (next.done) throw new StreamTooShortError();
        unread = next.value;
      }
      const chunk = unread.subarray(0, size - filled);
      part.set(chunk, filled);
      filled += chunk.length;
      unread = unread.subarray(chunk.length);
    }
    yield part;
  }
}

function readNext(
  source: AsyncIterator<Uint8Array>,
  signal: AbortSignal,
): Promise<IteratorResult<Uint8Array, unknown>> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    const removeListener = (): void => signal.removeEventListener('abort', onAbort);
    source.next().then(resolve, reject).finally(removeListener);
  });
}

export class StreamTooShortError extends Error {
  override readonly name = 'StreamTooShortError';
}
