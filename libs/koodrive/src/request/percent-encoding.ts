/** Percent-encodes all characters but `A-Z a-z 0-9 - _ . ~` (RFC 3986). @throws URIError on a lone surrogate */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export type QueryPair = readonly [name: string, value: string];

/** `name=value` joined by `&`, in the given order; an empty string for an empty query. */
export function encodeQuery(query: readonly QueryPair[]): string {
  return query.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
}
