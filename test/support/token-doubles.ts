import { createSecretKey, randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type {
  AppTokenMinter,
  MintedToken,
  RefreshedKooDriveSession,
  KooDriveSessionRefresher,
  KooDriveSession,
} from '#access-token';
import { Vault } from '#vault';

/** A signal that never aborts. */
export const neverAbortedSignal = new AbortController().signal;
// Hundreds of calls use this signal at once; a real signal belongs to one request.
setMaxListeners(0, neverAbortedSignal);

export function createTestVault(): Vault {
  return new Vault([{ id: 'test', key: createSecretKey(randomBytes(32)) }]);
}

/** Mints numbered tokens and counts them. It waits after `holdMints`, and fails if `failure` is set. */
export class CountingMinter implements AppTokenMinter {
  readonly identity = 'https://token.test canary-client';
  mintCount = 0;
  expiresInSeconds = 1_800;
  failure: Error | undefined;
  /** The token to return in place of a numbered one. */
  fixedToken: string | undefined;
  private gate: Promise<void> = Promise.resolve();

  constructor(private readonly label = 'app') {}

  /** Delays each mint until the returned function is called. */
  holdMints(): () => void {
    let release: () => void = () => undefined;
    this.gate = new Promise((resolve) => (release = resolve));
    return release;
  }

  async mint(): Promise<MintedToken> {
    const number = ++this.mintCount;
    await this.gate;
    if (this.failure) throw this.failure;
    return { token: this.fixedToken ?? `canary-${this.label}-${number}`, expiresInSeconds: this.expiresInSeconds };
  }
}

/** Refreshes with numbered tokens and records the sessions whose refresh values were spent. */
export class RecordingRefresher implements KooDriveSessionRefresher {
  readonly refreshedSessions: KooDriveSession[] = [];
  rejectsRefresh = false;
  failure: Error | undefined;
  private gate: Promise<void> = Promise.resolve();

  /** Delays each refresh until the returned function is called. */
  holdRefreshes(): () => void {
    let release: () => void = () => undefined;
    this.gate = new Promise((resolve) => (release = resolve));
    return release;
  }

  async refresh(session: KooDriveSession): Promise<RefreshedKooDriveSession | undefined> {
    const number = this.refreshedSessions.push(session);
    await this.gate;
    if (this.failure) throw this.failure;
    return this.rejectsRefresh ? undefined : { token: `Bearer canary-refreshed-${number}` };
  }
}
