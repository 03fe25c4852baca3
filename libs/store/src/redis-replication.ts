import { readInfoField } from './redis-memory.js';

/** What a primary says about its replicas. */
export interface RedisReplication {
  /** The id of the server process: another one is another server, or the same one after a restart. */
  readonly serverId: string;
  /** The replicas that are in step: online, and heard of within `maxReplicaLagSeconds`. */
  readonly replicas: number;
}

/** A replica reports every second. One that is silent for longer is stopped or cut off, and would delay each write. */
const maxReplicaLagSeconds = 2;

/** @param info the output of INFO, at least the sections `server` and `replication` */
export function parseReplication(info: string): RedisReplication {
  const replicas = [...info.matchAll(/^slave\d+:.*?state=online,.*?lag=(\d+)/gm)];
  return {
    serverId: readInfoField(info, 'run_id') ?? '',
    replicas: replicas.filter(([, lag]) => Number(lag) <= maxReplicaLagSeconds).length,
  };
}

/**
 * How many replicas a write to one primary needs. A replica that leaves may have been promoted: the primary then is one that
 * nobody else uses any more, and the replicas that still follow it confirm writes that will be lost. So for `holdMs` after
 * a replica has left, it is still required. By then a primary that was replaced has lost its other replicas too, and
 * Sentinel names the new one.
 */
export class RequiredReplicas {
  private serverId: string | undefined;
  private required = 0;
  private fewerSince: number | undefined;

  constructor(private readonly holdMs: number) {}

  get count(): number {
    return this.required;
  }

  /**
   * @param nowMs on the monotonic clock
   * @returns whether fewer replicas follow for `holdMs`: `accept` then lowers the number
   */
  update({ serverId, replicas }: RedisReplication, nowMs: number): boolean {
    if (serverId !== this.serverId || replicas >= this.required) {
      this.serverId = serverId;
      this.accept(replicas);
      return false;
    }
    this.fewerSince ??= nowMs;
    return nowMs - this.fewerSince >= this.holdMs;
  }

  accept(replicas: number): void {
    this.required = replicas;
    this.fewerSince = undefined;
  }
}
