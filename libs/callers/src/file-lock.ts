import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, link, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const retryDelayMs = 20;
/** A lock is held for a few milliseconds. An older one was left by a process that was killed, perhaps on another machine. */
const maxAgeMs = 60_000;

/**
 * Acquires the lock that a file is: the file exists while somebody holds it. One that a killed process left is replaced.
 * @returns the function that releases the lock; undefined if another process holds it for longer than `timeoutMs`
 */
export async function acquireFileLock(path: string, timeoutMs: number): Promise<(() => Promise<void>) | undefined> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    if (await createLock(path)) return () => rm(path, { force: true });
    const abandoned = await findAbandonedLock(path);
    if (abandoned !== undefined) await removeLock(path, abandoned);
    else if (performance.now() > deadline) return undefined;
    else await sleep(retryDelayMs);
  }
}

/** The id of the process that holds the lock, for messages; empty if it is not known. */
export const readLockHolder = async (path: string): Promise<string> =>
  (await readFile(path, 'utf8').catch(() => '')).split(' ', 1)[0]?.trim() ?? '';

async function createLock(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(`${process.pid} ${hostname()} ${randomUUID()}\n`);
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The content of a lock whose holder is gone; undefined where there is none, or its holder may be alive. */
async function findAbandonedLock(path: string): Promise<string | undefined> {
  try {
    const content = await readFile(path, 'utf8');
    const [pid, host] = content.trim().split(' ');
    if (Date.now() - (await stat(path)).mtimeMs > maxAgeMs) return content;
    return host === hostname() && !isRunning(Number(pid)) ? content : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Removes a lock. Another process may have removed it first, and acquired its own: what was taken away is compared, and
 * put back where it is not the abandoned one.
 */
async function removeLock(path: string, abandoned: string): Promise<void> {
  const removed = `${path}.${randomUUID()}`;
  try {
    await rename(path, removed);
  } catch {
    return;
  }
  if ((await readFile(removed, 'utf8')) !== abandoned) await link(removed, path).catch(() => undefined);
  await rm(removed, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
