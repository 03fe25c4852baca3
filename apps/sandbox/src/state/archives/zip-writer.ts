import { createDeflateRaw, crc32 } from 'node:zlib';
import { pipeline, Readable } from 'node:stream';

/** Something to be packed. */
export interface ZipSource {
  /** Full path inside the archive; folders end with a slash. */
  readonly name: string;
  readonly updatedAt: number;
  /** Absent for folders. */
  readonly content?: () => AsyncIterable<Buffer>;
}

interface Written {
  readonly source: ZipSource;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  readonly headerAt: number;
}

/** Sizes follow the data, and names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;

/** A zip archive as a stream of chunks. Sizes over 4 GiB are not supported (no ZIP64). */
export async function* zip(sources: Iterable<ZipSource>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for (const source of sources) {
    const headerAt = at;
    let crc = 0;
    let size = 0;
    let packedSize = 0;
    const head = Buffer.concat([
      numbers([4, 0x04034b50], ...common(source), [4, 0], [4, 0], [4, 0], ...lengths(source)),
      nameOf(source),
    ]);
    at += head.length;
    yield head;
    const plain = async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of source.content?.() ?? []) {
        crc = crc32(chunk, crc);
        size += chunk.length;
        yield chunk;
      }
    };
    // A failure of the source destroys the packer, whose reader below then fails with it.
    const packed = pipeline(Readable.from(plain()), createDeflateRaw({ level: 1 }), () => undefined);
    for await (const chunk of packed as AsyncIterable<Buffer>) {
      packedSize += chunk.length;
      yield chunk;
    }
    yield numbers([4, 0x08074b50], [4, crc], [4, packedSize], [4, size]);
    at += packedSize + 16;
    written.push({ source, crc, size, packedSize, headerAt });
  }
  yield* directory(written, at);
}

function* directory(written: readonly Written[], start: number): Generator<Buffer> {
  let length = 0;
  for (const { source, crc, size, packedSize, headerAt } of written) {
    const sizes = [[4, crc], [4, packedSize], [4, size], ...lengths(source)] as const;
    const tail = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, headerAt],
    ] as const;
    const entry = Buffer.concat([
      numbers([4, 0x02014b50], [2, VERSION], ...common(source), ...sizes, ...tail),
      nameOf(source),
    ]);
    length += entry.length;
    yield entry;
  }
  const count = written.length;
  yield numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, start], [2, 0]);
}

type Field = readonly [bytes: 2 | 4, value: number];

const nameOf = (source: ZipSource): Buffer => Buffer.from(source.name, 'utf8');
const lengths = (source: ZipSource): Field[] => [
  [2, nameOf(source).length],
  [2, 0],
];

/** What local header and directory have in common: version, flags, method, time and date. */
function common({ updatedAt }: ZipSource): Field[] {
  const at = new Date(updatedAt);
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return [
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, time],
    [2, date],
  ];
}

/** Little-endian numbers of two or four bytes, one after another. */
function numbers(...fields: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value >>> 0, at, bytes);
  return buffer;
}
