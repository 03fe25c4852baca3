import { describe, expect, it } from '@jest/globals';
import { serverSentEvents } from './server-sent-events.js';

const text = 'retry: 2000\n\nevent: progress\ndata: {"name":"合同"}\n\n: still here\n\nevent: end\ndata: {}\n\n';

/** The text in pieces of so many bytes. */
function stream(size: number, onCancel?: () => void): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
    ...(onCancel && { cancel: onCancel }),
  });
}

describe('serverSentEvents', () => {
  it.each([1, 2, 3, 7, 40, 1000])('puts events together from pieces of %i bytes', async (size) => {
    const events = [];
    for await (const event of serverSentEvents(stream(size))) events.push(event);
    expect(events).toEqual([
      { event: 'progress', data: '{"name":"合同"}' },
      { event: 'end', data: '{}' },
    ]);
  });

  it('closes the stream behind a reader who has seen enough', async () => {
    let cancelled = false;
    for await (const _event of serverSentEvents(stream(3, () => (cancelled = true)))) break;
    expect(cancelled).toBe(true);
  });
});
