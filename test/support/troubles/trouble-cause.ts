import type { SandboxProcess } from '../processes.js';

/** What a cause needs of its test. */
export interface TroubleBench {
  readonly sandbox: SandboxProcess;
  readonly userId: string;
  /** Acts for the user. */
  readonly key: string;
  /** Acts as the app. */
  readonly appKey: string;
  /** The port of the gateway, which is started when the cause is prepared. */
  readonly gatewayPort: number;
  /** Calls the gateway. @returns the status; undefined without a response */
  call(method: string, path: string, options?: CallOptions): Promise<number | undefined>;
  /** Registers what the test stops at its end, the last one first. */
  stopLater(stop: () => unknown): void;
}

export interface CallOptions {
  /** The bearer token; by default the key of the user. */
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A dependency that is broken in one way and mended. */
export interface Breakage {
  /** The variables of the gateway. */
  readonly env?: Readonly<Record<string, string>>;
  /** Breaks the dependency while the gateway runs. Absent: it was broken before the gateway started. */
  readonly begin?: () => unknown;
  /** Does what callers do with the dependency. */
  readonly use: () => Promise<unknown>;
  readonly end: () => unknown;
}

/** A cause of trouble, as the table in docs/operations.md names it. */
export interface TroubleCause {
  readonly cause: string;
  /** One of several ways in which the cause occurs. */
  readonly variant?: string;
  /** The dependencies that have the trouble; by default the one of the table. */
  readonly dependencies?: readonly string[];
  readonly prepare: (bench: TroubleBench) => Promise<Breakage>;
}
