import type { Answer } from './answer.js';

/** An answer as the second tier keeps it. */
export interface Entry {
  readonly answer: Answer;
  /** When it was asked for, milliseconds since 1970. */
  readonly filledAt: number;
  readonly tags: readonly string[];
  /** The versions of the tags when it was asked for, in their order, and before them that of the whole cache. */
  readonly versions: readonly string[];
}

const FORM = 1;

/** Length of the header (4 bytes), the header as JSON, the body. */
export function writeEntry({ answer, ...rest }: Entry): Buffer {
  const { body, ...described } = answer;
  const header = Buffer.from(JSON.stringify({ form: FORM, ...rest, answer: described }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, body]);
}

/** @returns null where the bytes are not of the form that writeEntry writes */
export function readEntry(bytes: Buffer): Entry | null {
  if (bytes.length < 4) return null;
  const end = 4 + bytes.readUInt32BE(0);
  try {
    const { form, answer, ...rest } = JSON.parse(bytes.toString('utf8', 4, end)) as Entry & { form: number };
    return form === FORM ? { ...rest, answer: { ...answer, body: bytes.subarray(end) } } : null;
  } catch {
    return null;
  }
}
