import type { Dispatcher } from 'undici';
import { flattenHeaders } from './flatten-headers.js';
import { toTransportError } from './to-transport-error.js';
import { TransportError, type WireResponse } from './transport.js';

type ResponseHeaders = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2];

/** Collects one response of undici, up to `maxBytes`. Fails with TransportError, also when the signal aborts. */
export class ResponseCollector implements Dispatcher.DispatchHandler {
  readonly response: Promise<WireResponse>;
  private resolve!: (response: WireResponse) => void;
  private reject!: (error: TransportError) => void;
  private controller: Dispatcher.DispatchController | undefined;
  private failure: TransportError | undefined;
  private status = 0;
  private headers: Record<string, string> = {};
  private readonly chunks: Buffer[] = [];
  private receivedBytes = 0;

  constructor(
    private readonly signal: AbortSignal,
    private readonly maxBytes: number,
  ) {
    this.response = new Promise<WireResponse>((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    if (signal.aborted) this.onAbort();
    else signal.addEventListener('abort', this.onAbort, { once: true });
  }

  /** undici calls this just before it writes the request: before that, certainly nothing was sent. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.failure) controller.abort(this.failure);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: ResponseHeaders): void {
    if (status < 200) return;
    this.status = status;
    this.headers = flattenHeaders(headers);
    if (Number(this.headers['content-length'] ?? 0) > this.maxBytes) this.fail(new TransportError('too-large', true));
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.receivedBytes += chunk.length;
    if (this.receivedBytes > this.maxBytes) this.fail(new TransportError('too-large', true));
    else this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.failure) return;
    this.signal.removeEventListener('abort', this.onAbort);
    const [first] = this.chunks;
    const body = first && this.chunks.length === 1 ? first : Buffer.concat(this.chunks, this.receivedBytes);
    this.resolve({ status: this.status, headers: this.headers, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    const progress = !this.controller ? 'unsent' : this.status ? 'responding' : 'sent';
    this.fail(this.failure ?? toTransportError(error, progress));
  }

  private readonly onAbort = (): void => {
    this.fail(new TransportError('aborted', this.controller !== undefined, { cause: this.signal.reason }));
  };

  private fail(failure: TransportError): void {
    this.signal.removeEventListener('abort', this.onAbort);
    if (!this.failure) {
      this.failure = failure;
      this.chunks.length = 0;
      this.controller?.abort(failure);
    }
    this.reject(this.failure);
  }
}
