import { beforeEach, describe, expect, it } from '@jest/globals';
import { createSecretKey, randomBytes } from 'node:crypto';
import { MemoryStore } from '#store';
import { EncryptedRecords, createRecordKey } from './encrypted-records.js';
import { Vault } from './vault.js';

interface Counter {
  readonly count: number;
}

const isCounter = (value: unknown): value is Counter =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Counter>).count === 'number';
const createVault = (): Vault => new Vault([{ id: 'k1', key: createSecretKey(randomBytes(32)) }]);

const ttlMs = 60_000;
const name = createRecordKey('counter', 'owner');
let store: MemoryStore;
let vault: Vault;
let records: EncryptedRecords<Counter>;

beforeEach(() => {
  store = new MemoryStore();
  vault = createVault();
  records = new EncryptedRecords(store, vault, isCounter);
});

describe('EncryptedRecords', () => {
  it('reads the record that was written, and undefined if there is none', async () => {
    expect(await records.read(name)).toBeUndefined();
    const bytes = await records.write(name, { count: 1 }, ttlMs);
    expect(await records.read(name)).toEqual({ bytes, record: { count: 1 } });
  });

  it('reads undefined as the record if the bytes cannot be decrypted or have another shape', async () => {
    const foreign = createVault().encrypt(name, Buffer.from('{"count":1}'));
    const otherShape = vault.encrypt(name, Buffer.from('{"total":1}'));
    for (const bytes of [foreign, otherShape, vault.encrypt(name, Buffer.from('null')), Buffer.from('plain text')]) {
      await store.set(name, bytes, ttlMs);
      expect(await records.read(name)).toEqual({ bytes, record: undefined });
    }
  });

  it('writes conditionally only over the bytes that were read, or if there are still none', async () => {
    const first = await records.writeIfUnchanged(name, undefined, { count: 1 }, ttlMs);
    expect(await records.writeIfUnchanged(name, undefined, { count: 2 }, ttlMs)).toBeUndefined();
    expect(await records.writeIfUnchanged(name, first, { count: 3 }, ttlMs)).not.toBeUndefined();
    expect(await records.writeIfUnchanged(name, first, { count: 4 }, ttlMs)).toBeUndefined();
    expect((await records.read(name))?.record).toEqual({ count: 3 });
  });
});
