import type { Redis } from 'ioredis';
import { getReconnectDelayMs } from './redis-connection.js';
import { isErrorReply } from './redis-errors.js';

type ConnectionState = 'up' | 'down';
interface Subscription {
  readonly channel: string;
  readonly onMessage: (message: string) => void;
  readonly onState: ((state: ConnectionState) => void) | undefined;
  /** The state that was last reported to onState. */
  state: ConnectionState;
}

const heartbeatIntervalMs = 1_000;

/**
 * Keeps one connection for all subscriptions, replaces it when it breaks, and reports by `onState` when messages may
 * have been missed.
 */
export class RedisSubscriber {
  private readonly connect: (attempt: number) => Redis;
  private readonly subscriptions = new Set<Subscription>();
  private connection: Redis | undefined;
  private reconnectTimer: NodeJS.Timeout | undefined;
  private heartbeatTimer: NodeJS.Timeout | undefined;
  private attempt = 0;
  private closed = false;

  /**
   * @param connect opens a connection that does not reconnect by itself; `attempt` starts from 0
   * @param onSubscribed called after each subscription, with the error if Redis rejected it
   */
  constructor(
    connect: (attempt: number) => Redis,
    private readonly onSubscribed: (error?: Error) => void = () => undefined,
  ) {
    this.connect = connect;
  }

  /** Resolves when Redis has confirmed the subscription. If Redis cannot, it removes the subscription and rejects. */
  async subscribe(
    channel: string,
    onMessage: (message: string) => void,
    onState?: (state: ConnectionState) => void,
  ): Promise<() => Promise<void>> {
    const subscription: Subscription = { channel, onMessage, onState, state: 'down' };
    this.subscriptions.add(subscription);
    try {
      await this.subscribeOn(await this.waitForConnection(), subscription);
    } catch (error) {
      await this.remove(subscription);
      throw error;
    }
    return () => this.remove(subscription);
  }

  close(): void {
    this.closed = true;
    this.subscriptions.clear();
    clearTimeout(this.reconnectTimer);
    clearInterval(this.heartbeatTimer);
    this.connection?.disconnect();
  }

  private async waitForConnection(): Promise<Redis> {
    const connection = (this.connection ??= this.openConnection());
    if (connection.status === 'ready') return connection;
    return new Promise((resolve, reject) => {
      connection.once('ready', () => resolve(connection));
      connection.once('end', () => reject(new Error('Connection is closed.')));
    });
  }

  private openConnection(): Redis {
    if (this.closed) throw new Error('Connection is closed.');
    clearTimeout(this.reconnectTimer);
    const connection = this.connect(this.attempt++);
    connection.on('message', (channel, message) => this.deliver(channel, message));
    connection.once('ready', () => void this.resubscribe(connection));
    connection.once('end', () => this.handleDisconnect(connection));
    return connection;
  }

  private async resubscribe(connection: Redis): Promise<void> {
    this.heartbeatTimer = setInterval(() => void this.sendHeartbeat(connection), heartbeatIntervalMs).unref();
    try {
      for (const subscription of this.subscriptions) await this.subscribeOn(connection, subscription);
      this.attempt = 0;
    } catch {
      connection.disconnect();
    }
  }

  private async subscribeOn(connection: Redis, subscription: Subscription): Promise<void> {
    await connection.subscribe(subscription.channel).catch((error: Error) => {
      if (isErrorReply(error)) this.onSubscribed(error);
      throw error;
    });
    this.onSubscribed();
    if (this.subscriptions.has(subscription) && connection === this.connection) notifyState(subscription, 'up');
  }

  /** A frozen or unreachable Redis does not close the connection. Only a ping without a response reveals it. */
  private async sendHeartbeat(connection: Redis): Promise<void> {
    try {
      await connection.ping();
    } catch {
      connection.disconnect();
      this.handleDisconnect(connection);
    }
  }

  private deliver(channel: string, message: string): void {
    for (const subscription of this.subscriptions) {
      if (subscription.channel === channel) subscription.onMessage(message);
    }
  }

  private handleDisconnect(connection: Redis): void {
    if (connection !== this.connection) return;
    clearInterval(this.heartbeatTimer);
    this.connection = undefined;
    for (const subscription of this.subscriptions) notifyState(subscription, 'down');
    if (this.closed || this.subscriptions.size === 0) return;
    this.reconnectTimer = setTimeout(() => {
      if (!this.closed) this.connection ??= this.openConnection();
    }, getReconnectDelayMs(this.attempt)).unref();
  }

  private async remove(subscription: Subscription): Promise<void> {
    if (!this.subscriptions.delete(subscription)) return;
    const channelInUse = [...this.subscriptions].some(({ channel }) => channel === subscription.channel);
    if (!channelInUse) await this.connection?.unsubscribe(subscription.channel).catch(() => undefined);
  }
}

function notifyState(subscription: Subscription, state: ConnectionState): void {
  if (subscription.state === state) return;
  subscription.state = state;
  subscription.onState?.(state);
}
