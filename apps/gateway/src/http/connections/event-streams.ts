import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown, StreamableFile } from '@nestjs/common';

/** Time as a stream of events sees it, so that tests can move it. */
export interface Pace {
  /** Milliseconds; for durations only. */
  now(): number;
  /** Resolves after `ms`, or at once when the signal says stop. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export const realPace: Pace = {
  now: () => performance.now(),
  wait: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
};

/** The open streams of server-sent events: each ends with its caller, and all end when the process drains. */
@Injectable()
export class EventStreams implements OnApplicationShutdown {
  private readonly streams = new Set<AbortController>();

  /** Waits for the first event, so that a failure before it is answered as a problem and not as a cut stream. */
  async open(events: (pace: Pace, signal: AbortSignal) => AsyncGenerator<string>): Promise<StreamableFile> {
    const controller = new AbortController();
    this.streams.add(controller);
    try {
      const iterator = events(realPace, controller.signal);
      const first = await iterator.next();
      const stream = Readable.from(chain(first, iterator), { objectMode: false });
      stream.once('close', () => this.end(controller));
      return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
    } catch (error) {
      this.end(controller);
      throw error;
    }
  }

  /** Ends every stream: the browsers come back to another instance. */
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

async function* chain(first: IteratorResult<string, unknown>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
