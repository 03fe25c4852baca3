import type { Redis } from 'ioredis';
import { reconnectDelay } from './redis-connection.js';

type State = 'up' | 'down';
interface Subscription {
  readonly channel: string;
  readonly onMessage: (message: string) => void;
  readonly onState: ((state: State) => void) | undefined;
  /** What onState heard last. */
  state: State;
}

const HEARTBEAT = 1_000;

/** Keeps one connection listening, makes it anew when it breaks, and says when messages may have been missed. */
export class RedisSubscriber {
  readonly #connect: (attempt: number) => Redis;
  readonly #subscriptions = new Set<Subscription>();
  #connection: Redis | undefined;
  #retry: NodeJS.Timeout | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #attempt = 0;
  #closed = false;

  /** @param connect makes a connection that does not reconnect by itself */
  constructor(connect: (attempt: number) => Redis) {
    this.#connect = connect;
  }

  /** Resolves when Redis has confirmed; where it cannot now, rejects and takes the subscription off again. */
  async subscribe(
    channel: string,
    onMessage: (message: string) => void,
    onState?: (state: State) => void,
  ): Promise<() => Promise<void>> {
    const subscription: Subscription = { channel, onMessage, onState, state: 'down' };
    this.#subscriptions.add(subscription);
    try {
      await this.#confirm(await this.#ready(), subscription);
    } catch (error) {
      await this.#remove(subscription);
      throw error;
    }
    return () => this.#remove(subscription);
  }

  close(): void {
    this.#closed = true;
    this.#subscriptions.clear();
    clearTimeout(this.#retry);
    clearInterval(this.#heartbeat);
    this.#connection?.disconnect();
  }

  async #ready(): Promise<Redis> {
    const connection = (this.#connection ??= this.#open());
    if (connection.status === 'ready') return connection;
    return new Promise((resolve, reject) => {
      connection.once('ready', () => resolve(connection));
      connection.once('end', () => reject(new Error('Connection is closed.')));
    });
  }

  #open(): Redis {
    if (this.#closed) throw new Error('Connection is closed.');
    clearTimeout(this.#retry);
    const connection = this.#connect(this.#attempt++);
    connection.on('message', (channel, message) => this.#deliver(channel, message));
    connection.once('ready', () => void this.#restore(connection));
    connection.once('end', () => this.#lost(connection));
    return connection;
  }

  async #restore(connection: Redis): Promise<void> {
    this.#heartbeat = setInterval(() => void this.#beat(connection), HEARTBEAT).unref();
    try {
      for (const subscription of this.#subscriptions) await this.#confirm(connection, subscription);
      this.#attempt = 0;
    } catch {
      connection.disconnect();
    }
  }

  async #confirm(connection: Redis, subscription: Subscription): Promise<void> {
    await connection.subscribe(subscription.channel);
    if (this.#subscriptions.has(subscription) && connection === this.#connection) tell(subscription, 'up');
  }

  /** A frozen or unreachable Redis closes nothing; only a question that stays without an answer shows it. */
  async #beat(connection: Redis): Promise<void> {
    try {
      await connection.ping();
    } catch {
      connection.disconnect();
      this.#lost(connection);
    }
  }

  #deliver(channel: string, message: string): void {
    for (const subscription of this.#subscriptions) {
      if (subscription.channel === channel) subscription.onMessage(message);
    }
  }

  #lost(connection: Redis): void {
    if (connection !== this.#connection) return;
    clearInterval(this.#heartbeat);
    this.#connection = undefined;
    for (const subscription of this.#subscriptions) tell(subscription, 'down');
    if (this.#closed || this.#subscriptions.size === 0) return;
    this.#retry = setTimeout(() => {
      if (!this.#closed) this.#connection ??= this.#open();
    }, reconnectDelay(this.#attempt)).unref();
  }

  async #remove(subscription: Subscription): Promise<void> {
    if (!this.#subscriptions.delete(subscription)) return;
    const shared = [...this.#subscriptions].some(({ channel }) => channel === subscription.channel);
    if (!shared) await this.#connection?.unsubscribe(subscription.channel).catch(() => undefined);
  }
}

function tell(subscription: Subscription, state: State): void {
  if (subscription.state === state) return;
  subscription.state = state;
  subscription.onState?.(state);
}
