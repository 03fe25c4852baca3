import { constants, type Stats } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { replacePrivateFile } from '#callers';

export interface StoredSecret {
  readonly text: string;
  /** Others may know the secret: it must be replaced. */
  readonly exposed: boolean;
}

/**
 * The secret in a file; undefined where there is no such file. Reports on standard error why a secret must be replaced.
 * A symbolic link is not followed.
 */
export async function readSecretFile(path: string): Promise<StoredSecret | undefined> {
  // Without O_NONBLOCK, opening a named pipe would wait for a writer.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(path, flags).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') reportExposure(path, 'is no readable file');
  });
  if (!file) return undefined;
  try {
    const exposure = findExposure(await file.stat());
    if (exposure !== undefined) reportExposure(path, exposure);
    return { text: (await file.readFile('utf8')).trim(), exposed: exposure !== undefined };
  } finally {
    await file.close();
  }
}

function reportExposure(path: string, exposure: string): void {
  process.stderr.write(`${path} ${exposure}: a new secret replaces it\n`);
}

/** Writes a secret, unencrypted, into a new file that only the user of this process may read. */
export async function writeSecretFile(path: string, secret: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await replacePrivateFile(path, `${secret}\n`);
}

/** Why others may know or have written the content of a file; undefined where they may not. */
function findExposure(stats: Stats): string | undefined {
  // Windows has neither modes nor user ids.
  if (!process.getuid) return undefined;
  if (stats.uid !== process.getuid()) return 'belongs to another user';
  return (stats.mode & 0o077) === 0 ? undefined : 'is accessible to other users';
}
