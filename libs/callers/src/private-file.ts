import { randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A temporary file exists for milliseconds. An older one was left by a process that was killed. */
const maxTemporaryAgeMs = 60_000;

/**
 * Replaces a file by a new one that only the user of this process may read (mode 0600). It writes a temporary file and
 * renames it, so that a reader sees the old or the new content, and a symbolic link is replaced, not followed.
 */
export async function replacePrivateFile(target: string, content: string): Promise<void> {
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
    await removeOldTemporaryFiles(target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** They hold secrets, as their target does. */
async function removeOldTemporaryFiles(target: string): Promise<void> {
  const folder = dirname(target);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(`${basename(target)}.`) && each.endsWith('.tmp'))) {
    const path = join(folder, name);
    const stats = await stat(path).catch(() => undefined);
    if (stats && Date.now() - stats.mtimeMs > maxTemporaryAgeMs) await rm(path, { force: true });
  }
}
