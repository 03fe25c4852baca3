import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '../../../../test/support/wait-until.js';
import { ApiKeyRegistry, type ApiKeyRegistryOptions } from './api-key-registry.js';
import { generateApiKey } from './api-key-format.js';
import { issueApiKey, type NewApiKey, revokeApiKey } from './issue-api-key.js';
import { AuthenticationFailure, type AuthenticationFailureReason } from '../authentication-failure.js';

let folder: string;
let file: string;
let registry: ApiKeyRegistry | undefined;
let now = 0;
const clock = { now: () => now, monotonic: () => now };
const errors: Error[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'registry-'));
  file = join(folder, 'keys.json');
  now = 1000;
  errors.length = 0;
});
afterEach(async () => {
  registry?.close();
  await rm(folder, { recursive: true });
});

/** Checks the file only when the test calls it, unless the test sets another interval. */
async function openRegistry(options: ApiKeyRegistryOptions = { checkIntervalMs: 3_600_000 }): Promise<ApiKeyRegistry> {
  registry = await ApiKeyRegistry.open(file, { clock, onError: (error) => errors.push(error), ...options });
  return registry;
}
const issue = (options: Partial<NewApiKey> = {}): Promise<{ id: string; text: string }> =>
  issueApiKey(file, { owner: 'Reports', scopes: ['files:read'], ...options }, now);

function findReason(text: string): AuthenticationFailureReason | 'accepted' {
  const result = registry?.verify(text);
  return result instanceof AuthenticationFailure ? result.reason : 'accepted';
}

describe('An API key', () => {
  it('authenticates its caller, with owner, scopes and the app as principal', async () => {
    const { id, text } = await issue();
    const caller = (await openRegistry()).verify(text);
    expect(caller).toEqual({
      id: `api-key:${id}`,
      kind: 'api-key',
      owner: 'Reports',
      scopes: new Set(['files:read']),
      principal: { kind: 'app' },
    });
  });

  it('with a user has that user as principal', async () => {
    const { text } = await issue({ userId: '900719925474099312' });
    expect((await openRegistry()).verify(text)).toMatchObject({
      principal: { kind: 'user', userId: '900719925474099312' },
    });
  });

  it('with a user is listed, until it is revoked', async () => {
    await issue();
    const { id } = await issue({ userId: '7' });
    await issue({ userId: '8' });
    await revokeApiKey(file, id, now);
    expect((await openRegistry()).listUsers()).toEqual(['8']);
  });

  it('can be one of several keys of the same owner, so that keys can be rotated', async () => {
    const [first, second] = [await issue(), await issue()];
    await openRegistry();
    expect([findReason(first.text), findReason(second.text)]).toEqual(['accepted', 'accepted']);
  });

  it('expires at its date', async () => {
    const { text } = await issue({ expiresAt: new Date(2000) });
    await openRegistry();
    now = 1999;
    expect(findReason(text)).toBe('accepted');
    now = 2000;
    expect(findReason(text)).toBe('expired-key');
  });

  it('that is revoked is rejected as revoked, even if it is also expired', async () => {
    const { id, text } = await issue({ expiresAt: new Date(1) });
    await revokeApiKey(file, id, now);
    await openRegistry();
    expect(findReason(text)).toBe('revoked-key');
  });

  it('is rejected with an unknown id, a wrong checksum, a malformed text and the secret of another key', async () => {
    const { id, text } = await issue();
    await openRegistry();
    const unknown = generateApiKey();
    expect(findReason(unknown.text)).toBe('unknown-key');
    expect(findReason(`${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`)).toBe('mistyped-key');
    expect(findReason('kdg_')).toBe('malformed-key');
    const other = await issue();
    // The id of the first key with the secret of the other, and a correct checksum.
    const { crc32 } = await import('node:zlib');
    const secret = other.text.slice(-51, -8);
    const forged = `kdg_${id}_${secret}${crc32(id + secret)
      .toString(16)
      .padStart(8, '0')}`;
    expect(findReason(forged)).toBe('wrong-secret');
  });
});

describe('An authentication failure', () => {
  it('contains the owner for the log only, and only if the secret is correct', async () => {
    const { id, text } = await issue({ expiresAt: new Date(1) });
    const result = (await openRegistry()).verify(text);
    expect(result).toMatchObject({ claimedIdentity: { caller: `api-key:${id}`, owner: 'Reports' } });
    const { problem } = result as AuthenticationFailure;
    expect([problem.code, problem.status]).toEqual(['key-expired', 401]);
    expect(JSON.stringify(problem.options)).not.toContain('Reports');
  });

  it('has the same problem for unknown, mistyped and wrong keys', () => {
    const problems = (['unknown-key', 'mistyped-key', 'wrong-secret', 'malformed-key'] as const).map((reason) => {
      const { problem } = new AuthenticationFailure(reason);
      return JSON.stringify([problem.code, problem.options]);
    });
    expect(new Set(problems).size).toBe(1);
  });
});

describe('The file of API keys', () => {
  it('is loaded again when it changes', async () => {
    const { id, text } = await issue();
    const openedRegistry = await openRegistry();
    await revokeApiKey(file, id, now);
    const newKey = await issue();
    await openedRegistry.reloadIfChanged();
    expect([findReason(text), findReason(newKey.text)]).toEqual(['revoked-key', 'accepted']);
  });

  it('is checked by a timer, so that a revocation takes effect', async () => {
    const { id, text } = await issue();
    await openRegistry({});
    await revokeApiKey(file, id, now);
    await waitUntil('the revocation takes effect', () => findReason(text) !== 'accepted');
    expect(findReason(text)).toBe('revoked-key');
  });

  it('that becomes invalid is reported once, and the loaded keys stay valid', async () => {
    const { text } = await issue();
    const openedRegistry = await openRegistry();
    await writeFile(file, 'invalid c4n4ry');
    await openedRegistry.reloadIfChanged();
    await openedRegistry.reloadIfChanged();
    expect(findReason(text)).toBe('accepted');
    expect(errors).toHaveLength(1);
    expect(String(errors[0])).not.toContain('c4n4ry');
  });

  it('that is deleted is reported once, the loaded keys stay valid, and a new file is loaded', async () => {
    const { text } = await issue();
    const openedRegistry = await openRegistry();
    await rm(file);
    await openedRegistry.reloadIfChanged();
    await openedRegistry.reloadIfChanged();
    expect([findReason(text), errors.length]).toEqual(['accepted', 1]);
    const newKey = await issue();
    await openedRegistry.reloadIfChanged();
    expect([findReason(text), findReason(newKey.text)]).toEqual(['unknown-key', 'accepted']);
  });

  it('may be created after the start', async () => {
    const openedRegistry = await openRegistry();
    const { text } = await issue();
    expect(findReason(text)).toBe('unknown-key');
    await openedRegistry.reloadIfChanged();
    expect(findReason(text)).toBe('accepted');
  });

  it('that is invalid at the start makes the start fail', async () => {
    await writeFile(file, '{}');
    await expect(openRegistry()).rejects.toThrow('{"version": 1, "keys": [...]}');
  });
});
