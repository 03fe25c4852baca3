import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { formatKeyFile, KeyFileError, type KeyRecord, parseKeyFile } from './key-record.js';

const lockPatienceMs = 5000;
const lockRetryMs = 20;

/** The records of the file; none where there is no file. @throws KeyFileError */
export async function readKeyFile(path: string): Promise<readonly KeyRecord[]> {
  try {
    return parseKeyFile(await readFile(path, 'utf8'));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/**
 * Changes the file: read, change, write beside it, rename, so that a reader sees the old or the new one. One writer at
 * a time, across processes. The file is for its owner only (0600).
 * @throws KeyFileError where the file is broken, or another writer does not come to an end in 5 s
 */
export async function changeKeyFile(
  path: string,
  change: (records: readonly KeyRecord[]) => readonly KeyRecord[],
  patienceMs = lockPatienceMs,
): Promise<void> {
  // A file reached through a link stays reached through it.
  const target = await realpath(path).catch(() => path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const unlock = await lock(`${target}.lock`, patienceMs);
  try {
    await replaceFile(target, formatKeyFile(change(await readKeyFile(target))));
  } finally {
    await unlock();
  }
}

async function replaceFile(target: string, content: string): Promise<void> {
  const fresh = `${target}.${randomUUID()}.tmp`;
  try {
    const file = await open(fresh, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

/**
 * A lock that a crashed writer left is not taken over: two that find it at once could not tell who took it. The
 * message says what to do.
 */
async function lock(path: string, patienceMs: number): Promise<() => Promise<void>> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(`${process.pid}\n`);
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
      if (performance.now() > deadline) throw new KeyFileError(await lockedMessage(path));
      await pause(lockRetryMs);
    }
  }
}

async function lockedMessage(path: string): Promise<string> {
  const holder = (await readFile(path, 'utf8').catch(() => '')).trim();
  return `another process${holder && ` (${holder})`} is writing the file; if it is gone, remove ${path}`;
}

function isCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === code;
}
