import { hash } from 'node:crypto';
import { type Clock, systemClock } from '#store';
import type { Caller } from '../caller.js';

/** Milliseconds that a verified token is remembered at most. */
const LONGEST = 30_000;
const MOST_TOKENS = 10_000;

interface Remembered {
  readonly caller: Caller;
  /** By the clock that tells the time of day, as the token's own end. */
  readonly until: number;
}

/**
 * Tokens that were verified a moment ago, by their SHA-256: a signature costs 50 times what a hash does. The least
 * recently used goes first. Tokens themselves are not kept.
 */
export class TokenMemory {
  readonly #tokens = new Map<string, Remembered>();

  constructor(
    private readonly clock: Clock = systemClock,
    private readonly most = MOST_TOKENS,
  ) {}

  recall(token: string): Caller | undefined {
    const name = nameOf(token);
    const found = this.#tokens.get(name);
    if (!found) return undefined;
    this.#tokens.delete(name);
    const { caller, until } = found;
    if (this.clock.now() >= until) return undefined;
    this.#tokens.set(name, found);
    return caller;
  }

  /** @param end milliseconds since 1970 after which the token is not good any more */
  keep(token: string, caller: Caller, end: number): void {
    const until = Math.min(end, this.clock.now() + LONGEST);
    if (until <= this.clock.now()) return;
    this.#tokens.set(nameOf(token), { caller, until });
    if (this.#tokens.size <= this.most) return;
    const [oldest] = this.#tokens.keys();
    if (oldest !== undefined) this.#tokens.delete(oldest);
  }
}

function nameOf(token: string): string {
  return hash('sha256', token, 'base64url');
}
