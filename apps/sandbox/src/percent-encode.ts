/** Encodes all characters but the unreserved ones of RFC 3986: A-Z a-z 0-9 - _ . ~ */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
