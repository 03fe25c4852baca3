/** Percent-encodes as RFC 3986 does: all but `A-Z a-z 0-9 - _ . ~`. Throws URIError on a lone surrogate. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export type QueryPair = readonly [name: string, value: string];

/** `name=value` joined by `&`, in the order given; empty where there is nothing. */
export function encodeQuery(query: readonly QueryPair[]): string {
  return query.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
}
