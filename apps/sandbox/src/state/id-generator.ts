const containerIdHexDigits = 30;
const objectKeyDigits = 35;

/** The id of a space: 47 characters, so that the id of a root folder (16 more) fits into the 64 of the contract. */
export const formatContainerId = (hexDigits: string): string =>
  `IAADfsBFCO6WtAtuA${hexDigits.slice(0, containerIdHexDigits)}`;

/**
 * Generates ids in the forms that were seen upstream. The same seed gives the same ids. All randomness of the state comes
 * from here, so that two sandboxes with one seed return the same ids for the same calls.
 */
export class IdGenerator {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0 || 1;
  }

  /** 19 digits, larger than 2^53: users, departments, groups, jobs, messages. */
  nextNumericId(): string {
    return `13${this.randomString(17, '0123456789')}`;
  }

  /** `F` and 32 characters: files and folders. */
  nextFileId(): string {
    return `F${this.randomString(32, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-')}`;
  }

  nextContainerId(): string {
    return formatContainerId(this.nextHex(containerIdHexDigits));
  }

  /** The key of an object in the object store. */
  nextObjectKey(): string {
    return this.nextHex(objectKeyDigits);
  }

  nextHex(length: number): string {
    return this.randomString(length, '0123456789abcdef');
  }

  private randomString(length: number, alphabet: string): string {
    let text = '';
    for (let i = 0; i < length; i += 1) text += alphabet.charAt(Math.floor(this.nextRandom() * alphabet.length));
    return text;
  }

  /** The mulberry32 algorithm, from 0 up to 1: good enough, because these ids need not be secret. */
  private nextRandom(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
}
