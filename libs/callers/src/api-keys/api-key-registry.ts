import { timingSafeEqual } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { type Clock, systemClock } from '#store';
import { hashApiKeySecret, parseApiKey } from './api-key-format.js';
import { buildCallerId, type Caller } from '../caller.js';
import { readExistingApiKeyFile } from './api-key-file.js';
import type { ApiKeyRecord } from './api-key-record.js';
import { AuthenticationFailure } from '../authentication-failure.js';

interface RegisteredKey {
  readonly hash: Buffer;
  readonly caller: Caller;
  readonly expiresAtMs: number;
  readonly revoked: boolean;
}

export interface ApiKeyRegistryOptions {
  readonly clock?: Clock;
  /** Called with the reason when the file cannot be loaded, once for each state of the file. The loaded keys stay valid. */
  readonly onError?: (error: Error) => void;
  /** Interval of the checks of the file: the maximum delay of a revocation. Default 500. */
  readonly checkIntervalMs?: number;
}

const defaultCheckIntervalMs = 500;
/** Compared if the id is unknown, so that the check takes the same time as for a known id. */
const placeholderHash = Buffer.alloc(32);
const missingFileState = 'none';
const unreadableFileState = 'unreadable';

/**
 * The keys of a file, which is loaded again when it changes. The registry polls the state of the file and uses no file
 * watcher, because watchers do not work on network drives and on the symbolic links of Kubernetes secrets.
 */
export class ApiKeyRegistry {
  private keys: ReadonlyMap<string, RegisteredKey> = new Map();
  private loadedFileState = '';
  private reloading = false;
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly path: string,
    private readonly options: ApiKeyRegistryOptions,
  ) {}

  /** @throws ApiKeyFileError if the file exists but is invalid: otherwise the gateway would start and reject every key */
  static async open(path: string, options: ApiKeyRegistryOptions = {}): Promise<ApiKeyRegistry> {
    const registry = new ApiKeyRegistry(path, options);
    await registry.load(await registry.readFileState());
    registry.timer = setInterval(
      () => void registry.reloadIfChanged(),
      options.checkIntervalMs ?? defaultCheckIntervalMs,
    ).unref();
    return registry;
  }

  /**
   * The caller of a key. It takes one hash and one comparison in constant time, about 2 µs. The result is not cached, so
   * that a revocation takes effect with the next check of the file.
   */
  verify(text: string): Caller | AuthenticationFailure {
    const key = parseApiKey(text);
    if (key === 'malformed') return new AuthenticationFailure('malformed-key');
    if (key === 'mistyped') return new AuthenticationFailure('mistyped-key');
    const registered = this.keys.get(key.id);
    const isCorrect = timingSafeEqual(hashApiKeySecret(key.secret), registered?.hash ?? placeholderHash);
    if (!registered) return new AuthenticationFailure('unknown-key', { caller: buildCallerId('api-key', key.id) });
    const { caller } = registered;
    if (!isCorrect) return new AuthenticationFailure('wrong-secret', { caller: caller.id });
    if (registered.revoked) return new AuthenticationFailure('revoked-key', { caller: caller.id, owner: caller.owner });
    const now = (this.options.clock ?? systemClock).now();
    if (now >= registered.expiresAtMs)
      return new AuthenticationFailure('expired-key', { caller: caller.id, owner: caller.owner });
    return caller;
  }

  /** The users for whom keys act. */
  listUsers(): readonly string[] {
    return [...this.keys.values()].flatMap(({ caller: { principal }, revoked }) =>
      principal.kind === 'user' && !revoked ? [principal.userId] : [],
    );
  }

  /** Loads the file again if it has changed. Never rejects. */
  async reloadIfChanged(): Promise<void> {
    if (this.reloading) return;
    this.reloading = true;
    let state = unreadableFileState;
    try {
      state = await this.readFileState();
      if (state !== this.loadedFileState) await this.load(state);
    } catch (error) {
      if (state === unreadableFileState && this.loadedFileState === unreadableFileState) return;
      this.loadedFileState = state;
      this.options.onError?.(error as Error);
    } finally {
      this.reloading = false;
    }
  }

  close(): void {
    clearInterval(this.timer);
  }

  private async load(state: string): Promise<void> {
    if (state === missingFileState) {
      if (this.loadedFileState !== '') throw new Error('the file of API keys is missing; the loaded keys stay valid');
    } else {
      const records = await readExistingApiKeyFile(this.path);
      this.keys = new Map(records.map((record) => [record.id, toRegisteredKey(record)]));
    }
    this.loadedFileState = state;
  }

  /** A text that changes with every replacement and every write of the file. */
  private async readFileState(): Promise<string> {
    try {
      const { ino, mtimeNs, size } = await stat(this.path, { bigint: true });
      return `${ino}:${mtimeNs}:${size}`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return missingFileState;
      throw error;
    }
  }
}

function toRegisteredKey(record: ApiKeyRecord): RegisteredKey {
  return {
    hash: Buffer.from(record.hash, 'hex'),
    caller: Object.freeze<Caller>({
      id: buildCallerId('api-key', record.id),
      kind: 'api-key',
      owner: record.owner,
      scopes: new Set(record.scopes),
      principal: record.userId === undefined ? { kind: 'app' } : { kind: 'user', userId: record.userId },
    }),
    expiresAtMs: record.expiresAt === undefined ? Infinity : Date.parse(record.expiresAt),
    revoked: record.revokedAt !== undefined,
  };
}
