import type { IncomingHttpHeaders } from 'node:http';

/** What strategies see of a request; Node's IncomingMessage is one. */
export interface CallerRequest {
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as they came: `headers` hides a second Authorization. */
  readonly rawHeaders: readonly string[];
  /** Scheme, host and port that the caller asked for, as far as trusted proxies tell; to compare with Origin. */
  readonly origin?: string;
}

/** How many headers of the request could hold a credential. */
export function credentialHeaders(request: CallerRequest): number {
  let count = 0;
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const name = request.rawHeaders[index];
    if (name && (named(name, 'authorization') || named(name, 'x-api-key'))) count += 1;
  }
  return count;
}

/** Lengths first: nearly all headers are told apart by it, without a new text. */
function named(name: string, wanted: string): boolean {
  return name.length === wanted.length && name.toLowerCase() === wanted;
}

/** The value of `Authorization: Bearer <value>`; undefined for other schemes. */
export function bearerOf(headers: IncomingHttpHeaders): string | undefined {
  const value = headers.authorization;
  if (value === undefined || value.length < 7 || value.slice(0, 7).toLowerCase() !== 'bearer ') return undefined;
  return value.slice(7).trim();
}
