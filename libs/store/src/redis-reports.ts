import { connectionLost, describeRedisFailure } from './redis-errors.js';
import type { StoreCapability, StoreObserver } from './store-observer.js';

/** One lost connection or slow command may be chance. */
const connectionFailuresUntilDown = 2;

/** Tells the observer of a store what the replies and errors of ioredis mean. */
export class RedisReports {
  /** Why there is no connection. Commands only say that there is none. */
  private connectionError: unknown;
  private readingGreeting = false;
  private connections = 0;

  /** @param readGreeting an error reply with which Redis closes connections; never rejects */
  constructor(
    private readonly observer: StoreObserver | undefined,
    private readonly readGreeting: () => Promise<Error | undefined>,
  ) {}

  /** Each server that is used is connected. */
  reportConnected(): void {
    this.connections += 1;
    this.connectionError = undefined;
    this.observer?.reportSuccess('connection');
  }

  reportConnectionError(error: unknown): void {
    // That a connection was lost says less than what was known.
    if (!this.connectionError || !isLostConnection(error)) this.connectionError = error;
    this.reportFailure('connection', error);
  }

  reportSuccess(capability: StoreCapability): void {
    this.observer?.reportSuccess(capability);
  }

  /** Redis accepts subscriptions and messages, and does not deliver them. */
  reportDeaf(): void {
    this.observer?.reportFailure('subscriptions', { reason: 'not-delivered' }, 1);
  }

  reportFailure(capability: StoreCapability, error: unknown): void {
    const { scope, reason, detail } = describeRedisFailure(error);
    if (scope !== 'connection') {
      this.observer?.reportFailure(scope === 'writes' ? 'writes' : capability, { reason, detail }, 1);
      return;
    }
    if (isLostConnection(error)) void this.findCause();
    const cause = describeRedisFailure(this.connectionError ?? error);
    const failure = { reason: cause.reason, detail: cause.detail };
    this.observer?.reportFailure('connection', failure, connectionFailuresUntilDown);
  }

  private async findCause(): Promise<void> {
    if (this.readingGreeting) return;
    this.readingGreeting = true;
    const { connections } = this;
    const reply = await this.readGreeting();
    this.readingGreeting = false;
    if (reply && connections === this.connections) this.reportConnectionError(reply);
  }
}

const isLostConnection = (error: unknown): boolean => describeRedisFailure(error).reason === connectionLost;
