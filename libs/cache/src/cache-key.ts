import { createHash } from 'node:crypto';
import { type Principal, principalKey } from '#koodrive';
import type { CachePolicy } from './policy.js';

declare const made: unique symbol;
/** Made by `cacheKey` alone, so that no answer is kept under a key without its principal. */
export type CacheKey = string & { readonly [made]: true };

export interface KeyParts {
  /** Names the route: its method and pattern. */
  readonly route: string;
  /** Path and query of the request. */
  readonly url: string;
  /** The language the answer is in. */
  readonly language: string;
}

/** The key of an answer for that principal; for all principals only where the policy says `shared`. */
export function cacheKey(principal: Principal, parts: KeyParts, policy: Pick<CachePolicy, 'shared'>): CacheKey {
  const whose = policy.shared === true ? '*' : principalKey(principal);
  const language = PLAIN.test(parts.language) ? parts.language : encodeURIComponent(parts.language);
  // The request's own text comes last, so that nothing in it can pass for another part.
  return `${whose}\n${language}\n${parts.route}\n${normaliseUrl(parts.url)}` as CacheKey;
}

const PLAIN = /^[a-zA-Z-]*$/;

/** The order of query parameters with different names means nothing. On the hot path: most queries are in order. */
function normaliseUrl(url: string): string {
  const at = url.indexOf('?');
  if (at < 0) return url;
  const pairs = url.slice(at + 1).split('&');
  if (!pairs.includes('') && inOrder(pairs)) return url;
  const filled = pairs.filter((pair) => pair !== '').sort((a, b) => compare(nameOf(a), nameOf(b)));
  return filled.length === 0 ? url.slice(0, at) : `${url.slice(0, at)}?${filled.join('&')}`;
}

function inOrder(pairs: readonly string[]): boolean {
  let before = '';
  for (const pair of pairs) {
    const name = nameOf(pair);
    if (name < before) return false;
    before = name;
  }
  return true;
}

function nameOf(pair: string): string {
  const end = pair.indexOf('=');
  return end < 0 ? pair : pair.slice(0, end);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The name of an answer in the store: the key holds user and session ids, which are nobody's business there. */
export function storeName(key: CacheKey): string {
  return createHash('sha256').update(key).digest('base64url');
}
