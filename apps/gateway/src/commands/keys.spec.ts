import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiKeyRegistry, readApiKeyFile, AuthenticationFailure, scopeNames } from '#callers';
import { runKeys } from './keys.js';

const nowMs = Date.parse('2026-11-22T10:00:00Z');
let folder: string;
let apiKeysFilePath: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-command-'));
  apiKeysFilePath = join(folder, 'keys.json');
});
afterEach(() => rm(folder, { recursive: true }));

interface CommandResult {
  readonly code: number;
  readonly output: string;
  readonly errorOutput: string;
}
async function runKeysCommand(...args: readonly string[]): Promise<CommandResult> {
  let output = '';
  let errorOutput = '';
  const io = {
    apiKeysFilePath,
    nowMs,
    writeOutput: (text: string) => void (output += text),
    writeError: (text: string) => void (errorOutput += text),
  };
  return { code: await runKeys(args, io), output, errorOutput };
}
const parseKeyId = ({ output }: CommandResult): string => output.split('_')[1] ?? '';

describe('keys create', () => {
  it('prints only the key, and a gateway accepts it', async () => {
    const result = await runKeysCommand(
      'create',
      '--owner',
      'Reports',
      '--scopes',
      'files:read, spaces:read',
      '--user',
      '42',
    );
    expect(result).toMatchObject({ code: 0, errorOutput: '' });
    expect(result.output).toMatch(/^kdg_[a-z0-9]{12}_[\w-]{51}\n$/);
    const registry = await ApiKeyRegistry.open(apiKeysFilePath);
    registry.close();
    expect(registry.verify(result.output.trim())).toMatchObject({
      owner: 'Reports',
      scopes: new Set(['files:read', 'spaces:read']),
      principal: { kind: 'user', userId: '42' },
    });
  });

  it('accepts * for all scopes', async () => {
    await runKeysCommand('create', '--owner', 'Operations', '--scopes', '*');
    expect((await readApiKeyFile(apiKeysFilePath))[0]?.scopes).toEqual(['*']);
  });

  it.each([
    ['2026-11-22', '2026-11-22T23:59:59.999Z'],
    ['2027-01-31T12:00:00+08:00', '2027-01-31T04:00:00.000Z'],
  ])('creates a key that is valid until %s', async (text, expected) => {
    expect((await runKeysCommand('create', '--owner', 'a', '--scopes', '*', '--expires', text)).code).toBe(0);
    expect((await readApiKeyFile(apiKeysFilePath))[0]?.expiresAt).toBe(expected);
  });

  it('names every unknown scope and lists the known scopes', async () => {
    const result = await runKeysCommand('create', '--owner', 'a', '--scopes', 'files:read,files:burn,admin');
    expect(result).toMatchObject({ code: 2, output: '' });
    expect(result.errorOutput).toContain('Unknown scope: "files:burn", "admin".');
    for (const name of scopeNames) expect(result.errorOutput).toContain(name);
  });

  it.each([
    ['no owner', ['--scopes', '*'], '--owner is missing'],
    ['an owner with a line break', ['--owner', 'a\nb', '--scopes', '*'], '--owner must be'],
    ['no scopes', ['--owner', 'a'], '--scopes must be'],
    ['an empty scope', ['--owner', 'a', '--scopes', 'files:read,'], '--scopes must be'],
    ['a path as the user', ['--owner', 'a', '--scopes', '*', '--user', '../1'], '--user must be'],
    ['a name as the user', ['--owner', 'a', '--scopes', '*', '--user', 'mei.lin'], '--user must be'],
    ['an id that is too long', ['--owner', 'a', '--scopes', '*', '--user', '1'.repeat(20)], '--user must be'],
    ['an empty user', ['--owner', 'a', '--scopes', '*', '--user', ''], '--user must be'],
    ['a date that does not exist', ['--owner', 'a', '--scopes', '*', '--expires', '2027-02-31'], '--expires must be'],
    [
      'a time without a time zone',
      ['--owner', 'a', '--scopes', '*', '--expires', '2027-02-01T10:00:00'],
      '--expires must be',
    ],
    ['a date in the past', ['--owner', 'a', '--scopes', '*', '--expires', '2026-11-21'], '--expires lies in the past'],
    ['an unknown option', ['--owner', 'a', '--scopes', '*', '--admin'], '--admin'],
    ['an unexpected argument', ['--owner', 'a', '--scopes', '*', 'more'], 'more'],
  ])('with %s prints the reason, exits with 2 and creates no key', async (_name, args, message) => {
    const result = await runKeysCommand('create', ...args);
    expect(result).toMatchObject({ code: 2, output: '' });
    expect(result.errorOutput).toContain(message);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('keys list', () => {
  it('shows the owner, scopes and state of each key, and no secret', async () => {
    const created = [
      await runKeysCommand('create', '--owner', 'Reports', '--scopes', 'files:read'),
      await runKeysCommand('create', '--owner', 'Intake', '--scopes', '*', '--user', '42', '--expires', '2027-01-31'),
    ];
    await runKeysCommand('revoke', parseKeyId(created[0] as CommandResult));
    const { code, output } = await runKeysCommand('list');
    expect(code).toBe(0);
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/));
    expect(lines).toEqual([
      ['ID', 'OWNER', 'SCOPES', 'USER', 'CREATED', 'EXPIRES', 'STATE'],
      [
        parseKeyId(created[0] as CommandResult),
        'Reports',
        'files:read',
        '-',
        '2026-11-22T10:00:00.000Z',
        '-',
        'revoked',
      ],
      [
        parseKeyId(created[1] as CommandResult),
        'Intake',
        '*',
        '42',
        '2026-11-22T10:00:00.000Z',
        '2027-01-31T23:59:59.999Z',
        'alive',
      ],
    ]);
    for (const { hash } of await readApiKeyFile(apiKeysFilePath)) expect(output).not.toContain(hash);
  });

  it('shows an empty table where the file of API keys does not exist', async () => {
    expect((await runKeysCommand('list')).output.split('\n')).toHaveLength(2);
  });
});

describe('keys revoke', () => {
  it('revokes a key', async () => {
    const created = await runKeysCommand('create', '--owner', 'a', '--scopes', '*');
    expect(await runKeysCommand('revoke', parseKeyId(created))).toMatchObject({ code: 0, errorOutput: '' });
    const registry = await ApiKeyRegistry.open(apiKeysFilePath);
    registry.close();
    expect(registry.verify(created.output.trim())).toBeInstanceOf(AuthenticationFailure);
  });

  it.each([[[]], [['abcdefghijkm']], [['one', 'two']]])('with the arguments %j exits with 2', async (args) => {
    expect(await runKeysCommand('revoke', ...args)).toMatchObject({ code: 2, output: '' });
  });
});

describe('keys', () => {
  it.each([[[]], [['destroy']], [['\u001b[2J']]])(
    'with the arguments %j, which hold no known command, prints the usage',
    async (args) => {
      const result = await runKeysCommand(...args);
      expect(result).toMatchObject({ code: 2, output: '' });
      expect(result.errorOutput).toContain('Usage:');
      expect(result.errorOutput).not.toContain('\u001b');
    },
  );

  it.each([['list'], ['create', '--owner', 'a', '--scopes', '*'], ['revoke', 'abcdefghijkm']])(
    '%s exits with 1 where the file cannot be read, and names it',
    async (...args) => {
      await mkdir(apiKeysFilePath);
      const result = await runKeysCommand(...args);
      expect(result).toMatchObject({ code: 1, output: '' });
      expect(result.errorOutput).toBe(`${apiKeysFilePath} cannot be read (EISDIR)\n`);
    },
  );

  it('exits with 1 where the file of API keys is invalid, and does not change it', async () => {
    await writeFile(apiKeysFilePath, '{}');
    expect(await runKeysCommand('create', '--owner', 'a', '--scopes', '*')).toMatchObject({ code: 1, output: '' });
    const listed = await runKeysCommand('list');
    expect(listed).toMatchObject({ code: 1, output: '' });
    expect(listed.errorOutput).toContain(`${apiKeysFilePath}: the file is not`);
    expect(await readFile(apiKeysFilePath, 'utf8')).toBe('{}');
  });
});
