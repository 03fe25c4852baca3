import { type Store, StoreUnavailableError } from './store.js';

const firstPauseMs = 250;
/** Where the store responds, but rejects the commands, such as a full one. */
const maxPauseMs = 8_000;
const maxAgeMs = 10 * 60_000;
/** Bound of what waits in this process for one store. Beyond it, commands are dropped. */
const maxWaitingBytes = 16 * 1024 * 1024;
/** Counted for each command, for its closures. */
const commandOverheadBytes = 1_000;

interface LateCommand {
  readonly send: () => Promise<unknown>;
  readonly bytes: number;
  readonly dropAt: number;
}

/** Commands of one store that wait until it is available again. */
class LateCommands {
  private readonly waiting = new Set<LateCommand>();
  private waitingBytes = 0;
  private pauseMs = firstPauseMs;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly store: Store) {}

  add(send: LateCommand['send'], bytes: number): void {
    const command = { send, bytes: bytes + commandOverheadBytes, dropAt: performance.now() + maxAgeMs };
    if (this.waitingBytes + command.bytes > maxWaitingBytes) return;
    this.waiting.add(command);
    this.waitingBytes += command.bytes;
    this.schedule();
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => void this.sendAll(), this.pauseMs).unref();
  }

  /** One after the other, so that a store that is back is not flooded. */
  private async sendAll(): Promise<void> {
    let rejected = false;
    for (const command of [...this.waiting]) {
      if (performance.now() >= command.dropAt) this.remove(command);
      else if (!this.store.available) break;
      else if (await trySend(command.send)) this.remove(command);
      else rejected = true;
    }
    this.pauseMs = rejected && this.store.available ? Math.min(2 * this.pauseMs, maxPauseMs) : firstPauseMs;
    this.timer = undefined;
    if (this.waiting.size > 0) this.schedule();
  }

  private remove(command: LateCommand): void {
    this.waiting.delete(command);
    this.waitingBytes -= command.bytes;
  }
}

const lateCommandsByStore = new WeakMap<Store, LateCommands>();

/**
 * Sends a command that a later one must not miss, such as the deletion of a lock: now, and where the store is unavailable,
 * again as soon as it is available. The command may take effect twice and late, so it must be conditional.
 * @param send its other errors than StoreUnavailableError are ignored
 * @param bytes size of what the command holds in memory
 * @returns a promise that resolves after the first attempt, and never rejects
 */
export async function sendEventually(store: Store, send: () => Promise<unknown>, bytes = 0): Promise<void> {
  if (await trySend(send)) return;
  const late = lateCommandsByStore.get(store) ?? new LateCommands(store);
  lateCommandsByStore.set(store, late);
  late.add(send, bytes);
}

/** @returns false where the store is unavailable */
async function trySend(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send();
    return true;
  } catch (error) {
    return !(error instanceof StoreUnavailableError);
  }
}
