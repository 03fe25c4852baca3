import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SandboxOptions } from '../options.js';

export interface ListeningServer {
  readonly server: Server;
  /** The origin that clients use. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts to listen on the port of the object store. The caller adds the listener for `request`.
 * Rejects when the port is in use.
 */
export async function startObjectStoreServer(options: SandboxOptions): Promise<ListeningServer> {
  const server = createServer();
  const port = options.objectStorePort ?? (options.port === 0 ? 0 : options.port + 1);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return { server, url: publicOriginOf(server, options), close: () => closeServer(server) };
}

/** The origin that clients use for a listening server. */
export function publicOriginOf(server: Server, options: SandboxOptions): string {
  const { port } = server.address() as AddressInfo;
  return `http://${publicHostOf(options)}:${port}`;
}

/** The host name of that origin. */
export function publicHostOf({ host, publicHost }: SandboxOptions): string {
  const name = publicHost ?? { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return name.includes(':') ? `[${name}]` : name;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
