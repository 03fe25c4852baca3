import { readInfoField } from './redis-memory.js';

/** What a primary says about itself and its replicas. */
export interface RedisReplication {
  /**
   * The id of the server process: another one is another server, or the same one after a restart. Empty where INFO had no section
   * `server`.
   */
  readonly serverId: string;
  /** How far the primary has written, as a position in its replication stream. */
  readonly offset: number;
  /** The replicas that are online, by their addresses. */
  readonly replicas: ReadonlyMap<string, RedisReplica>;
}

export interface RedisReplica {
  /** How far it has confirmed. */
  readonly offset: number;
  /** Since it was heard of. */
  readonly lagSeconds: number;
}

/** A replica reports every second. One that is silent for longer is stopped or cut off, and would delay each write. */
const maxReplicaLagSeconds = 2;

/** @param info the output of INFO, at least the section `replication` */
export function parseReplication(info: string): RedisReplication {
  const replicas = new Map<string, RedisReplica>();
  for (const [, text = ''] of info.matchAll(/^slave\d+:(.*)$/gm)) {
    const fields = new Map(
      text
        .trim()
        .split(',')
        .map((field) => field.split('=', 2) as [string, string]),
    );
    if (fields.get('state') !== 'online') continue;
    replicas.set(`${fields.get('ip')}:${fields.get('port')}`, {
      offset: Number(fields.get('offset')),
      lagSeconds: Number(fields.get('lag')),
    });
  }
  return {
    serverId: readInfoField(info, 'run_id') ?? '',
    offset: Number(readInfoField(info, 'master_repl_offset')),
    replicas,
  };
}

const isHeardOf = (replica: RedisReplica | undefined): boolean =>
  replica !== undefined && replica.lagSeconds <= maxReplicaLagSeconds;

/**
 * Which replicas must hold a write to one primary: those that are in step. One that leaves may have been promoted: the primary then
 * is one that nobody else uses any more, and the replicas that still follow it, or begin to, confirm writes that will be lost.
 * So for `holdMs` after a replica has left, it is still required, that one and no other in its place. By then a primary that was
 * replaced has lost its other replicas too, and Sentinel names the new one.
 */
export class RequiredReplicas {
  private serverId: string | undefined;
  /** Of the primary, at the last look. */
  private offset = 0;
  /** When each of them has left, on the monotonic clock; undefined for those that follow. */
  private readonly leftAtMs = new Map<string, number | undefined>();

  constructor(private readonly holdMs: number) {}

  get count(): number {
    return this.leftAtMs.size;
  }

  /**
   * @param nowMs on the monotonic clock
   * @returns whether a replica is not required any more
   */
  update(primary: RedisReplication, nowMs: number): boolean {
    const { serverId, offset, replicas } = primary;
    if (serverId !== '' && serverId !== this.serverId) {
      this.serverId = serverId;
      this.offset = 0;
      this.leftAtMs.clear();
    }
    for (const [address, replica] of replicas) {
      // One that begins to follow first loads what it is sent. It is in step as soon as it has caught up.
      const isInStep = this.leftAtMs.has(address) || replica.offset >= this.offset;
      if (isInStep && isHeardOf(replica)) this.leftAtMs.set(address, undefined);
    }
    this.offset = offset;
    let isLowered = false;
    for (const [address, leftAtMs = nowMs] of this.leftAtMs) {
      if (isHeardOf(replicas.get(address))) continue;
      this.leftAtMs.set(address, leftAtMs);
      if (nowMs - leftAtMs >= this.holdMs) isLowered = this.leftAtMs.delete(address);
    }
    return isLowered;
  }

  /** Whether each of them is online. */
  follow({ replicas }: RedisReplication): boolean {
    return [...this.leftAtMs.keys()].every((address) => replicas.has(address));
  }

  /** Whether each of them has confirmed what was written up to `offset`. */
  hold(offset: number, { replicas }: RedisReplication): boolean {
    return [...this.leftAtMs.keys()].every((address) => (replicas.get(address)?.offset ?? -1) >= offset);
  }
}
