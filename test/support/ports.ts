import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ephemeral ports of Linux (32768 and up): no connection or `listen(0)` elsewhere can take such a port. */
const [minPort, maxPort] = [20_000, 32_000];
const maxAttempts = 100;
const issuedPorts = new Set<number>();

/** A TCP port of 127.0.0.1 on which no process listens, and which this process has not returned before. */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const port = randomInt(minPort, maxPort);
    if (issuedPorts.has(port) || !(await isFree(port))) continue;
    issuedPorts.add(port);
    return port;
  }
  throw new Error(`No free port between ${minPort} and ${maxPort} in ${maxAttempts} attempts.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
