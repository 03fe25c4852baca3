import { hashSecret, newApiKeyText } from './api-key-text.js';
import { changeKeyFile } from './key-file.js';
import type { KeyRecord } from './key-record.js';
import type { GrantedScope } from '../scopes.js';

export interface KeyOrder {
  readonly owner: string;
  readonly scopes: readonly GrantedScope[];
  /** The KooDrive user it acts for by default; without one it acts as the app. */
  readonly userId?: string | undefined;
  readonly expiresAt?: Date | undefined;
}

/** Makes a key, keeps its hash in the file, and gives its text: this once, it is kept nowhere. */
export async function issueApiKey(
  path: string,
  order: KeyOrder,
  now = Date.now(),
): Promise<{ id: string; text: string }> {
  const { id, secret, text } = newApiKeyText();
  const record: KeyRecord = {
    id,
    owner: order.owner,
    hash: hashSecret(secret).toString('hex'),
    scopes: [...new Set(order.scopes)],
    ...(order.userId !== undefined && { userId: order.userId }),
    createdAt: new Date(now).toISOString(),
    ...(order.expiresAt && { expiresAt: order.expiresAt.toISOString() }),
  };
  await changeKeyFile(path, (records) => [...records, record]);
  return { id, text };
}

/** Ends a key for good; its record stays, so that its use can still be named. @returns whether there is such a key */
export async function revokeApiKey(path: string, id: string, now = Date.now()): Promise<boolean> {
  let found = false;
  await changeKeyFile(path, (records) =>
    records.map((record) => {
      if (record.id !== id) return record;
      found = true;
      return record.revokedAt === undefined ? { ...record, revokedAt: new Date(now).toISOString() } : record;
    }),
  );
  return found;
}
