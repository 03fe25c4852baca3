import { Transform, type TransformCallback } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Toxics } from './toxics.js';

/** Interval of the check whether held bytes may be sent on. */
const holdCheckIntervalMs = 10;
/** The largest chunk that is sent at once under a limited bandwidth. */
const throttledChunkBytes = 16 * 1024;

/**
 * One direction of one connection, with toxics that may change at any time. Latency delays each chunk from its arrival, so
 * that a long response is delayed once and not slowed down; bandwidth slows it down.
 */
export class ToxicStream extends Transform {
  private passedBytes = 0;
  private firstByteAtMs: number | undefined;
  private readonly queue: { readonly chunk: Buffer; readonly dueAtMs: number }[] = [];
  private draining: Promise<void> | undefined;
  private ended = false;

  /** @param reset resets the connection in both directions */
  constructor(
    private readonly toxics: Toxics,
    private readonly reset: () => void,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.firstByteAtMs ??= performance.now();
    this.queue.push({ chunk, dueAtMs: performance.now() + (this.toxics.latency?.latency ?? 0) });
    this.draining ??= this.drain();
    // Delayed bytes do not block the sender; held and throttled bytes apply back pressure.
    if (this.toxics.latency && !this.toxics.bandwidth && !this.toxics.timeout) done();
    else this.draining.then(() => done(), done);
  }

  override _flush(done: TransformCallback): void {
    Promise.resolve(this.draining).then(() => done(), done);
  }

  private async drain(): Promise<void> {
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      const waitMs = next.dueAtMs - performance.now();
      if (waitMs > 0) await sleep(waitMs);
      for (const piece of this.splitChunk(next.chunk)) {
        await this.waitWhileHeld();
        if (!this.destroyed && !this.ended) await this.send(piece);
      }
    }
    this.draining = undefined;
  }

  private *splitChunk(chunk: Buffer): Generator<Buffer> {
    const size = this.toxics.slicer?.average_size ?? (this.toxics.bandwidth ? throttledChunkBytes : chunk.length);
    for (let from = 0; from < chunk.length; from += size) yield chunk.subarray(from, from + size);
  }

  /** Waits while the direction is frozen. Resets the connection if a toxic requires it. */
  private async waitWhileHeld(): Promise<void> {
    const start = performance.now();
    while (this.toxics.timeout && !this.destroyed) {
      const { timeout } = this.toxics.timeout;
      if (timeout > 0 && performance.now() - start >= timeout) return this.breakConnection();
      await sleep(holdCheckIntervalMs);
    }
    const reset = this.toxics.reset_peer;
    if (!reset || this.destroyed) return;
    const remainingMs = (reset.timeout ?? 0) - (performance.now() - (this.firstByteAtMs ?? start));
    if (remainingMs > 0) setTimeout(this.reset, remainingMs).unref();
    else this.breakConnection();
  }

  private breakConnection(): void {
    this.ended = true;
    this.reset();
  }

  private async send(piece: Buffer): Promise<void> {
    const { bandwidth, slicer, limit_data: limit } = this.toxics;
    const allowed = limit ? Math.max(0, limit.bytes - this.passedBytes) : piece.length;
    const sent = piece.subarray(0, allowed);
    if (sent.length > 0) this.push(sent);
    this.passedBytes += sent.length;
    if (limit && this.passedBytes >= limit.bytes) {
      this.ended = true;
      this.push(null);
    }
    if (bandwidth) await sleep(sent.length / bandwidth.rate);
    if (slicer) await sleep(slicer.delay / 1000);
  }
}
