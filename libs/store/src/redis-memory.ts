/** What a Redis says about its memory: of a cluster, all masters together. */
export interface RedisMemory {
  /** The ids of the server processes. A common id means the same Redis, also under two addresses. */
  readonly serverIds: readonly string[];
  /** Whether the memory has a limit: `maxmemory` is not 0. */
  readonly limited: boolean;
  /** The share of the limit that is in use, 0 to 1; 0 without a limit. */
  readonly usedShare: number;
  /** The `maxmemory-policy`: what happens at the limit. */
  readonly policy: string;
  /** Whether keys may be deleted before they expire. Every key of the gateway has a TTL, so `volatile-*` means all. */
  readonly evicts: boolean;
}

/** @param infos the output of INFO, of one or more servers, at least the sections `server` and `memory` */
export function parseRedisMemory(infos: readonly string[]): RedisMemory {
  const servers = infos.map((info) => ({
    id: readInfoField(info, 'run_id') ?? '',
    usedBytes: Number(readInfoField(info, 'used_memory') ?? 0),
    maxBytes: Number(readInfoField(info, 'maxmemory') ?? 0),
    policy: readInfoField(info, 'maxmemory_policy') ?? 'noeviction',
  }));
  const evicting = servers.find(({ maxBytes, policy }) => maxBytes > 0 && policy !== 'noeviction');
  return {
    serverIds: servers.map(({ id }) => id).filter((id) => id !== ''),
    limited: servers.some(({ maxBytes }) => maxBytes > 0),
    usedShare: Math.max(...servers.map(({ usedBytes, maxBytes }) => (maxBytes > 0 ? usedBytes / maxBytes : 0))),
    policy: evicting?.policy ?? servers[0]?.policy ?? 'noeviction',
    evicts: evicting !== undefined,
  };
}

/** @param info the output of INFO */
export function readInfoField(info: string, name: string): string | undefined {
  return new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
}
