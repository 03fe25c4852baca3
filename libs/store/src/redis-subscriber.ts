import { randomUUID } from 'node:crypto';
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

export interface RedisSubscriberOptions {
  /**
   * Opens a connection that does not reconnect by itself.
   * @param sequence counts the connections from 0: in a cluster each one leads to another node
   */
  readonly connect: (sequence: number) => Redis;
  /** Publishes on the connection for commands. */
  readonly publish: (channel: string, message: string) => Promise<unknown>;
  /** Prefix of the channel on which it hears itself. */
  readonly prefix: string;
  /** Called when it hears itself, and with the error when Redis rejects a subscription. */
  readonly onHeard: (error?: Error) => void;
  /** Called when it does not hear itself, although Redis accepts what it publishes and responds on both connections. */
  readonly onDeaf: () => void;
}

const heartbeatIntervalMs = 1_000;
/** After as many of its own messages that do not arrive, it subscribes elsewhere. */
const maxUnheard = 3;

/**
 * Keeps one connection for all subscriptions, replaces it when it breaks or delivers no messages, and reports by `onState`
 * when messages may have been missed.
 */
export class RedisSubscriber {
  private readonly options: RedisSubscriberOptions;
  private readonly ownChannel: string;
  private readonly subscriptions = new Set<Subscription>();
  private connection: Redis | undefined;
  private reconnectTimer: NodeJS.Timeout | undefined;
  private heartbeatTimer: NodeJS.Timeout | undefined;
  /** Attempts since it has heard itself. */
  private attempt = 0;
  private sequence = 0;
  /** Own messages since the last one that arrived. */
  private unheard = 0;
  private closed = false;

  constructor(options: RedisSubscriberOptions) {
    this.options = options;
    this.ownChannel = `${options.prefix}subscriber:${randomUUID()}`;
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
    this.attempt += 1;
    const connection = this.options.connect(this.sequence++);
    connection.on('message', (channel, message) => this.deliver(channel, message));
    connection.once('ready', () => void this.resubscribe(connection));
    connection.once('end', () => this.handleDisconnect(connection));
    return connection;
  }

  private async resubscribe(connection: Redis): Promise<void> {
    this.unheard = 0;
    this.heartbeatTimer = setInterval(() => this.sendHeartbeat(connection), heartbeatIntervalMs).unref();
    try {
      for (const subscription of this.subscriptions) await this.subscribeOn(connection, subscription);
      await connection.subscribe(this.ownChannel);
      this.sendHeartbeat(connection);
    } catch {
      connection.disconnect();
    }
  }

  private async subscribeOn(connection: Redis, subscription: Subscription): Promise<void> {
    await connection.subscribe(subscription.channel).catch((error: Error) => {
      if (isErrorReply(error)) this.options.onHeard(error);
      throw error;
    });
    if (this.subscriptions.has(subscription) && connection === this.connection) notifyState(subscription, 'up');
  }

  /**
   * A frozen or unreachable Redis does not close the connection: only a ping without a response reveals it. A node that
   * has left its cluster, or a server that was replaced, responds to pings: only a message that does not arrive reveals it.
   */
  private sendHeartbeat(connection: Redis): void {
    if (connection !== this.connection) return;
    if (this.unheard >= maxUnheard) {
      this.options.onDeaf();
      return this.replace(connection);
    }
    // A Redis that cannot write to its disk rejects pings.
    connection.ping().catch((error: unknown) => isErrorReply(error) || this.replace(connection));
    this.unheard += 1;
    // What could not be published says nothing about the subscription.
    this.options.publish(this.ownChannel, '').catch(() => (this.unheard = Math.max(0, this.unheard - 1)));
  }

  private replace(connection: Redis): void {
    connection.disconnect();
    this.handleDisconnect(connection);
  }

  private deliver(channel: string, message: string): void {
    if (channel === this.ownChannel) {
      this.unheard = this.attempt = 0;
      return this.options.onHeard();
    }
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
