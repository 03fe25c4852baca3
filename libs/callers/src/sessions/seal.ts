/** Encrypts what is kept outside the process, bound to the name it is kept under. The vault of `#access-token` is one. */
export interface Seal {
  seal(name: string, bytes: Buffer): Buffer;
  /** @throws where the bytes were sealed by somebody else, or for another name */
  open(name: string, sealed: Buffer): Buffer;
}

/** The record in sealed bytes; undefined where they do not open: another key, a change by hand. As good as none. */
export function openRecord<T>(seal: Seal, name: string, sealed: Buffer | null): T | undefined {
  if (!sealed) return undefined;
  try {
    return JSON.parse(seal.open(name, sealed).toString('utf8')) as T;
  } catch {
    return undefined;
  }
}

export function sealRecord(seal: Seal, name: string, record: object): Buffer {
  return seal.seal(name, Buffer.from(JSON.stringify(record)));
}
