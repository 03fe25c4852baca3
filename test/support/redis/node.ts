import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { findFreePort } from '../ports.js';
import { type RedisServer, startRedis } from '../redis.js';
import { RedisRelay } from './relay.js';

/** The password of every user of the deployments of this folder. */
export const nodePassword = 's3cret';
/** The user with which replicas and Sentinels connect. The default user has no password: the tests use it. */
export const replicationUser = 'replication';

const adminTimeoutMs = 5_000;

export interface RedisNodeOptions {
  /** Users that may use keys and channels that begin with `koodrive:`. A relay tells connections apart by their users. */
  readonly users: readonly string[];
  /** Arguments of redis-server. @param ports the port of the relay, which the node announces, and that of the server */
  readonly args?: (ports: { readonly announced: number; readonly server: number }) => readonly string[];
}

/** A Redis with a relay before it, both on fixed ports. It outlives its process: its data folder and its ports stay. */
export class RedisNode {
  private constructor(
    /** The port of the relay. */
    readonly port: number,
    readonly serverPort: number,
    /** Of its data. */
    readonly folder: string,
    private readonly args: readonly string[],
    private server: RedisServer,
    private currentRelay: RedisRelay,
  ) {}

  static async start({ users, args = () => [] }: RedisNodeOptions): Promise<RedisNode> {
    const [announced, server] = [await findFreePort(), await findFreePort()];
    const folder = await mkdtemp(join(tmpdir(), 'koodrive-redis-node-'));
    const allArgs = [
      ...['--user', replicationUser, 'on', `>${nodePassword}`, '~*', '&*', '+@all'],
      ...users.flatMap((user) => ['--user', user, 'on', `>${nodePassword}`, '~koodrive:*', '&koodrive:*', '+@all']),
      ...args({ announced, server }),
    ];
    const process = await startRedis({ port: server, folder, extraArgs: allArgs });
    const relay = await RedisRelay.start(server, announced);
    return new RedisNode(announced, server, folder, allArgs, process, relay);
  }

  /** Where clients connect. A restart replaces it, and ends its rules. */
  get relay(): RedisRelay {
    return this.currentRelay;
  }

  /** SIGKILL. Connections are refused until `restart()`. */
  async kill(): Promise<void> {
    await this.server.kill();
    await this.relay.close();
  }

  /** SIGSTOP. */
  freeze(): void {
    this.server.freeze();
  }

  /** SIGCONT. */
  thaw(): void {
    this.server.thaw();
  }

  /** Starts a killed server again, with what its data folder has. */
  async restart(): Promise<void> {
    this.server = await startRedis({ port: this.serverPort, folder: this.folder, extraArgs: this.args });
    this.currentRelay = await RedisRelay.start(this.serverPort, this.port);
  }

  async stop(): Promise<void> {
    await this.relay.close();
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Sends one command as the default user, without the relay. */
  async call(command: string, ...args: readonly (string | number)[]): Promise<unknown> {
    return this.withClient((client) => client.call(command, ...args));
  }

  /** The value of a line of INFO, such as `role`. */
  async readInfo(section: string, field: string): Promise<string | undefined> {
    const text = String(await this.call('INFO', section));
    return new RegExp(`^${field}:(.*?)\r?$`, 'm').exec(text)?.[1];
  }

  async withClient<T>(use: (client: Redis) => Promise<T>): Promise<T> {
    const client = connectAdmin(this.serverPort);
    try {
      return await use(client);
    } finally {
      client.disconnect();
    }
  }
}

/** A connection that neither waits long nor reconnects. */
export function connectAdmin(port: number, access: { username?: string; password?: string } = {}): Redis {
  const timeouts = { commandTimeout: adminTimeoutMs, connectTimeout: adminTimeoutMs };
  const client = new Redis({ port, ...access, ...timeouts, maxRetriesPerRequest: 0, retryStrategy: () => null });
  return client.on('error', () => undefined);
}

/** Redis in any topology, as a gateway uses it. */
export interface RedisDeployment {
  readonly nodes: readonly RedisNode[];
  /** The value of REDIS_URL for that user. */
  url(user: string): string;
  /** The node that takes writes; in a cluster, the one that takes those of the key. */
  findPrimary(key?: string): Promise<RedisNode>;
  close(): Promise<void>;
}

/** One Redis. */
export async function startSingleNode(
  users: readonly string[],
  args: readonly string[] = [],
): Promise<RedisDeployment> {
  const node = await RedisNode.start({ users, args: () => args });
  return {
    nodes: [node],
    url: (user) => `redis://${user}:${nodePassword}@127.0.0.1:${node.port}`,
    findPrimary: async () => node,
    close: () => node.stop(),
  };
}

/** Starts all, or stops those that were started. */
export async function startAll<T extends { stop(): Promise<unknown> }>(starts: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(starts);
  const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failure = results.find((result) => result.status === 'rejected');
  if (!failure) return started;
  await Promise.all(started.map((each) => each.stop()));
  throw failure.reason;
}
