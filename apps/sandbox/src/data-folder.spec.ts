import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from './sandbox.js';
import { BlobStore } from './object-store/blob-store.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-data-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('A folder that is configured for the bytes of files', () => {
  it('stays when the sandbox is closed, with what else is in it', async () => {
    await writeFile(join(folder, 'other'), '');
    const sandbox = await startSandbox({ dataFolder: folder });
    await sandbox.close();
    expect(await readdir(folder)).toContain('other');
  });

  it('does not hold the bytes of a content that could not be received to its end', async () => {
    const blobs = new BlobStore(
      folder,
      () => 'key',
      () => 0,
    );
    async function* createBrokenStream(): AsyncIterable<Buffer> {
      yield Buffer.from('bytes');
      throw new Error('broken');
    }
    await expect(blobs.receive(createBrokenStream())).rejects.toThrow('broken');
    await blobs.clear();
    expect(await readdir(folder)).toEqual([]);
  });
});
