import { mkdir, readFile, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { acquireFileLock, readLockHolder } from '../file-lock.js';
import { replacePrivateFile } from '../private-file.js';
import { serializeApiKeyFile, ApiKeyFileError, type ApiKeyRecord, parseApiKeyFile } from './api-key-record.js';

const defaultLockTimeoutMs = 5000;

/** The records of the file; an empty list if the file does not exist. @throws ApiKeyFileError that names the file */
export async function readApiKeyFile(path: string): Promise<readonly ApiKeyRecord[]> {
  return (await readRecords(path)) ?? [];
}

/** @throws ApiKeyFileError that names the file, also if it does not exist */
export async function readExistingApiKeyFile(path: string): Promise<readonly ApiKeyRecord[]> {
  const records = await readRecords(path);
  if (!records) throw new ApiKeyFileError(`${path} does not exist`);
  return records;
}

/** @returns undefined if the file does not exist */
async function readRecords(path: string): Promise<readonly ApiKeyRecord[] | undefined> {
  try {
    return parseApiKeyFile(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof ApiKeyFileError) throw new ApiKeyFileError(`${path}: ${error.message}`);
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new ApiKeyFileError(`${path} cannot be read (${code ?? 'unknown reason'})`, { cause: error });
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
  const lockPath = `${target}.lock`;
  const unlock = await acquireFileLock(lockPath, timeoutMs);
  if (!unlock)
    throw new ApiKeyFileError(`process ${await readLockHolder(lockPath)} is writing the file; ${lockPath} says so`);
  try {
    await replacePrivateFile(target, serializeApiKeyFile(change(await readApiKeyFile(target))));
  } finally {
    await unlock();
  }
}
