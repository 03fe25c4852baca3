import type { SerializedResponse } from './serialized-response.js';

/** A response in the shared tier. */
export interface SharedCacheEntry {
  readonly response: SerializedResponse;
  /** When the response was requested from the upstream, milliseconds since 1970. */
  readonly requestedAt: number;
  readonly tags: readonly string[];
  /** The versions at the time of the request: first that of the whole cache, then those of the tags in their order. */
  readonly tagVersions: readonly string[];
}

/**
 * Increase it when the members of the stored JSON change: instances of another release then read the entry as a miss.
 * It is stored as `form`; that name must not change, since all releases read it.
 */
const formatVersion = 2;
const headerLengthBytes = 4;

/** Format: length of the header (4 bytes, big endian), the header as JSON, the body. */
export function encodeEntry({ response, ...rest }: SharedCacheEntry): Buffer {
  const { body, ...responseWithoutBody } = response;
  const header = Buffer.from(JSON.stringify({ form: formatVersion, ...rest, response: responseWithoutBody }));
  const headerLength = Buffer.alloc(headerLengthBytes);
  headerLength.writeUInt32BE(header.length);
  return Buffer.concat([headerLength, header, body]);
}

/** @returns undefined if the bytes do not have the format of encodeEntry, or were written in another format version */
export function decodeEntry(bytes: Buffer): SharedCacheEntry | undefined {
  if (bytes.length < headerLengthBytes) return undefined;
  const headerEnd = headerLengthBytes + bytes.readUInt32BE(0);
  try {
    const header = bytes.toString('utf8', headerLengthBytes, headerEnd);
    const { form, response, ...rest } = JSON.parse(header) as SharedCacheEntry & { form: number };
    return form === formatVersion ? { ...rest, response: { ...response, body: bytes.subarray(headerEnd) } } : undefined;
  } catch {
    return undefined;
  }
}
