import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import type { Cipher } from './cipher.js';

/** A key of 256 bits and its id. */
export interface VaultKey {
  readonly id: string;
  readonly key: KeyObject;
}

const algorithm = 'aes-256-gcm';
const formatVersion = 1;
const keyBytes = 32;
const maxKeyIdBytes = 255;
/** Format version and length of the key's id. */
const prefixBytes = 2;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts data that is stored outside the process, with AES-256-GCM. The ciphertext is bound to the name under which
 * it is stored: bytes that are moved to another name cannot be decrypted.
 *
 * Format: version (1 byte), length of the key's id (1), the id, nonce (12), tag (16), the ciphertext.
 */
export class Vault implements Cipher {
  readonly #keys: ReadonlyMap<string, KeyObject>;
  readonly #currentKey: VaultKey;

  /**
   * @param keys the first key encrypts, all keys decrypt; for a rotation put the new key first and keep the old one
   * @throws TypeError if a key is not 32 bytes long, or an id has not 1 to 255 bytes or is used twice
   */
  constructor(keys: readonly [VaultKey, ...VaultKey[]]) {
    for (const { id, key } of keys) {
      if (key.symmetricKeySize !== keyBytes) throw new TypeError(`vault key ${id} is not 32 bytes long`);
      if (id.length === 0 || Buffer.byteLength(id) > maxKeyIdBytes)
        throw new TypeError('the id of a vault key has 1 to 255 bytes');
    }
    this.#keys = new Map(keys.map(({ id, key }) => [id, key]));
    if (this.#keys.size !== keys.length) throw new TypeError('two vault keys have the same id');
    this.#currentKey = keys[0];
  }

  encrypt(name: string, bytes: Buffer): Buffer {
    const { id, key } = this.#currentKey;
    const header = Buffer.concat([Buffer.from([formatVersion, Buffer.byteLength(id)]), Buffer.from(id)]);
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, key, nonce).setAAD(buildAdditionalAuthenticatedData(header, name));
    const ciphertext = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([header, nonce, cipher.getAuthTag(), ciphertext]);
  }

  /** Whether bytes have the format of `encrypt`. Plain text in the store never has it. */
  static looksEncrypted(bytes: Buffer): boolean {
    return bytes[0] === formatVersion && bytes.length >= prefixBytes + (bytes[1] ?? 0) + nonceBytes + tagBytes;
  }

  /**
   * Encrypts the same data with the current key.
   * @returns undefined if the bytes are already encrypted with the current key
   * @throws VaultError as decrypt
   */
  reencrypt(name: string, encrypted: Buffer): Buffer | undefined {
    const bytes = this.decrypt(name, encrypted);
    const keyId = encrypted.subarray(prefixBytes, prefixBytes + (encrypted[1] ?? 0)).toString();
    return keyId === this.#currentKey.id ? undefined : this.encrypt(name, bytes);
  }

  /** @throws VaultError if the bytes were encrypted with an unknown key or for another name, or were modified */
  decrypt(name: string, encrypted: Buffer): Buffer {
    const header = encrypted.subarray(0, prefixBytes + (encrypted[1] ?? 0));
    const nonceEnd = header.length + nonceBytes;
    const tagEnd = nonceEnd + tagBytes;
    const nonce = encrypted.subarray(header.length, nonceEnd);
    const tag = encrypted.subarray(nonceEnd, tagEnd);
    const key = this.#keys.get(header.subarray(prefixBytes).toString());
    if (header[0] !== formatVersion || tag.length !== tagBytes || !key)
      throw new VaultError('encrypted with an unknown key or in an unknown format');
    try {
      const decipher = createDecipheriv(algorithm, key, nonce)
        .setAAD(buildAdditionalAuthenticatedData(header, name))
        .setAuthTag(tag);
      return Buffer.concat([decipher.update(encrypted.subarray(tagEnd)), decipher.final()]);
    } catch {
      throw new VaultError('encrypted for another name, or modified');
    }
  }
}

function buildAdditionalAuthenticatedData(header: Buffer, name: string): Buffer {
  return Buffer.concat([header, Buffer.from(name)]);
}

/** The bytes cannot be decrypted. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
}
