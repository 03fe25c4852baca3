import type { Cluster, Redis } from 'ioredis';
import type { RedisConnection } from './redis-connection.js';
import { DurableConnection } from './redis-durable-connection.js';
import { parseReplication, type RedisReplication } from './redis-replication.js';

const pollIntervalMs = 10_000;

/** The servers that take the writes: of a cluster, all masters. */
export class RedisPrimaries {
  /** Undefined until one of them has a replica. */
  private durableConnection: DurableConnection | undefined;
  private servers: readonly RedisReplication[] = [];
  private readonly timer: NodeJS.Timeout;

  /** @param connect opens another connection like `redis` */
  constructor(
    private readonly redis: RedisConnection,
    private readonly connect: () => RedisConnection,
    private readonly commandTimeoutMs: number,
  ) {
    redis.on('ready', () => void this.read());
    this.timer = setInterval(() => void this.read(), pollIntervalMs).unref();
  }

  get nodes(): readonly Redis[] {
    return this.redis.isCluster ? (this.redis as Cluster).nodes('master') : [this.redis as Redis];
  }

  /** The connection whose writes are confirmed by the replicas; undefined where there are none. */
  get durable(): DurableConnection | undefined {
    return this.durableConnection;
  }

  /** See Store.generation. It is known before the first reply of a new connection. */
  get generation(): string | undefined {
    const ids = this.servers.map(({ serverId }) => serverId);
    return ids.length === 0 || ids.includes('') ? undefined : ids.sort().join();
  }

  close(): void {
    clearInterval(this.timer);
    this.durableConnection?.close();
  }

  /** Never rejects: what cannot be read stays as it was. */
  private async read(): Promise<void> {
    const infos = this.nodes.map((node) => Promise.all([node.info('server'), node.info('replication')]));
    const read = await Promise.all(infos).catch(() => undefined);
    if (!read || this.redis.status === 'end') return;
    this.servers = read.map((sections) => parseReplication(sections.join('')));
    if (this.servers.every(({ replicas }) => replicas.size === 0)) return;
    this.durableConnection ??= new DurableConnection({
      connect: this.connect,
      commandTimeoutMs: this.commandTimeoutMs,
      onServers: (serverIds) => this.compare(serverIds),
    });
  }

  /** The two connections may have learned of a failover at different times. Where they differ, both ask Sentinel again. */
  private compare(serverIds: readonly string[]): void {
    if (this.redis.isCluster || this.redis.status !== 'ready') return;
    if (serverIds.every((id) => id === this.servers[0]?.serverId)) return;
    this.redis.disconnect(true);
    this.durableConnection?.reconnect();
  }
}
