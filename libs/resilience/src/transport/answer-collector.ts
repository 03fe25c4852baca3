import type { Dispatcher } from 'undici';
import { flatHeaders } from './flat-headers.js';
import { toTransportError } from './to-transport-error.js';
import { TransportError, type WireAnswer } from './transport.js';

type AnswerHeaders = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2];

/** Gathers one answer of undici, up to a limit, and gives up when the signal aborts. */
export class AnswerCollector implements Dispatcher.DispatchHandler {
  readonly answer: Promise<WireAnswer>;
  private resolve!: (answer: WireAnswer) => void;
  private reject!: (error: TransportError) => void;
  private controller: Dispatcher.DispatchController | undefined;
  private failure: TransportError | undefined;
  private status = 0;
  private headers: Record<string, string> = {};
  private readonly chunks: Buffer[] = [];
  private length = 0;

  constructor(
    private readonly signal: AbortSignal,
    private readonly mostBytes: number,
  ) {
    this.answer = new Promise<WireAnswer>((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    if (signal.aborted) this.onAbort();
    else signal.addEventListener('abort', this.onAbort, { once: true });
  }

  /** undici calls this just before it writes the request: until then certainly nothing was sent. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.failure) controller.abort(this.failure);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: AnswerHeaders): void {
    if (status < 200) return;
    this.status = status;
    this.headers = flatHeaders(headers);
    if (Number(this.headers['content-length'] ?? 0) > this.mostBytes) this.give(new TransportError('too-large', true));
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.length += chunk.length;
    if (this.length > this.mostBytes) this.give(new TransportError('too-large', true));
    else this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.failure) return;
    this.signal.removeEventListener('abort', this.onAbort);
    const [first] = this.chunks;
    const body = first && this.chunks.length === 1 ? first : Buffer.concat(this.chunks, this.length);
    this.resolve({ status: this.status, headers: this.headers, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    const progress = !this.controller ? 'unsent' : this.status ? 'answering' : 'sent';
    this.give(this.failure ?? toTransportError(error, progress));
  }

  private readonly onAbort = (): void => {
    this.give(new TransportError('aborted', this.controller !== undefined, { cause: this.signal.reason }));
  };

  private give(failure: TransportError): void {
    this.signal.removeEventListener('abort', this.onAbort);
    if (!this.failure) {
      this.failure = failure;
      this.chunks.length = 0;
      this.controller?.abort(failure);
    }
    this.reject(this.failure);
  }
}
