import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { InvalidCursorError } from '../failure/errors.js';
import { type Principal, principalKey } from '../principal.js';
import type { PagePosition } from './page-position.js';

/** What a cursor belongs to: it is valid for nothing else. */
export interface CursorScope {
  readonly operation: string;
  /** Without the paging members. */
  readonly input: unknown;
  readonly principal: Principal;
}

const maxCursorCharacters = 8192;
const minKeyBytes = 32;

/**
 * Turns positions into cursors and back. A cursor is the base64url of the position, a dot, and an HMAC-SHA256 over position
 * and scope. Callers can read the position, but they cannot change it, or use it for another list or another principal.
 */
export class CursorSigner {
  readonly #keys: readonly [Uint8Array, ...Uint8Array[]];

  /** @param keys of at least 32 bytes; the first signs, all of them verify */
  constructor(keys: readonly [Uint8Array, ...Uint8Array[]]) {
    if (keys.some((key) => key.length < minKeyBytes)) {
      throw new RangeError(`a key for cursors needs at least ${minKeyBytes} bytes`);
    }
    this.#keys = keys;
  }

  sign(position: PagePosition, scope: CursorScope): string {
    const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
    return `${payload}.${computeHmac(this.#keys[0], payload, scope).toString('base64url')}`;
  }

  /** @throws InvalidCursorError */
  verify(cursor: string, scope: CursorScope): PagePosition {
    const [payload, signature, ...rest] = cursor.length > maxCursorCharacters ? [] : cursor.split('.');
    if (!payload || !signature || rest.length > 0) throw new InvalidCursorError();
    const actual = Buffer.from(signature, 'base64url');
    const isAuthentic = this.#keys.some((key) => {
      const expected = computeHmac(key, payload, scope);
      return actual.length === expected.length && timingSafeEqual(actual, expected);
    });
    if (!isAuthentic) throw new InvalidCursorError();
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as PagePosition;
  }
}

function computeHmac(key: Uint8Array, payload: string, { operation, input, principal }: CursorScope): Buffer {
  const digest = createHash('sha256').update(canonicalizeJson(input)).digest('hex');
  const parts = ['cursor', operation, principalKey(principal), digest, payload];
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest();
}

/** JSON with sorted members and without undefined ones, so that equal inputs give equal text. */
function canonicalizeJson(input: unknown): string {
  return JSON.stringify(input ?? {}, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
