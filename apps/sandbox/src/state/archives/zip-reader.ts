import { crc32, createInflateRaw } from 'node:zlib';
import { readBlob, type Blob } from '../../object-store/blobs.js';
import { Refusal } from '../../operation.js';

export interface ZipEntry {
  /** Full path inside the archive; folders end with a slash. */
  readonly name: string;
  readonly folder: boolean;
  /** Bytes, unpacked. */
  readonly size: number;
  readonly packedSize: number;
  readonly crc: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly updatedAt: number;
  readonly headerAt: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LONGEST_COMMENT = 0xffff;
const LARGEST_DIRECTORY = 64 * 2 ** 20;
const STORED = 0;
const DEFLATED = 8;

/**
 * Reads the directory of a zip archive. Refuses with 13000308 what is none, and what needs ZIP64 (which code upstream
 * gives is not documented).
 */
export async function readDirectory(blob: Blob): Promise<ZipEntry[]> {
  const tail = await bytesOf(blob, Math.max(0, blob.length - 22 - LONGEST_COMMENT), blob.length - 1);
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== END_OF_DIRECTORY) at -= 1;
  if (at < 0) throw new Refusal(13000308, 'no zip archive');
  const count = tail.readUInt16LE(at + 10);
  const size = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  if (count === 0) return [];
  if (size > LARGEST_DIRECTORY || start + size > blob.length) throw new Refusal(13000308, 'broken zip archive');
  return parseDirectory(await bytesOf(blob, start, start + size - 1), count);
}

function parseDirectory(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      throw new Refusal(13000308, 'broken zip directory');
    }
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    entries.push({
      name,
      folder: name.endsWith('/'),
      size: directory.readUInt32LE(at + 24),
      packedSize: directory.readUInt32LE(at + 20),
      crc: directory.readUInt32LE(at + 16),
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      updatedAt: dosTime(directory.readUInt16LE(at + 14), directory.readUInt16LE(at + 12)),
      headerAt: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * The unpacked bytes of an entry. Refuses with 13000308 more bytes than the directory says, so that no bomb goes off,
 * other bytes than were packed, and what is encrypted or packed in another way.
 */
export async function* unpack(blob: Blob, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.encrypted || (entry.method !== STORED && entry.method !== DEFLATED))
    throw new Refusal(13000308, entry.name);
  const header = await bytesOf(blob, entry.headerAt, entry.headerAt + 29);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_HEADER) throw new Refusal(13000308, entry.name);
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readBlob(blob, start, start + entry.packedSize - 1);
  // `destroy` on the way out ends the file stream too: an inflater left alone would keep it open.
  const plain = entry.method === STORED ? packed : packed.pipe(createInflateRaw());
  packed.on('error', (error) => plain.destroy(error));
  let bytes = 0;
  let crc = 0;
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      crc = crc32(chunk, crc);
      if (bytes > entry.size) throw new Refusal(13000308, `${entry.name}: larger than it says`);
      yield chunk;
    }
    if (bytes !== entry.size || crc !== entry.crc) throw new Refusal(13000308, `${entry.name}: damaged`);
  } finally {
    packed.destroy();
  }
}

async function bytesOf(blob: Blob, start: number, end: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readBlob(blob, start, end) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Time in MS-DOS form, taken as UTC. */
function dosTime(date: number, time: number): number {
  const day = [1980 + (date >> 9), ((date >> 5) & 15) - 1, date & 31] as const;
  return Date.UTC(...day, time >> 11, (time >> 5) & 63, (time & 31) * 2);
}
