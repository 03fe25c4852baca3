import type { Agent } from 'undici';

export interface ConnectionOptions {
  /** Max connections to one origin; default 128. */
  readonly connections?: number;
  /** Milliseconds to connect, including TLS; default 3 seconds. */
  readonly connectTimeoutMs?: number;
  /** Milliseconds until the response headers; default 60 seconds. */
  readonly headersTimeoutMs?: number;
  /** Milliseconds without data within a response body; default 30 seconds. */
  readonly bodyTimeoutMs?: number;
  /**
   * Milliseconds an idle connection stays open; default 4 seconds. It must be shorter than the server's own timeout:
   * otherwise a request may be written to a connection that the server is closing.
   */
  readonly keepAliveMs?: number;
  /** Certificates to trust in addition to or instead of the system's, PEM. */
  readonly ca?: string | Buffer;
}

export const defaultConnections = 128;
const defaultConnectTimeoutMs = 3_000;
const defaultHeadersTimeoutMs = 60_000;
const defaultBodyTimeoutMs = 30_000;
const defaultKeepAliveMs = 4_000;

/** Converts to the options of undici: TLS 1.2 or higher, one request at a time on a connection. */
export function toUndiciOptions(options: ConnectionOptions): Agent.Options {
  const keepAliveMs = options.keepAliveMs ?? defaultKeepAliveMs;
  return {
    connections: options.connections ?? defaultConnections,
    pipelining: 1,
    headersTimeout: options.headersTimeoutMs ?? defaultHeadersTimeoutMs,
    bodyTimeout: options.bodyTimeoutMs ?? defaultBodyTimeoutMs,
    keepAliveTimeout: keepAliveMs,
    // The server's own hint may shorten the time, but not extend it.
    keepAliveMaxTimeout: keepAliveMs,
    connect: {
      timeout: options.connectTimeoutMs ?? defaultConnectTimeoutMs,
      minVersion: 'TLSv1.2',
      ca: options.ca,
    },
  };
}
