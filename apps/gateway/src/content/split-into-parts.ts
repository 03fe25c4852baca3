/**
 * Splits a stream of bytes into buffers that have exactly the given sizes. Each part is one buffer in memory, so that
 * it can be sent again when the object store fails.
 *
 * @param sizes in bytes
 * @throws StreamTooShortError if the stream ends before all sizes are filled
 */
export async function* splitIntoParts(
  stream: AsyncIterable<Uint8Array>,
  sizes: Iterable<number>,
): AsyncGenerator<Buffer> {
  const source = stream[Symbol.asyncIterator]();
  let unread: Uint8Array = new Uint8Array();
  for (const size of sizes) {
    const part = Buffer.allocUnsafeSlow(size);
    let filled = 0;
    while (filled < size) {
      if (unread.length === 0) {
        const next = await source.next();
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

export class StreamTooShortError extends Error {
  override readonly name = 'StreamTooShortError';
}
