/**
 * `attachment` with the file's name, in the two forms of RFC 6266: `filename` with what every client can read, and
 * `filename*` (RFC 8187) with all of it. Always an attachment: a file's bytes are never shown as a page of ours.
 */
export function attachment(given: string): string {
  // Half a character cannot be encoded.
  const name = given.replace(/[\ud800-\udfff]/gu, '\ufffd');
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return plain === name
    ? `attachment; filename="${plain}"`
    : `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
