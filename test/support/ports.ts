import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below what Linux hands out by itself (32768 and up): no connection or `listen(0)` elsewhere can take such a port. */
const [lowest, highest] = [20_000, 32_000];
const mostTries = 100;
const given = new Set<number>();

/** A TCP port of 127.0.0.1 that nobody listens at, and that this process has not given before. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const port = randomInt(lowest, highest);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
  throw new Error(`No free port between ${lowest} and ${highest} in ${mostTries} tries.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
