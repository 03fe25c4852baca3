import { createSecretKey, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import { type OriginPattern, parseOriginPattern } from './origin-pattern.js';
import { Secret } from './secret.js';

/** What a reader gives for a text it cannot read: what would have been right. Never holds the text. */
export class Unreadable {
  constructor(readonly expected: string) {}
}

/** Turns the text of a variable into its value. */
export type Reader<T> = (text: string) => T | Unreadable;

export function wholeNumber(least: number, most: number): Reader<number> {
  return (text) => {
    const number = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
    return number >= least && number <= most
      ? number
      : new Unreadable(`must be a whole number from ${least} to ${most}`);
  };
}

export function oneOf<const T extends string>(...words: readonly T[]): Reader<T> {
  return (text) => words.find((word) => word === text) ?? new Unreadable(`must be one of: ${words.join(', ')}`);
}

export const onOff: Reader<boolean> = (text) =>
  text === 'on' ? true : text === 'off' ? false : new Unreadable('must be on or off');

export const text: Reader<string> = (value) => value;

export const openIdScope: Reader<string> = (value) =>
  value.split(/\s+/).includes('openid') ? value.split(/\s+/).join(' ') : new Unreadable('must hold the scope openid');

/** What can stand in a header. */
export const headerText: Reader<string> = (value) =>
  /^[\x21-\x7e]([\x20-\x7e]{0,126}[\x21-\x7e])?$/.test(value)
    ? value
    : new Unreadable('must be 1 to 128 visible ASCII characters');

export const secret: Reader<Secret> = (value) => new Secret(value);

/** A name or address without scheme and port. */
export const hostName: Reader<string> = (value) =>
  /^[A-Za-z0-9.:_-]{1,253}$/.test(value) ? value : new Unreadable('must be a host name or an IP address');

/** An origin without path: the operations bring their paths with them. */
export const baseAddress: Reader<URL> = (value) => {
  const address = httpAddress(value);
  if (address instanceof Unreadable) return address;
  return address.pathname === '/' && !address.search && !address.hash
    ? address
    : new Unreadable('must be an address without path and query, such as https://host');
};

export const httpAddress: Reader<URL> = (value) => {
  const address = URL.canParse(value) ? new URL(value) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) return new Unreadable('must be an https address');
  return address.username || address.password ? new Unreadable('must not hold a user name or password') : address;
};

export const originPatterns: Reader<readonly OriginPattern[]> = (value) => {
  const patterns = list(value).map(parseOriginPattern);
  const found = patterns.filter((pattern) => pattern !== undefined);
  if (found.length > 0 && found.length === patterns.length) return found;
  return new Unreadable('must be a comma list of origins such as https://host or https://*.domain.example');
};

const redisForms = 'redis://, rediss://, redis+sentinel:// or redis+cluster://';
/** Only its form: several hosts are no URL to Node, and the store reads the rest. */
export const redisAddress: Reader<Secret> = (value) =>
  /^(rediss?|rediss?\+(sentinel|cluster)):\/\/[^\s/]+(\/\S*)?$/.test(value)
    ? new Secret(value)
    : new Unreadable(`must be an address that begins with ${redisForms}`);

export const proxyAddresses: Reader<readonly string[]> = (value) => {
  const entries = list(value);
  return entries.length > 0 && entries.every(isAddressRange)
    ? entries
    : new Unreadable('must be a comma list of IP addresses or ranges such as 10.0.0.0/8');
};

/** Public-key signatures only: with `none` or HMAC, anybody who knows the public key could sign. */
const algorithms = /^((RS|PS|ES)(256|384|512)|EdDSA|Ed25519)$/;
export const signatureAlgorithms: Reader<readonly string[]> = (value) => {
  const names = list(value);
  return names.length > 0 && names.every((name) => algorithms.test(name))
    ? names
    : new Unreadable('must be a comma list of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA');
};

export interface EncryptionKey {
  readonly id: string;
  /** 256 bits. */
  readonly key: KeyObject;
}

export const encryptionKeys: Reader<readonly EncryptionKey[]> = (value) => {
  const keys: EncryptionKey[] = [];
  for (const [index, entry] of list(value).entries()) {
    const match = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]{43}=)$/.exec(entry);
    // Not even the id is named: where the colon is missing, the "id" is the key.
    if (!match)
      return new Unreadable(
        `must be a comma list of id:key, a key being base64 of 32 bytes; entry ${index + 1} is not`,
      );
    const [, id = '', key = ''] = match;
    if (keys.some((other) => other.id === id))
      return new Unreadable(`must not hold an id twice; entry ${index + 1} does`);
    keys.push({ id, key: createSecretKey(Buffer.from(key, 'base64')) });
  }
  return keys.length > 0 ? keys : new Unreadable('must hold at least one id:key');
};

/** An origin exactly as browsers write it in the header Origin. */
export const exactOrigins: Reader<readonly string[]> = (value) => {
  const origins = list(value);
  return origins.length > 0 && origins.every((origin) => /^https?:[^*]+$/.test(origin) && isOrigin(origin))
    ? origins
    : new Unreadable('must be a comma list of exact origins such as https://app.example, lower-case, no slash behind');
};

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** What KooDrive calls the domain of a front end: a host, or a whole address; without query. */
export const frontEndDomain: Reader<string> = (value) => {
  const address = /^https?:\/\//.test(value) ? value : `https://${value}`;
  const url = URL.canParse(address) && !/[?#@\\\s]/.test(value) ? new URL(address) : undefined;
  return url ? value : new Unreadable('must be a host such as drive.example, or an address such as https://host/path');
};

export const paths: Reader<readonly string[]> = (value) => {
  const found = list(value);
  return found.length > 0 && found.every((path) => /^\/(?!\/)[A-Za-z0-9/._~-]*$/.test(path))
    ? found
    : new Unreadable('must be a comma list of paths such as /app');
};

/** Their meaning is known elsewhere. */
export const words: Reader<readonly string[]> = (value) => {
  const found = list(value);
  return found.length > 0 ? found : new Unreadable('must be a comma list of words');
};

function list(value: string): string[] {
  return value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function isAddressRange(entry: string): boolean {
  const [address = '', bits, more] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
