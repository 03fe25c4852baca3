/**
 * `attachment` with the file name in the two forms of RFC 6266: `filename` in ASCII, which every client can read, and
 * `filename*` (RFC 8187) with the complete name. Always an attachment: a file must never be shown as a page of the
 * gateway's origin.
 */
export function formatContentDisposition(fileName: string): string {
  // A lone surrogate cannot be encoded.
  const name = fileName.replace(/[\ud800-\udfff]/gu, '\ufffd');
  const asciiName = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return asciiName === name
    ? `attachment; filename="${asciiName}"`
    : `attachment; filename="${asciiName}"; filename*=UTF-8''${encoded}`;
}

/** The file name in a Content-Disposition of the object store; undefined where it has none that can be parsed. */
export function parseContentDispositionFileName(disposition: unknown): string | undefined {
  if (typeof disposition !== 'string') return undefined;
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const fileName = extended ?? /filename="([^"]+)"/i.exec(disposition)?.[1];
  if (fileName === undefined) return undefined;
  try {
    // The object store percent-encodes the plain form too (facts/files.md).
    return decodeURIComponent(fileName);
  } catch {
    return fileName;
  }
}
