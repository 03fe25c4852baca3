/** What the log says about one request, beside the trace id that the logger of the request adds. Ids are fine here, and nowhere in metrics. */
export interface RequestFacts {
  readonly method: string;
  /** Template of the route, such as `/v1/spaces/:spaceId`; undefined where none matched. */
  readonly route: string | undefined;
  readonly status: number;
  readonly durationMs: number;
  /** Id of the caller, once known. */
  readonly caller?: string | undefined;
  /** KooDrive user that the caller acted for. */
  readonly actingFor?: string | undefined;
  /** Cache-Status in a word: hit, miss, stale, bypass. */
  readonly cache?: string | undefined;
  readonly upstreamAttempts?: number | undefined;
  /** Code of the problem that was answered. */
  readonly problem?: string | undefined;
  /** The caller went away before the answer was whole. */
  readonly aborted?: boolean | undefined;
}

interface LineLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** One line for each request: a warning where we failed, else information. */
export function logRequest(logger: LineLogger, facts: RequestFacts): void {
  const line = { ...facts, route: facts.route ?? 'unmatched', durationMs: Math.round(facts.durationMs * 100) / 100 };
  if (facts.status >= 500) logger.warn(line, 'request');
  else logger.info(line, 'request');
}
