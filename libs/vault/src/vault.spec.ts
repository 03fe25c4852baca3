import { describe, expect, it } from '@jest/globals';
import { createSecretKey, randomBytes } from 'node:crypto';
import { Vault, VaultError, type VaultKey } from './vault.js';

const createKey = (id: string): VaultKey => ({ id, key: createSecretKey(randomBytes(32)) });
const [old, next] = [createKey('2030-01'), createKey('2030-02')];
const secret = Buffer.from('canary-secret');

describe('Vault', () => {
  it('decrypts what it encrypted for the same name', () => {
    const vault = new Vault([old]);
    expect(vault.decrypt('a', vault.encrypt('a', secret))).toEqual(secret);
    expect(vault.decrypt('', vault.encrypt('', Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
  });

  it('hides the content, and never returns the same bytes twice', () => {
    const vault = new Vault([old]);
    const encrypted = vault.encrypt('a', secret);
    expect(encrypted.includes('canary')).toBe(false);
    expect(encrypted).not.toEqual(vault.encrypt('a', secret));
  });

  it('does not decrypt bytes that were moved to another name', () => {
    const vault = new Vault([old]);
    expect(() => vault.decrypt('b', vault.encrypt('a', secret))).toThrow(VaultError);
  });

  it('does not decrypt bytes of which any byte was modified, or the end was cut off', () => {
    const vault = new Vault([old]);
    const encrypted = vault.encrypt('a', secret);
    for (let index = 0; index < encrypted.length; index++) {
      const modified = Buffer.from(encrypted);
      modified.writeUInt8(modified.readUInt8(index) ^ 1, index);
      expect(() => vault.decrypt('a', modified)).toThrow(VaultError);
      expect(() => vault.decrypt('a', encrypted.subarray(0, index))).toThrow(VaultError);
    }
  });

  it('decrypts data of the old key while it has both keys', () => {
    const encrypted = new Vault([old]).encrypt('a', secret);
    const rotated = new Vault([next, old]);
    expect(rotated.decrypt('a', encrypted)).toEqual(secret);
    expect(() => new Vault([old]).decrypt('a', rotated.encrypt('a', secret))).toThrow(VaultError);
  });

  it('accepts only keys of 32 bytes with unique ids', () => {
    expect(() => new Vault([{ id: 'short', key: createSecretKey(randomBytes(16)) }])).toThrow(TypeError);
    expect(() => new Vault([old, { ...next, id: old.id }])).toThrow(TypeError);
    expect(() => new Vault([{ ...old, id: '' }])).toThrow(TypeError);
  });
});
