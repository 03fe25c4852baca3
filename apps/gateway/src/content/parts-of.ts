/**
 * Cuts a stream of bytes into buffers of the sizes asked for, each filled exactly. One part is held at a time, so that
 * it can be sent again when the object store fails.
 *
 * @throws StreamTooShortError when the stream ends before all sizes are filled
 */
export async function* partsOf(stream: AsyncIterable<Uint8Array>, sizes: Iterable<number>): AsyncGenerator<Buffer> {
  const source = stream[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  for (const size of sizes) {
    const part = Buffer.allocUnsafeSlow(size);
    let filled = 0;
    while (filled < size) {
      if (rest.length === 0) {
        const next = await source.next();
        if (next.done) throw new StreamTooShortError();
        rest = next.value;
      }
      const taken = rest.subarray(0, size - filled);
      part.set(taken, filled);
      filled += taken.length;
      rest = rest.subarray(taken.length);
    }
    yield part;
  }
}

export class StreamTooShortError extends Error {
  override readonly name = 'StreamTooShortError';
}
