import type { CacheResult } from './metrics.js';

/** The log entry of one request. The request's logger adds the trace id. Ids are allowed here, but not in metrics. */
export interface RequestLogEntry {
  readonly method: string;
  /** Template of the route, such as `/v1/spaces/:spaceId`; undefined if none matched. */
  readonly route: string | undefined;
  readonly status: number;
  readonly durationMs: number;
  /** Id of the caller; undefined before authentication. */
  readonly caller?: string;
  /** The KooDrive user of X-On-Behalf-Of. */
  readonly actingFor?: string;
  readonly cache?: CacheResult;
  readonly upstreamAttempts?: number;
  /** The caller disconnected before the response was complete. */
  readonly aborted?: boolean;
}

interface RequestLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** Logs one line for a request: a warning for a status of 500 or more, else information. */
export function logRequest(logger: RequestLogger, entry: RequestLogEntry): void {
  const line = { ...entry, route: entry.route ?? 'unmatched', durationMs: Math.round(entry.durationMs * 100) / 100 };
  if (entry.status >= 500) logger.warn(line, 'request');
  else logger.info(line, 'request');
}
