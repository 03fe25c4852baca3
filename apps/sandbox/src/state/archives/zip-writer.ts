import { pipeline, Readable } from 'node:stream';
import { createDeflateRaw, crc32 } from 'node:zlib';
import { CompressionMethod, dataDescriptorBytes, ZipSignature } from './zip-format.js';

/** A file or folder to add to an archive. */
export interface ZipSource {
  /** Full path inside the archive. The path of a folder ends with a slash. */
  readonly name: string;
  /** Milliseconds since the epoch. A time outside 1980 to 2107 becomes the nearest time that the format can express. */
  readonly updatedAt: number;
  /** Undefined for a folder. */
  readonly content?: () => AsyncIterable<Buffer>;
}

interface WrittenEntry {
  readonly source: ZipSource;
  readonly crc: number;
  readonly sizeBytes: number;
  readonly compressedSizeBytes: number;
  readonly headerOffset: number;
}

/** Bit 3: CRC and sizes follow the data, in a data descriptor. Bit 11: names are in UTF-8. */
const generalPurposeFlags = 0x0808;
/** 2.0, the version of the format that has folders and the deflate method. */
const zipVersion = 20;
/** The first and the last time that the date and time fields can express. */
const earliestTimeMs = Date.UTC(1980, 0, 1);
const latestTimeMs = Date.UTC(2107, 11, 31, 23, 59, 58);

/** A zip archive as a stream. Files over 4 GiB are not supported, because there is no ZIP64 record. */
export async function* writeZip(sources: Iterable<ZipSource>): AsyncGenerator<Buffer> {
  const written: WrittenEntry[] = [];
  let offset = 0;
  for (const source of sources) {
    const headerOffset = offset;
    let crc = 0;
    let sizeBytes = 0;
    let compressedSizeBytes = 0;
    const header = encodeLocalHeader(source);
    offset += header.length;
    yield header;
    const plain = async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of source.content?.() ?? []) {
        crc = crc32(chunk, crc);
        sizeBytes += chunk.length;
        yield chunk;
      }
    };
    // If the source fails, `pipeline` destroys the compressor, and the loop below throws.
    const compressed = pipeline(Readable.from(plain()), createDeflateRaw({ level: 1 }), () => undefined);
    for await (const chunk of compressed as AsyncIterable<Buffer>) {
      compressedSizeBytes += chunk.length;
      yield chunk;
    }
    yield encodeFields([4, ZipSignature.dataDescriptor], [4, crc], [4, compressedSizeBytes], [4, sizeBytes]);
    offset += compressedSizeBytes + dataDescriptorBytes;
    written.push({ source, crc, sizeBytes, compressedSizeBytes, headerOffset });
  }
  yield* writeCentralDirectory(written, offset);
}

function encodeLocalHeader(source: ZipSource): Buffer {
  const unknownCrcAndSizes: Field[] = [
    [4, 0],
    [4, 0],
    [4, 0],
  ];
  const fields = encodeFields(
    [4, ZipSignature.localHeader],
    ...createCommonFields(source),
    ...unknownCrcAndSizes,
    ...createLengthFields(source),
  );
  return Buffer.concat([fields, encodeName(source)]);
}

function* writeCentralDirectory(written: readonly WrittenEntry[], directoryStart: number): Generator<Buffer> {
  let directoryBytes = 0;
  for (const entry of written) {
    const header = encodeCentralHeader(entry);
    directoryBytes += header.length;
    yield header;
  }
  const entryCount = written.length;
  yield encodeFields(
    [4, ZipSignature.endOfCentralDirectory],
    [2, 0],
    [2, 0],
    [2, entryCount],
    [2, entryCount],
    [4, directoryBytes],
    [4, directoryStart],
    [2, 0],
  );
}

function encodeCentralHeader({ source, crc, sizeBytes, compressedSizeBytes, headerOffset }: WrittenEntry): Buffer {
  const commentLengthDiskAndAttributes: Field[] = [
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
  ];
  const fields = encodeFields(
    [4, ZipSignature.centralHeader],
    [2, zipVersion],
    ...createCommonFields(source),
    [4, crc],
    [4, compressedSizeBytes],
    [4, sizeBytes],
    ...createLengthFields(source),
    ...commentLengthDiskAndAttributes,
    [4, headerOffset],
  );
  return Buffer.concat([fields, encodeName(source)]);
}

type Field = readonly [bytes: 2 | 4, value: number];

const encodeName = (source: ZipSource): Buffer => Buffer.from(source.name, 'utf8');

/** Length of the name, and of the extra field, which is empty. */
const createLengthFields = (source: ZipSource): Field[] => [
  [2, encodeName(source).length],
  [2, 0],
];

/** The fields that the local header and the central header share: version, flags, method, time and date. */
function createCommonFields({ updatedAt }: ZipSource): Field[] {
  const at = new Date(Math.min(Math.max(updatedAt, earliestTimeMs), latestTimeMs));
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return [
    [2, zipVersion],
    [2, generalPurposeFlags],
    [2, CompressionMethod.deflated],
    [2, time],
    [2, date],
  ];
}

/** Encodes numbers of two or four bytes in little-endian order. */
function encodeFields(...fields: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let offset = 0;
  for (const [bytes, value] of fields) offset = buffer.writeUIntLE(value >>> 0, offset, bytes);
  return buffer;
}
