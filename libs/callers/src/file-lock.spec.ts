import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireFileLock, readLockHolder } from './file-lock.js';

const rounds = 300;
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-lock-'));
  path = join(folder, 'file.lock');
});
afterEach(() => rm(folder, { recursive: true }));

/** A lock whose holder is gone. */
async function leaveLock(text: string): Promise<void> {
  await writeFile(path, text);
  await utimes(path, new Date(0), new Date(0));
}

describe('A file lock', () => {
  it('that was left is acquired by one of many who find it at the same time', async () => {
    for (let round = 0; round < rounds; round += 1) {
      await leaveLock(`1 elsewhere ${round}\n`);
      const releases = await Promise.all(Array.from({ length: 16 }, () => acquireFileLock(path, 0)));
      expect(releases.filter((release) => release !== undefined)).toHaveLength(1);
      await releases.find((release) => release !== undefined)?.();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('that was lost to another holder after a minute is not released by the first one', async () => {
    const releaseFirst = await acquireFileLock(path, 0);
    await utimes(path, new Date(0), new Date(0));
    const releaseSecond = await acquireFileLock(path, 0);
    await releaseFirst?.();
    expect(await readLockHolder(path)).toBe(String(process.pid));
    await releaseSecond?.();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['names no process', `x ${hostname()} 1\n`],
    ['names a running process', `${process.pid} ${hostname()} 1\n`],
    ['is of another machine', '1 elsewhere 1\n'],
    ['is empty', ''],
  ])('that %s is not replaced for a minute', async (_what, content) => {
    await writeFile(path, content);
    expect(await acquireFileLock(path, 30)).toBeUndefined();
    await utimes(path, new Date(0), new Date(0));
    expect(await acquireFileLock(path, 0)).toBeDefined();
  });

  it('is acquired where a process was killed while it replaced an earlier one', async () => {
    const content = '1 elsewhere 1\n';
    await leaveLock(content);
    const digest = createHash('sha256').update(content).digest('hex').slice(0, 16);
    const replacement = `${path}.${digest}.tmp`;
    await writeFile(replacement, '1 elsewhere 2\n');
    expect(await acquireFileLock(path, 30)).toBeUndefined();
    await utimes(replacement, new Date(0), new Date(0));
    expect(await acquireFileLock(path, 0)).toBeDefined();
    expect(await readdir(folder)).toEqual(['file.lock']);
  });
});
