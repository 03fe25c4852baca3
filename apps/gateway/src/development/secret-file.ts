import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The secret in a file; undefined where there is no such file. */
export async function readSecretFile(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.trim() || undefined;
}

/** Writes a secret, unencrypted, into a file that only the user of this process may read. */
export async function writeSecretFile(path: string, secret: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${secret}\n`, { mode: 0o600 });
  // The mode of writeFile has no effect on a file that exists.
  await chmod(path, 0o600);
}
