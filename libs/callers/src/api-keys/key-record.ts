import { type GrantedScope, isGrantedScope } from '../scopes.js';

/** An API key as it is kept: all but its secret. Times are RFC 3339 in UTC. */
export interface KeyRecord {
  readonly id: string;
  readonly owner: string;
  /** SHA-256 of the secret, in hexadecimal digits. */
  readonly hash: string;
  readonly scopes: readonly GrantedScope[];
  /** The KooDrive user it acts for by default. */
  readonly userId?: string;
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
}

/** The file of API keys is not as it must be. Names the place, never a value. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

/** The form of a KooDrive user's id, as far as the gateway judges it. */
export const userIdForm = /^[A-Za-z0-9_-]{1,64}$/;
/** Printable, so that a table or a log line stays what it is. */
export const ownerForm = /^(?=.*\S)[^\p{C}\p{Zl}\p{Zp}]{1,100}$/u;

const tests: Readonly<Record<keyof KeyRecord, (value: unknown) => boolean>> = {
  id: matches(/^[a-z0-9]{12}$/),
  owner: matches(ownerForm),
  hash: matches(/^[0-9a-f]{64}$/),
  scopes: (value) =>
    Array.isArray(value) && value.every((scope: unknown) => typeof scope === 'string' && isGrantedScope(scope)),
  userId: optional(matches(userIdForm)),
  createdAt: isTime,
  expiresAt: optional(isTime),
  revokedAt: optional(isTime),
};

/** The records of a key file's text. @throws KeyFileError */
export function parseKeyFile(text: string): readonly KeyRecord[] {
  const keys = keysOf(text);
  const seen = new Set<string>();
  return keys.map((entry, index) => {
    const record = recordOf(entry, index);
    if (seen.has(record.id)) throw new KeyFileError(`key ${index + 1}: the id occurs twice`);
    seen.add(record.id);
    return record;
  });
}

export function formatKeyFile(records: readonly KeyRecord[]): string {
  return `${JSON.stringify({ version: 1, keys: records }, null, 2)}\n`;
}

function keysOf(text: string): readonly unknown[] {
  const content = parseJson(text);
  if (!isObject(content) || content['version'] !== 1 || !Array.isArray(content['keys'])) {
    throw new KeyFileError('the file is not {"version": 1, "keys": [...]}');
  }
  return content['keys'] as unknown[];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // JSON.parse would quote the text in its message.
    throw new KeyFileError('the file is not JSON');
  }
}

function recordOf(entry: unknown, index: number): KeyRecord {
  if (!isObject(entry)) throw new KeyFileError(`key ${index + 1}: not an object`);
  for (const [name, test] of Object.entries(tests)) {
    if (!test(entry[name])) throw new KeyFileError(`key ${index + 1}: "${name}" is missing or wrong`);
  }
  return entry as unknown as KeyRecord;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function matches(form: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && form.test(value);
}

function optional(test: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === undefined || test(value);
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
}
