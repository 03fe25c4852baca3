import { TcpProxy } from '../tcp-proxy.js';
import { Interception, type InterceptionEffect, type InterceptionMatch, RelayCut, RelayRules } from './relay-rules.js';
import { RelayedConnection } from './relayed-connection.js';

/**
 * A relay before one Redis server that stops a connection at a named command, so that a race can be tested without time:
 *
 *     const relay = await RedisRelay.start(redis.port);
 *     const store = new RedisStore({ url: relay.url });
 *     const claim = relay.intercept({ command: 'EVAL', key: /idempotency/ }, 'hold-reply');
 *     const work = runWork(store);
 *     await claim.reached; // Redis has set the key, and the caller does not know it
 *     claim.release();
 *
 *     relay.intercept({ command: 'EVAL', key: /idem/, skip: 1 }, 'reset-request'); // the second EVAL is never executed
 *     relay.intercept({ command: 'SET', times: Infinity }, { reply: '-OOM command not allowed' }); // until release()
 *     relay.intercept({ command: 'MESSAGE', key: /cache/, times: Infinity }, 'drop'); // a deaf subscriber
 *     relay.cut({ user: 'gateway-0' }); // nothing passes for that user, on open and new connections
 *     relay.proxy.addToxic({ type: 'latency', latency: 100 });
 */
export class RedisRelay {
  private constructor(
    /** Toxics that do not depend on commands, and resets. */
    readonly proxy: TcpProxy,
    private readonly rules: RelayRules,
  ) {}

  /** Starts a relay before the server on `targetPort` of 127.0.0.1. @param port by default a free one */
  static async start(targetPort: number, port?: number): Promise<RedisRelay> {
    const rules = new RelayRules();
    const createFilters = (reset: () => void): RelayedConnection => new RelayedConnection(rules, reset);
    return new RedisRelay(await TcpProxy.start(targetPort, '127.0.0.1', { port, createFilters }), rules);
  }

  get port(): number {
    return this.proxy.port;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Adds a rule. Each command is affected by the first rule that matches it. */
  intercept(match: InterceptionMatch, effect: InterceptionEffect): Interception {
    return this.rules.add(new Interception(match, effect));
  }

  /** Holds all bytes of a user, or of everybody but replicas, in both directions, until `release()`. */
  cut({ user }: { readonly user?: string } = {}): RelayCut {
    return this.rules.add(new RelayCut(user));
  }

  /** Ends all interceptions, cuts and toxics. Held bytes are sent on. */
  clear(): void {
    this.rules.clear();
    this.proxy.clearToxics();
  }

  async close(): Promise<void> {
    this.clear();
    await this.proxy.close();
  }
}
