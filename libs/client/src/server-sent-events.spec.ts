import { describe, expect, it } from '@jest/globals';
import { parseServerSentEvents } from './server-sent-events.js';

const text = 'retry: 2000\n\nevent: progress\ndata: {"name":"合同"}\n\n: still here\n\nevent: end\ndata: {}\n\n';

/** The text as a stream with chunks of `chunkBytes` bytes. */
function createStream(chunkBytes: number, onCancel?: () => void): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let offset = 0;
  return new ReadableStream({
    pull(controller) {
      if (offset >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(offset, offset + chunkBytes));
      offset += chunkBytes;
    },
    cancel: onCancel,
  });
}

describe('parseServerSentEvents', () => {
  it.each([1, 2, 3, 7, 40, 1000])('assembles events from chunks of %i bytes', async (chunkBytes) => {
    const events = [];
    for await (const event of parseServerSentEvents(createStream(chunkBytes))) events.push(event);
    expect(events).toEqual([
      { event: 'progress', data: '{"name":"合同"}' },
      { event: 'end', data: '{}' },
    ]);
  });

  it('cancels the stream when the caller leaves the iteration early', async () => {
    let cancelled = false;
    for await (const _event of parseServerSentEvents(createStream(3, () => (cancelled = true)))) break;
    expect(cancelled).toBe(true);
  });
});
