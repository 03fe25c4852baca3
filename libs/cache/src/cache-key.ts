import { createHash } from 'node:crypto';
import { type Principal, principalKey } from '#koodrive';
import type { CachePolicy } from './cache-policy.js';

declare const cacheKeyBrand: unique symbol;
/** Only `createCacheKey` creates it, so that no response is cached under a key without its principal. */
export type CacheKey = string & { readonly [cacheKeyBrand]: true };

export interface CacheKeyFields {
  /** Identifies the route: its method and pattern. */
  readonly route: string;
  /** Path and query of the request. */
  readonly url: string;
  /** The language of the response. */
  readonly language: string;
}

/**
 * Creates the key of a response for the principal, or for all principals if the policy sets `sharedAcrossPrincipals`.
 * The order of query parameters with different names does not matter.
 */
export function createCacheKey(
  principal: Principal,
  fields: CacheKeyFields,
  policy: Pick<CachePolicy, 'sharedAcrossPrincipals'>,
): CacheKey {
  const principalField = policy.sharedAcrossPrincipals === true ? '*' : principalKey(principal);
  const language = plainLanguagePattern.test(fields.language) ? fields.language : encodeURIComponent(fields.language);
  // The text of the request comes last, so that nothing in it can be taken for another field.
  return `${principalField}\n${language}\n${fields.route}\n${normalizeUrl(fields.url)}` as CacheKey;
}

const plainLanguagePattern = /^[a-zA-Z-]*$/;

/** Sorts query parameters by name. This is on the hot path: most queries are already sorted. */
function normalizeUrl(url: string): string {
  const queryStart = url.indexOf('?');
  if (queryStart < 0) return url;
  const pairs = url.slice(queryStart + 1).split('&');
  if (!pairs.includes('') && isSortedByName(pairs)) return url;
  const sorted = pairs.filter((pair) => pair !== '').sort((a, b) => compare(getParameterName(a), getParameterName(b)));
  return sorted.length === 0 ? url.slice(0, queryStart) : `${url.slice(0, queryStart)}?${sorted.join('&')}`;
}

function isSortedByName(pairs: readonly string[]): boolean {
  let previousName = '';
  for (const pair of pairs) {
    const name = getParameterName(pair);
    if (name < previousName) return false;
    previousName = name;
  }
  return true;
}

function getParameterName(pair: string): string {
  const end = pair.indexOf('=');
  return end < 0 ? pair : pair.slice(0, end);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Hashes a key for use as a name in the store: the key contains user and browser session ids, which must not show there. */
export function hashCacheKey(key: CacheKey): string {
  return createHash('sha256').update(key).digest('base64url');
}
