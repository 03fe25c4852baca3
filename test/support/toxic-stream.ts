import { Transform, type TransformCallback } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { type Toxics } from './toxics.js';

/** How often held bytes look whether they may go on, in milliseconds. */
const LOOK_AGAIN = 10;
/** The largest piece sent at once under a limited bandwidth, in bytes. */
const PACE = 16 * 1024;

/**
 * One direction of one connection, under toxics that may change at any time. Latency delays each piece from its
 * arrival, so that a long answer is late once and not slow; bandwidth makes it slow.
 */
export class ToxicStream extends Transform {
  private passed = 0;
  private firstByteAt: number | undefined;
  private readonly queue: { readonly chunk: Buffer; readonly due: number }[] = [];
  private draining: Promise<void> | undefined;
  private ended = false;

  /** @param reset breaks the connection in both directions */
  constructor(
    private readonly toxics: Toxics,
    private readonly reset: () => void,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.firstByteAt ??= performance.now();
    this.queue.push({ chunk, due: performance.now() + this.latency() });
    this.draining ??= this.drain();
    // Delayed bytes are on their way and hold nobody up; held and throttled ones push back.
    if (this.toxics.latency && !this.toxics.bandwidth && !this.toxics.timeout) done();
    else this.draining.then(() => done(), done);
  }

  override _flush(done: TransformCallback): void {
    Promise.resolve(this.draining).then(() => done(), done);
  }

  private async drain(): Promise<void> {
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      const wait = next.due - performance.now();
      if (wait > 0) await pause(wait);
      for (const piece of this.pieces(next.chunk)) {
        await this.held();
        if (!this.destroyed && !this.ended) await this.send(piece);
      }
    }
    this.draining = undefined;
  }

  private latency(): number {
    const { latency } = this.toxics;
    if (!latency) return 0;
    return Math.max(0, latency.latency + (latency.jitter ?? 0) * (2 * Math.random() - 1));
  }

  private *pieces(chunk: Buffer): Generator<Buffer> {
    const size = this.toxics.slicer?.average_size ?? (this.toxics.bandwidth ? PACE : chunk.length);
    for (let from = 0; from < chunk.length; from += size) yield chunk.subarray(from, from + size);
  }

  /** Waits while the direction is frozen; breaks the connection where a toxic says so. */
  private async held(): Promise<void> {
    const start = performance.now();
    while (this.toxics.timeout && !this.destroyed) {
      const { timeout } = this.toxics.timeout;
      if (timeout > 0 && performance.now() - start >= timeout) return this.break();
      await pause(LOOK_AGAIN);
    }
    const reset = this.toxics.reset_peer;
    if (!reset || this.destroyed) return;
    const left = (reset.timeout ?? 0) - (performance.now() - (this.firstByteAt ?? start));
    if (left > 0) setTimeout(this.reset, left).unref();
    else this.break();
  }

  private break(): void {
    this.ended = true;
    this.reset();
  }

  private async send(piece: Buffer): Promise<void> {
    const { bandwidth, slicer, limit_data: limit } = this.toxics;
    const allowed = limit ? Math.max(0, limit.bytes - this.passed) : piece.length;
    const sent = piece.subarray(0, allowed);
    if (sent.length > 0) this.push(sent);
    this.passed += sent.length;
    if (limit && this.passed >= limit.bytes) {
      this.ended = true;
      this.push(null);
    }
    if (bandwidth) await pause(sent.length / bandwidth.rate);
    if (slicer) await pause(slicer.delay / 1000);
  }
}
