import { createSecretKey, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import { type OriginPattern, parseOriginPattern } from './origin-pattern.js';
import { Secret } from './secret.js';

/** The result for a text that a parser cannot read. It says what is expected, and never holds the text (it may be a secret). */
export class ParseFailure {
  constructor(readonly expected: string) {}
}

/** Converts the text of a variable to its value. */
export type VariableParser<T> = (text: string) => T | ParseFailure;

export function createIntegerParser(min: number, max: number): VariableParser<number> {
  return (text) => {
    const number = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
    return number >= min && number <= max ? number : new ParseFailure(`must be an integer from ${min} to ${max}`);
  };
}

export function createOneOfParser<const T extends string>(...words: readonly T[]): VariableParser<T> {
  return (text) => words.find((word) => word === text) ?? new ParseFailure(`must be one of: ${words.join(', ')}`);
}

export const parseOnOff: VariableParser<boolean> = (text) =>
  text === 'on' ? true : text === 'off' ? false : new ParseFailure('must be on or off');

export const parseText: VariableParser<string> = (value) => value;

export const parseOpenIdScope: VariableParser<string> = (value) =>
  value.split(/\s+/).includes('openid') ? value.split(/\s+/).join(' ') : new ParseFailure('must hold the scope openid');

/** Text that is valid as the value of a header. */
export const parseHeaderValue: VariableParser<string> = (value) =>
  /^[\x21-\x7e]([\x20-\x7e]{0,126}[\x21-\x7e])?$/.test(value)
    ? value
    : new ParseFailure('must be 1 to 128 visible ASCII characters');

export const parseSecret: VariableParser<Secret> = (value) => new Secret(value);

/** A part of URLs that must not be easy to guess. */
export const parseControlToken: VariableParser<Secret> = (value) =>
  /^[\w-]{16,}$/.test(value) ? new Secret(value) : new ParseFailure('must be at least 16 letters, digits, - or _');

/** A host name or IP address, without scheme and port. */
export const parseHostName: VariableParser<string> = (value) =>
  /^[A-Za-z0-9.:_-]{1,253}$/.test(value) ? value : new ParseFailure('must be a host name or an IP address');

/** Host names and IP addresses, lower-case, an IPv6 address in brackets as in a URL. */
export const parseHostNames: VariableParser<readonly string[]> = (value) => {
  const names = splitCommaList(value);
  return names.length > 0 && names.every(isHostOfUrl)
    ? names
    : new ParseFailure('must be a comma-separated list of host names such as drive.example, lower-case, without port');
};

const isHostOfUrl = (name: string): boolean =>
  !name.includes('*') && URL.canParse(`http://${name}`) && new URL(`http://${name}`).hostname === name;

/** An origin without a path: each operation has its own path. */
export const parseBaseUrl: VariableParser<URL> = (value) => {
  const url = parseHttpUrl(value);
  if (url instanceof ParseFailure) return url;
  return url.pathname === '/' && !url.search && !url.hash
    ? url
    : new ParseFailure('must be a URL without path and query, such as https://host');
};

export const parseHttpUrl: VariableParser<URL> = (value) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return new ParseFailure('must be an https URL');
  return url.username || url.password ? new ParseFailure('must not hold a user name or password') : url;
};

export const parseOriginPatterns: VariableParser<readonly OriginPattern[]> = (value) => {
  const patterns = splitCommaList(value).map(parseOriginPattern);
  const valid = patterns.filter((pattern) => pattern !== undefined);
  if (valid.length > 0 && valid.length === patterns.length) return valid;
  return new ParseFailure('must be a comma-separated list of origins such as https://host or https://*.domain.example');
};

const supportedRedisSchemes = 'redis://, rediss://, redis+sentinel:// or redis+cluster://';
/** Checks the form only. Node cannot parse a URL with several hosts; the store library parses the value. */
export const parseRedisUrlSecret: VariableParser<Secret> = (value) =>
  /^(rediss?|rediss?\+(sentinel|cluster)):\/\/[^\s/]+(\/\S*)?$/.test(value)
    ? new Secret(value)
    : new ParseFailure(`must be a URL that starts with ${supportedRedisSchemes}`);

export const parseAddressRanges: VariableParser<readonly string[]> = (value) => {
  const entries = splitCommaList(value);
  return entries.length > 0 && entries.every(isAddressRange)
    ? entries
    : new ParseFailure('must be a comma-separated list of IP addresses or ranges such as 10.0.0.0/8');
};

/** Public-key signatures only: with `none` or HMAC, everybody who knows the public key could sign a token. */
const signatureAlgorithmPattern = /^((RS|PS|ES)(256|384|512)|EdDSA|Ed25519)$/;
export const parseSignatureAlgorithms: VariableParser<readonly string[]> = (value) => {
  const names = splitCommaList(value);
  return names.length > 0 && names.every((name) => signatureAlgorithmPattern.test(name))
    ? names
    : new ParseFailure(
        'must be a comma-separated list of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA, Ed25519',
      );
};

export interface EncryptionKey {
  readonly id: string;
  /** 256 bits. */
  readonly key: KeyObject;
}

export const parseEncryptionKeys: VariableParser<readonly EncryptionKey[]> = (value) => {
  const keys: EncryptionKey[] = [];
  for (const [index, entry] of splitCommaList(value).entries()) {
    const match = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]{43}=)$/.exec(entry);
    // The message does not name the id: if the colon is missing, the "id" is the key.
    if (!match)
      return new ParseFailure(
        `must be a comma-separated list of id:key, a key being base64 of 32 bytes; entry ${index + 1} is not`,
      );
    const [, id = '', key = ''] = match;
    if (keys.some((other) => other.id === id))
      return new ParseFailure(`must not hold an id twice; entry ${index + 1} does`);
    keys.push({ id, key: createSecretKey(Buffer.from(key, 'base64')) });
  }
  return keys.length > 0 ? keys : new ParseFailure('must hold at least one id:key');
};

/** Origins, exactly as browsers write them in the header Origin. */
export const parseExactOrigins: VariableParser<readonly string[]> = (value) => {
  const origins = splitCommaList(value);
  return origins.length > 0 && origins.every((origin) => /^https?:[^*]+$/.test(origin) && isOrigin(origin))
    ? origins
    : new ParseFailure(
        'must be a comma-separated list of exact origins such as https://app.example, lower-case, without a trailing slash',
      );
};

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** What KooDrive calls the domain of a front end: a host or a complete URL, without a query. */
export const parseFrontEndDomain: VariableParser<string> = (value) => {
  const url = /^https?:\/\//.test(value) ? value : `https://${value}`;
  return URL.canParse(url) && !/[?#@\\\s]/.test(value)
    ? value
    : new ParseFailure('must be a host such as drive.example, or a URL such as https://host/path');
};

export const parsePathPrefixes: VariableParser<readonly string[]> = (value) => {
  const paths = splitCommaList(value);
  return paths.length > 0 && paths.every((path) => /^\/(?!\/)[A-Za-z0-9/._~-]*$/.test(path))
    ? paths
    : new ParseFailure('must be a comma-separated list of paths such as /app');
};

/** A list of words. The code that uses the list checks the words. */
export const parseStringList: VariableParser<readonly string[]> = (value) => {
  const words = splitCommaList(value);
  return words.length > 0 ? words : new ParseFailure('must be a comma-separated list of words');
};

function splitCommaList(value: string): string[] {
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
