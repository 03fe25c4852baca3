import type { RedisSystem } from './system.js';

const callTimeoutMs = 30_000;

/** What callers do. The promises differ: reads and plain writes must not fail because of Redis. */
export type CallKind = 'read' | 'write' | 'keyed write' | 'session';

export interface CallResult {
  /** 0 without a response. */
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** The code of a problem; `network` without a response. */
  readonly code: string;
  /** On the clock of performance.now(). */
  readonly startedAtMs: number;
  readonly endedAtMs: number;
}

export interface Failure {
  readonly kind: CallKind;
  readonly status: number;
  readonly code: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
}

export const succeeded = ({ status }: CallResult): boolean => status >= 200 && status < 300;

/** Calls the gateways of a system, and counts what failed. */
export class Calls {
  count = 0;
  readonly failures: Failure[] = [];

  constructor(private readonly system: RedisSystem) {}

  /** With the API key. @param expected statuses that are no failure, in addition to 2xx */
  async send(
    kind: CallKind,
    instance: number,
    method: string,
    path: string,
    { body, headers = {}, expected = [] }: SendOptions = {},
  ): Promise<CallResult> {
    const contentType: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const result = await fetchResult(`${this.system.gateways[instance]?.url ?? ''}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.system.key}`, ...contentType, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return this.record(kind, result, expected);
  }

  record(kind: CallKind, result: CallResult, expected: readonly number[] = []): CallResult {
    this.count += 1;
    const { status, code, startedAtMs, endedAtMs } = result;
    if (!succeeded(result) && !expected.includes(status))
      this.failures.push({ kind, status, code, startedAtMs, endedAtMs });
    return result;
  }
}

export interface SendOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly expected?: readonly number[];
}

/** Never rejects. */
export async function fetchResult(url: string, init: RequestInit): Promise<CallResult> {
  const startedAtMs = performance.now();
  try {
    const response = await fetch(url, { redirect: 'manual', ...init, signal: AbortSignal.timeout(callTimeoutMs) });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    const body: unknown = isJson ? JSON.parse(text) : text;
    const code = (body as { code?: string } | null)?.code ?? '';
    return {
      status: response.status,
      headers: response.headers,
      body,
      code,
      startedAtMs,
      endedAtMs: performance.now(),
    };
  } catch {
    return {
      status: 0,
      headers: new Headers(),
      body: undefined,
      code: 'network',
      startedAtMs,
      endedAtMs: performance.now(),
    };
  }
}
