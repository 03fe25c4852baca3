import { timingSafeEqual } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { type Clock, systemClock } from '#store';
import { hashSecret, parseApiKeyText } from './api-key-text.js';
import type { Caller } from '../caller.js';
import { type KeyRecord, parseKeyFile } from './key-record.js';
import { Refusal } from '../refusal.js';

interface KnownKey {
  readonly hash: Buffer;
  readonly caller: Caller;
  readonly expiresAt: number;
  readonly revoked: boolean;
}

export interface RegistryOptions {
  readonly clock?: Clock;
  /** Hears why the file could not be read, once for each state of the file; the keys known before stay good. */
  readonly onProblem?: (error: Error) => void;
  /** Milliseconds between two looks at the file: a revocation bites after that at the latest. */
  readonly lookEveryMs?: number;
}

/** Stands in where the id is unknown, so that an unknown id costs what a known one does. */
const nobody = Buffer.alloc(32);
const noFile = 'none';
const unreadable = 'unreadable';

/**
 * The keys of a file, followed as it changes. Asked of the file's state twice a second rather than told by a watcher:
 * watchers are silent on network drives and on the links by which Kubernetes mounts secrets.
 */
export class ApiKeyRegistry {
  #keys: ReadonlyMap<string, KnownKey> = new Map();
  #state = '';
  #looking = false;
  #timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly path: string,
    private readonly options: RegistryOptions,
  ) {}

  /** @throws KeyFileError where the file is there but broken: better not to start than to refuse everybody */
  static async open(path: string, options: RegistryOptions = {}): Promise<ApiKeyRegistry> {
    const registry = new ApiKeyRegistry(path, options);
    await registry.#load(await registry.#fileState());
    registry.#timer = setInterval(() => void registry.look(), options.lookEveryMs ?? 500).unref();
    return registry;
  }

  get size(): number {
    return this.#keys.size;
  }

  /**
   * Who holds this key. One hash and one comparison in constant time, about two microseconds: nothing is remembered
   * between requests, so nothing outlives a revocation.
   */
  verify(text: string): Caller | Refusal {
    const key = parseApiKeyText(text);
    if (key === 'malformed') return new Refusal('malformed-key');
    if (key === 'mistyped') return new Refusal('mistyped-key');
    const known = this.#keys.get(key.id);
    const right = timingSafeEqual(hashSecret(key.secret), known?.hash ?? nobody);
    if (!known) return new Refusal('unknown-key', { caller: callerId(key.id) });
    const { caller } = known;
    if (!right) return new Refusal('wrong-secret', { caller: caller.id });
    if (known.revoked) return new Refusal('revoked-key', { caller: caller.id, owner: caller.owner });
    const now = (this.options.clock ?? systemClock).now();
    if (now >= known.expiresAt) return new Refusal('expired-key', { caller: caller.id, owner: caller.owner });
    return caller;
  }

  /** Reads the file again if it has changed. Never rejects. */
  async look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    let state = unreadable;
    try {
      state = await this.#fileState();
      if (state !== this.#state) await this.#load(state);
    } catch (error) {
      if (state === unreadable && this.#state === unreadable) return;
      this.#state = state;
      this.options.onProblem?.(error as Error);
    } finally {
      this.#looking = false;
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #load(state: string): Promise<void> {
    if (state === noFile) {
      if (this.#state !== '') throw new Error('the file of API keys is gone; its keys stay good');
    } else {
      const records = parseKeyFile(await readFile(this.path, 'utf8'));
      this.#keys = new Map(records.map((record) => [record.id, knownKey(record)]));
    }
    this.#state = state;
  }

  /** Changes with every replacement and every write of the file. */
  async #fileState(): Promise<string> {
    try {
      const { ino, mtimeNs, size } = await stat(this.path, { bigint: true });
      return `${ino}:${mtimeNs}:${size}`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return noFile;
      throw error;
    }
  }
}

function knownKey(record: KeyRecord): KnownKey {
  return {
    hash: Buffer.from(record.hash, 'hex'),
    caller: Object.freeze<Caller>({
      id: callerId(record.id),
      kind: 'api-key',
      owner: record.owner,
      scopes: new Set(record.scopes),
      principal: record.userId === undefined ? { kind: 'app' } : { kind: 'user', userId: record.userId },
    }),
    expiresAt: record.expiresAt === undefined ? Infinity : Date.parse(record.expiresAt),
    revoked: record.revokedAt !== undefined,
  };
}

function callerId(keyId: string): string {
  return `api-key:${keyId}`;
}
