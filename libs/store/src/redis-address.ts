import type { RedisOptions } from 'ioredis';

/** ioredis types its replies by `replyMapping`; we leave that alone. */
export type ClientOptions = Omit<RedisOptions, 'replyMapping'>;

/** Where Redis is, by the form of its address. */
export type RedisAddress =
  | { readonly kind: 'single'; readonly options: ClientOptions }
  | { readonly kind: 'sentinel'; readonly options: ClientOptions }
  | { readonly kind: 'cluster'; readonly nodes: readonly RedisNode[]; readonly options: Access };

/** How one gets in, the same on every node. */
export type Access = Pick<ClientOptions, 'username' | 'password' | 'tls'>;

export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

const FORM =
  /^(?<scheme>rediss?)(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^/?#@]+)(?:\/(?<path>[^?#]*))?$/;
const FORMS =
  'a Redis address is redis://[user:password@]host:port[/db], rediss://..., ' +
  'redis+sentinel://host:port,host:port/master[/db] or redis+cluster://host:port,host:port';

/**
 * Reads a Redis address; user and password are percent-encoded.
 * @throws TypeError that says which forms there are, and never repeats the address (it may hold a password)
 */
export function parseRedisAddress(address: string): RedisAddress {
  const parts = FORM.exec(address)?.groups;
  if (!parts) throw new TypeError(FORMS);
  const { scheme, kind = 'single', user, password, hosts = '', path = '' } = parts;
  const nodes = hosts.split(',').map((host) => parseNode(host, kind === 'sentinel' ? 26379 : 6379));
  const base: Access = {
    ...(user ? { username: decode(user) } : {}),
    ...(password ? { password: decode(password) } : {}),
    ...(scheme === 'rediss' ? { tls: { minVersion: 'TLSv1.2' } } : {}),
  };
  if (kind === 'cluster') {
    if (path) throw new TypeError(`${FORMS}: a cluster has no database number`);
    return { kind, nodes, options: base };
  }
  if (kind === 'sentinel') return { kind, options: { ...base, ...sentinel(nodes, path, scheme === 'rediss') } };
  const [node, ...more] = nodes;
  if (!node || more.length > 0) throw new TypeError(FORMS);
  return { kind: 'single', options: { ...base, ...node, db: database(path) } };
}

function sentinel(nodes: readonly RedisNode[], path: string, tls: boolean): ClientOptions {
  const [name, db = '', ...more] = path.split('/');
  if (!name || more.length > 0) throw new TypeError(`${FORMS}: the master's name is missing`);
  return { sentinels: [...nodes], name: decode(name), db: database(db), enableTLSForSentinelMode: tls };
}

function parseNode(text: string, defaultPort: number): RedisNode {
  const { bracketed, plain, port } =
    /^(?:\[(?<bracketed>[0-9a-fA-F:.]+)\]|(?<plain>[^:[\]]+))(?::(?<port>\d{1,5}))?$/.exec(text.trim())?.groups ?? {};
  const host = bracketed ?? plain;
  const number = port === undefined ? defaultPort : Number(port);
  if (!host || number < 1 || number > 65_535) throw new TypeError(FORMS);
  return { host, port: number };
}

function database(text: string): number {
  if (!/^\d{0,4}$/.test(text)) throw new TypeError(`${FORMS}: the database is a number`);
  return Number(text);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new TypeError(`${FORMS}: user and password are percent-encoded`);
  }
}
