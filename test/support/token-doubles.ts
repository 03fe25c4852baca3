import { createSecretKey, randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import {
  type AppTokenMinter,
  type MintedToken,
  type RefreshedSession,
  type SessionRefresher,
  type UpstreamSession,
  Vault,
} from '#access-token';

/** A signal that never aborts. */
export const never = new AbortController().signal;
// Hundreds wait with it at once; a real signal belongs to one request.
setMaxListeners(0, never);

export function newVault(): Vault {
  return new Vault([{ id: 'test', key: createSecretKey(randomBytes(32)) }]);
}

/** Mints numbered tokens and counts; waits where `hold` was called, fails where `failure` is set. */
export class CountingMinter implements AppTokenMinter {
  readonly identity = 'https://token.test canary-client';
  mints = 0;
  life = 1_800;
  failure: Error | null = null;
  /** The token to give in place of a numbered one. */
  always: string | null = null;
  #gate: Promise<void> = Promise.resolve();

  constructor(private readonly label = 'app') {}

  /** Holds each mint until the function that it gives is called. */
  hold(): () => void {
    let open: () => void = () => undefined;
    this.#gate = new Promise((resolve) => (open = resolve));
    return open;
  }

  async mint(): Promise<MintedToken> {
    const number = ++this.mints;
    await this.#gate;
    if (this.failure) throw this.failure;
    return { token: this.always ?? `canary-${this.label}-${number}`, expiresIn: this.life };
  }
}

/** Refreshes with numbered tokens and records what was spent. */
export class RecordingRefresher implements SessionRefresher {
  readonly spent: UpstreamSession[] = [];
  refuse = false;
  failure: Error | null = null;
  #gate: Promise<void> = Promise.resolve();

  hold(): () => void {
    let open: () => void = () => undefined;
    this.#gate = new Promise((resolve) => (open = resolve));
    return open;
  }

  async refresh(session: UpstreamSession): Promise<RefreshedSession | null> {
    const number = this.spent.push(session);
    await this.#gate;
    if (this.failure) throw this.failure;
    return this.refuse ? null : { token: `Bearer canary-refreshed-${number}` };
  }
}
