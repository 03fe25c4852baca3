import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Blobs, type Blob } from '../../object-store/blobs.js';
import { archive } from '../seed/contents.js';
import { readDirectory, unpack, type ZipEntry } from './zip-reader.js';
import { zip } from './zip-writer.js';

describe('zip archives', () => {
  let folder: string;
  let blobs: Blobs;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zip-spec-'));
    let keys = 0;
    blobs = new Blobs(folder, () => String(++keys), Date.now);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const textOf = async (blob: Blob, entry: ZipEntry | undefined): Promise<string> => {
    const chunks: Buffer[] = [];
    if (entry) for await (const chunk of unpack(blob, entry)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  };
  const parts = async function* (...texts: string[]): AsyncGenerator<Buffer> {
    for (const text of texts) yield Buffer.from(text);
  };

  it('made elsewhere are read', async () => {
    const blob = blobs.keepBytes(archive(), 'application/zip');
    const entries = await readDirectory(blob);
    expect(entries.map(({ name, folder: isFolder, size }) => [name, isFolder, size])).toEqual([
      ['plan/', true, 0],
      ['plan/readme.txt', false, 108],
      ['plan/图片/map.txt', false, 52],
      ['notes.md', false, 22],
    ]);
    expect(entries[1]?.updatedAt).toBe(Date.UTC(2025, 2, 3, 8));
    expect(await textOf(blob, entries[3])).toBe('# Notes\n\nBring water.\n');
  });

  it('made here are read again, whatever the chunks were', async () => {
    const updatedAt = Date.UTC(2025, 10, 3, 7, 1, 40);
    const sources = [
      { name: '文件夹/', updatedAt },
      { name: '文件夹/a.txt', updatedAt, content: () => parts('one ', 'two ', 'three') },
      { name: 'empty', updatedAt, content: () => parts() },
    ];
    const received = await blobs.receive(zip(sources));
    const blob = blobs.keep(received.sha256, received.segments, 'application/zip');
    const entries = await readDirectory(blob);
    expect(entries.map(({ name, size, updatedAt: at }) => [name, size, at])).toEqual([
      ['文件夹/', 0, updatedAt],
      ['文件夹/a.txt', 13, updatedAt],
      ['empty', 0, updatedAt],
    ]);
    expect(await textOf(blob, entries[1])).toBe('one two three');
    expect(await textOf(blob, entries[2])).toBe('');
  });

  it('are refused when they are none, cut off, or lie about an entry', async () => {
    const refused = { code: 13000308 };
    await expect(readDirectory(blobs.keepBytes(Buffer.from('no archive'), ''))).rejects.toMatchObject(refused);
    await expect(readDirectory(blobs.keepBytes(archive().subarray(200), ''))).rejects.toMatchObject(refused);
    const blob = blobs.keepBytes(archive(), '');
    const [, entry] = await readDirectory(blob);
    if (!entry) throw new Error('no entry');
    await expect(textOf(blob, { ...entry, size: 10 })).rejects.toMatchObject(refused);
    await expect(textOf(blob, { ...entry, crc: 1 })).rejects.toMatchObject(refused);
    await expect(textOf(blob, { ...entry, encrypted: true })).rejects.toMatchObject(refused);
  });
});
