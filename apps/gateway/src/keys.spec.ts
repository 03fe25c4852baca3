import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiKeyRegistry, readKeyFile, Refusal, scopeNames } from '#callers';
import { runKeys } from './keys.js';

const now = Date.parse('2026-11-22T10:00:00Z');
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-command-'));
  file = join(folder, 'keys.json');
});
afterEach(() => rm(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}
async function keys(...args: readonly string[]): Promise<Run> {
  let out = '';
  let err = '';
  const io = { file, now, out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  return { code: await runKeys(args, io), out, err };
}
const idOf = ({ out }: Run): string => out.split('_')[1] ?? '';

describe('keys create', () => {
  it('prints the key alone, and a gateway takes it', async () => {
    const run = await keys('create', '--owner', 'Reports', '--scopes', 'files:read, spaces:read', '--user', '42');
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toMatch(/^kdg_[a-z0-9]{12}_[\w-]{51}\n$/);
    const registry = await ApiKeyRegistry.open(file);
    registry.close();
    expect(registry.verify(run.out.trim())).toMatchObject({
      owner: 'Reports',
      scopes: new Set(['files:read', 'spaces:read']),
      principal: { kind: 'user', userId: '42' },
    });
  });

  it('takes * for all scopes', async () => {
    await keys('create', '--owner', 'Operations', '--scopes', '*');
    expect((await readKeyFile(file))[0]?.scopes).toEqual(['*']);
  });

  it.each([
    ['2026-11-22', '2026-11-22T23:59:59.999Z'],
    ['2027-01-31T12:00:00+08:00', '2027-01-31T04:00:00.000Z'],
  ])('keeps a key good until %s', async (text, expected) => {
    expect((await keys('create', '--owner', 'a', '--scopes', '*', '--expires', text)).code).toBe(0);
    expect((await readKeyFile(file))[0]?.expiresAt).toBe(expected);
  });

  it('names every scope it does not know, and those it does', async () => {
    const run = await keys('create', '--owner', 'a', '--scopes', 'files:read,files:burn,admin');
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('Unknown scope: "files:burn", "admin".');
    for (const name of scopeNames) expect(run.err).toContain(name);
  });

  it.each([
    ['no owner', ['--scopes', '*'], '--owner is missing'],
    ['an owner of two lines', ['--owner', 'a\nb', '--scopes', '*'], '--owner must be'],
    ['no scopes', ['--owner', 'a'], '--scopes must be'],
    ['an empty scope', ['--owner', 'a', '--scopes', 'files:read,'], '--scopes must be'],
    ['a user that is none', ['--owner', 'a', '--scopes', '*', '--user', '../1'], '--user must be'],
    ['a date that is none', ['--owner', 'a', '--scopes', '*', '--expires', '2027-02-31'], '--expires must be'],
    ['a time without zone', ['--owner', 'a', '--scopes', '*', '--expires', '2027-02-01T10:00:00'], '--expires must be'],
    ['a date gone by', ['--owner', 'a', '--scopes', '*', '--expires', '2026-11-21'], '--expires lies in the past'],
    ['an unknown option', ['--owner', 'a', '--scopes', '*', '--admin'], '--admin'],
    ['a stray word', ['--owner', 'a', '--scopes', '*', 'more'], 'more'],
  ])('with %s says so, ends with 2 and makes no key', async (_name, args, message) => {
    const run = await keys('create', ...args);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(message);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('keys list', () => {
  it('shows whose keys there are, what they may and whether they are alive, and no secret', async () => {
    const made = [
      await keys('create', '--owner', 'Reports', '--scopes', 'files:read'),
      await keys('create', '--owner', 'Intake', '--scopes', '*', '--user', '42', '--expires', '2027-01-31'),
    ];
    await keys('revoke', idOf(made[0] as Run));
    const { code, out } = await keys('list');
    expect(code).toBe(0);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/));
    expect(lines).toEqual([
      ['ID', 'OWNER', 'SCOPES', 'USER', 'CREATED', 'EXPIRES', 'STATE'],
      [idOf(made[0] as Run), 'Reports', 'files:read', '-', '2026-11-22T10:00:00.000Z', '-', 'revoked'],
      [idOf(made[1] as Run), 'Intake', '*', '42', '2026-11-22T10:00:00.000Z', '2027-01-31T23:59:59.999Z', 'alive'],
    ]);
    for (const { hash } of await readKeyFile(file)) expect(out).not.toContain(hash);
  });

  it('shows an empty table where there is no file', async () => {
    expect((await keys('list')).out.split('\n')).toHaveLength(2);
  });
});

describe('keys revoke', () => {
  it('ends a key', async () => {
    const made = await keys('create', '--owner', 'a', '--scopes', '*');
    expect(await keys('revoke', idOf(made))).toMatchObject({ code: 0, err: '' });
    const registry = await ApiKeyRegistry.open(file);
    registry.close();
    expect(registry.verify(made.out.trim())).toBeInstanceOf(Refusal);
  });

  it.each([[[]], [['abcdefghijkm']], [['one', 'two']]])('of %j ends with 2', async (args) => {
    expect(await keys('revoke', ...args)).toMatchObject({ code: 2, out: '' });
  });
});

describe('keys', () => {
  it.each([[[]], [['destroy']], [['\u001b[2J']]])(
    'without a command it knows, %j, shows how it is called',
    async (args) => {
      const run = await keys(...args);
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(run.err).toContain('Usage:');
      expect(run.err).not.toContain('\u001b');
    },
  );

  it('ends with 1 where the file is broken, and leaves it as it is', async () => {
    await writeFile(file, '{}');
    expect(await keys('create', '--owner', 'a', '--scopes', '*')).toMatchObject({ code: 1, out: '' });
    expect((await keys('list')).code).toBe(1);
  });
});
