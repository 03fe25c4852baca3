import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueApiKey, revokeApiKey } from './issue-key.js';
import { changeKeyFile, readKeyFile } from './key-file.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
  file = join(folder, 'keys.json');
});
afterEach(() => rm(folder, { recursive: true }));

const order = { owner: 'Reports', scopes: ['files:read'] } as const;

describe('Writing the file of API keys', () => {
  it('leaves a file that only its owner can read, in a folder made where it was missing', async () => {
    file = join(folder, 'deep', 'er', 'keys.json');
    await issueApiKey(file, order);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'deep'))).mode & 0o777).toBe(0o700);
  });

  it('keeps a hash and never the key', async () => {
    const { id, text } = await issueApiKey(file, { ...order, userId: '42', expiresAt: new Date(9e12) }, 0);
    const content = await readFile(file, 'utf8');
    expect(content).not.toContain(text.slice(-51, -8));
    expect(await readKeyFile(file)).toEqual([
      {
        id,
        owner: 'Reports',
        scopes: ['files:read'],
        userId: '42',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        createdAt: '1970-01-01T00:00:00.000Z',
        expiresAt: '2255-03-14T16:00:00.000Z',
      },
    ]);
  });

  it('by twenty writers at once loses none of them and leaves nothing behind', async () => {
    await Promise.all(Array.from({ length: 20 }, () => issueApiKey(file, order)));
    expect(await readKeyFile(file)).toHaveLength(20);
    expect(await readdir(folder)).toEqual(['keys.json']);
  });

  it('never shows a reader half a file', async () => {
    await issueApiKey(file, order);
    let writing = true;
    const writer = (async () => {
      for (let count = 0; count < 30; count += 1) await issueApiKey(file, order);
      writing = false;
    })();
    let reads = 0;
    while (writing) {
      expect((await readKeyFile(file)).length).toBeGreaterThan(0);
      reads += 1;
    }
    await writer;
    expect(reads).toBeGreaterThan(5);
  });

  it('that fails leaves the file and the folder as they were', async () => {
    await issueApiKey(file, order);
    const before = await readFile(file, 'utf8');
    const failing = changeKeyFile(file, () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(await readdir(folder)).toEqual(['keys.json']);
  });

  it('does not overwrite a file that is broken', async () => {
    await writeFile(file, 'not ours');
    await expect(issueApiKey(file, order)).rejects.toThrow('not JSON');
    expect(await readFile(file, 'utf8')).toBe('not ours');
  });

  it('does not wait for ever for another writer, and says what to do about one that died', async () => {
    await writeFile(`${file}.lock`, '4711\n');
    await expect(changeKeyFile(file, (records) => records, 50)).rejects.toThrow(
      `another process (4711) is writing the file; if it is gone, remove ${file}.lock`,
    );
  });

  it('through a link changes what the link leads to', async () => {
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'real', 'keys.json'), '{"version":1,"keys":[]}');
    await symlink(join(folder, 'real', 'keys.json'), file);
    await issueApiKey(file, order);
    expect(await readKeyFile(join(folder, 'real', 'keys.json'))).toHaveLength(1);
  });
});

describe('Revoking a key', () => {
  it('marks that key, keeps the first time, and touches no other', async () => {
    const first = await issueApiKey(file, order, 0);
    const second = await issueApiKey(file, order, 0);
    expect(await revokeApiKey(file, first.id, 1000)).toBe(true);
    expect(await revokeApiKey(file, first.id, 5000)).toBe(true);
    const [one, two] = await readKeyFile(file);
    expect(one).toMatchObject({ id: first.id, revokedAt: '1970-01-01T00:00:01.000Z' });
    expect(two).toMatchObject({ id: second.id });
    expect(two?.revokedAt).toBeUndefined();
  });

  it('says where there is no such key', async () => {
    expect(await revokeApiKey(file, 'abcdefghijkm')).toBe(false);
  });
});
