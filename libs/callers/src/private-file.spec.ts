import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replacePrivateFile } from './private-file.js';

let folder: string;
let target: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'private-file-'));
  target = join(folder, 'secret');
});
afterEach(() => rm(folder, { recursive: true }));

describe('A private file', () => {
  it('can be read by its owner only, even if others could read the earlier one', async () => {
    await writeFile(target, 'old', { mode: 0o644 });
    await replacePrivateFile(target, 'new');
    expect([await readFile(target, 'utf8'), (await stat(target)).mode & 0o777]).toEqual(['new', 0o600]);
  });

  it('replaces a symbolic link, and does not change the file that it points to', async () => {
    const other = join(folder, 'other');
    await writeFile(other, 'old');
    await symlink(other, target);
    await replacePrivateFile(target, 'new');
    expect([await readFile(other, 'utf8'), await readFile(target, 'utf8')]).toEqual(['old', 'new']);
  });

  it('that cannot be replaced leaves no temporary file, which would hold the secret', async () => {
    await mkdir(join(target, 'deep'), { recursive: true });
    await expect(replacePrivateFile(target, 'new')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['secret']);
  });
});
