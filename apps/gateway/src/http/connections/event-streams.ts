import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown, StreamableFile } from '@nestjs/common';

/** The clock of an event stream. Tests replace it. */
export interface StreamClock {
  /** Monotonic, for durations only. */
  nowMs(): number;
  /** Resolves after `ms`, or at once when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemStreamClock: StreamClock = {
  nowMs: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
};

/**
 * The open streams of server-sent events. Each ends when its caller disconnects; all end when the process shuts down.
 */
@Injectable()
export class EventStreams implements OnApplicationShutdown {
  private readonly streams = new Set<AbortController>();

  /**
   * Opens a stream. Waits for the first event, so that a failure before it is sent as a problem and not as a truncated
   * stream.
   *
   * @throws what `events` throws before its first event
   */
  async open(events: (clock: StreamClock, signal: AbortSignal) => AsyncGenerator<string>): Promise<StreamableFile> {
    const controller = new AbortController();
    this.streams.add(controller);
    try {
      const iterator = events(systemStreamClock, controller.signal);
      const first = await iterator.next();
      const stream = Readable.from(prependEvent(first, iterator), { objectMode: false });
      stream.once('close', () => this.end(controller));
      return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
    } catch (error) {
      this.end(controller);
      throw error;
    }
  }

  /** Ends every stream. The browsers reconnect to another instance. */
  endAll(): void {
    for (const controller of this.streams) this.end(controller);
  }

  onApplicationShutdown(): void {
    this.endAll();
  }

  private end(controller: AbortController): void {
    this.streams.delete(controller);
    controller.abort();
  }
}

async function* prependEvent(
  first: IteratorResult<string, unknown>,
  rest: AsyncGenerator<string>,
): AsyncGenerator<string> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
