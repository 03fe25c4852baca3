import { describe, expect, it } from '@jest/globals';
import { createSecretKey, randomBytes } from 'node:crypto';
import { Vault, VaultError, type VaultKey } from './vault.js';

const key = (id: string): VaultKey => ({ id, key: createSecretKey(randomBytes(32)) });
const [old, next] = [key('2030-01'), key('2030-02')];
const secret = Buffer.from('canary-secret');

describe('the vault', () => {
  it('gives back what was sealed under the name', () => {
    const vault = new Vault([old]);
    expect(vault.open('a', vault.seal('a', secret))).toEqual(secret);
    expect(vault.open('', vault.seal('', Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
  });

  it('shows nothing of it, and never the same bytes twice', () => {
    const vault = new Vault([old]);
    const sealed = vault.seal('a', secret);
    expect(sealed.includes('canary')).toBe(false);
    expect(sealed).not.toEqual(vault.seal('a', secret));
  });

  it('does not open what was moved to another name', () => {
    const vault = new Vault([old]);
    expect(() => vault.open('b', vault.seal('a', secret))).toThrow(VaultError);
  });

  it('does not open what was changed in any byte, or cut', () => {
    const vault = new Vault([old]);
    const sealed = vault.seal('a', secret);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => vault.open('a', changed)).toThrow(VaultError);
      expect(() => vault.open('a', sealed.subarray(0, at))).toThrow(VaultError);
    }
  });

  it('opens what the key before it sealed, while both are alive', () => {
    const sealed = new Vault([old]).seal('a', secret);
    const rotated = new Vault([next, old]);
    expect(rotated.open('a', sealed)).toEqual(secret);
    expect(() => new Vault([old]).open('a', rotated.seal('a', secret))).toThrow(VaultError);
  });

  it('takes keys of 32 bytes, each with an id of its own', () => {
    expect(() => new Vault([{ id: 'short', key: createSecretKey(randomBytes(16)) }])).toThrow(TypeError);
    expect(() => new Vault([old, { ...next, id: old.id }])).toThrow(TypeError);
    expect(() => new Vault([{ ...old, id: '' }])).toThrow(TypeError);
  });
});
