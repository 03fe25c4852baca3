import { type GrantedScope, isGrantedScope } from '../scopes.js';
import { apiKeyIdPattern } from './api-key-format.js';

/** An API key as stored: everything except its secret. Times are RFC 3339 in UTC. */
export interface ApiKeyRecord {
  readonly id: string;
  readonly owner: string;
  /** SHA-256 of the secret, in hexadecimal digits. */
  readonly hash: string;
  readonly scopes: readonly GrantedScope[];
  /** The KooDrive user that the key acts for by default. Undefined: it acts as the app. */
  readonly userId?: string;
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
}

/** The file of API keys cannot be used. The message names the place of the mistake, and never a value. */
export class ApiKeyFileError extends Error {
  override readonly name = 'ApiKeyFileError';
}

/** The form of a KooDrive user id that the gateway accepts. */
export const userIdPattern = /^[A-Za-z0-9_-]{1,64}$/;
/** Printable characters, so that the text cannot break a table or a log line. */
export const printableNamePattern = /^(?=.*\S)[^\p{C}\p{Zl}\p{Zp}]{1,100}$/u;

const fieldValidators: Readonly<Record<keyof ApiKeyRecord, (value: unknown) => boolean>> = {
  id: matchesPattern(apiKeyIdPattern),
  owner: matchesPattern(printableNamePattern),
  hash: matchesPattern(/^[0-9a-f]{64}$/),
  scopes: (value) =>
    Array.isArray(value) && value.every((scope: unknown) => typeof scope === 'string' && isGrantedScope(scope)),
  userId: optional(matchesPattern(userIdPattern)),
  createdAt: isTimestamp,
  expiresAt: optional(isTimestamp),
  revokedAt: optional(isTimestamp),
};

/** Parses the text of a key file. @throws ApiKeyFileError */
export function parseApiKeyFile(text: string): readonly ApiKeyRecord[] {
  const keys = parseEntries(text);
  const seenIds = new Set<string>();
  return keys.map((entry, index) => {
    const record = parseRecord(entry, index);
    if (seenIds.has(record.id)) throw new ApiKeyFileError(`key ${index + 1}: the id occurs twice`);
    seenIds.add(record.id);
    return record;
  });
}

export function serializeApiKeyFile(records: readonly ApiKeyRecord[]): string {
  return `${JSON.stringify({ version: 1, keys: records }, null, 2)}\n`;
}

function parseEntries(text: string): readonly unknown[] {
  const content = parseJson(text);
  if (!isObject(content) || content['version'] !== 1 || !Array.isArray(content['keys'])) {
    throw new ApiKeyFileError('the file is not {"version": 1, "keys": [...]}');
  }
  return content['keys'] as unknown[];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The message of JSON.parse would quote the text.
    throw new ApiKeyFileError('the file is not JSON');
  }
}

function parseRecord(entry: unknown, index: number): ApiKeyRecord {
  if (!isObject(entry)) throw new ApiKeyFileError(`key ${index + 1}: not an object`);
  for (const [name, isValid] of Object.entries(fieldValidators)) {
    if (!isValid(entry[name])) throw new ApiKeyFileError(`key ${index + 1}: "${name}" is missing or wrong`);
  }
  return entry as unknown as ApiKeyRecord;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function matchesPattern(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value);
}

function optional(isValid: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === undefined || isValid(value);
}

function isTimestamp(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
}
