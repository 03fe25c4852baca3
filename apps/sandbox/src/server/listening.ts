import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SandboxOptions } from '../options.js';

/** A server that listens, and where. */
export interface Listening {
  readonly server: Server;
  /** Origin, as others reach it. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Opens the object store's port; requests go to whoever listens for `request`. Rejects when the port is taken. */
export async function listenForObjects(options: SandboxOptions): Promise<Listening> {
  const server = createServer();
  const port = options.objectStorePort ?? (options.port === 0 ? 0 : options.port + 1);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return { server, url: originOf(server, options), close: () => closeServer(server) };
}

/** The origin under which others reach a listening server. */
export function originOf(server: Server, { host, publicHost }: SandboxOptions): string {
  const { port } = server.address() as AddressInfo;
  const name = publicHost ?? { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
