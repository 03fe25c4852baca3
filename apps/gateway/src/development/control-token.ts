import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { readSecretFile, writeSecretFile } from './secret-file.js';

/**
 * The control token of the embedded sandbox, with 256 random bits. It is stored beside the file of API keys, so that it
 * stays the same when the gateway restarts, unless other users of the machine have access to the file.
 */
export async function ensureControlToken(apiKeysFilePath: string): Promise<string> {
  const path = join(dirname(apiKeysFilePath), 'sandbox-control-token');
  const stored = await readSecretFile(path);
  if (stored && !stored.exposed && /^[\w-]{43}$/.test(stored.text)) return stored.text;
  const token = randomBytes(32).toString('base64url');
  await writeSecretFile(path, token);
  return token;
}
