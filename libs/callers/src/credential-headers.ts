import type { IncomingHttpHeaders } from 'node:http';

/** The part of a request that strategies read. Node's IncomingMessage has this form. */
export interface CallerRequest {
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as received. `headers` hides a repeated Authorization. */
  readonly rawHeaders: readonly string[];
  /** Scheme, host and port that the caller used, as reported by trusted proxies. It is compared with Origin. */
  readonly origin?: string;
}

/** The number of headers that can hold a credential. */
export function countCredentialHeaders(request: CallerRequest): number {
  let count = 0;
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const name = request.rawHeaders[index];
    if (name && (isHeaderNamed(name, 'authorization') || isHeaderNamed(name, 'x-api-key'))) count += 1;
  }
  return count;
}

/** Compares the lengths first: this rejects nearly all headers without creating a lower-case copy. */
function isHeaderNamed(name: string, expectedName: string): boolean {
  return name.length === expectedName.length && name.toLowerCase() === expectedName;
}

const bearerPrefix = 'bearer ';

/** The value of `Authorization: Bearer <value>`; undefined for other schemes. */
export function parseBearerToken(headers: IncomingHttpHeaders): string | undefined {
  const value = headers.authorization;
  if (value?.slice(0, bearerPrefix.length).toLowerCase() !== bearerPrefix) return undefined;
  return value.slice(bearerPrefix.length).trim();
}
