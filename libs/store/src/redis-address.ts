import type { RedisOptions } from 'ioredis';

/** Without `replyMapping`, which changes the types of the replies of ioredis. */
export type RedisClientOptions = Omit<RedisOptions, 'replyMapping'>;

/** A parsed Redis address. */
export type RedisAddress =
  | { readonly kind: 'single'; readonly options: RedisClientOptions }
  | { readonly kind: 'sentinel'; readonly options: RedisClientOptions }
  | { readonly kind: 'cluster'; readonly nodes: readonly RedisNode[]; readonly options: RedisAuthOptions };

/** Credentials and TLS options, the same for every node. */
export type RedisAuthOptions = Pick<RedisClientOptions, 'username' | 'password' | 'tls'>;

export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

const addressPattern =
  /^(?<scheme>rediss?)(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^/?#@]+)(?:\/(?<path>[^?#]*))?$/;
const addressFormatMessage =
  'a Redis address is redis://[user:password@]host:port[/db], rediss://..., ' +
  'redis+sentinel://host:port,host:port/master[/db] or redis+cluster://host:port,host:port';

/**
 * Parses a Redis address. User and password are percent-encoded.
 * @throws TypeError whose message lists the supported formats; it never contains the address, which may hold a password
 */
export function parseRedisAddress(address: string): RedisAddress {
  const parts = addressPattern.exec(address)?.groups;
  if (!parts) throw new TypeError(addressFormatMessage);
  const { scheme, kind = 'single', user, password, hosts = '', path = '' } = parts;
  const nodes = hosts.split(',').map((host) => parseNode(host, kind === 'sentinel' ? 26379 : 6379));
  const auth: RedisAuthOptions = {};
  if (user) auth.username = percentDecode(user);
  if (password) auth.password = percentDecode(password);
  if (scheme === 'rediss') auth.tls = { minVersion: 'TLSv1.2' };
  if (kind === 'cluster') {
    if (path) throw new TypeError(`${addressFormatMessage}: a cluster has no database number`);
    return { kind, nodes, options: auth };
  }
  if (kind === 'sentinel')
    return { kind, options: { ...auth, ...createSentinelOptions(nodes, path, scheme === 'rediss') } };
  const [node, ...otherNodes] = nodes;
  if (!node || otherNodes.length > 0) throw new TypeError(addressFormatMessage);
  return { kind: 'single', options: { ...auth, ...node, db: parseDatabase(path) } };
}

function createSentinelOptions(nodes: readonly RedisNode[], path: string, tls: boolean): RedisClientOptions {
  const [name, db = '', ...rest] = path.split('/');
  if (!name || rest.length > 0) throw new TypeError(`${addressFormatMessage}: the master's name is missing`);
  return { sentinels: [...nodes], name: percentDecode(name), db: parseDatabase(db), enableTLSForSentinelMode: tls };
}

function parseNode(text: string, defaultPort: number): RedisNode {
  const { bracketed, plain, port } =
    /^(?:\[(?<bracketed>[0-9a-fA-F:.]+)\]|(?<plain>[^:[\]]+))(?::(?<port>\d{1,5}))?$/.exec(text.trim())?.groups ?? {};
  const host = bracketed ?? plain;
  const portNumber = port === undefined ? defaultPort : Number(port);
  if (!host || portNumber < 1 || portNumber > 65_535) throw new TypeError(addressFormatMessage);
  return { host, port: portNumber };
}

function parseDatabase(text: string): number {
  if (!/^\d{0,4}$/.test(text)) throw new TypeError(`${addressFormatMessage}: the database is a number`);
  return Number(text);
}

function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new TypeError(`${addressFormatMessage}: user and password are percent-encoded`);
  }
}
