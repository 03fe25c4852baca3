import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitIntoParts, StreamTooShortError } from './split-into-parts.js';

const neverAborted = new AbortController().signal;

async function* stream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function collect(parts: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return all;
}

describe('splitIntoParts', () => {
  it('keeps every byte in order, for any chunking of the stream', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 40 })),
        fc.integer({ min: 1, max: 50 }),
        async (chunks, partSize) => {
          const bytes = Buffer.concat(chunks);
          const sizes = Array.from({ length: Math.ceil(bytes.length / partSize) }, (_, i) =>
            Math.min(partSize, bytes.length - i * partSize),
          );
          const parts = await collect(splitIntoParts(stream(chunks), sizes, neverAborted));
          expect(parts.map((part) => part.length)).toEqual(sizes);
          expect(Buffer.concat(parts).equals(bytes)).toBe(true);
        },
      ),
      { seed: 20261122 },
    );
  });

  it('rejects a stream that ends early', async () => {
    await expect(collect(splitIntoParts(stream([new Uint8Array(3)]), [2, 2], neverAborted))).rejects.toBeInstanceOf(
      StreamTooShortError,
    );
  });

  it('ends when the signal aborts, also while it waits for bytes that do not come', async () => {
    const controller = new AbortController();
    const stalled: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({
        next: () => {
          queueMicrotask(() => controller.abort(new Error('ended')));
          return new Promise(() => undefined);
        },
      }),
    };
    await expect(collect(splitIntoParts(stalled, [2], controller.signal))).rejects.toThrow('ended');
    await expect(collect(splitIntoParts(stream([new Uint8Array(2)]), [2], controller.signal))).rejects.toThrow('ended');
  });
});
