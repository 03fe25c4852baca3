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

/** The file's name in a Content-Disposition of the object store; undefined where there is none that can be read. */
export function fileNameIn(disposition: unknown): string | undefined {
  if (typeof disposition !== 'string') return undefined;
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const given = extended ?? /filename="([^"]+)"/i.exec(disposition)?.[1];
  if (given === undefined) return undefined;
  try {
    // Percent-encoded in the plain form too (facts/files.md).
    return decodeURIComponent(given);
  } catch {
    return given;
  }
}
