import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { RequestContext } from '../request-context.js';
import type { StreamClock } from './stream-clock.js';

const maxStreamDurationMs = 15 * 60_000;
/** A stream whose client reads ends at once. After this time, the connection of a client that does not read is cut. */
const endGraceMs = 250;

/** One stream of server-sent events. It ends after 15 minutes, and when its request is aborted. */
export class OpenStream {
  private readonly controller = new AbortController();
  private readable: Readable | undefined;
  private closed = false;

  /** @param onClose called once, when the stream has ended in whatever way */
  constructor(
    private readonly clock: StreamClock,
    private readonly onClose: () => void,
  ) {}

  /**
   * Waits for the first event, so that a failure before it is sent as a problem and not as a truncated stream.
   *
   * @throws what `events` throws before its first event, or the reason why the stream ended before it
   */
  async start(
    { signal, deadline }: Pick<RequestContext, 'signal' | 'deadline'>,
    events: (signal: AbortSignal) => AsyncGenerator<string>,
  ): Promise<StreamableFile> {
    const endWithRequest = (): void => this.end(signal.reason);
    const endAtDeadline = (): void => this.end(deadline?.signal.reason);
    if (signal.aborted) endWithRequest();
    signal.addEventListener('abort', endWithRequest, { once: true });
    deadline?.signal.addEventListener('abort', endAtDeadline, { once: true });
    try {
      const iterator = events(this.controller.signal);
      const first = await iterator.next();
      if (first.done) throw this.controller.signal.reason;
      return this.createResponse(first.value, iterator);
    } catch (error) {
      this.close();
      throw error;
    } finally {
      deadline?.signal.removeEventListener('abort', endAtDeadline);
    }
  }

  end(reason?: unknown): void {
    this.controller.abort(reason);
    void this.clock.sleep(endGraceMs).then(() => this.readable?.destroy());
  }

  private createResponse(firstEvent: string, otherEvents: AsyncGenerator<string>): StreamableFile {
    const events = prependEvent(firstEvent, otherEvents);
    // One event is read ahead. While the client does not read, no other one is created.
    this.readable = Readable.from(events, { objectMode: false, highWaterMark: 1 });
    this.readable.once('close', () => this.close());
    void this.clock.sleep(maxStreamDurationMs, this.controller.signal).then(() => this.end());
    return new StreamableFile(this.readable, { type: 'text/event-stream; charset=utf-8' });
  }

  private close(): void {
    if (this.closed) return;
    this.closed = true;
    this.controller.abort();
    this.onClose();
  }
}

async function* prependEvent(first: string, others: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* others;
}
