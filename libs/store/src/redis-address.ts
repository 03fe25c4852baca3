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
  /^(?<scheme>rediss?)(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^/?#@]+)(?:\/(?<path>[^?#]*))?(?:\?(?<query>[^#]*))?$/;
const addressFormatMessage =
  'a Redis address is redis://[user:password@]host:port[/db], rediss://..., ' +
  'redis+sentinel://host:port,host:port/master[/db][?sentinelUser=...&sentinelPassword=...&sentinelTls=on|off] ' +
  'or redis+cluster://host:port,host:port';

const tlsOptions = { minVersion: 'TLSv1.2' } as const;

/**
 * Parses a Redis address. Users and passwords are percent-encoded. Before the `@` stand those of the master. Sentinels
 * have no users of the master, but often its password: they get it where the address has no user, unless the query has
 * another one (`sentinelPassword=` for none).
 * @throws TypeError whose message lists the supported formats; it never contains the address, which may hold a password
 */
export function parseRedisAddress(address: string): RedisAddress {
  const parts = addressPattern.exec(address)?.groups;
  if (!parts) throw new TypeError(addressFormatMessage);
  const { scheme, kind = 'single', user, password, hosts = '', path = '', query } = parts;
  if (query !== undefined && kind !== 'sentinel') throw new TypeError(addressFormatMessage);
  const nodes = hosts.split(',').map((host) => parseNode(host, kind === 'sentinel' ? 26379 : 6379));
  const auth: RedisAuthOptions = {};
  if (user) auth.username = percentDecode(user);
  if (password) auth.password = percentDecode(password);
  if (scheme === 'rediss') auth.tls = tlsOptions;
  if (kind === 'cluster') {
    if (path) throw new TypeError(`${addressFormatMessage}: a cluster has no database number`);
    return { kind, nodes, options: auth };
  }
  if (kind === 'sentinel') return { kind, options: { ...auth, ...createSentinelOptions(nodes, path, auth, query) } };
  const [node, ...otherNodes] = nodes;
  if (!node || otherNodes.length > 0) throw new TypeError(addressFormatMessage);
  return { kind: 'single', options: { ...auth, ...node, db: parseDatabase(path) } };
}

function createSentinelOptions(
  nodes: readonly RedisNode[],
  path: string,
  auth: RedisAuthOptions,
  query = '',
): RedisClientOptions {
  const { tls } = auth;
  const [name, db = '', ...rest] = path.split('/');
  if (!name || rest.length > 0) throw new TypeError(`${addressFormatMessage}: the master's name is missing`);
  const master = { name: percentDecode(name), db: parseDatabase(db), enableTLSForSentinelMode: tls !== undefined };
  return { sentinels: [...nodes], ...master, ...parseSentinelAccess(query, auth) };
}

/** How Sentinels are reached: as the master, unless the query says otherwise. */
function parseSentinelAccess(query: string, { username, password, tls }: RedisAuthOptions): RedisClientOptions {
  const access: RedisClientOptions = {};
  if (tls) access.sentinelTLS = tls;
  if (password && !username) access.sentinelPassword = password;
  for (const member of query ? query.split('&') : []) {
    const [name = '', text = ''] = member.split(/=(.*)/s).map(percentDecode);
    if (name === 'sentinelUser' && text) access.sentinelUsername = text;
    else if (name === 'sentinelPassword' && text) access.sentinelPassword = text;
    else if (name === 'sentinelPassword') delete access.sentinelPassword;
    else if (name === 'sentinelTls' && text === 'on') access.sentinelTLS = tlsOptions;
    else if (name === 'sentinelTls' && text === 'off') delete access.sentinelTLS;
    else throw new TypeError(addressFormatMessage);
  }
  return access;
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
