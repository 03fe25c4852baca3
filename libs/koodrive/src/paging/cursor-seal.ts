import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { InvalidCursorError } from '../failure/errors.js';
import { type Principal, principalKey } from '../principal.js';
import type { Position } from './position.js';

/** What a cursor belongs to: it opens nothing else. */
export interface CursorScope {
  readonly operation: string;
  /** Without what says which page. */
  readonly input: unknown;
  readonly principal: Principal;
}

const LONGEST = 8192;
const LEAST_KEY_BYTES = 32;

/**
 * Turns positions into cursors and back: base64url of the position, a dot, and an HMAC-SHA256 over position and scope.
 * What it holds can be read, but not changed, and not used for another list or by another principal.
 */
export class CursorSeal {
  /** @param keys of at least 32 bytes; the first seals, all of them open */
  constructor(private readonly keys: readonly [Uint8Array, ...Uint8Array[]]) {
    if (keys.some((key) => key.length < LEAST_KEY_BYTES)) {
      throw new RangeError(`a key for cursors needs at least ${LEAST_KEY_BYTES} bytes`);
    }
  }

  seal(position: Position, scope: CursorScope): string {
    const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
    return `${payload}.${code(this.keys[0], payload, scope).toString('base64url')}`;
  }

  /** @throws InvalidCursorError */
  open(cursor: string, scope: CursorScope): Position {
    const [payload, seal, ...rest] = cursor.length > LONGEST ? [] : cursor.split('.');
    if (!payload || !seal || rest.length > 0) throw new InvalidCursorError();
    const given = Buffer.from(seal, 'base64url');
    const genuine = this.keys.some((key) => {
      const expected = code(key, payload, scope);
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
    if (!genuine) throw new InvalidCursorError();
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Position;
  }
}

function code(key: Uint8Array, payload: string, { operation, input, principal }: CursorScope): Buffer {
  const digest = createHash('sha256').update(inOneOrder(input)).digest('hex');
  const parts = ['cursor', operation, principalKey(principal), digest, payload];
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest();
}

/** JSON in which the order of members does not matter and absent ones are absent. */
function inOneOrder(input: unknown): string {
  return JSON.stringify(input ?? {}, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
