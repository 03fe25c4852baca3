import type { Agent } from 'undici';

export interface ConnectionOptions {
  /** Connections to one origin at once. */
  readonly connections?: number;
  /** Milliseconds to connect, TLS included. */
  readonly connectTimeoutMs?: number;
  /** Milliseconds until the answer begins. */
  readonly headersTimeoutMs?: number;
  /** Milliseconds of silence inside an answer. */
  readonly bodyTimeoutMs?: number;
  /**
   * Milliseconds an idle connection is kept. Must be shorter than the server keeps it, or a request may be written
   * into a connection that the server is just closing.
   */
  readonly keepAliveMs?: number;
  /** Certificates to trust beside or in place of the system's, PEM. */
  readonly ca?: string | Buffer;
}

/** The options of undici: TLS 1.2 or higher, one request at a time on a connection. */
export function undiciOptions(options: ConnectionOptions): Agent.Options {
  const keepAlive = options.keepAliveMs ?? 4_000;
  return {
    connections: options.connections ?? 128,
    pipelining: 1,
    headersTimeout: options.headersTimeoutMs ?? 60_000,
    bodyTimeout: options.bodyTimeoutMs ?? 30_000,
    keepAliveTimeout: keepAlive,
    // A server's own hint may shorten the time but never lengthen it.
    keepAliveMaxTimeout: keepAlive,
    connect: {
      timeout: options.connectTimeoutMs ?? 3_000,
      minVersion: 'TLSv1.2',
      ...(options.ca === undefined ? {} : { ca: options.ca }),
    },
  };
}
