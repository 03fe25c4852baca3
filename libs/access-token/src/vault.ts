import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

/** A key of 256 bits and the name it goes by. */
export interface VaultKey {
  readonly id: string;
  readonly key: KeyObject;
}

const ALGORITHM = 'aes-256-gcm';
const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/**
 * Encrypts what is kept outside the process: AES-256-GCM, bound to the name it is kept under, so that sealed bytes
 * moved to another name do not open.
 *
 * Form: version (1 byte), length of the key's id (1), the id, nonce (12), tag (16), the encrypted bytes.
 */
export class Vault {
  readonly #keys: ReadonlyMap<string, KeyObject>;
  readonly #current: VaultKey;

  /** @param keys the first one seals, all of them open: for a rotation put the new key first and keep the old one */
  constructor(keys: readonly [VaultKey, ...VaultKey[]]) {
    for (const { id, key } of keys) {
      if (key.symmetricKeySize !== 32) throw new TypeError(`vault key ${id} is not 32 bytes long`);
      if (id.length === 0 || Buffer.byteLength(id) > 255)
        throw new TypeError('the id of a vault key has 1 to 255 bytes');
    }
    this.#keys = new Map(keys.map(({ id, key }) => [id, key]));
    if (this.#keys.size !== keys.length) throw new TypeError('two vault keys have the same id');
    this.#current = keys[0];
  }

  seal(name: string, bytes: Buffer): Buffer {
    const { id, key } = this.#current;
    const header = Buffer.concat([Buffer.from([VERSION, Buffer.byteLength(id)]), Buffer.from(id)]);
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(associated(header, name));
    const hidden = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([header, nonce, cipher.getAuthTag(), hidden]);
  }

  /** Whether bytes have the form of what a vault seals: texts of the store never do. */
  static hasForm(bytes: Buffer): boolean {
    return bytes[0] === VERSION && bytes.length >= 2 + (bytes[1] ?? 0) + NONCE + TAG;
  }

  /**
   * The same, sealed with the key that seals now; null where it is already.
   * @throws VaultError as open
   */
  reseal(name: string, sealed: Buffer): Buffer | null {
    const bytes = this.open(name, sealed);
    const isNew = sealed.subarray(2, 2 + (sealed[1] ?? 0)).toString() === this.#current.id;
    return isNew ? null : this.seal(name, bytes);
  }

  /** @throws VaultError where the bytes were sealed with another key or for another name, or were changed since */
  open(name: string, sealed: Buffer): Buffer {
    const header = sealed.subarray(0, 2 + (sealed[1] ?? 0));
    const nonce = sealed.subarray(header.length, header.length + NONCE);
    const tag = sealed.subarray(header.length + NONCE, header.length + NONCE + TAG);
    const key = this.#keys.get(header.subarray(2).toString());
    if (header[0] !== VERSION || tag.length !== TAG || !key) throw new VaultError('sealed with an unknown key or form');
    try {
      const decipher = createDecipheriv(ALGORITHM, key, nonce).setAAD(associated(header, name)).setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed.subarray(header.length + NONCE + TAG)), decipher.final()]);
    } catch {
      throw new VaultError('not what was sealed under this name');
    }
  }
}

function associated(header: Buffer, name: string): Buffer {
  return Buffer.concat([header, Buffer.from(name)]);
}

/** Sealed bytes that do not open. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
}
