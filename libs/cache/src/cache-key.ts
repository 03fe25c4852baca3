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
  // The request's own text comes last, so that nothing in it can pass for another part.
  const first = `${whose}\n${encodeURIComponent(parts.language)}\n${parts.route}`;
  return `${first}\n${normaliseUrl(parts.url)}` as CacheKey;
}

/** The order of query parameters with different names means nothing. */
function normaliseUrl(url: string): string {
  const at = url.indexOf('?');
  if (at < 0) return url;
  const query = url.slice(at + 1);
  if (!query.includes('&')) return query === '' ? url.slice(0, at) : url;
  const pairs = query.split('&').filter((pair) => pair !== '');
  const name = (pair: string): string => pair.split('=', 1)[0] ?? '';
  pairs.sort((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0));
  return `${url.slice(0, at)}?${pairs.join('&')}`;
}

/** The name of an answer in the store: the key holds user and session ids, which are nobody's business there. */
export function storeName(key: CacheKey): string {
  return createHash('sha256').update(key).digest('base64url');
}
