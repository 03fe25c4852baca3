import { randomUUID } from 'node:crypto';
import { type Store, StoreUnavailableError } from '#store';

/** The members and the value of `kind` are a protocol between instances of different releases: they must not change. */
interface InvalidationMessage {
  readonly kind: 'purge';
  readonly id: string;
  /** The instance that waits for the acknowledgements. */
  readonly from: string;
  readonly tags: readonly string[];
}
interface ProbeMessage {
  readonly kind: 'probe';
  readonly id: string;
}

export interface InvalidationChannelOptions {
  readonly store: Store;
  readonly instanceId: string;
  /** Called when another instance invalidates tags. When it returns, responses with these tags must be gone. */
  readonly onInvalidate: (tags: readonly string[]) => void;
  /** The current lease id of this instance; undefined while it caches nothing that could be invalidated. */
  readonly getLeaseId: () => string | undefined;
  /** Called when messages may have been missed. */
  readonly onDisconnect: () => void;
}

const invalidationChannelName = 'cache:purge';
const probeTimeoutMs = 500;

/** Sends invalidations to the other instances, and their acknowledgements back. */
export class InvalidationChannel {
  private readonly options: InvalidationChannelOptions;
  private readonly instanceId: string;
  /** For each message id, the listener that is called with the lease id of each reply. */
  private readonly replyListeners = new Map<string, (leaseId: string) => void>();
  private subscriptions: (() => Promise<void>)[] = [];
  private connected = false;

  constructor(options: InvalidationChannelOptions) {
    this.options = options;
    this.instanceId = options.instanceId;
  }

  /**
   * Subscribes, and sends a message to itself to check that messages are received.
   * @throws StoreUnavailableError
   */
  async open(): Promise<void> {
    if (this.subscriptions.length === 0) await this.subscribe();
    const probe: ProbeMessage = { kind: 'probe', id: randomUUID() };
    const received = this.waitForReplies(probe.id, probeTimeoutMs, () => true);
    await this.options.store.publish(invalidationChannelName, JSON.stringify(probe));
    if (!(await received) || !this.connected) throw new StoreUnavailableError('messages are not delivered');
  }

  /**
   * Tells the other instances to drop the responses with the tags.
   * @param getOtherLeaseIds returns the lease ids that must acknowledge; called after the message is sent
   * @param timeoutMs milliseconds to wait for the acknowledgements
   * @returns the lease ids that did not acknowledge
   * @throws StoreUnavailableError
   */
  async broadcast(
    tags: readonly string[],
    getOtherLeaseIds: () => Promise<Set<string>>,
    timeoutMs: number,
  ): Promise<Set<string>> {
    const message: InvalidationMessage = { kind: 'purge', id: randomUUID(), from: this.instanceId, tags };
    // Acknowledgements may arrive before the expected lease ids are known.
    const acknowledged = new Set<string>();
    let missing: Set<string> | undefined;
    const allReplies = this.waitForReplies(message.id, timeoutMs, (leaseId) => {
      acknowledged.add(leaseId);
      missing?.delete(leaseId);
      return missing?.size === 0;
    });
    try {
      const [, expected] = await Promise.all([
        this.options.store.publish(invalidationChannelName, JSON.stringify(message)),
        getOtherLeaseIds(),
      ]);
      missing = expected;
      for (const leaseId of acknowledged) missing.delete(leaseId);
      if (missing.size > 0) await allReplies;
      return missing;
    } finally {
      this.replyListeners.delete(message.id);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.subscriptions.splice(0).map((unsubscribe) => unsubscribe()));
  }

  private async subscribe(): Promise<void> {
    const { store, onDisconnect } = this.options;
    const onState = (state: 'up' | 'down'): void => {
      this.connected = state === 'up';
      if (!this.connected) onDisconnect();
    };
    const unsubscribeReplies = await store.subscribe(toReplyChannel(this.instanceId), (text) => this.handleReply(text));
    try {
      this.subscriptions = [
        unsubscribeReplies,
        await store.subscribe(invalidationChannelName, (text) => this.handleMessage(text), onState),
      ];
    } catch (error) {
      await unsubscribeReplies();
      throw error;
    }
  }

  private handleMessage(text: string): void {
    const message = parseMessage(text);
    if (!message) return;
    if (message.kind === 'probe') return this.replyListeners.get(message.id)?.('');
    if (message.from === this.instanceId) return;
    this.options.onInvalidate(message.tags);
    const leaseId = this.options.getLeaseId();
    if (leaseId === undefined) return;
    // If an acknowledgement is lost, the other instance waits until its timeout; nothing else goes wrong.
    this.options.store.publish(toReplyChannel(message.from), `${message.id} ${leaseId}`).catch(() => undefined);
  }

  private handleReply(text: string): void {
    const [id = '', leaseId = ''] = text.split(' ');
    this.replyListeners.get(id)?.(leaseId);
  }

  /** Resolves with true when `isLast` returns true for a reply, with false when the time is up. */
  private waitForReplies(id: string, timeoutMs: number, isLast: (leaseId: string) => boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const finish = (complete: boolean): void => {
        clearTimeout(timer);
        this.replyListeners.delete(id);
        resolve(complete);
      };
      const timer = setTimeout(() => finish(false), timeoutMs).unref();
      this.replyListeners.set(id, (leaseId) => void (isLast(leaseId) && finish(true)));
    });
  }
}

function parseMessage(text: string): InvalidationMessage | ProbeMessage | undefined {
  try {
    return JSON.parse(text) as InvalidationMessage | ProbeMessage;
  } catch {
    return undefined;
  }
}

function toReplyChannel(instanceId: string): string {
  return `cache:reply:${instanceId}`;
}
