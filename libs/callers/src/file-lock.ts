import { createHash, randomUUID } from 'node:crypto';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const retryDelayMs = 20;
/** A lock is held for a few milliseconds. An older one was left by a process that was killed, perhaps on another machine. */
const maxAgeMs = 60_000;
/** Hexadecimal digits: enough for the few locks beside one file. */
const digestLength = 16;

/**
 * Acquires the lock that a file is: the file exists while somebody holds it. One that a killed process left is replaced.
 * @returns the function that releases the lock; undefined if another process holds it for longer than `timeoutMs`
 */
export async function acquireFileLock(path: string, timeoutMs: number): Promise<(() => Promise<void>) | undefined> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const content = await createLock(path);
    if (content !== undefined) return () => releaseLock(path, content);
    const abandoned = await findAbandonedLock(path);
    if (abandoned !== undefined && (await removeAbandonedLock(path, abandoned))) continue;
    if (performance.now() > deadline) return undefined;
    await sleep(retryDelayMs);
  }
}

/** The id of the process that holds the lock, for messages; empty if it is not known. */
export const readLockHolder = async (path: string): Promise<string> =>
  (await readFile(path, 'utf8').catch(() => '')).split(' ', 1)[0]?.trim() ?? '';

/** @returns the content of the new lock, which no other has; undefined where there is a lock */
async function createLock(path: string): Promise<string | undefined> {
  const content = `${process.pid} ${hostname()} ${randomUUID()}\n`;
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(content);
    } finally {
      await file.close();
    }
    return content;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}

/** A holder that was slow for a minute may have lost its lock to another one. */
async function releaseLock(path: string, content: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => '')) === content) await rm(path, { force: true });
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
 * Removes an abandoned lock, unless it is another one by now. Only one process at a time may do so: it holds a lock that is
 * named after the content of the abandoned one. Otherwise a slow process would remove the lock that a faster one has acquired
 * meanwhile. The name is that of a temporary file, which is removed if this process is killed.
 * @returns whether the abandoned lock is gone
 */
async function removeAbandonedLock(path: string, abandoned: string): Promise<boolean> {
  const digest = createHash('sha256').update(abandoned).digest('hex').slice(0, digestLength);
  const release = await acquireFileLock(`${path}.${digest}.tmp`, 0);
  if (!release) return false;
  try {
    if ((await findAbandonedLock(path)) === abandoned) await rm(path, { force: true });
    return true;
  } finally {
    await release();
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
