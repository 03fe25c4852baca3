import { type Cluster, Command, type Redis } from 'ioredis';
import { AvailabilityMonitor } from './availability-monitor.js';
import type { RedisConnection } from './redis-connection.js';

/** What takes a command. */
export interface RedisServer {
  /** Commands with a key go to the cluster as a whole, which follows redirections. */
  readonly redis: RedisConnection;
  readonly availability: AvailabilityMonitor;
}

export interface RedisServersOptions {
  readonly redis: RedisConnection;
  /** Must reject in bounded time where the server does not respond. */
  readonly probe: (redis: RedisConnection) => Promise<unknown>;
  readonly probeIntervalMs: number;
  /** Called when no server is unavailable any more. */
  readonly onAvailable: () => void;
}

/** The state of all servers while there is no cluster, or none of its nodes is known. */
const wholeConnection = '';

/**
 * Which server a command goes to, and whether that server is available. Of a cluster, each master has a state of its own: while
 * one of them is away, the keys of the others are still used, and a success of theirs does not mean that it is back.
 */
export class RedisServers {
  private readonly monitors = new Map<string, AvailabilityMonitor>();
  private closed = false;

  constructor(private readonly options: RedisServersOptions) {}

  /** Whether all servers are. */
  get available(): boolean {
    for (const { unavailable } of this.monitors.values()) if (unavailable) return false;
    return !this.closed;
  }

  find(key: string): RedisServer {
    const { redis } = this.options;
    const name = redis.isCluster ? findMaster(redis as Cluster, key) : undefined;
    return { redis, availability: this.getMonitor(name ?? wholeConnection) };
  }

  /** For a command without a key: an available one where there is one. */
  findAny(): RedisServer {
    const servers = this.list();
    const available = servers.filter(
      ({ redis, availability }) => redis.status === 'ready' && !availability.unavailable,
    );
    const candidates = available.length > 0 ? available : servers;
    const any = candidates[Math.floor(Math.random() * candidates.length)];
    return any ?? { redis: this.options.redis, availability: this.getMonitor(wholeConnection) };
  }

  /** Each master. */
  list(): readonly RedisServer[] {
    const { redis } = this.options;
    if (!redis.isCluster) return [{ redis, availability: this.getMonitor(wholeConnection) }];
    return this.listMasters().map((node) => ({ redis: node, availability: this.getMonitor(getName(node)) }));
  }

  close(): void {
    this.closed = true;
    for (const monitor of this.monitors.values()) monitor.close();
  }

  private getMonitor(name: string): AvailabilityMonitor {
    const known = this.monitors.get(name);
    if (known) return known;
    const { probeIntervalMs, onAvailable } = this.options;
    const monitor = new AvailabilityMonitor(
      () => this.probe(name),
      probeIntervalMs,
      () => {
        if (this.available) onAvailable();
      },
    );
    if (this.closed) monitor.close();
    this.monitors.set(name, monitor);
    return monitor;
  }

  /** A node that is no master any more has no key that could be used. */
  private async probe(name: string): Promise<void> {
    const { redis, probe } = this.options;
    if (name === wholeConnection) return void (await probe(redis));
    if (redis.status !== 'ready') throw new Error('the cluster is not connected');
    const node = this.listMasters().find((master) => getName(master) === name);
    if (!node) return void this.monitors.delete(name);
    try {
      await probe(node);
    } catch (error) {
      // Commands make ioredis ask which node has a slot, but none is sent to an unavailable one.
      (redis as Cluster).refreshSlotsCache();
      throw error;
    }
  }

  private listMasters(): readonly Redis[] {
    return (this.options.redis as Cluster).nodes('master');
  }
}

function findMaster({ slots }: Cluster, key: string): string | undefined {
  return slots[new Command('GET', [key]).getSlot() ?? 0]?.[0];
}

/** As the cluster names its nodes for each slot. */
function getName({ options: { host = '', port = 0 } }: Redis): string {
  return `${host}:${port}`;
}
