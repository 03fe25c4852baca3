/** Encrypts bytes that leave the process. The ciphertext is bound to the name under which it is stored. */
export interface Cipher {
  encrypt(name: string, bytes: Buffer): Buffer;
  /** @throws Error if the bytes were encrypted with another key or for another name, or were modified */
  decrypt(name: string, encrypted: Buffer): Buffer;
}

/** Serializes a record as JSON and encrypts it for `name`. */
export function encryptRecord(cipher: Cipher, name: string, record: object): Buffer {
  return cipher.encrypt(name, Buffer.from(JSON.stringify(record)));
}

/**
 * Decrypts a record that encryptRecord wrote. It does not check the shape of the record.
 * @returns undefined if there are no bytes, or if they cannot be decrypted (another key, a manual change); the caller
 * treats both cases as "no record"
 */
export function decryptRecord<T>(cipher: Cipher, name: string, encrypted: Buffer | undefined): T | undefined {
  if (!encrypted) return undefined;
  try {
    return JSON.parse(cipher.decrypt(name, encrypted).toString('utf8')) as T;
  } catch {
    return undefined;
  }
}
