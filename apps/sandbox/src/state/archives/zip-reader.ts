import { crc32, createInflateRaw } from 'node:zlib';
import { errorCodes } from '../../contract/errors.js';
import { readBlob, type StoredBlob } from '../../object-store/blob-store.js';
import { OperationError } from '../../operation.js';
import {
  centralHeaderBytes,
  CompressionMethod,
  endOfCentralDirectoryBytes,
  localHeaderBytes,
  ZipSignature,
} from './zip-format.js';

export interface ZipEntry {
  /** Full path inside the archive. The path of a folder ends with a slash. */
  readonly name: string;
  readonly isFolder: boolean;
  /** Size of the uncompressed content. */
  readonly sizeBytes: number;
  readonly compressedSizeBytes: number;
  /** CRC-32 of the uncompressed content. */
  readonly crc: number;
  /** A number of CompressionMethod, or an unsupported method. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
  /** Position of the local header in the archive, in bytes. */
  readonly headerOffset: number;
}

const maxCommentBytes = 0xffff;
const maxCentralDirectoryBytes = 64 * 2 ** 20;
const encryptedFlag = 1;

/**
 * Reads the central directory of a zip archive.
 * @throws OperationError fileMetadataError (no zip archive, damaged, or in ZIP64 format; the code upstream is not
 *   documented)
 */
export async function readCentralDirectory(blob: StoredBlob): Promise<ZipEntry[]> {
  const tailStart = Math.max(0, blob.length - endOfCentralDirectoryBytes - maxCommentBytes);
  const tail = await readBytes(blob, tailStart, blob.length - 1);
  let offset = tail.length - endOfCentralDirectoryBytes;
  while (offset >= 0 && tail.readUInt32LE(offset) !== ZipSignature.endOfCentralDirectory) offset -= 1;
  if (offset < 0) throw new OperationError(errorCodes.fileMetadataError, 'no zip archive');
  const entryCount = tail.readUInt16LE(offset + 10);
  const directoryBytes = tail.readUInt32LE(offset + 12);
  const directoryStart = tail.readUInt32LE(offset + 16);
  if (entryCount === 0) return [];
  if (directoryBytes > maxCentralDirectoryBytes || directoryStart + directoryBytes > blob.length)
    throw new OperationError(errorCodes.fileMetadataError, 'broken zip archive');
  const directory = await readBytes(blob, directoryStart, directoryStart + directoryBytes - 1);
  return parseCentralDirectory(directory, entryCount);
}

function parseCentralDirectory(directory: Buffer, entryCount: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let offset = 0;
  for (let i = 0; i < entryCount; i += 1) {
    const isHeader =
      offset + centralHeaderBytes <= directory.length && directory.readUInt32LE(offset) === ZipSignature.centralHeader;
    if (!isHeader) throw new OperationError(errorCodes.fileMetadataError, 'broken zip directory');
    const nameStart = offset + centralHeaderBytes;
    const nameLength = directory.readUInt16LE(offset + 28);
    const extraLength = directory.readUInt16LE(offset + 30);
    const commentLength = directory.readUInt16LE(offset + 32);
    const name = directory.toString('utf8', nameStart, nameStart + nameLength);
    entries.push({
      name,
      isFolder: name.endsWith('/'),
      sizeBytes: directory.readUInt32LE(offset + 24),
      compressedSizeBytes: directory.readUInt32LE(offset + 20),
      crc: directory.readUInt32LE(offset + 16),
      method: directory.readUInt16LE(offset + 10),
      encrypted: (directory.readUInt16LE(offset + 8) & encryptedFlag) !== 0,
      updatedAt: parseDosTime(directory.readUInt16LE(offset + 14), directory.readUInt16LE(offset + 12)),
      headerOffset: directory.readUInt32LE(offset + 42),
    });
    offset = nameStart + nameLength + extraLength + commentLength;
  }
  return entries;
}

/**
 * Streams the uncompressed bytes of an entry.
 * @throws OperationError fileMetadataError (more bytes than the directory says, as in a zip bomb; another size or
 *   CRC-32; encrypted; an unsupported compression method)
 */
export async function* readZipEntry(blob: StoredBlob, entry: ZipEntry): AsyncGenerator<Buffer> {
  const isSupported = entry.method === CompressionMethod.stored || entry.method === CompressionMethod.deflated;
  if (entry.encrypted || !isSupported) throw new OperationError(errorCodes.fileMetadataError, entry.name);
  const header = await readBytes(blob, entry.headerOffset, entry.headerOffset + localHeaderBytes - 1);
  if (header.length < localHeaderBytes || header.readUInt32LE(0) !== ZipSignature.localHeader)
    throw new OperationError(errorCodes.fileMetadataError, entry.name);
  const nameLength = header.readUInt16LE(26);
  const extraLength = header.readUInt16LE(28);
  const start = entry.headerOffset + localHeaderBytes + nameLength + extraLength;
  const compressed = readBlob(blob, start, start + entry.compressedSizeBytes - 1);
  const plain = entry.method === CompressionMethod.stored ? compressed : compressed.pipe(createInflateRaw());
  compressed.on('error', (error) => plain.destroy(error));
  let bytes = 0;
  let crc = 0;
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      crc = crc32(chunk, crc);
      if (bytes > entry.sizeBytes)
        throw new OperationError(errorCodes.fileMetadataError, `${entry.name}: larger than it says`);
      yield chunk;
    }
    if (bytes !== entry.sizeBytes || crc !== entry.crc)
      throw new OperationError(errorCodes.fileMetadataError, `${entry.name}: damaged`);
  } finally {
    // The inflater does not close the file stream when it is destroyed.
    compressed.destroy();
  }
}

async function readBytes(blob: StoredBlob, start: number, end: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readBlob(blob, start, end) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** MS-DOS date and time, interpreted as UTC; in milliseconds since the epoch. */
function parseDosTime(date: number, time: number): number {
  const day = [1980 + (date >> 9), ((date >> 5) & 15) - 1, date & 31] as const;
  return Date.UTC(...day, time >> 11, (time >> 5) & 63, (time & 31) * 2);
}
