import { hashApiKeySecret, generateApiKey } from './api-key-format.js';
import { updateApiKeyFile } from './api-key-file.js';
import type { ApiKeyRecord } from './api-key-record.js';
import type { GrantedScope } from '../scopes.js';

export interface NewApiKey {
  readonly owner: string;
  readonly scopes: readonly GrantedScope[];
  /** The KooDrive user that the key acts for by default. Undefined: it acts as the app. */
  readonly userId?: string;
  readonly expiresAt?: Date;
}

/**
 * Creates a key and writes its hash to the file.
 * @param now milliseconds since 1970
 * @returns the id and the text of the key; the text is stored nowhere
 * @throws ApiKeyFileError
 */
export async function issueApiKey(
  path: string,
  newKey: NewApiKey,
  now = Date.now(),
): Promise<{ id: string; text: string }> {
  const { id, secret, text } = generateApiKey();
  const record: ApiKeyRecord = {
    id,
    owner: newKey.owner,
    hash: hashApiKeySecret(secret).toString('hex'),
    scopes: [...new Set(newKey.scopes)],
    userId: newKey.userId,
    createdAt: new Date(now).toISOString(),
    expiresAt: newKey.expiresAt?.toISOString(),
  };
  await updateApiKeyFile(path, (records) => [...records, record]);
  return { id, text };
}

/**
 * Revokes a key permanently. Its record stays in the file, so that a later use can be reported with its owner.
 * @returns false if there is no such key
 * @throws ApiKeyFileError
 */
export async function revokeApiKey(path: string, id: string, now = Date.now()): Promise<boolean> {
  let found = false;
  await updateApiKeyFile(path, (records) =>
    records.map((record) => {
      if (record.id !== id) return record;
      found = true;
      return record.revokedAt === undefined ? { ...record, revokedAt: new Date(now).toISOString() } : record;
    }),
  );
  return found;
}
