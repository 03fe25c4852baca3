import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BlobStore, type StoredBlob } from '../../object-store/blob-store.js';
import { createSampleArchive } from '../seed/sample-files.js';
import { readCentralDirectory, readZipEntry, type ZipEntry } from './zip-reader.js';
import { writeZip } from './zip-writer.js';

describe('zip reader and writer', () => {
  let folder: string;
  let blobs: BlobStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zip-spec-'));
    let keys = 0;
    blobs = new BlobStore(folder, () => String(++keys), Date.now);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const readText = async (blob: StoredBlob, entry: ZipEntry | undefined): Promise<string> => {
    const received: Buffer[] = [];
    if (entry) for await (const chunk of readZipEntry(blob, entry)) received.push(chunk);
    return Buffer.concat(received).toString();
  };
  const chunks = async function* (...texts: string[]): AsyncGenerator<Buffer> {
    for (const text of texts) yield Buffer.from(text);
  };

  it('reads an archive that another program wrote', async () => {
    const blob = blobs.storeBytes(createSampleArchive(), 'application/zip');
    const entries = await readCentralDirectory(blob);
    expect(entries.map(({ name, isFolder, sizeBytes }) => [name, isFolder, sizeBytes])).toEqual([
      ['plan/', true, 0],
      ['plan/readme.txt', false, 108],
      ['plan/图片/map.txt', false, 52],
      ['notes.md', false, 22],
    ]);
    expect(entries[1]?.updatedAt).toBe(Date.UTC(2025, 2, 3, 8));
    expect(await readText(blob, entries[3])).toBe('# Notes\n\nBring water.\n');
  });

  it('reads an archive that the writer wrote, for any chunk sizes', async () => {
    const updatedAt = Date.UTC(2025, 10, 3, 7, 1, 40);
    const sources = [
      { name: '文件夹/', updatedAt },
      { name: '文件夹/a.txt', updatedAt, content: () => chunks('one ', 'two ', 'three') },
      { name: 'empty', updatedAt, content: () => chunks() },
    ];
    const received = await blobs.receive(writeZip(sources));
    const blob = blobs.store(received.sha256, received.segments, 'application/zip');
    const entries = await readCentralDirectory(blob);
    expect(entries.map((entry) => [entry.name, entry.sizeBytes, entry.updatedAt])).toEqual([
      ['文件夹/', 0, updatedAt],
      ['文件夹/a.txt', 13, updatedAt],
      ['empty', 0, updatedAt],
    ]);
    expect(await readText(blob, entries[1])).toBe('one two three');
    expect(await readText(blob, entries[2])).toBe('');
  });

  it('writes the nearest time of the format for a time before 1980 or after 2107', async () => {
    const sources = [
      { name: 'old/', updatedAt: Date.UTC(1979, 11, 31) },
      { name: 'first/', updatedAt: Date.UTC(1980, 0, 1) },
      { name: 'last/', updatedAt: Date.UTC(2107, 11, 31, 23, 59, 58) },
      { name: 'late/', updatedAt: Date.UTC(2108, 0, 1) },
    ];
    const received = await blobs.receive(writeZip(sources));
    const entries = await readCentralDirectory(blobs.store(received.sha256, received.segments, 'application/zip'));
    const [earliest, latest] = [Date.UTC(1980, 0, 1), Date.UTC(2107, 11, 31, 23, 59, 58)];
    expect(entries.map(({ updatedAt }) => updatedAt)).toEqual([earliest, earliest, latest, latest]);
  });

  it('rejects a file that is no archive, a truncated archive, and an entry that does not match the directory', async () => {
    const error = { code: 13000308 };
    await expect(readCentralDirectory(blobs.storeBytes(Buffer.from('no archive'), ''))).rejects.toMatchObject(error);
    await expect(readCentralDirectory(blobs.storeBytes(createSampleArchive().subarray(200), ''))).rejects.toMatchObject(
      error,
    );
    const blob = blobs.storeBytes(createSampleArchive(), '');
    const [, entry] = await readCentralDirectory(blob);
    if (!entry) throw new Error('no entry');
    await expect(readText(blob, { ...entry, sizeBytes: 10 })).rejects.toMatchObject(error);
    await expect(readText(blob, { ...entry, crc: 1 })).rejects.toMatchObject(error);
    await expect(readText(blob, { ...entry, encrypted: true })).rejects.toMatchObject(error);
  });
});
