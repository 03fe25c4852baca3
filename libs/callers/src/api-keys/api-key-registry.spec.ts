import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../../../test/support/deadline.js';
import { ApiKeyRegistry, type RegistryOptions } from './api-key-registry.js';
import { newApiKeyText } from './api-key-text.js';
import { issueApiKey, type KeyOrder, revokeApiKey } from './issue-key.js';
import { Refusal, type RefusalReason } from '../refusal.js';

let folder: string;
let file: string;
let registry: ApiKeyRegistry | undefined;
let now = 0;
const clock = { now: () => now, monotonic: () => now };
const problems: Error[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'registry-'));
  file = join(folder, 'keys.json');
  now = 1000;
  problems.length = 0;
});
afterEach(async () => {
  registry?.close();
  await rm(folder, { recursive: true });
});

/** Looks when told to only, unless the test wants the timer. */
async function open(options: RegistryOptions = { lookEveryMs: 3_600_000 }): Promise<ApiKeyRegistry> {
  registry = await ApiKeyRegistry.open(file, { clock, onProblem: (error) => problems.push(error), ...options });
  return registry;
}
const issue = (order: Partial<KeyOrder> = {}): Promise<{ id: string; text: string }> =>
  issueApiKey(file, { owner: 'Reports', scopes: ['files:read'], ...order }, now);

function reasonOf(text: string): RefusalReason | 'accepted' {
  const verdict = registry?.verify(text);
  return verdict instanceof Refusal ? verdict.reason : 'accepted';
}

describe('A key', () => {
  it('makes its caller known: owner, scopes, and the app as principal', async () => {
    const { id, text } = await issue();
    const caller = (await open()).verify(text);
    expect(caller).toEqual({
      id: `api-key:${id}`,
      kind: 'api-key',
      owner: 'Reports',
      scopes: new Set(['files:read']),
      principal: { kind: 'app' },
    });
  });

  it('with a user makes that user the principal', async () => {
    const { text } = await issue({ userId: '900719925474099312' });
    expect((await open()).verify(text)).toMatchObject({ principal: { kind: 'user', userId: '900719925474099312' } });
  });

  it('is one of several of its owner, so that one can take over from another', async () => {
    const [old, fresh] = [await issue(), await issue()];
    await open();
    expect([reasonOf(old.text), reasonOf(fresh.text)]).toEqual(['accepted', 'accepted']);
  });

  it('ends with its date', async () => {
    const { text } = await issue({ expiresAt: new Date(2000) });
    await open();
    now = 1999;
    expect(reasonOf(text)).toBe('accepted');
    now = 2000;
    expect(reasonOf(text)).toBe('expired-key');
  });

  it('that is revoked is refused, whatever its date', async () => {
    const { id, text } = await issue({ expiresAt: new Date(1) });
    await revokeApiKey(file, id, now);
    await open();
    expect(reasonOf(text)).toBe('revoked-key');
  });

  it('of another is not opened by the right id: a wrong secret, an unknown id, a wrong checksum, no key at all', async () => {
    const { id, text } = await issue();
    await open();
    const strange = newApiKeyText();
    expect(reasonOf(strange.text)).toBe('unknown-key');
    expect(reasonOf(`${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`)).toBe('mistyped-key');
    expect(reasonOf('kdg_')).toBe('malformed-key');
    const other = await issue();
    // The secret of one under the id of the other, with a checksum that is right.
    const { crc32 } = await import('node:zlib');
    const secret = other.text.slice(-51, -8);
    const forged = `kdg_${id}_${secret}${crc32(id + secret)
      .toString(16)
      .padStart(8, '0')}`;
    expect(reasonOf(forged)).toBe('wrong-secret');
  });
});

describe('A refusal', () => {
  it('names the owner only to the log, and only where the secret was right', async () => {
    const { id, text } = await issue({ expiresAt: new Date(1) });
    const verdict = (await open()).verify(text);
    expect(verdict).toMatchObject({ claimed: { caller: `api-key:${id}`, owner: 'Reports' } });
    const { problem } = verdict as Refusal;
    expect([problem.code, problem.status]).toEqual(['key-expired', 401]);
    expect(JSON.stringify(problem.options)).not.toContain('Reports');
  });

  it('answers unknown, mistyped and wrong alike', () => {
    const answers = (['unknown-key', 'mistyped-key', 'wrong-secret', 'malformed-key'] as const).map((reason) => {
      const { problem } = new Refusal(reason);
      return JSON.stringify([problem.code, problem.options]);
    });
    expect(new Set(answers).size).toBe(1);
  });
});

describe('The file', () => {
  it('is read again when it changes, without a restart', async () => {
    const { id, text } = await issue();
    const keys = await open();
    await revokeApiKey(file, id, now);
    const fresh = await issue();
    await keys.look();
    expect([reasonOf(text), reasonOf(fresh.text)]).toEqual(['revoked-key', 'accepted']);
  });

  it('is looked at by itself: a revocation bites soon', async () => {
    const { id, text } = await issue();
    await open({});
    await revokeApiKey(file, id, now);
    await until('the revocation to be seen', () => reasonOf(text) !== 'accepted');
    expect(reasonOf(text)).toBe('revoked-key');
  });

  it('that breaks keeps the keys it had, and is reported once', async () => {
    const { text } = await issue();
    const keys = await open();
    await writeFile(file, 'broken c4n4ry');
    await keys.look();
    await keys.look();
    expect(reasonOf(text)).toBe('accepted');
    expect(problems).toHaveLength(1);
    expect(String(problems[0])).not.toContain('c4n4ry');
  });

  it('that is gone keeps the keys it had, is reported once, and counts again when it is back', async () => {
    const { text } = await issue();
    const keys = await open();
    await rm(file);
    await keys.look();
    await keys.look();
    expect([reasonOf(text), problems.length]).toEqual(['accepted', 1]);
    const fresh = await issue();
    await keys.look();
    expect([reasonOf(text), reasonOf(fresh.text)]).toEqual(['unknown-key', 'accepted']);
  });

  it('may come later than the gateway', async () => {
    const keys = await open();
    expect(keys.size).toBe(0);
    const { text } = await issue();
    await keys.look();
    expect(reasonOf(text)).toBe('accepted');
  });

  it('that is broken at the start stops the start', async () => {
    await writeFile(file, '{}');
    await expect(open()).rejects.toThrow('{"version": 1, "keys": [...]}');
  });
});
