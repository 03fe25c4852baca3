import { LRUCache } from 'lru-cache';
import { type Store, StoreUnavailableError } from '#store';
import type { BrowserSession } from './browser-session.js';

/** Asks KooDrive whether it still has the session. Rejects if KooDrive cannot be asked now. */
export type AskKooDrive = (session: BrowserSession) => Promise<boolean>;

export interface RevivedSessionsOptions {
  readonly store: Store;
  /** Without it, only the ends of this instance are known. */
  readonly askKooDrive?: AskKooDrive;
  readonly deleteSessions: (ids: readonly string[]) => Promise<unknown>;
}

/** Of each kind, for each instance. The ones that were not used for longest are forgotten. */
const maxRememberedSessions = 20_000;
const maxDeletedAtOnce = 500;

/**
 * Recognizes browser sessions that have ended and are in the store again, since a restart or a failover has brought older
 * data back (docs/decisions/0024).
 */
export class RevivedSessions {
  private readonly ended = new LRUCache<string, true>({ max: maxRememberedSessions });
  /** The generation of the store in which KooDrive has confirmed a session, for a store that cannot be written. */
  private readonly confirmed = new LRUCache<string, string>({ max: maxRememberedSessions });
  private readonly questions = new Map<string, Promise<boolean>>();
  private generation: string | undefined;

  constructor(private readonly options: RevivedSessionsOptions) {}

  /** Call it before the records are deleted: also a deletion that fails, or that a failover undoes, was meant. */
  recordEnds(ids: readonly string[]): void {
    for (const id of ids) this.ended.set(id, true);
  }

  /**
   * @param generation of the store when the session was last known to be in use
   * @throws StoreUnavailableError if that cannot be known now
   */
  async has(session: BrowserSession, generation: string | undefined): Promise<boolean> {
    this.deleteAfterLoss();
    if (this.ended.has(session.id)) {
      await this.options.deleteSessions([session.id]);
      return true;
    }
    const current = this.options.store.generation;
    if (current === undefined || generation === current || session.signInMethod !== 'koodrive') return false;
    if (this.confirmed.get(session.id) === current || (await this.ask(session))) {
      this.confirmed.set(session.id, current);
      return false;
    }
    this.recordEnds([session.id]);
    await this.options.deleteSessions([session.id]);
    return true;
  }

  /** What this instance has ended must not come to life at another one. */
  private deleteAfterLoss(): void {
    const { store, deleteSessions } = this.options;
    if (store.generation === undefined || store.generation === this.generation) return;
    const isFirst = this.generation === undefined;
    this.generation = store.generation;
    if (isFirst) return;
    const ids = [...this.ended.keys()];
    for (let start = 0; start < ids.length; start += maxDeletedAtOnce) {
      // Where it fails, `has` deletes each of them that is used here.
      deleteSessions(ids.slice(start, start + maxDeletedAtOnce)).catch(() => undefined);
    }
  }

  /** One question for all requests of a session. */
  private async ask(session: BrowserSession): Promise<boolean> {
    const { askKooDrive } = this.options;
    if (!askKooDrive) return true;
    const known = this.questions.get(session.id);
    const question = known ?? askKooDrive(session).finally(() => this.questions.delete(session.id));
    this.questions.set(session.id, question);
    try {
      return await question;
    } catch (cause) {
      throw new StoreUnavailableError('the store may hold older data, and KooDrive cannot be asked now', { cause });
    }
  }
}
