import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serializeApiKeyFile, ApiKeyFileError, type ApiKeyRecord, parseApiKeyFile } from './api-key-record.js';

const defaultLockTimeoutMs = 5000;
const lockRetryDelayMs = 20;

/** The records of the file; an empty list if the file does not exist. @throws ApiKeyFileError */
export async function readApiKeyFile(path: string): Promise<readonly ApiKeyRecord[]> {
  try {
    return parseApiKeyFile(await readFile(path, 'utf8'));
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/**
 * Changes the file: it writes a temporary file and renames it, so that a reader sees the old or the new content. Only one
 * process writes at a time. Only the owner can read the file (mode 0600).
 * @param timeoutMs maximum wait for another writer
 * @throws ApiKeyFileError if the file is invalid, or another writer does not finish within `timeoutMs`
 */
export async function updateApiKeyFile(
  path: string,
  change: (records: readonly ApiKeyRecord[]) => readonly ApiKeyRecord[],
  timeoutMs = defaultLockTimeoutMs,
): Promise<void> {
  // A symbolic link must stay a link: write the file that it points to.
  const target = await realpath(path).catch(() => path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const unlock = await acquireFileLock(`${target}.lock`, timeoutMs);
  try {
    await replaceFile(target, serializeApiKeyFile(change(await readApiKeyFile(target))));
  } finally {
    await unlock();
  }
}

async function replaceFile(target: string, content: string): Promise<void> {
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * A lock file of a crashed writer is not replaced: two processes that find it at the same time could both take the lock.
 * The error message says how to remove it.
 * @returns the function that releases the lock
 */
async function acquireFileLock(path: string, timeoutMs: number): Promise<() => Promise<void>> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(`${process.pid}\n`);
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (!hasErrorCode(error, 'EEXIST')) throw error;
      if (performance.now() > deadline) throw new ApiKeyFileError(await describeLockHolder(path));
      await sleep(lockRetryDelayMs);
    }
  }
}

async function describeLockHolder(path: string): Promise<string> {
  const holder = (await readFile(path, 'utf8').catch(() => '')).trim();
  return `another process${holder && ` (${holder})`} is writing the file; if it is gone, remove ${path}`;
}

function hasErrorCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === code;
}
